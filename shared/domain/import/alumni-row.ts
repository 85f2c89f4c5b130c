import { fold } from '#shared/lib/fold.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { ModuleId } from '../ids.ts';
import type { Module } from '../programmes.ts';
import type { CellProblem, SourceRow, Understanding } from './import-kinds.ts';
import { readCountry } from './read-choices.ts';
import { readDate } from './read-dates.ts';
import type { LearnerRow } from './read-learner-row.ts';
import { given, readLearnerRow } from './read-learner-row.ts';
import type { ReadCell } from './row-cells.ts';
import { problem } from './row-cells.ts';

/** What a row says of the cohort of an earlier cycle. `country` is ISO 3166-1 alpha-2. */
export type CohortValues = {
  readonly code: string;
  readonly country?: string;
  readonly cycle?: string;
  readonly starts?: IsoDate;
  readonly graduation?: IsoDate;
  readonly enrolled?: number;
};

/** What a row says of the award; results are per cent in tenths. */
export type AwardValues = {
  readonly awardedOn?: IsoDate;
  readonly overall?: number;
  readonly results: Readonly<Record<ModuleId, number>>;
  readonly certificateNumber?: string;
};

/** One row of a file of alumni, understood. */
export type AlumniRow = { readonly learner: LearnerRow; readonly cohort: CohortValues; readonly award: AwardValues };

/** What people write where they do not know, in English, French, Portuguese and Swahili. It is a gap, not an answer. */
const unknownWords = new Set(
  'not known, unknown, no information, not recorded, not asked, inconnu, inconnue, pas connu, non connu, non renseigne, desconhecido, desconhecida, nao conhecido, nao se sabe, sem informacao, haijulikani, hakuna taarifa'.split(
    ', ',
  ),
);

const withoutUnknown =
  (readCell: ReadCell): ReadCell =>
  (row, target) => {
    const cell = readCell(row, target);
    return cell === undefined || unknownWords.has(fold(cell.text)) ? undefined : cell;
  };

/** Reads a result in per cent, `67.5`, `67,5` or `67.5 %`, as tenths; undefined where it is none or lies outside 0 to 100. */
const readPercent = (text: string): number | undefined => {
  const found = /^(\d{1,3})(?:[.,](\d+))?\s*%?$/.exec(text.trim());
  if (found === null) return undefined;
  const tenths = Math.round(Number(`${found[1] ?? ''}.${found[2] ?? '0'}`) * 10);
  return tenths <= 1000 ? tenths : undefined;
};

const readCount = (text: string): number | undefined => (/^\d{1,6}$/.test(text) ? Number(text) : undefined);

/** Understands one row of a file of alumni; whatever cannot be read is a problem with its column and value. */
export const readAlumniRow = (
  row: SourceRow,
  readCellAsGiven: ReadCell,
  understanding: Understanding,
  modules: readonly Pick<Module, 'id'>[],
): AlumniRow => {
  const readCell = withoutUnknown(readCellAsGiven);
  const learner = readLearnerRow(row, readCell, understanding);
  const problems: CellProblem[] = [...learner.problems];
  const pick = <T>(field: string, code: string, read: (text: string) => T | undefined): T | undefined => {
    const cell = readCell(row, field);
    const value = cell === undefined ? undefined : read(cell.text);
    if (cell !== undefined && value === undefined) problems.push(problem(cell, code));
    return value;
  };
  const day = (field: string): IsoDate | undefined => {
    const cell = readCell(row, field);
    if (cell === undefined) return undefined;
    const read = readDate(cell.text, understanding.dateStyles[cell.column] ?? 'day-first', understanding.today);
    if (!read.ok) problems.push(problem(cell, read.error.code));
    else if (read.value > understanding.today) problems.push(problem(cell, 'date-in-future'));
    else return read.value;
    return undefined;
  };
  const results = modules.flatMap(({ id }) => {
    const result = pick(`result:${id}`, 'not-a-per-cent', readPercent);
    return result === undefined ? [] : [[id, result] as const];
  });
  const cohort: CohortValues = {
    code: readCell(row, 'cohortCode')?.text ?? '',
    ...given<Omit<CohortValues, 'code'>>({
      country: pick('cohortCountry', 'not-a-country', readCountry) ?? learner.person.country,
      cycle: readCell(row, 'cycle')?.text,
      starts: day('cohortStarts'),
      graduation: day('graduation'),
      enrolled: pick('enrolledThen', 'not-a-count', readCount),
    }),
  };
  const award: AwardValues = {
    ...given<Omit<AwardValues, 'results'>>({
      awardedOn: day('awardedOn'),
      overall: pick('result', 'not-a-per-cent', readPercent),
      certificateNumber: readCell(row, 'certificateNumber')?.text,
    }),
    results: Object.fromEntries(results),
  };
  return { learner: { ...learner, problems }, cohort, award };
};
