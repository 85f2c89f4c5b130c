import type { ContactSession, Register } from '#shared/domain/attendance.ts';
import { sessionsOf, withModuleHours } from '#shared/domain/attendance-entry.ts';
import { dateProblems, daysToCensus, planContactSessions, proposeDueDates } from '#shared/domain/cohort-calendar.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import { countryCodes, unknownCountry } from '#shared/domain/country-codes.ts';
import type { AssignmentId, CohortId, EnrolmentId, ModuleId, ProgrammeId, SessionId } from '#shared/domain/ids.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { addDays } from '#shared/lib/dates.ts';
import { fold } from '#shared/lib/fold.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { newId } from '../new-id.ts';
import { getRecord, getRecords, listByCohort, listRecords } from '../records.ts';
import type { RecordChange } from '../write-path.ts';
import { commit } from '../write-path.ts';

/**
 * A cohort to be made. Only code and first day are needed: without a name it is called by its code, without a programme version it follows the one
 * valid since the latest day, without a country it takes that of the cohort that started last, without a census the proposed one.
 */
export type CohortDraft = Pick<Cohort, 'code' | 'starts'> &
  Partial<
    Pick<Cohort, 'name' | 'country' | 'place' | 'partner' | 'cycle' | 'census' | 'graduation' | 'signatories'>
  > & {
    readonly programmeId?: ProgrammeId;
  };

/** What of a cohort can be changed in its own form. */
export type CohortDetails = Pick<
  Cohort,
  'code' | 'name' | 'country' | 'place' | 'partner' | 'cycle' | 'starts' | 'census' | 'graduation'
>;

const tidy = (text: string): string => text.trim().replace(/\s+/g, ' ').normalize('NFC');

/** The programme versions, the latest first. */
export const listProgrammes = async (): Promise<readonly ProgrammeVersion[]> =>
  (await listRecords('programmes')).toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));

/** All cohorts, the latest start first. */
export const listCohorts = async (): Promise<readonly Cohort[]> =>
  (await listRecords('cohorts')).toSorted((a, b) =>
    a.starts < b.starts ? 1 : a.starts > b.starts ? -1 : a.code < b.code ? -1 : 1,
  );

const problemOf = (
  cohort: CohortDetails & { readonly id?: CohortId },
  others: readonly Cohort[],
): Failure | undefined => {
  if (cohort.code === '') return { code: 'cohort-code-missing' };
  if (others.some(({ id, code }) => id !== cohort.id && fold(code) === fold(cohort.code)))
    return { code: 'cohort-code-taken', details: { code: cohort.code } };
  if (cohort.country !== unknownCountry && !countryCodes.includes(cohort.country))
    return { code: 'country-unknown', details: { country: cohort.country } };
  const [first] = dateProblems(cohort);
  return first === undefined ? undefined : { code: first.code, details: first.details };
};

const cohortFrom = (draft: CohortDraft, programme: ProgrammeVersion, others: readonly Cohort[]): Cohort => {
  const [latest] = others;
  const code = tidy(draft.code);
  return {
    id: newId<CohortId>(),
    code,
    name: tidy(draft.name ?? '') || code,
    programmeId: programme.id,
    country: draft.country?.trim().toUpperCase() ?? latest?.country ?? unknownCountry,
    place: tidy(draft.place ?? ''),
    partner: tidy(draft.partner ?? ''),
    cycle: tidy(draft.cycle ?? ''),
    starts: draft.starts,
    census: draft.census ?? addDays(draft.starts, daysToCensus),
    ...(draft.graduation === undefined ? {} : { graduation: draft.graduation }),
    due: {},
    released: {},
    signatories: draft.signatories ?? [],
  };
};

/**
 * Makes a cohort with the due dates proposed from its first day and the contact sessions of its programme version, as one change. Errors:
 * `programme-missing`, `cohort-code-missing`, `cohort-code-taken`, `country-unknown`, `no-such-date`, `cohort-census-order`, `cohort-graduation-order`, those of `commit`.
 */
export const createCohort = async (draft: CohortDraft): Promise<Result<Cohort>> => {
  const [programmes, others] = await Promise.all([listProgrammes(), listCohorts()]);
  const programme =
    draft.programmeId === undefined ? programmes[0] : programmes.find(({ id }) => id === draft.programmeId);
  if (programme === undefined) return fail('programme-missing');
  // The dates are looked at before anything is computed from them.
  const early = dateProblems({ starts: draft.starts, census: draft.census ?? draft.starts })[0];
  if (early !== undefined) return fail(early.code, early.details);
  const bare = cohortFrom(draft, programme, others);
  const problem = problemOf(bare, others);
  if (problem !== undefined) return fail(problem.code, problem.details);
  const cohort = { ...bare, due: proposeDueDates(programme, bare.starts) };
  const sessions = planContactSessions(cohort.id, programme, cohort.starts, () => newId<SessionId>());
  const written = await commit({ code: 'cohort-created', values: { code: cohort.code } }, [
    { table: 'cohorts', id: cohort.id, next: cohort },
    ...sessions.map((session): RecordChange => ({ table: 'sessions', id: session.id, next: session })),
  ]);
  return written.ok ? ok(cohort) : written;
};

const change = async (
  cohortId: string,
  code: string,
  values: Readonly<Record<string, string | number>>,
  edit: (cohort: Cohort) => Cohort,
): Promise<Result<unknown>> => {
  const cohort = await getRecord('cohorts', cohortId);
  if (cohort === undefined) return fail('cohort-missing', { code: cohortId });
  return commit({ code, values: { code: cohort.code, ...values } }, async () => {
    const current = await getRecord('cohorts', cohortId);
    return current === undefined ? [] : [{ table: 'cohorts', id: cohortId, next: edit(current) }];
  });
};

/** Changes code, name, place, partner and calendar of a cohort; due dates stay as they are. Errors as for `createCohort`, and `cohort-missing`. */
export const changeCohort = async (cohortId: CohortId, details: CohortDetails): Promise<Result<unknown>> => {
  const { graduation, ...rest } = details;
  const tidied = {
    ...rest,
    code: tidy(rest.code),
    name: tidy(rest.name) || tidy(rest.code),
    place: tidy(rest.place),
    partner: tidy(rest.partner),
    cycle: tidy(rest.cycle),
  };
  const problem = problemOf(
    { ...tidied, ...(graduation === undefined ? {} : { graduation }), id: cohortId },
    await listCohorts(),
  );
  if (problem !== undefined) return fail(problem.code, problem.details);
  return change(cohortId, 'cohort-changed', {}, ({ graduation: _before, ...cohort }) => ({
    ...cohort,
    ...tidied,
    ...(graduation === undefined ? {} : { graduation }),
  }));
};

/** Sets the due dates of assignments; those not named stay. Errors: `cohort-missing`, `no-such-date`. */
export const setDueDates = async (
  cohortId: CohortId,
  due: Readonly<Record<AssignmentId, IsoDate>>,
): Promise<Result<unknown>> => {
  for (const date of Object.values(due)) {
    const [problem] = dateProblems({ starts: date, census: date });
    if (problem !== undefined) return fail(problem.code, problem.details);
  }
  return change(cohortId, 'due-dates-changed', {}, (cohort) => ({ ...cohort, due: { ...cohort.due, ...due } }));
};

/** Sets who signs the certificates, at most three; lines without a name are left out. Certificates issued before stay as they are. Errors: `cohort-missing`. */
export const setSignatories = (cohortId: CohortId, signatories: Cohort['signatories']): Promise<Result<unknown>> => {
  const kept = signatories
    .map(({ name, office }) => ({ name: tidy(name), office: tidy(office) }))
    .filter(({ name }) => name !== '');
  return change(cohortId, 'signatories-changed', {}, (cohort) => ({ ...cohort, signatories: kept.slice(0, 3) }));
};

/** The hours of one module for one learner; null takes what was keyed away. */
export type HoursEntry = {
  readonly enrolmentId: EnrolmentId;
  readonly moduleId: ModuleId;
  readonly hours: number | null;
};

const withPlannedSessions = async (
  cohort: Cohort,
  sessions: readonly ContactSession[],
  wanted: ReadonlySet<ModuleId>,
): Promise<readonly ContactSession[]> => {
  const lacking = [...wanted].filter((moduleId) => !sessions.some((session) => session.moduleId === moduleId));
  if (lacking.length === 0) return [];
  const programme = await getRecord('programmes', cohort.programmeId);
  if (programme === undefined) return [];
  return planContactSessions(cohort.id, programme, cohort.starts, () => newId<SessionId>()).filter(({ moduleId }) =>
    lacking.includes(moduleId),
  );
};

type Registers = Map<string, Register>;

const applyEntries = async (
  cohortId: CohortId,
  entries: readonly HoursEntry[],
  sessions: readonly ContactSession[],
): Promise<Result<Registers>> => {
  const ids = [...new Set(entries.map(({ enrolmentId }) => enrolmentId as string))];
  const [registers, enrolments] = await Promise.all([getRecords('registers', ids), getRecords('enrolments', ids)]);
  const siteOf = new Map(enrolments.map(({ id, site }) => [id as string, site]));
  const next: Registers = new Map(registers.map((register) => [register.id as string, register]));
  for (const { enrolmentId, moduleId, hours } of entries) {
    if (!siteOf.has(enrolmentId)) continue;
    const register = next.get(enrolmentId) ?? { id: enrolmentId, cohortId, sessions: {} };
    const changed = withModuleHours(register, sessionsOf(sessions, moduleId, siteOf.get(enrolmentId)), moduleId, hours);
    if (!changed.ok) return changed;
    if (changed.value !== register) next.set(enrolmentId, changed.value);
  }
  return ok(next);
};

/**
 * Sets hours of modules for learners as one change, laid over the sessions of the module from the first on; sessions that the cohort lacks are
 * planned in the same change. Errors: `cohort-missing`, `hours-not-possible` (nothing is written), those of `commit`.
 */
export const setAttendance = async (cohortId: CohortId, entries: readonly HoursEntry[]): Promise<Result<unknown>> => {
  const cohort = await getRecord('cohorts', cohortId);
  if (cohort === undefined) return fail('cohort-missing', { code: cohortId });
  const known = await listByCohort('sessions', cohortId);
  const planned = await withPlannedSessions(cohort, known, new Set(entries.map(({ moduleId }) => moduleId)));
  const sessions = [...known, ...planned];
  const tried = await applyEntries(cohortId, entries, sessions);
  if (!tried.ok) return tried;
  return commit({ code: 'attendance-set', values: { count: tried.value.size } }, async () => {
    const applied = await applyEntries(cohortId, entries, sessions);
    const registers = applied.ok ? [...applied.value.values()] : [];
    return [
      ...planned.map((session): RecordChange => ({ table: 'sessions', id: session.id, next: session })),
      ...registers.map((register): RecordChange => ({ table: 'registers', id: register.id, next: register })),
    ];
  });
};
