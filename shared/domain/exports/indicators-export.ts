import { message } from '../message.ts';
import { outcomeDefinitions } from '../outcome-definitions.ts';
import type { IndicatorId } from '../outcome-indicators.ts';
import { indicatorIds } from '../outcome-indicators.ts';
import type { Indicators, OutcomeReport } from '../outcomes.ts';
import { textIn } from '../questionnaire-design.ts';
import { standardQuestion } from '../questionnaire-standard.ts';
import type { Question } from '../questionnaire.ts';
import { questionnaire } from '../questionnaire.ts';
import type { Estimate } from '../statistics.ts';
import type { ColumnOf, ExportSheet, ExportWords } from './export-table.ts';
import { sheetOf } from './export-table.ts';

const title = (name: string) => message(`exports.column.${name}`);

type Line = {
  readonly report: OutcomeReport;
  readonly country?: string;
  readonly name: ReturnType<typeof message>;
  readonly definition: ReturnType<typeof message>;
  readonly estimate: Estimate;
};

const share = (tenths: number | undefined): number | undefined => (tenths === undefined ? undefined : tenths / 10);

const shown = ({ estimate }: Line) => (estimate.suppressed ? undefined : estimate);

const figureColumns = ({ say }: ExportWords): readonly ColumnOf<Line>[] => [
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
    cell: ({ estimate }) => {
      if (estimate.suppressed) return say(message(`outcomeIndicators.suppressed.${estimate.because}`));
      return estimate.indicative ? say(message('outcomeIndicators.indicative')) : undefined;
    },
  },
  { title: title('definition'), width: 80, cell: ({ definition }) => say(definition) },
];

const timeColumns = ({ say }: ExportWords): readonly ColumnOf<Line>[] => [
  { title: title('cycle'), cell: ({ report }) => report.selection.cycle },
  {
    title: title('wave'),
    cell: ({ report }) => say(message('followUpStates.wave', { count: report.selection.offsetMonths })),
  },
];

const indicatorColumn = ({ say }: ExportWords): ColumnOf<Line> => ({
  title: title('indicator'),
  width: 34,
  cell: ({ name }) => say(name),
});

/** Placement is listed once a definition, below. */
const plainIds: readonly IndicatorId[] = indicatorIds.filter((id) => id !== 'placement');

const lineOf = (report: OutcomeReport, indicators: Indicators, id: IndicatorId, country?: string): Line => ({
  report,
  name: message(
    id === 'placement'
      ? `outcomeDefinitions.${report.selection.definition ?? 'programme'}.title`
      : `outcomeIndicators.${id}.title`,
  ),
  definition: indicators[id].definition,
  estimate: indicators[id].estimate,
  ...(country === undefined ? {} : { country }),
});

/** The indicators of every cycle and wave with all their parts, placement by every definition; cells under five people hold no numbers. */
export const indicatorsSheet = (reports: readonly OutcomeReport[], words: ExportWords): ExportSheet =>
  sheetOf(
    message('exports.sheet.indicators'),
    [...timeColumns(words), indicatorColumn(words), ...figureColumns(words)],
    reports.flatMap((report) => [
      ...plainIds.map((id) => lineOf(report, report.indicators, id)),
      ...outcomeDefinitions.map((name): Line => ({
        report,
        name: message(`outcomeDefinitions.${name}.title`),
        definition: message(`outcomeDefinitions.${name}.definition`),
        estimate: report.placements[name],
      })),
    ]),
    words,
  );

/** The indicators by country; a country is hidden too where another could be worked out from it and the whole. */
export const countriesSheet = (reports: readonly OutcomeReport[], words: ExportWords): ExportSheet =>
  sheetOf(
    message('exports.sheet.countries'),
    [
      ...timeColumns(words),
      { title: message('import.field.country'), cell: ({ country }) => country },
      indicatorColumn(words),
      ...figureColumns(words),
    ],
    reports.flatMap((report) =>
      report.byCountry.flatMap(({ country, indicators }) =>
        indicatorIds.map((id) => lineOf(report, indicators, id, country)),
      ),
    ),
    words,
  );

type CodeLine = { readonly column: string; readonly value: string; readonly meaning: string };

const fixedColumns = [
  'row',
  'cycle',
  'country',
  'site',
  'sex',
  'ageBand',
  'baselineActivity',
  'secondaryDone',
  'awarded',
  'overall',
  'wave',
  'notFollowed',
  'complete',
] as const;
const fromImport: readonly string[] = ['country', 'site', 'sex', 'secondaryDone'];

const answerLines = (question: Question, { say, language }: ExportWords): readonly CodeLine[] => [
  {
    column: say(message(question.shortKey)),
    value: '',
    meaning: say(
      message(`exports.codebook.question`, {
        id: question.id,
        text: textIn(standardQuestion(question.id)?.say, language),
      }),
    ),
  },
  ...question.choices.map(({ value, labelKey }) => ({
    column: '',
    value: say(message(labelKey)),
    meaning: value,
  })),
];

/** What every column of the data means, the answers with their codes, and how every indicator is computed. */
export const codebookSheet = (words: ExportWords): ExportSheet => {
  const { say } = words;
  const heading = (name: string): string =>
    say(fromImport.includes(name) ? message(`import.field.${name}`) : title(name));
  const lines: readonly CodeLine[] = [
    ...fixedColumns.map((name) => ({
      column: heading(name),
      value: '',
      meaning: say(message(`exports.codebook.${name}`)),
    })),
    ...questionnaire.filter(({ kind }) => kind === 'choice').flatMap((question) => answerLines(question, words)),
    ...plainIds.map((id) => ({
      column: say(message(`outcomeIndicators.${id}.title`)),
      value: '',
      meaning: say(message(`outcomeIndicators.${id}.definition`)),
    })),
    ...outcomeDefinitions.map((name) => ({
      column: say(message(`outcomeDefinitions.${name}.title`)),
      value: '',
      meaning: say(message(`outcomeDefinitions.${name}.definition`)),
    })),
  ];
  return sheetOf(
    message('exports.sheet.codebook'),
    [
      { title: title('codeColumn'), width: 34, cell: ({ column }) => column },
      { title: title('codeValue'), width: 28, cell: ({ value }) => value },
      { title: title('codeMeaning'), width: 90, cell: ({ meaning }) => meaning },
    ],
    lines,
    words,
  );
};
