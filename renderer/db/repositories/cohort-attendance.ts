import type { ContactSession, Register } from '#shared/domain/attendance.ts';
import type { EnrolmentId } from '#shared/domain/ids.ts';
import { listByCohort } from '../records.ts';

/** The contact sessions of a cohort and its registers by enrolment. */
export type CohortAttendance = {
  readonly sessions: readonly ContactSession[];
  readonly registers: ReadonlyMap<EnrolmentId, Register>;
};

/** Reads the sessions and registers of a cohort, which tell with the marks who is at risk. */
export const loadCohortAttendance = async (cohortId: string): Promise<CohortAttendance> => {
  const [sessions, registers] = await Promise.all([
    listByCohort('sessions', cohortId),
    listByCohort('registers', cohortId),
  ]);
  return { sessions, registers: new Map(registers.map((register) => [register.id, register])) };
};
