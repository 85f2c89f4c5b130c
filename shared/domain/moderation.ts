import type { IsoDate } from '#shared/lib/dates.ts';
import type { AssignmentId, CohortId, EnrolmentId } from './ids.ts';
import type { Hundredths } from './marks.ts';

/** The moderation of one assignment of a cohort; `id` is `${cohortId}:${assignmentId}`. Entries of `seconds` are keyed by enrolment id. */
export type Moderation = {
  readonly id: string;
  readonly cohortId: CohortId;
  readonly assignmentId: AssignmentId;
  readonly seed: number;
  readonly drawnOn: IsoDate;
  readonly drawnBy: string;
  readonly sample: readonly EnrolmentId[];
  readonly seconds: Readonly<Record<EnrolmentId, SecondMark>>;
};

/** A blind second mark and what came of it. Marks are hundredths. */
export type SecondMark = {
  readonly value: Hundredths;
  readonly by: string;
  readonly on: IsoDate;
  readonly agreed?: Hundredths;
  readonly note?: string;
};
