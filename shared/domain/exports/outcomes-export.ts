import { message } from '../message.ts';
import type { OutcomeRow, OutcomeWave } from '../outcome-rows.ts';
import type { OutcomeReport } from '../outcomes.ts';
import { indicatorIds } from '../outcome-indicators.ts';
import type { IndicatorId } from '../outcome-indicators.ts';
import type { Question } from '../questionnaire.ts';
import { questionnaire } from '../questionnaire.ts';
import type { ColumnOf, ExportSheet, ExportWords } from './export-table.ts';
import { sheetOf } from './export-table.ts';

const title = (name: string) => message(`exports.column.${name}`);

type DataLine = { readonly row: OutcomeRow; readonly wave: OutcomeWave | undefined; readonly place: number };

/** What a written answer could give away stays out. */
const answered: readonly Question[] = questionnaire.filter(({ kind }) => kind === 'choice');

const answerOf = (question: Question, wave: OutcomeWave | undefined, { say }: ExportWords): string | undefined => {
  const choice = question.choices.find(({ value }) => value === wave?.answers[question.id]);
  return choice === undefined ? undefined : say(message(choice.labelKey));
};

/** A place in the file that says nothing of the person: rows are numbered after being sorted by what they show. */
const inPublicOrder = (rows: readonly OutcomeRow[]): readonly OutcomeRow[] => {
  const shown = ({ cycle, country, sex, ageBand, baseline, awarded, overall, waves }: OutcomeRow): string =>
    JSON.stringify([cycle, country, sex, ageBand, baseline, awarded, overall, waves]);
  return rows
    .map((row) => ({ row, key: shown(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row);
};

/** The raw answers without names, numbers, telephones, communities or written answers: a row an enrolment and wave. */
export const outcomeDataSheet = (rows: readonly OutcomeRow[], words: ExportWords): ExportSheet => {
  const { say } = words;
  const lines = inPublicOrder(rows).flatMap((row, index): readonly DataLine[] =>
    row.waves.length === 0
      ? [{ row, wave: undefined, place: index + 1 }]
      : row.waves.map((wave) => ({ row, wave, place: index + 1 })),
  );
  const yesNo = (value: boolean | undefined): string | undefined =>
    value === undefined ? undefined : say(message(value ? 'exports.yes' : 'exports.no'));
  const columns: readonly ColumnOf<DataLine>[] = [
    { title: title('row'), kind: 'number', cell: ({ place }) => place },
    { title: title('cycle'), cell: ({ row }) => row.cycle },
    { title: message('import.field.country'), cell: ({ row }) => row.country },
    { title: message('import.field.sex'), cell: ({ row }) => say(message(`exports.sex.${row.sex}`)) },
    { title: title('ageBand'), cell: ({ row }) => say(message(`exports.age.${row.ageBand}`)) },
    {
      title: title('baselineActivity'),
      width: 24,
      cell: ({ row }) =>
        row.baseline === undefined ? undefined : say(message(`questionnaire.activity.choice.${row.baseline}`)),
    },
    { title: message('import.field.secondaryDone'), cell: ({ row }) => yesNo(row.secondaryDone) },
    { title: title('awarded'), cell: ({ row }) => yesNo(row.awarded) },
    {
      title: title('overall'),
      kind: 'number',
      cell: ({ row }) => (row.overall === undefined ? undefined : row.overall / 10),
    },
    {
      title: title('wave'),
      cell: ({ wave }) =>
        wave === undefined ? undefined : say(message('followUpStates.wave', { count: wave.offsetMonths })),
    },
    { title: title('notFollowed'), cell: ({ wave }) => yesNo(wave?.lost) },
    { title: title('complete'), cell: ({ wave }) => yesNo(wave?.complete) },
    ...answered.map((question): ColumnOf<DataLine> => ({
      title: message(question.shortKey),
      width: 22,
      cell: ({ wave }) => answerOf(question, wave, words),
    })),
  ];
  return sheetOf(message('exports.sheet.outcomes'), columns, lines, words);
};

type IndicatorLine = { readonly report: OutcomeReport; readonly id: IndicatorId };

const share = (tenths: number | undefined): number | undefined => (tenths === undefined ? undefined : tenths / 10);

/** The indicators of every cycle and wave with all their parts; cells under five people hold no numbers. */
export const indicatorsSheet = (reports: readonly OutcomeReport[], words: ExportWords): ExportSheet => {
  const { say } = words;
  const lines = reports.flatMap((report) => indicatorIds.map((id): IndicatorLine => ({ report, id })));
  const shown = ({ report, id }: IndicatorLine) => {
    const found = report.indicators[id].estimate;
    return found.suppressed ? undefined : found;
  };
  const columns: readonly ColumnOf<IndicatorLine>[] = [
    { title: title('cycle'), cell: ({ report }) => report.selection.cycle },
    {
      title: title('wave'),
      cell: ({ report }) => say(message('followUpStates.wave', { count: report.selection.offsetMonths })),
    },
    { title: title('indicator'), width: 30, cell: ({ id }) => say(message(`outcomeIndicators.${id}.title`)) },
    { title: title('count'), kind: 'number', cell: (line) => shown(line)?.count },
    { title: title('known'), kind: 'number', cell: (line) => shown(line)?.known },
    { title: title('base'), kind: 'number', cell: (line) => shown(line)?.base },
    { title: title('share'), kind: 'number', cell: (line) => share(shown(line)?.share) },
    { title: title('intervalLow'), kind: 'number', cell: (line) => share(shown(line)?.interval.low) },
    { title: title('intervalHigh'), kind: 'number', cell: (line) => share(shown(line)?.interval.high) },
    { title: title('boundLow'), kind: 'number', cell: (line) => share(shown(line)?.bounds.low) },
    { title: title('boundHigh'), kind: 'number', cell: (line) => share(shown(line)?.bounds.high) },
    {
      title: title('remark'),
      width: 34,
      cell: ({ report, id }) => {
        const found = report.indicators[id].estimate;
        if (found.suppressed) return say(message(`outcomeIndicators.suppressed.${found.because}`));
        return found.indicative ? say(message('outcomeIndicators.indicative')) : undefined;
      },
    },
    { title: title('definition'), width: 80, cell: ({ report, id }) => say(report.indicators[id].definition) },
  ];
  return sheetOf(message('exports.sheet.indicators'), columns, lines, words);
};
