import type { IsoDate } from '#shared/lib/dates.ts';
import type { CohortId, EnrolmentId } from './ids.ts';

/** What the award board of a cohort noted and who approved; `id` is the cohort's id. Entries of `notes` are keyed by enrolment id. */
export type AwardBoard = {
  readonly id: CohortId;
  readonly cohortId: CohortId;
  readonly notes: Readonly<Record<EnrolmentId, string>>;
  readonly approvals: readonly { readonly name: string; readonly office: string; readonly on: IsoDate }[];
};
