import { groupBy } from '#shared/lib/group-by.ts';
import { message } from '../message.ts';
import type { OutcomeRow, OutcomeWave } from '../outcome-rows.ts';
import type { Question } from '../questionnaire.ts';
import { questionnaire } from '../questionnaire.ts';
import { suppressedBelow } from '../statistics.ts';
import type { ColumnOf, ExportWords } from './export-table.ts';

const title = (name: string) => message(`exports.column.${name}`);

/** One enrolment in one wave, de-identified; `place` numbers the rows after they were sorted by what they show. */
export type OutcomeLine = { readonly row: OutcomeRow; readonly wave: OutcomeWave | undefined; readonly place: number };

/** What a written answer could give away stays out. */
const answered: readonly Question[] = questionnaire.filter(({ kind }) => kind === 'choice');

const answerOf = (question: Question, wave: OutcomeWave | undefined, { say }: ExportWords): string | undefined => {
  const choice = question.choices.find(({ value }) => value === wave?.answers[question.id]);
  return choice === undefined ? undefined : say(message(choice.labelKey));
};

/** What is shown of someone apart from answers and results: by this a person could be recognised. */
const shownOf = ({ cycle, country, site, sex, ageBand, baseline }: OutcomeRow): string =>
  JSON.stringify([cycle, country, site, sex, ageBand, baseline]);

/** A place in the file that says nothing of the person: rows are numbered after being sorted by what they show. */
const inPublicOrder = (rows: readonly OutcomeRow[]): readonly OutcomeRow[] => {
  const shown = (row: OutcomeRow): string => shownOf(row) + JSON.stringify([row.awarded, row.overall, row.waves]);
  return rows
    .map((row) => ({ row, key: shown(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row);
};

/** Sites where fewer than five began are left out of the data: the country is enough. */
const withoutSmallSites = (rows: readonly OutcomeRow[]): readonly OutcomeRow[] => {
  const siteOf = ({ cycle, country, site }: OutcomeRow): string => JSON.stringify([cycle, country, site]);
  const sizes = new Map([...groupBy(rows, siteOf)].map(([site, own]) => [site, own.length]));
  return rows.map((row) => {
    if (row.site === undefined || (sizes.get(siteOf(row)) ?? 0) >= suppressedBelow) return row;
    const { site: _site, ...rest } = row;
    return rest;
  });
};

/** The lines of the data without names, numbers, telephones, communities or written answers: one an enrolment and wave. */
export const outcomeLines = (rows: readonly OutcomeRow[]): readonly OutcomeLine[] =>
  inPublicOrder(withoutSmallSites(rows)).flatMap((row, index): readonly OutcomeLine[] =>
    row.waves.length === 0
      ? [{ row, wave: undefined, place: index + 1 }]
      : row.waves.map((wave) => ({ row, wave, place: index + 1 })),
  );

/** How many people of the data stand in a group of fewer than five by cycle, country, site, sex, age band and baseline: they could be recognised. */
export const peopleInSmallCells = (lines: readonly OutcomeLine[]): number => {
  const people = new Map(lines.map(({ row, place }) => [place, row]));
  return [...groupBy(people.values(), shownOf).values()]
    .filter((group) => group.length < suppressedBelow)
    .reduce((sum, group) => sum + group.length, 0);
};

/** The columns of the de-identified data. */
export const outcomeColumns = (words: ExportWords): readonly ColumnOf<OutcomeLine>[] => {
  const { say } = words;
  const yesNo = (value: boolean | undefined): string | undefined =>
    value === undefined ? undefined : say(message(value ? 'exports.yes' : 'exports.no'));
  return [
    { title: title('row'), kind: 'number', cell: ({ place }) => place },
    { title: title('cycle'), cell: ({ row }) => row.cycle },
    { title: message('import.field.country'), cell: ({ row }) => row.country },
    { title: message('import.field.site'), cell: ({ row }) => row.site },
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
      cell: ({ row }) => (row.overall === undefined ? undefined : Math.floor((row.overall + 5) / 10)),
    },
    {
      title: title('wave'),
      cell: ({ wave }) =>
        wave === undefined ? undefined : say(message('followUpStates.wave', { count: wave.offsetMonths })),
    },
    { title: title('notFollowed'), cell: ({ wave }) => yesNo(wave?.lost) },
    { title: title('complete'), cell: ({ wave }) => yesNo(wave?.complete) },
    ...answered.map((question): ColumnOf<OutcomeLine> => ({
      title: message(question.shortKey),
      width: 22,
      cell: ({ wave }) => answerOf(question, wave, words),
    })),
  ];
};
