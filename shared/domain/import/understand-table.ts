import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { callsOfARow, formNames, hiddenHeadings } from '../enumerator/form-fields.ts';
import type { ImportSubject } from './guess-columns.ts';
import { guessMapping, guessTarget, possibleTargets } from './guess-columns.ts';
import { readWorksheet } from '../worksheets/read-worksheet.ts';
import type { Worksheet } from '../worksheets/read-worksheet.ts';
import type { ColumnMapping, DateStyle, ImportKind, SourceTable } from './import-kinds.ts';
import type { MoodleFile } from './moodle.ts';
import { moodleFileOf } from './moodle.ts';
import type { DateEvidence } from './read-dates.ts';
import { findDateStyle } from './read-dates.ts';
import { cutSheet, findHeaderRow, mappingKey } from './source-table.ts';

/** A file's sheets as rows of text. */
export type TextTable = {
  readonly sheets: readonly {
    readonly name: string;
    readonly rows: readonly (readonly string[])[];
    readonly hidden?: boolean | undefined;
  }[];
};

/** What a person chose instead of what was found. `headerRow` counts from 0. */
export type TableChoice = {
  readonly sheet?: number;
  readonly headerRow?: number;
  readonly mapping?: ColumnMapping;
  readonly dateStyles?: Readonly<Record<string, DateStyle>>;
};

/** How a file is understood: which sheet, where its headings are, what its columns hold and how its dates are written. */
export type UnderstoodTable = {
  readonly sheet: number;
  readonly headerRow: number;
  readonly source: SourceTable;
  readonly mapping: ColumnMapping;
  /** True where the mapping was remembered from an earlier file with the same headings. */
  readonly remembered: boolean;
  readonly dateStyles: Readonly<Record<string, DateStyle>>;
  /** What the dates of each column that holds dates show of their style. */
  readonly dates: Readonly<Record<string, DateEvidence>>;
  /** Which of Moodle's files it is, where it is one. */
  readonly moodle?: MoodleFile;
  /** The worksheet, where a file was to be read as one and is. */
  readonly worksheet?: Worksheet;
};

const dateTargets = new Set([
  ...['born', 'enrolledOn', 'nameConfirmedOn', 'received', 'graduation', 'awardedOn', 'cohortStarts', 'nextCall'],
  ...callsOfARow.map((place) => `callOn${place}`),
]);

/** True where a column with this target holds dates. */
export const holdsDates = (target: string): boolean => dateTargets.has(target) || target.startsWith('sign-off:');

const dateEvidence = (source: SourceTable, mapping: ColumnMapping): Readonly<Record<string, DateEvidence>> =>
  Object.fromEntries(
    source.headings.flatMap((heading, place) =>
      holdsDates(mapping[heading] ?? 'ignore')
        ? [[heading, findDateStyle(source.rows.map(({ cells }) => cells[place] ?? ''))]]
        : [],
    ),
  );

/** A worksheet says itself what it holds. */
const understandWorksheet = (table: TextTable): UnderstoodTable => {
  const worksheet = readWorksheet(table.sheets);
  const rows = worksheet?.sheets.flatMap((sheet) => sheet.rows) ?? [];
  const none = { sheet: 0, headerRow: 0, mapping: {}, remembered: false, dateStyles: {}, dates: {} };
  return { ...none, source: { headings: [], rows }, ...(worksheet === undefined ? {} : { worksheet }) };
};

/** An enumerator's sheet or the export of a phone form names its alumni in a column of ours, within groups or not. */
const namesAlumni = (heading: string): boolean =>
  heading === hiddenHeadings.alumnus || heading.split(/[/-]/).at(-1) === formNames.alumnus;

/**
 * What a file is by itself, as far as it says: a worksheet or interviews of ours, or one of Moodle's files, which are marks. Undefined where only a person can know.
 */
export const recogniseKind = (table: TextTable): ImportKind | undefined => {
  if (readWorksheet(table.sheets) !== undefined) return 'worksheet';
  const first = table.sheets.find(({ hidden }) => hidden !== true)?.rows ?? [];
  if (first.slice(0, 20).some((row) => row.some(namesAlumni))) return 'follow-up';
  return first.slice(0, 3).some((row) => moodleFileOf(row) !== undefined) ? 'marks' : undefined;
};

/**
 * Understands a file: the sheet and row with most headings that are known, the mapping remembered for these headings (`mappings` by `mappingKey`) or
 * guessed from them, and for each column of dates their style. A choice stands above whatever was found.
 */
export const understandTable = (
  table: TextTable,
  kind: ImportKind,
  programme: ImportSubject,
  mappings: Readonly<Record<string, ColumnMapping>>,
  choice: TableChoice = {},
): UnderstoodTable => {
  if (kind === 'worksheet') return understandWorksheet(table);
  const isKnown = (heading: string): boolean => guessTarget(heading, kind, programme) !== undefined;
  const known = table.sheets.map(({ rows, hidden }) =>
    hidden === true ? 0 : (rows[findHeaderRow(rows, isKnown)] ?? []).filter(isKnown).length,
  );
  const sheet = choice.sheet ?? Math.max(0, known.indexOf(Math.max(0, ...known)));
  const rows = table.sheets[sheet]?.rows ?? [];
  const headerRow = choice.headerRow ?? findHeaderRow(rows, isKnown);
  const source = cutSheet(rows, headerRow);
  const remembered = mappings[mappingKey(kind, source.headings)];
  const guessed = guessMapping(kind, source.headings, programme, remembered, table.sheets[sheet]?.name);
  const moodle = kind === 'marks' ? moodleFileOf(source.headings) : undefined;
  const mapping =
    choice.mapping === undefined
      ? guessed
      : Object.fromEntries(source.headings.map((heading) => [heading, choice.mapping?.[heading] ?? 'ignore']));
  const dates = dateEvidence(source, mapping);
  const found = Object.fromEntries(Object.entries(dates).map(([heading, { style }]) => [heading, style]));
  return {
    sheet,
    headerRow,
    source,
    mapping,
    remembered: remembered !== undefined,
    dateStyles: { ...found, ...choice.dateStyles },
    dates,
    ...(moodle === undefined ? {} : { moodle }),
  };
};

/** Why an understood table cannot be imported yet. */
export type MappingFailure = Failure<
  | 'import-no-key'
  | 'import-no-names'
  | 'import-no-cells'
  | 'import-no-rows'
  | 'import-no-worksheet'
  | 'import-no-cohort-code'
  | 'import-no-answers'
  | 'mapping-column-unknown'
  | 'mapping-field-unknown'
  | 'mapping-field-twice'
>;

/** Checks that the columns needed are there: names (or numbers) for learners; for marks and hours also at least one column of them. */
export const checkMapping = (
  { source, mapping, worksheet }: Pick<UnderstoodTable, 'source' | 'mapping' | 'worksheet'>,
  kind: ImportKind,
  programme: ImportSubject,
): Result<undefined, MappingFailure> => {
  if (kind === 'worksheet') return worksheet === undefined ? fail('import-no-worksheet') : ok(undefined);
  const targets = Object.values(mapping).filter((target) => target !== 'ignore');
  const possible = new Set(possibleTargets(kind, programme));
  const unknown = targets.find((target) => !possible.has(target));
  if (unknown !== undefined) return fail('mapping-field-unknown', { field: unknown });
  const twice = targets.find((target, index) => targets.indexOf(target) !== index);
  if (twice !== undefined)
    return fail('mapping-field-twice', {
      columns: Object.keys(mapping)
        .filter((heading) => mapping[heading] === twice)
        .join(', '),
    });
  if (source.rows.length === 0) return fail('import-no-rows');
  const hasKey = ['alumnus', 'email', 'number', 'name', 'nameFamilyFirst', 'givenNames', 'familyName'].some((field) =>
    targets.includes(field),
  );
  if (!hasKey) return fail(kind === 'learners' || kind === 'alumni' ? 'import-no-names' : 'import-no-key');
  if (kind === 'alumni') return targets.includes('cohortCode') ? ok(undefined) : fail('import-no-cohort-code');
  const brings = (target: string): boolean => target.includes(':') || target.startsWith('callResult');
  return kind === 'learners' || targets.some(brings)
    ? ok(undefined)
    : fail(kind === 'follow-up' ? 'import-no-answers' : 'import-no-cells');
};

/** Checks that every heading of a mapping from a file is one of the table's. */
export const checkHeadings = (mapping: ColumnMapping, source: SourceTable): Result<undefined, MappingFailure> => {
  const missing = Object.keys(mapping).find((heading) => !source.headings.includes(heading));
  return missing === undefined ? ok(undefined) : fail('mapping-column-unknown', { column: missing });
};
