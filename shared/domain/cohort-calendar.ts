import type { IsoDate } from '#shared/lib/dates.ts';
import { addDays, isIsoDate } from '#shared/lib/dates.ts';
import { fold } from '#shared/lib/fold.ts';
import type { Failure } from '#shared/lib/result.ts';
import type { ContactSession } from './attendance.ts';
import type { Cohort } from './cohorts.ts';
import type { AssignmentId, CohortId, SessionId } from './ids.ts';
import type { ProgrammeVersion } from './programmes.ts';

/** Days from one module's due day to the next in the calendar that is proposed: six modules in about seventeen months (default). */
export const daysPerModule = 84;

/** Days from the first day to the census that is proposed (default). */
export const daysToCensus = 35;

/** The dates that make a cohort's calendar. */
export type CohortDates = Pick<Cohort, 'starts' | 'census' | 'graduation'>;

/** What can be wrong with the dates of a cohort, beside the field it belongs to. */
export type DateProblem = Failure<'no-such-date' | 'cohort-census-order' | 'cohort-graduation-order'> & {
  readonly field: keyof CohortDates;
};

/** Everything that is wrong with the dates of a cohort: days that do not exist, a census before the first day, a graduation not after it. */
export const dateProblems = (dates: CohortDates): readonly DateProblem[] => {
  const fields = (['starts', 'census', 'graduation'] as const).flatMap((field) => {
    const value = dates[field];
    return value === undefined ? [] : [{ field, value }];
  });
  const missing = fields.filter(({ value }) => !isIsoDate(value));
  if (missing.length > 0)
    return missing.map(({ field, value }) => ({
      field,
      code: 'no-such-date',
      details: { value: value === '' ? '–' : value },
    }));
  const found: DateProblem[] = [];
  if (dates.census < dates.starts) found.push({ field: 'census', code: 'cohort-census-order' });
  if (dates.graduation !== undefined && dates.graduation <= dates.starts)
    found.push({ field: 'graduation', code: 'cohort-graduation-order' });
  return found;
};

/** The due days proposed from the first day: one module every `daysPerModule` days, all its assignments on one day. */
export const proposeDueDates = (
  programme: Pick<ProgrammeVersion, 'modules'>,
  starts: IsoDate,
): Readonly<Record<AssignmentId, IsoDate>> =>
  Object.fromEntries(
    programme.modules.flatMap(({ number, assignments }) =>
      assignments.map(({ id }) => [id, addDays(starts, number * daysPerModule)]),
    ),
  );

/** The contact sessions of a cohort as its programme version plans them, spread evenly over the days of each module. */
export const planContactSessions = (
  cohortId: CohortId,
  programme: Pick<ProgrammeVersion, 'modules'>,
  starts: IsoDate,
  newId: () => SessionId,
): readonly ContactSession[] =>
  programme.modules.flatMap((module) =>
    Array.from({ length: module.sessions }, (_, index): ContactSession => ({
      id: newId(),
      cohortId,
      moduleId: module.id,
      number: index + 1,
      date: addDays(starts, Math.round((module.number - 1 + (index + 1) / (module.sessions + 1)) * daysPerModule)),
      hours: module.hoursPerSession,
    })),
  );

/** A code that no cohort has yet: year and country, then counted on (`2026-ZM`, `2026-ZM2`). Codes are compared as they are typed, case aside. */
export const suggestCode = (starts: IsoDate, country: string, taken: readonly string[]): string => {
  const first = [starts.slice(0, 4), country].filter((part) => part !== '').join('-');
  const used = new Set(taken.map(fold));
  let code = first;
  for (let count = 2; used.has(fold(code)); count += 1) code = `${first}${count}`;
  return code;
};
