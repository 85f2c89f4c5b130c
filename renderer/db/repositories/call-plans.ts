import type { Assignment, CallPlan, Interviewer } from '#shared/domain/call-plans.ts';
import { shareOut } from '#shared/domain/call-plans.ts';
import type { CohortId, EnrolmentId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { getRecord, listRecords } from '../records.ts';
import { commit } from '../write-path.ts';
import type { AlumnusLine } from './follow-ups.ts';
import { listAlumni } from './follow-ups.ts';

/** One wave of a cohort as it is shared out: those still to be called, and who calls whom now. */
export type PlanContent = { readonly lines: readonly AlumnusLine[]; readonly before: Assignment };

const planId = (cohortId: CohortId, waveId: string): string => `${cohortId}:${waveId}`;

const assignmentOf = (plan: CallPlan | undefined): Assignment =>
  new Map(Object.entries(plan?.callers ?? {}).map(([id, name]) => [asId<EnrolmentId>(id), name]));

/** Reads who is still to be called in a wave of a cohort, also before its window opens, and by whom. */
export const readPlan = async (cohortId: CohortId, waveId: string, today: IsoDate): Promise<PlanContent> => {
  const [lines, plan] = await Promise.all([
    listAlumni({ today, cohortId }),
    getRecord('callPlans', planId(cohortId, waveId)),
  ]);
  return {
    lines: lines.filter(({ wave, callable, block }) => wave.id === waveId && (callable || block === 'not-open')),
    before: assignmentOf(plan),
  };
};

/** Everybody who was ever named as an interviewer, in the order of the alphabet. */
export const knownInterviewers = async (): Promise<readonly string[]> =>
  [...new Set((await listRecords('callPlans')).flatMap(({ callers }) => Object.values(callers)))].sort((a, b) =>
    a.localeCompare(b),
  );

/** How alumni would be shared out among interviewers; nothing is written. */
export const proposePlan = ({ lines, before }: PlanContent, interviewers: readonly Interviewer[]): Assignment =>
  shareOut(
    lines.map(({ enrolmentId, language }) => ({ id: enrolmentId, language })),
    interviewers,
    before,
  );

/** Keeps who calls whom in a wave of a cohort as one change. Entries of others, such as interviews held already, stay. */
export const savePlan = (
  cohortId: CohortId,
  waveId: string,
  assignment: Assignment,
): Promise<Result<unknown, Failure>> =>
  commit({ code: 'calls-assigned', values: { count: assignment.size } }, async () => {
    const id = planId(cohortId, waveId);
    const now = await getRecord('callPlans', id);
    const callers = { ...now?.callers, ...Object.fromEntries(assignment) };
    return [{ table: 'callPlans' as const, id, next: { id, cohortId, waveId, callers } }];
  });
