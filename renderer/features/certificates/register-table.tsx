import type { ReactNode } from 'react';
import type { RegisterRow } from '#renderer/db/repositories/certificate-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { GlyphName } from '#renderer/ui/icon.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { RowList } from '#renderer/ui/row-list.tsx';
import { useText } from '#renderer/ui/text.tsx';

const looks: Readonly<Record<RegisterRow['status'], { readonly tone: string; readonly glyph: GlyphName }>> = {
  issued: { tone: 't-ok', glyph: 'pass' },
  superseded: { tone: 't-info', glyph: 'clash' },
  revoked: { tone: 't-bad', glyph: 'ns' },
};

/** Sign and word of a certificate's state. */
export const CertificateState = ({
  row,
}: {
  readonly row: Pick<RegisterRow, 'status' | 'supersededBy' | 'revokedReason'>;
}): ReactNode => {
  const { t } = useText();
  const { tone, glyph } = looks[row.status];
  const more =
    row.status === 'superseded' ? row.supersededBy : row.status === 'revoked' ? row.revokedReason : undefined;
  return (
    <span className={`${tone} nowrap`} title={more}>
      <Glyph name={glyph} /> {t(`certificates.state.${row.status}`)}
    </span>
  );
};

type RegisterTableProps = {
  readonly label: string;
  readonly rows: readonly RegisterRow[];
  /** The register of all cohorts says which cohort, and when each was issued. */
  readonly wide: boolean;
  readonly selected: string | undefined;
  readonly onSelect: (serial: string) => void;
  readonly onReprint: (serial: string) => void;
};

const shownHash = 8;

const Row = ({
  row,
  index,
  props,
}: {
  readonly row: RegisterRow;
  readonly index: number;
  readonly props: RegisterTableProps;
}): ReactNode => {
  const { t, formatDate, formatNumber } = useText();
  const select = (): void => props.onSelect(row.serial);
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
      </span>
      {props.wide && (
        <span role="cell" className="cut">
          {row.cohortCode}
        </span>
      )}
      {props.wide && (
        <span role="cell" className="nowrap">
          {formatDate(row.issuedOn)}
        </span>
      )}
      <span role="cell" className="cut">
        <CertificateState row={row} />
      </span>
      <span role="cell" className="num">
        {formatNumber(row.prints)}
      </span>
      {!props.wide && (
        <span role="cell" className="serial second" title={row.fileHash}>
          {row.fileHash.slice(0, shownHash)}
        </span>
      )}
      <span role="cell" className="num">
        <Button
          size="tiny"
          className="over"
          aria-label={t('certificates.register.reprintOf', { serial: row.serial })}
          onClick={() => props.onReprint(row.serial)}
        >
          {t('certificates.register.reprint')}
        </Button>
      </span>
    </>
  );
};

/** Certificates of the register; nothing in it is ever deleted. */
export const RegisterTable = (props: RegisterTableProps): ReactNode => {
  const { t } = useText();
  const { label, rows, wide, selected } = props;
  const heads = [
    'serial',
    'name',
    ...(wide ? (['cohort', 'issued'] as const) : []),
    'state',
    'prints',
    ...(wide ? [] : (['hash'] as const)),
  ] as const;
  return (
    <RowList
      label={label}
      items={rows}
      idOf={({ serial }) => serial}
      rowHeight={32}
      columns={
        wide ? '160px minmax(120px, 1fr) 64px 120px 88px 44px 80px' : '160px minmax(120px, 1fr) 96px 48px 72px 84px'
      }
      least={wide ? '776px' : '620px'}
      here={selected}
      head={
        <>
          {heads.map((head) => (
            <span key={head} role="columnheader" className={head === 'prints' ? 'num' : ''}>
              {t(`certificates.register.${head}`)}
            </span>
          ))}
          <span role="columnheader">
            <span className="vh">{t('certificates.register.actions')}</span>
          </span>
        </>
      }
      row={(row, index) => <Row row={row} index={index} props={props} />}
    />
  );
};
