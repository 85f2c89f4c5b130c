import type { Register, ContactSession } from '#shared/domain/attendance.ts';
import type { AwardList } from '#shared/domain/awards.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import { eligibility } from '#shared/domain/eligibility.ts';
import type { ModuleStanding } from '#shared/domain/module-standing.ts';
import { moduleStandings } from '#shared/domain/module-standing.ts';
import type { Enrolment } from '#shared/domain/people.ts';
import { isCurrent } from '#shared/domain/people.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { listByCohort } from '../records.ts';
import type { CohortLearner } from './marks.ts';
import { loadCohortFrame, loadCohortMarks } from './marks.ts';
import { currentList } from './results.ts';
import type { ModuleProgress } from './today.ts';
import { progressOf, stationOf } from './today.ts';

/** Where a cohort stands. Counts are of learners now in it, unless they say otherwise. */
export type CohortOverviewContent = {
  readonly cohort: Cohort;
  readonly programme: ProgrammeVersion;
  /** All who were ever enrolled. */
  readonly enrolments: readonly Enrolment[];
  readonly current: readonly Enrolment[];
  readonly modules: readonly ModuleStanding[];
  readonly progress: readonly ModuleProgress[];
  /** The module being worked on, from 1; 0 before the start, one past the last when all marks are known. */
  readonly now: number;
  readonly eligible: number;
  readonly enoughHours: number;
  readonly list: AwardList | undefined;
  readonly awards: number;
  /** Awards without a certificate that counts. */
  readonly awaitingCertificate: number;
};

/** Reads and computes where a cohort stands; undefined where there is no such cohort. */
export const loadCohortOverview = async (
  cohortId: string,
  today: IsoDate,
): Promise<CohortOverviewContent | undefined> => {
  const [marks, registers, lists, awards, certificates] = await Promise.all([
    loadCohortMarks(cohortId),
    listByCohort('registers', cohortId),
    listByCohort('awardLists', cohortId),
    listByCohort('awards', cohortId),
    listByCohort('certificates', cohortId),
  ]);
  if (marks === undefined) return undefined;
  const { cohort, programme, learners, sheets } = marks;
  const enrolments = learners.map(({ enrolment }) => enrolment);
  const current = enrolments.filter(({ status }) => isCurrent(status));
  const registerOf = new Map(registers.map((register) => [register.id, register]));
  const results = current.map((enrolment) =>
    eligibility({
      programme,
      cohort,
      sheet: sheets.get(enrolment.id),
      enrolment,
      register: registerOf.get(enrolment.id),
    }),
  );
  const own = current.map(({ id }) => sheets.get(id));
  const progress = progressOf(programme, own);
  const issued = new Set(
    certificates.filter(({ status }) => status === 'issued').map(({ enrolmentId }) => enrolmentId),
  );
  return {
    cohort,
    programme,
    enrolments,
    current,
    modules: moduleStandings(programme, cohort, own),
    progress,
    now: stationOf(cohort, progress, today),
    eligible: results.filter((result) => result.eligible).length,
    enoughHours: results.filter(({ hours }) => hours.enough).length,
    list: currentList(lists),
    awards: awards.length,
    awaitingCertificate: awards.filter(({ id }) => !issued.has(id)).length,
  };
};

/** A learner of a cohort with the hours attended. */
export type RegisteredLearner = CohortLearner & { readonly register: Register | undefined };

/** A cohort's register of learners: everybody ever enrolled, in no order, with the contact sessions planned. */
export type CohortRegister = {
  readonly cohort: Cohort;
  readonly programme: ProgrammeVersion;
  readonly sessions: readonly ContactSession[];
  readonly learners: readonly RegisteredLearner[];
};

/** Reads the register of learners; undefined where there is no such cohort. */
export const loadCohortRegister = async (cohortId: string): Promise<CohortRegister | undefined> => {
  const [frame, sessions, registers] = await Promise.all([
    loadCohortFrame(cohortId),
    listByCohort('sessions', cohortId),
    listByCohort('registers', cohortId),
  ]);
  if (frame === undefined) return undefined;
  const registerOf = new Map(registers.map((register) => [register.id, register]));
  return {
    cohort: frame.cohort,
    programme: frame.programme,
    sessions,
    learners: frame.learners.map((learner) => ({ ...learner, register: registerOf.get(learner.enrolment.id) })),
  };
};
