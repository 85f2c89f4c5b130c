import type { AlumnusLine } from '#shared/domain/alumni-lines.ts';
import type { Assignment, CallPlan, Interviewer } from '#shared/domain/call-plans.ts';
import { loadsOf, shareOut } from '#shared/domain/call-plans.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { WaveDates } from '#shared/domain/follow-up-waves.ts';
import { waveDates } from '#shared/domain/follow-up-waves.ts';
import type { CohortId, EnrolmentId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import type { ProgrammeVersion, Wave } from '#shared/domain/programmes.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { addDays } from '#shared/lib/dates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { getRecord } from '../records.ts';
import { commit } from '../write-path.ts';
import type { KnownCohorts } from './cohort-contents.ts';
import { knownCohorts } from './cohort-contents.ts';
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

/** Those who call alumni, with the languages they speak, in the order of the alphabet. */
export const knownInterviewers = async (): Promise<readonly Interviewer[]> =>
  Object.entries((await getRecord('workspace', 'workspace'))?.interviewers ?? {})
    .map(([name, languages]) => ({ name, languages }))
    .sort((a, b) => a.name.localeCompare(b.name));

/** How alumni would be shared out among interviewers; nothing is written. */
export const proposePlan = ({ lines, before }: PlanContent, interviewers: readonly Interviewer[]): Assignment =>
  shareOut(
    lines.map(({ enrolmentId, language }) => ({ id: enrolmentId, language })),
    interviewers,
    before,
  );

/** Keeps who calls whom in a wave of a cohort, and who speaks what, as one change. Entries of others, such as interviews held already, stay. */
export const savePlan = (
  cohortId: CohortId,
  waveId: string,
  assignment: Assignment,
  interviewers: readonly Interviewer[],
): Promise<Result<unknown, Failure>> =>
  commit({ code: 'calls-assigned', values: { count: assignment.size } }, async () => {
    const id = planId(cohortId, waveId);
    const [now, workspace] = await Promise.all([getRecord('callPlans', id), getRecord('workspace', 'workspace')]);
    const callers = { ...now?.callers, ...Object.fromEntries(assignment) };
    const speaking = Object.fromEntries(interviewers.map(({ name, languages }) => [name, languages]));
    return [
      { table: 'callPlans' as const, id, next: { id, cohortId, waveId, callers } },
      ...(workspace === undefined
        ? []
        : [
            {
              table: 'workspace' as const,
              id: workspace.id,
              next: { ...workspace, interviewers: { ...workspace.interviewers, ...speaking } },
            },
          ]),
    ];
  });

/** A window that is about to open, as it can be shared out ahead. `loads` counts those who have an interviewer; the others are left. */
export type ComingWave = WaveDates & {
  readonly cohortId: CohortId;
  readonly cohortCode: string;
  readonly wave: Wave;
  readonly alumni: number;
  readonly loads: ReadonlyMap<string, number>;
};

const comingOf = async (
  { id: cohortId, code: cohortCode, graduation }: Cohort,
  { rules }: ProgrammeVersion,
  contentOf: KnownCohorts['contentOf'],
  today: IsoDate,
  until: IsoDate,
): Promise<readonly ComingWave[]> => {
  const comingFrom = (from: IsoDate) =>
    rules.waves
      .map((wave) => ({ wave, ...waveDates(from, wave, rules) }))
      .filter(({ opens }) => opens > today && opens <= until);
  if (graduation !== undefined && comingFrom(graduation).length === 0) return [];
  const content = await contentOf(cohortId);
  const awards = content?.awards.filter(({ erasedOn }) => erasedOn === undefined) ?? [];
  // Without a graduation the waves count from the days of the awards: the first of them opens the window.
  const from = graduation ?? awards.map(({ awardedOn }) => awardedOn).toSorted()[0];
  if (content === undefined || from === undefined || awards.length === 0) return [];
  return comingFrom(from).map((one) => {
    const loads = loadsOf(assignmentOf(content.plans.get(one.wave.id)));
    return { ...one, cohortId, cohortCode, alumni: awards.length, loads };
  });
};

/** The windows that open within so many days, the first on top. Only the cohorts they belong to are read. */
export const comingWaves = async (today: IsoDate, withinDays: number): Promise<readonly ComingWave[]> => {
  const { programmes, cohorts, contentOf } = await knownCohorts();
  const until = addDays(today, withinDays);
  const found = await Promise.all(
    cohorts.map(async (cohort) => {
      const programme = programmes.find(({ id }) => id === cohort.programmeId);
      return programme === undefined ? [] : comingOf(cohort, programme, contentOf, today, until);
    }),
  );
  return found.flat().toSorted((a, b) => (a.opens < b.opens ? -1 : a.opens > b.opens ? 1 : 0));
};
