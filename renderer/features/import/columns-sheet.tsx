import './columns-sheet.css';
import type { ReactNode } from 'react';
import type { DateStyle, ImportKind } from '#shared/domain/import/import-kinds.ts';
import type { ImportSubject } from '#shared/domain/import/guess-columns.ts';
import { possibleTargets } from '#shared/domain/import/guess-columns.ts';
import { withTarget } from '#shared/domain/import/moodle.ts';
import type { DateEvidence } from '#shared/domain/import/read-dates.ts';
import type { TableChoice, UnderstoodTable } from '#shared/domain/import/understand-table.ts';
import type { Failure } from '#shared/lib/result.ts';
import { Note } from '#renderer/ui/note.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { headingLabel, targetLabel } from './column-words.ts';

type ColumnsProps = {
  readonly kind: ImportKind;
  readonly programme: ImportSubject;
  readonly understood: UnderstoodTable;
  readonly error: Failure | undefined;
  readonly disabled: boolean;
  readonly onChoose: (choice: TableChoice) => void;
};

const evidenceKeys = { sure: 'dateSure', ambiguous: 'dateAmbiguous', mixed: 'dateMixed', none: 'dateNone' } as const;

const DateChoice = ({
  heading,
  style,
  evidence,
  disabled,
  onChoose,
}: {
  readonly heading: string;
  readonly style: DateStyle;
  readonly evidence: DateEvidence;
  readonly disabled: boolean;
  readonly onChoose: (style: DateStyle) => void;
}): ReactNode => {
  const { t } = useText();
  const doubtful = evidence.evidence === 'ambiguous' || evidence.evidence === 'mixed';
  if (evidence.evidence === 'none') return <small className="second">{t('import.dateNone')}</small>;
  return (
    <>
      <select
        className="field"
        aria-label={`${t('import.dates')}: ${heading}`}
        value={style}
        disabled={disabled}
        onChange={(event) => onChoose(event.target.value as DateStyle)}
      >
        <option value="day-first">{t('import.dayFirst')}</option>
        <option value="month-first">{t('import.monthFirst')}</option>
      </select>
      <small className={doubtful ? 't-warn' : 'second'}>{t(`import.${evidenceKeys[evidence.evidence]}`)}</small>
    </>
  );
};

type ColumnRowProps = Pick<ColumnsProps, 'programme' | 'understood' | 'disabled' | 'onChoose'> & {
  readonly heading: string;
  readonly place: number;
  readonly targets: readonly string[];
};

/** The first two values of a column. */
const examplesOf = ({ source }: UnderstoodTable, place: number): string =>
  source.rows
    .map(({ cells }) => (cells[place] ?? '').trim())
    .filter((value) => value !== '')
    .slice(0, 2)
    .join(' · ');

const ColumnRow = ({
  heading,
  place,
  targets,
  programme,
  understood,
  disabled,
  onChoose,
}: ColumnRowProps): ReactNode => {
  const text = useText();
  const { mapping, dates, dateStyles } = understood;
  const target = mapping[heading] ?? 'ignore';
  const label = headingLabel(text, heading);
  const evidence = dates[heading];
  const examples = examplesOf(understood, place);
  return (
    <li className={target === 'ignore' ? 'left-out' : ''}>
      <span className="heading">
        <b className="cut" title={label}>
          {label}
        </b>
        <small className="second cut" title={examples}>
          {examples}
        </small>
      </span>
      <select
        className="field"
        aria-label={`${label}: ${text.t('import.holds')}`}
        value={target}
        disabled={disabled}
        onChange={(event) => onChoose({ mapping: withTarget(mapping, heading, event.target.value) })}
      >
        {targets.map((each) => (
          <option key={each} value={each}>
            {targetLabel(text, each, programme)}
          </option>
        ))}
      </select>
      {evidence !== undefined && (
        <span className="dates">
          <DateChoice
            heading={label}
            style={dateStyles[heading] ?? 'day-first'}
            evidence={evidence}
            disabled={disabled}
            onChoose={(style) => onChoose({ dateStyles: { ...dateStyles, [heading]: style } })}
          />
        </span>
      )}
    </li>
  );
};

/** What each column of the file holds, with its first values; changing it plans anew. */
export const ColumnsSheet = ({ kind, programme, understood, error, disabled, onChoose }: ColumnsProps): ReactNode => {
  const { t, failure } = useText();
  const { source, mapping } = understood;
  const targets = possibleTargets(kind, programme);
  const used = Object.values(mapping).filter((target) => target !== 'ignore').length;
  return (
    <Sheet
      title={t('import.steps.columns')}
      count={t('import.mappedCount', { used, all: source.headings.length })}
      className="import-columns"
    >
      <div className="scroll">
        {error !== undefined && <Note tone="bad">{failure(error)}</Note>}
        {understood.remembered && <Note tone="info">{t('import.remembered')}</Note>}
        <ul>
          {source.headings.map((heading, place) => (
            <ColumnRow
              key={heading}
              heading={heading}
              place={place}
              targets={targets}
              programme={programme}
              understood={understood}
              disabled={disabled}
              onChoose={onChoose}
            />
          ))}
        </ul>
      </div>
    </Sheet>
  );
};
