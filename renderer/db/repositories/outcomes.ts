import type { Cohort } from '#shared/domain/cohorts.ts';
import type { CohortId, PersonId } from '#shared/domain/ids.ts';
import { onlyOneTime } from '#shared/domain/outcome-comparison.ts';
import type { OutcomeDefinition } from '#shared/domain/outcome-definitions.ts';
import { isOutcomeDefinition } from '#shared/domain/outcome-definitions.ts';
import type { OutcomeRow } from '#shared/domain/outcome-rows.ts';
import { outcomeRows as rowsFrom } from '#shared/domain/outcome-rows.ts';
import type { OutcomeReport } from '#shared/domain/outcomes.ts';
import { cyclesOf } from '#shared/domain/outcome-cycles.ts';
import { outcomes } from '#shared/domain/outcomes.ts';
import { fullName } from '#shared/domain/people.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { groupBy } from '#shared/lib/group-by.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { today } from '#renderer/desktop/clock.ts';
import { getRecord, getRecords, listByCohort, listRecords } from '../records.ts';
import type { Dependence } from '../touched-cohorts.ts';
import { cohortsTouchedSince } from '../touched-cohorts.ts';
import { writeState } from '../write-state.ts';

type Cache = {
  readonly seq: number;
  readonly today: IsoDate;
  readonly byCohort: Map<string, readonly OutcomeRow[]>;
  all: readonly OutcomeRow[];
};

let cache: Cache | undefined;
let working: Promise<unknown> = Promise.resolve();

const rowsOfCohort = async (
  cohort: Cohort,
  programmes: readonly ProgrammeVersion[],
  on: IsoDate,
): Promise<readonly OutcomeRow[]> => {
  const awards = await listByCohort('awards', cohort.id);
  if (awards.length === 0) return [];
  const [enrolments, followUps] = await Promise.all([
    listByCohort('enrolments', cohort.id),
    listByCohort('followUps', cohort.id),
  ]);
  const people = await getRecords(
    'people',
    enrolments.map(({ personId }) => personId),
  );
  return rowsFrom({ programmes, cohorts: [cohort], people, enrolments, awards, followUps, today: on });
};

const withAll = (made: Omit<Cache, 'all'>): Cache => ({ ...made, all: [...made.byCohort.values()].flat() });

/** Read side by side: the database answers many small questions together in less time than one after the other. */
const cohortsAtOnce = 16;

const build = async (seq: number, on: IsoDate): Promise<Cache> => {
  const [programmes, cohorts] = await Promise.all([listRecords('programmes'), listRecords('cohorts')]);
  const byCohort = new Map<string, readonly OutcomeRow[]>();
  for (let at = 0; at < cohorts.length; at += cohortsAtOnce) {
    const some = cohorts.slice(at, at + cohortsAtOnce);
    const rows = await Promise.all(some.map((cohort) => rowsOfCohort(cohort, programmes, on)));
    for (const [index, cohort] of some.entries()) byCohort.set(cohort.id, rows[index] ?? []);
  }
  return withAll({ seq, today: on, byCohort });
};

const dependence: Dependence = { whole: ['programmes', 'cohorts'], ofCohort: ['awards', 'enrolments', 'followUps'] };

const refresh = async (before: Cache, seq: number): Promise<Cache> => {
  const touched = await cohortsTouchedSince(before.seq, dependence);
  if (touched === undefined) return build(seq, before.today);
  if (touched.size === 0) return { ...before, seq };
  const [programmes, cohorts] = await Promise.all([listRecords('programmes'), getRecords('cohorts', [...touched])]);
  const byCohort = new Map(before.byCohort);
  for (const cohort of cohorts) byCohort.set(cohort.id, await rowsOfCohort(cohort, programmes, before.today));
  return withAll({ seq, today: before.today, byCohort });
};

const upToDate = async (): Promise<readonly OutcomeRow[]> => {
  const [seq, on] = [writeState().head.seq, today()];
  if (cache === undefined || cache.today !== on || cache.seq > seq) cache = await build(seq, on);
  else if (cache.seq < seq) cache = await refresh(cache, seq);
  return cache.all;
};

/**
 * The rows of all cohorts that have awarded, without names. Read once and kept in memory; afterwards only the cohorts whose awards,
 * enrolments, follow-ups or people were changed are read again. The same array as before where nothing changed.
 */
export const outcomeRows = (): Promise<readonly OutcomeRow[]> => {
  const run = working.then(upToDate, upToDate);
  working = run.catch(() => undefined);
  return run;
};

const cycles = new WeakMap<readonly OutcomeRow[], ReadonlyMap<string, readonly OutcomeRow[]>>();

/** The rows of one cycle, parted once: a filter then looks at no others. */
export const rowsOfCycle = (rows: readonly OutcomeRow[], cycle: string): readonly OutcomeRow[] => {
  let parted = cycles.get(rows);
  if (parted === undefined) cycles.set(rows, (parted = groupBy(rows, (row) => row.cycle)));
  return parted.get(cycle) ?? [];
};

/** What the terminal prints: one report a cycle, never pooled. */
export type OutcomesJob = {
  readonly offsetMonths: number;
  readonly cohort?: string;
  readonly reports: readonly OutcomeReport[];
};

/** The report of every cycle and wave that has opened: what is put into a file. */
export const reportsOfAll = (
  rows: readonly OutcomeRow[],
  definition: OutcomeDefinition = 'programme',
): readonly OutcomeReport[] =>
  cyclesOf(rows).flatMap(({ cycle, offsets }) =>
    offsets.map((offsetMonths) => outcomes(rows, { cycle, offsetMonths, definition })),
  );

const offsetOf = (wave: string): number | undefined => {
  if (wave === 'exit') return 0;
  return /^\d{1,3}$/.test(wave) ? Number(wave) : undefined;
};

const cohortByCode = async (code: string): Promise<Cohort | undefined> =>
  (await listRecords('cohorts')).find((cohort) => cohort.code.toLowerCase() === code.trim().toLowerCase());

const reportsOf = (
  rows: readonly OutcomeRow[],
  offsetMonths: number,
  cohortId: CohortId | undefined,
  definition: OutcomeDefinition,
): readonly OutcomeReport[] => {
  const counted = cohortId === undefined ? rows : rows.filter((row) => row.cohortId === cohortId);
  return cyclesOf(counted)
    .filter(({ offsets }) => offsets.includes(offsetMonths))
    .map(({ cycle }) =>
      outcomes(counted, { cycle, offsetMonths, definition, ...(cohortId === undefined ? {} : { cohortId }) }),
    );
};

/** Several waves asked for as one (`18,24`) are refused in words. */
const oneWave = (wave: string): Result<number, Failure> => {
  const waves = wave.split(',').map((part) => offsetOf(part.trim()));
  const known = waves.filter((each) => each !== undefined);
  const [first] = known;
  if (first === undefined || known.length < waves.length) return fail('wave-unknown', { wave });
  const time = onlyOneTime(known.map((offsetMonths) => ({ cycle: '', offsetMonths })));
  return time.ok ? ok(first) : time;
};

/**
 * The indicators of a wave (`18`, or `exit`), of every cycle or of one cohort, with placement by the definition named. Fails with `wave-unknown`,
 * `pooling-refused`, `definition-unknown`, `cohort-missing`, or `wave-not-open` where no alumnus has reached the wave.
 */
export const runOutcomes = async ({
  wave,
  cohortCode,
  definition = 'programme',
}: {
  readonly wave: string;
  readonly cohortCode?: string;
  readonly definition?: string;
}): Promise<Result<OutcomesJob, Failure>> => {
  const months = oneWave(wave);
  if (!months.ok) return months;
  const offsetMonths = months.value;
  if (!isOutcomeDefinition(definition)) return fail('definition-unknown', { definition });
  const cohort = cohortCode === undefined ? undefined : await cohortByCode(cohortCode);
  if (cohortCode !== undefined && cohort === undefined) return fail('cohort-missing', { code: cohortCode });
  const reports = reportsOf(await outcomeRows(), offsetMonths, cohort?.id, definition);
  if (reports.length === 0) return fail('wave-not-open', { wave });
  return ok({ offsetMonths, ...(cohort === undefined ? {} : { cohort: cohort.code }), reports });
};

/** Who stands behind enrolments, for those who may see names; enrolments without a person (erased, or only counted) are left out. */
export const namesOfEnrolments = async (
  ids: readonly string[],
): Promise<
  ReadonlyMap<string, { readonly personId: PersonId; readonly name: string; readonly cohortCode: string }>
> => {
  const enrolments = await getRecords('enrolments', ids);
  const [people, cohorts] = await Promise.all([
    getRecords(
      'people',
      enrolments.map(({ personId }) => personId),
    ),
    getRecords('cohorts', [...new Set(enrolments.map(({ cohortId }) => cohortId))]),
  ]);
  const personOf = new Map(people.map((person) => [person.id, person]));
  const codeOf = new Map(cohorts.map(({ id, code }) => [id, code]));
  return new Map(
    enrolments.flatMap(({ id, personId, cohortId }) => {
      const person = personOf.get(personId);
      if (person === undefined) return [];
      return [[id, { personId, name: fullName(person), cohortCode: codeOf.get(cohortId) ?? '' }] as const];
    }),
  );
};

/** True where the workspace holds invented data, so that the published figures may stand beside the computed ones. */
export const isDemonstration = async (): Promise<boolean> =>
  (await getRecord('workspace', 'workspace'))?.demonstration ?? false;
