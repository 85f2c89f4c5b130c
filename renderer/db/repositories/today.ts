import type { Register } from '#shared/domain/attendance.ts';
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

/** Days after which a script with its marker is our delay (domain.md 6). */
const delayDays = 21;

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

/** What of a cohort at work was read to say where it stands: current learners, their mark sheets and registers by enrolment. */
export type CohortContent = {
  readonly cohort: Cohort;
  readonly programme: ProgrammeVersion;
  readonly enrolments: readonly Enrolment[];
  readonly sheets: ReadonlyMap<string, MarkSheet>;
  readonly registers: ReadonlyMap<string, Register>;
  readonly lists: readonly AwardList[];
};

/** The cohorts at work, latest start first, with what was read of them, and how many cohorts there are, at work or not. */
type Today = {
  readonly cohorts: readonly CohortToday[];
  readonly contents: readonly CohortContent[];
  readonly total: number;
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

const readContent = async (cohort: Cohort, programme: ProgrammeVersion): Promise<CohortContent> => {
  const [enrolments, sheets, registers, lists] = await Promise.all([
    listByCohort('enrolments', cohort.id),
    listByCohort('sheets', cohort.id),
    listByCohort('registers', cohort.id),
    listByCohort('awardLists', cohort.id),
  ]);
  return {
    cohort,
    programme,
    enrolments: enrolments.filter(({ status }) => isCurrent(status)),
    sheets: new Map(sheets.map((sheet) => [sheet.id, sheet])),
    registers: new Map(registers.map((register) => [register.id, register])),
    lists,
  };
};

/** What each learner lacks; nobody asks once the award list is frozen. */
const resultsOf = ({
  cohort,
  programme,
  enrolments,
  sheets,
  registers,
  lists,
}: CohortContent): readonly Eligibility[] =>
  lists.length > 0
    ? []
    : enrolments.map((enrolment) =>
        eligibility({
          programme,
          cohort,
          sheet: sheets.get(enrolment.id),
          enrolment,
          register: registers.get(enrolment.id),
        }),
      );

const cohortToday = (content: CohortContent, today: IsoDate): CohortToday => {
  const { cohort, programme, enrolments, sheets, lists } = content;
  const results = resultsOf(content);
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

let kept: { readonly day: IsoDate; readonly seq: number; readonly today: Today } | undefined;

/** What `readToday` found last, where nothing was written since: a screen shows it at once, while it asks again. */
export const knownToday = (day: IsoDate): Today | undefined => {
  const { head, waiting } = writeState();
  return kept?.day === day && waiting === 0 && kept.seq === head.seq ? kept.today : undefined;
};

/** Cohorts without a graduation in the past, latest start first, each with what waits in it. The cost follows the cohorts at work, not the whole database. */
export const readToday = async (day: IsoDate): Promise<Today> => {
  const { seq } = writeState().head;
  const [programmes, cohorts] = await Promise.all([listRecords('programmes'), listRecords('cohorts')]);
  const programmeOf = new Map(programmes.map((programme) => [programme.id, programme]));
  const contents = await Promise.all(
    cohorts
      .filter(({ graduation }) => graduation === undefined || graduation >= day)
      .sort((a, b) => (a.starts < b.starts ? 1 : -1))
      .flatMap((cohort) => {
        const programme = programmeOf.get(cohort.programmeId);
        return programme === undefined ? [] : [readContent(cohort, programme)];
      }),
  );
  const today = { cohorts: contents.map((content) => cohortToday(content, day)), contents, total: cohorts.length };
  const { head, waiting } = writeState();
  if (waiting === 0 && head.seq === seq) kept = { day, seq, today };
  return today;
};
