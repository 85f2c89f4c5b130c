import type { CohortId, EnrolmentId } from './ids.ts';

/** Who calls whom in one wave of a cohort; `id` is `${cohortId}:${waveId}`. Entries of `callers` are keyed by enrolment id. */
export type CallPlan = {
  readonly id: string;
  readonly cohortId: CohortId;
  readonly waveId: string;
  readonly callers: Readonly<Record<EnrolmentId, string>>;
};
