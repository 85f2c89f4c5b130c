import './lists.css';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { NameFinding } from '#shared/domain/certificate-names.ts';
import { mendName } from '#shared/domain/certificate-names.ts';
import { mendAwardNames } from '#renderer/db/repositories/awards.ts';
import type { AwaitingCertificate } from '#renderer/db/repositories/certificates.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { GlyphName } from '#renderer/ui/icon.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { RowList } from '#renderer/ui/row-list.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** The name as it would be mended; undefined where there is nothing to mend by rule. */
export const mendedName = ({ subject, findings }: AwaitingCertificate): string | undefined => {
  const mended = mendName(subject.name);
  return findings.some((finding) => finding.mended !== undefined) && mended !== subject.name ? mended : undefined;
};

/** Held back first, then what wants a look, then the rest in their order. */
const urgency = ({ holds, findings }: AwaitingCertificate): number =>
  holds ? 0 : findings.some(({ mended }) => mended !== undefined) ? 1 : findings.length > 0 ? 2 : 3;

const lookOf = (finding: NameFinding): { readonly tone: string; readonly glyph: GlyphName } => {
  if (finding.severity === 'stop') return { tone: 't-bad', glyph: 'refused' };
  return finding.code === 'two-lines' || finding.code === 'long'
    ? { tone: 't-info', glyph: 'capped' }
    : { tone: 't-warn', glyph: 'anomaly' };
};

export const useMend = (): ((
  names: readonly { readonly enrolmentId: string; readonly name: string }[],
) => Promise<string | undefined>) => {
  const { t, failure } = useText();
  const { tell } = useNotices();
  return async (names) => {
    const written = await mendAwardNames(names);
    if (!written.ok) return failure(written.error);
    tell({ tone: 'ok', text: t('certificates.names.mended', { count: names.length }), undo: true });
    return undefined;
  };
};

const Findings = ({ findings }: { readonly findings: readonly NameFinding[] }): ReactNode => {
  const { t } = useText();
  const [first] = findings;
  if (first === undefined) {
    return (
      <>
        <span className="t-ok">
          <Glyph name="pass" />
        </span>{' '}
        {t('certificates.names.fits')}
      </>
    );
  }
  const { tone, glyph } = lookOf(first);
  const words = findings.map(({ code, details }) => t(`certificate-names.${code}`, details)).join(' ');
  return (
    <span title={words}>
      <span className={tone}>
        <Glyph name={glyph} />
      </span>{' '}
      {words}
    </span>
  );
};

/** Double, leading and trailing spaces made visible; the reader hears the name as it is. */
const Spelled = ({ name }: { readonly name: string }): ReactNode =>
  name
    .split(/(\s{2,}|^\s+|\s+$)/u)
    .map((part, index) =>
      /^\s+$/u.test(part) && part.length > 0 && index % 2 === 1 ? (
        <u key={index}>{part.replace(/\s/gu, '\u00A0')}</u>
      ) : (
        part
      ),
    );

const Row = ({
  waiting,
  index,
  onSelect,
}: {
  readonly waiting: AwaitingCertificate;
  readonly index: number;
  readonly onSelect: (id: string) => void;
}): ReactNode => {
  const { t } = useText();
  const mend = useMend();
  const { subject, findings } = waiting;
  const mended = mendedName(waiting);
  const select = (): void => onSelect(subject.id);
  return (
    <>
      <span role="rowheader" className="cut">
        <button
          type="button"
          className="row-name cover cut"
          lang="und"
          data-row={index}
          title={subject.name}
          onFocus={select}
          onClick={select}
        >
          <Spelled name={subject.name} />
        </button>
      </span>
      <span role="cell" className="cut second">
        <Findings findings={findings} />
      </span>
      <span role="cell" className="num">
        {mended !== undefined && (
          <Button
            size="tiny"
            className="over"
            lang="und"
            aria-label={t('certificates.names.mendTo', { name: mended })}
            onClick={() => void mend([{ enrolmentId: subject.id, name: mended }])}
          >
            <span className="cut">{mended}</span>
          </Button>
        )}
      </span>
    </>
  );
};

/** So few names need no half of the page. */
const fewRows = 4;

type NamesSheetProps = {
  readonly waiting: readonly AwaitingCertificate[];
  readonly selected: string | undefined;
  readonly onSelect: (enrolmentId: string) => void;
};

/** Names of certificates not issued yet: as they will be printed, what was found, and what is proposed. */
export const NamesSheet = ({ waiting, selected, onSelect }: NamesSheetProps): ReactNode => {
  const { t } = useText();
  const mend = useMend();
  const rows = useMemo(() => waiting.toSorted((a, b) => urgency(a) - urgency(b)), [waiting]);
  const held = waiting.filter(({ holds }) => holds).length;
  const mendable = rows.flatMap((one) => {
    const name = mendedName(one);
    return name === undefined ? [] : [{ enrolmentId: one.subject.id, name }];
  });
  return (
    <Sheet
      className={rows.length <= fewRows ? 'cert-names few' : 'cert-names'}
      title={t('certificates.names.title')}
      count={
        held > 0
          ? t('certificates.names.held', { count: held })
          : t('certificates.names.clear', { count: waiting.length })
      }
      actions={
        mendable.length > 1 && (
          <Button size="small" onClick={() => void mend(mendable)}>
            {t('certificates.names.mendAll', { count: mendable.length })}
          </Button>
        )
      }
    >
      <RowList
        label={t('certificates.names.title')}
        items={rows}
        idOf={({ subject }) => subject.id}
        rowHeight={32}
        columns={`minmax(160px, 1fr) minmax(160px, 1.5fr) ${mendable.length === 0 ? '80px' : 'minmax(96px, 176px)'}`}
        least="480px"
        here={selected}
        head={
          <>
            <span role="columnheader">{t('certificates.names.asPrinted')}</span>
            <span role="columnheader">{t('certificates.names.found')}</span>
            <span role="columnheader" className="num">
              {t('certificates.names.proposed')}
            </span>
          </>
        }
        row={(one, index) => <Row waiting={one} index={index} onSelect={onSelect} />}
      />
    </Sheet>
  );
};
