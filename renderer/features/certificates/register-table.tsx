import type { ReactNode } from 'react';
import type { RegisterRow } from '#shared/domain/certificate-register.ts';
import type { GlyphName } from '#renderer/ui/icon.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { RowList } from '#renderer/ui/row-list.tsx';
import { useText } from '#renderer/ui/text.tsx';

const looks: Readonly<Record<RegisterRow['status'], { readonly tone: string; readonly glyph: GlyphName }>> = {
  issued: { tone: 't-ok', glyph: 'pass' },
  superseded: { tone: 't-info', glyph: 'clash' },
  revoked: { tone: 't-bad', glyph: 'ns' },
};

const shortSerial = (serial: string): string => serial.split('-').slice(-2).join('-');

/** Sign and words of a certificate's state: by which it is superseded, since when it is revoked. */
export const CertificateState = ({
  row: { status, supersededBy, revokedReason, endedOn },
}: {
  readonly row: {
    readonly status: RegisterRow['status'];
    readonly supersededBy?: string;
    readonly revokedReason?: string;
    readonly endedOn?: string;
  };
}): ReactNode => {
  const { t, formatDate } = useText();
  const { tone, glyph } = looks[status];
  const words = (): string => {
    if (status === 'superseded' && supersededBy !== undefined)
      return t('certificates.state.supersededBy', { serial: shortSerial(supersededBy) });
    if (status === 'revoked' && endedOn !== undefined)
      return t('certificates.state.revokedOn', { date: formatDate(endedOn) });
    return t(`certificates.state.${status}`);
  };
  return (
    <span className={`${tone} cut`} title={status === 'superseded' ? supersededBy : revokedReason}>
      <Glyph name={glyph} /> {words()}
    </span>
  );
};

type RegisterTableProps = {
  readonly label: string;
  readonly rows: readonly RegisterRow[];
  /** Codes of the cohorts: the register of all cohorts says which one. */
  readonly codes?: ReadonlyMap<string, string>;
  readonly selected: string | undefined;
  readonly onSelect: (serial: string) => void;
};

const Row = ({
  row,
  index,
  props: { codes, onSelect },
}: {
  readonly row: RegisterRow;
  readonly index: number;
  readonly props: RegisterTableProps;
}): ReactNode => {
  const { t, formatDate, formatNumber } = useText();
  const select = (): void => onSelect(row.serial);
  return (
    <>
      <span role="rowheader">
        <button
          type="button"
          className="row-name cover serial nowrap"
          data-row={index}
          onFocus={select}
          onClick={select}
        >
          {row.serial}
        </button>
      </span>
      <span role="cell" className="cut" lang="und" title={row.name}>
        {row.name}
        {row.kind !== 'certificate' && <span className="second"> · {t(`certificates.kind.${row.kind}`)}</span>}
      </span>
      {codes !== undefined && (
        <span role="cell" className="cut">
          {codes.get(row.cohortId)}
        </span>
      )}
      <span role="cell" className="cut">
        <CertificateState row={row} />
      </span>
      <span role="cell" className="num">
        {formatNumber(row.prints)}
      </span>
      <span role="cell" className="num nowrap">
        {row.handedOver === undefined ? '–' : formatDate(row.handedOver)}
      </span>
    </>
  );
};

/** Certificates of the register; nothing in it is ever deleted. */
export const RegisterTable = (props: RegisterTableProps): ReactNode => {
  const { t } = useText();
  const { label, rows, codes, selected } = props;
  const wide = codes !== undefined;
  const heads = ['serial', 'name', ...(wide ? (['cohort'] as const) : []), 'state', 'prints', 'handedOver'] as const;
  return (
    <RowList
      label={label}
      items={rows}
      idOf={({ serial }) => serial}
      rowHeight={28}
      columns={
        wide
          ? '152px minmax(128px, 1fr) 64px minmax(104px, 136px) 44px 96px'
          : '152px minmax(136px, 1fr) minmax(112px, 152px) 48px 96px'
      }
      least={wide ? '680px' : '600px'}
      here={selected}
      head={heads.map((head) => (
        <span key={head} role="columnheader" className={head === 'prints' || head === 'handedOver' ? 'num' : ''}>
          {t(`certificates.register.${head}`)}
        </span>
      ))}
      row={(row, index) => <Row row={row} index={index} props={props} />}
    />
  );
};
