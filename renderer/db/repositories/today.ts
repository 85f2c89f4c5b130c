import type { AwardList } from '#shared/domain/awards.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { Eligibility } from '#shared/domain/eligibility.ts';
import { eligibility, lacksOnlyName } from '#shared/domain/eligibility.ts';
import type { Cell, MarkSheet } from '#shared/domain/marks.ts';
import type { Enrolment } from '#shared/domain/people.ts';
import { isCurrent } from '#shared/domain/people.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { daysBetween } from '#shared/lib/dates.ts';
import { listByCohort, listRecords } from '../records.ts';
import { writeState } from '../write-state.ts';
import { listAlumni } from './follow-ups.ts';

/** Days after which a script with its marker is our delay (domain.md 6). */
const delayDays = 21;

/** A window that closes within so many days is worth a reminder. */
const closingDays = 14;

/** How far a module is: how many of its marks are known, of how many expected. */
export type ModuleProgress = { readonly number: number; readonly known: number; readonly expected: number };

/** A cohort at work: where it stands on its course line and what in it waits for somebody. Counts are of scripts or learners. */
export type CohortToday = {
  readonly cohort: Cohort;
  readonly learners: number;
  readonly modules: readonly ModuleProgress[];
  /** The module being worked on, from 1; 0 before the start, one past the last when all marks are known. */
  readonly now: number;
  readonly toMark: number;
  readonly delayed: { readonly count: number; readonly longest: number; readonly marker?: string };
  readonly eligible: number;
  readonly lacking: number;
  readonly unconfirmed: number;
  readonly frozen: boolean;
};

/** Calls that can be made today: how many, in which waves (months after graduation), in which cohorts. */
export type CallsToday = {
  readonly count: number;
  /** How many were given to the person at work, asked for today or before, and are in a window that closes soon. */
  readonly mine: number;
  readonly agreed: number;
  readonly closing: number;
  readonly months: readonly number[];
  readonly cohortCodes: readonly string[];
};

const unmarked = (cell: Cell | undefined): boolean => {
  const last = cell?.attempts.at(-1);
  return (
    last !== undefined &&
    cell?.outcome === undefined &&
    last.value === undefined &&
    (last.state === 'received' || last.state === 'with-marker')
  );
};

/** A query or an extension hides whatever mark stands below it. */
const isKnown = (cell: Cell | undefined): boolean => {
  if (cell?.outcome !== undefined) return cell.outcome === 'NS' || cell.outcome === 'EX';
  return cell?.attempts.some(({ value }) => value !== undefined) === true;
};

/** How far each module is over the mark sheets of current learners. */
export const progressOf = (
  programme: ProgrammeVersion,
  sheets: readonly (MarkSheet | undefined)[],
): readonly ModuleProgress[] =>
  programme.modules.map(({ number, assignments }) => ({
    number,
    known: sheets.reduce((sum, sheet) => sum + assignments.filter(({ id }) => isKnown(sheet?.cells[id])).length, 0),
    expected: sheets.length * assignments.length,
  }));

/** The station of the course line on which a cohort stands: 0 before the start, one past the last when all marks are known. */
export const stationOf = (cohort: Cohort, modules: readonly ModuleProgress[], today: IsoDate): number => {
  if (cohort.starts > today && modules.every(({ known }) => known === 0)) return 0;
  const open = modules.findIndex(({ known, expected }) => known < expected || expected === 0);
  return open < 0 ? modules.length + 1 : open + 1;
};

const delayOf = (sheets: readonly (MarkSheet | undefined)[], today: IsoDate): CohortToday['delayed'] => {
  const late = sheets
    .flatMap((sheet) => Object.values(sheet?.cells ?? {}))
    .filter(unmarked)
    .flatMap((cell) => {
      const last = cell.attempts.at(-1);
      if (last?.state !== 'with-marker' || last.withMarkerSince === undefined) return [];
      return [{ days: daysBetween(last.withMarkerSince, today), marker: last.marker }];
    })
    .filter(({ days }) => days > delayDays)
    .sort((a, b) => b.days - a.days);
  const [longest] = late;
  return {
    count: late.length,
    longest: longest?.days ?? 0,
    ...(longest?.marker === undefined ? {} : { marker: longest.marker }),
  };
};

type Content = {
  readonly cohort: Cohort;
  readonly programme: ProgrammeVersion;
  readonly enrolments: readonly Enrolment[];
  readonly sheets: ReadonlyMap<string, MarkSheet>;
  readonly results: readonly Eligibility[];
  readonly lists: readonly AwardList[];
};

const readContent = async (cohort: Cohort, programme: ProgrammeVersion): Promise<Content> => {
  const [enrolments, sheets, registers, lists] = await Promise.all([
    listByCohort('enrolments', cohort.id),
    listByCohort('sheets', cohort.id),
    listByCohort('registers', cohort.id),
    listByCohort('awardLists', cohort.id),
  ]);
  const current = enrolments.filter(({ status }) => isCurrent(status));
  const sheetOf = new Map(sheets.map((sheet) => [sheet.id as string, sheet]));
  const registerOf = new Map(registers.map((register) => [register.id as string, register]));
  const results =
    lists.length > 0
      ? []
      : current.map((enrolment) =>
          eligibility({
            programme,
            cohort,
            sheet: sheetOf.get(enrolment.id),
            enrolment,
            register: registerOf.get(enrolment.id),
          }),
        );
  return { cohort, programme, enrolments: current, sheets: sheetOf, results, lists };
};

const cohortToday = (
  { cohort, programme, enrolments, sheets, results, lists }: Content,
  today: IsoDate,
): CohortToday => {
  const own = enrolments.map(({ id }) => sheets.get(id));
  const modules = progressOf(programme, own);
  const eligible = results.filter((result) => result.eligible).length;
  const unconfirmed = results.filter(lacksOnlyName).length;
  return {
    cohort,
    learners: enrolments.length,
    modules,
    now: stationOf(cohort, modules, today),
    toMark: own.reduce((sum, sheet) => sum + Object.values(sheet?.cells ?? {}).filter(unmarked).length, 0),
    delayed: delayOf(own, today),
    eligible,
    lacking: results.length - eligible,
    unconfirmed,
    frozen: lists.length > 0,
  };
};

/** Cohorts without a graduation in the past, latest start first, each with what waits in it. The cost follows the cohorts at work, not the whole database. */
export const readCohortsToday = async (today: IsoDate): Promise<readonly CohortToday[]> => {
  const [programmes, cohorts] = await Promise.all([listRecords('programmes'), listRecords('cohorts')]);
  const programmeOf = new Map(programmes.map((programme) => [programme.id, programme]));
  const atWork = cohorts.filter(({ graduation }) => graduation === undefined || graduation >= today);
  const read = await Promise.all(
    atWork.flatMap((cohort) => {
      const programme = programmeOf.get(cohort.programmeId);
      return programme === undefined ? [] : [readContent(cohort, programme)];
    }),
  );
  return read
    .map((content) => cohortToday(content, today))
    .sort((a, b) => (a.cohort.starts < b.cohort.starts ? 1 : -1));
};

/** The follow-up calls that can be made today. Reads only cohorts with an open wave. */
export const readCallsToday = async (today: IsoDate): Promise<CallsToday> => {
  const due = (await listAlumni({ today })).filter(({ callable, callOn }) => callable && callOn <= today);
  return {
    count: due.length,
    mine: due.filter(({ caller }) => caller !== undefined && caller === writeState().author.name).length,
    agreed: due.filter(({ tries, callOn }) => tries.at(-1)?.next !== undefined && callOn <= today).length,
    closing: due.filter(({ closes }) => daysBetween(today, closes) <= closingDays).length,
    months: [...new Set(due.map(({ wave }) => wave.offsetMonths))].sort((a, b) => a - b),
    cohortCodes: [...new Set(due.map(({ cohortCode }) => cohortCode))],
  };
};

/** How many cohorts there are, at work or not. */
export const countCohorts = async (): Promise<number> => (await listRecords('cohorts')).length;
