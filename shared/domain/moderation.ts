import type { IsoDate } from '#shared/lib/dates.ts';
import type { AssignmentId, CohortId, EnrolmentId } from './ids.ts';
import type { Hundredths } from './marks.ts';

/** Why a script is in the sample (domain.md 4): every script of a small batch, by lot, or because of its mark. */
export const sampleReasons = ['whole', 'lot', 'marker', 'below-pass', 'must-pass', 'near-pass', 'highest'] as const;
export type SampleReason = (typeof sampleReasons)[number];

/** A script of the sample with every reason for which it is there, in the order of `sampleReasons`. */
export type SampledScript = { readonly enrolmentId: EnrolmentId; readonly reasons: readonly SampleReason[] };

/** What two markers agreed on where their marks were too far apart. */
export type AgreedMark = {
  readonly value: Hundredths;
  readonly note: string;
  readonly by: string;
  readonly on: IsoDate;
};

/** A blind second mark. `first` is the raw mark that it was compared with, kept because an agreed mark takes its place in the sheet. Marks are hundredths. */
export type SecondMark = {
  readonly value: Hundredths;
  readonly first: Hundredths;
  readonly by: string;
  readonly on: IsoDate;
  readonly agreed?: AgreedMark;
};

/** What the moderator decides on a batch: its marks are accepted, or it goes back and is marked again. */
export const batchVerdicts = ['accepted', 're-mark'] as const;
export type BatchVerdict = (typeof batchVerdicts)[number];

/** The decision on a batch, by whom and when. */
export type Verdict = {
  readonly kind: BatchVerdict;
  readonly by: string;
  readonly on: IsoDate;
  readonly note?: string;
};

/** One drawing of a sample and what came of it. `scripts` is how many scripts it was drawn from; `seconds` are keyed by enrolment id. */
export type ModerationRound = {
  readonly seed: number;
  readonly scripts: number;
  readonly drawnOn: IsoDate;
  readonly drawnBy: string;
  readonly sample: readonly SampledScript[];
  readonly seconds: Readonly<Record<EnrolmentId, SecondMark>>;
  readonly verdict?: Verdict;
};

/** The moderation of one assignment of a cohort; `id` is `${cohortId}:${assignmentId}`. Rounds that ended with a verdict before are kept in `earlier`. */
export type Moderation = ModerationRound & {
  readonly id: string;
  readonly cohortId: CohortId;
  readonly assignmentId: AssignmentId;
  readonly earlier?: readonly ModerationRound[];
};

/** The id of the moderation of an assignment of a cohort. */
export const moderationId = (cohortId: CohortId, assignmentId: AssignmentId): string => `${cohortId}:${assignmentId}`;
