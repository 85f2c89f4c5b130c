import type { IsoDate, IsoInstant } from '#shared/lib/dates.ts';
import type { CohortId, EnrolmentId, FollowUpId, PersonId } from './ids.ts';
import type { MainActivity } from './people.ts';

export const followUpStatuses = [
  'due',
  'in-window',
  'attempted',
  'partial',
  'complete',
  'refused',
  'unreachable',
  'deceased',
  'opted-out',
] as const;
export type FollowUpStatus = (typeof followUpStatuses)[number];

export const answerSources = ['self', 'proxy', 'employer', 'administrative'] as const;
export type AnswerSource = (typeof answerSources)[number];

export type YesNoUnsure = 'yes' | 'no' | 'unsure';

/** Raw answers of one interview (domain.md 5); an answer not given is absent, never "no". */
export type FollowUpAnswers = {
  readonly sameCommunity?: 'yes' | 'no';
  readonly newCommunity?: string;
  readonly activity?: MainActivity;
  readonly employer?: string;
  readonly sector?: string;
  readonly worksWithChildren?: 'yes' | 'no';
  readonly startedAfterCourse?: 'before' | 'after';
  readonly promoted?: 'yes' | 'no';
  readonly askedToLead?: 'yes' | 'no';
  readonly courseHelped?: YesNoUnsure;
  readonly becauseOfCourse?: YesNoUnsure;
  readonly furtherStudy?: 'yes' | 'no';
  readonly mayCallAgain?: 'yes' | 'no';
};

/** A question of the interview, named by the answer it fills. */
export type QuestionId = keyof FollowUpAnswers;

export const callOutcomes = ['no-answer', 'call-back', 'wrong-number', 'talked', 'refused'] as const;
/** One try at reaching an alumnus. */
export type CallAttempt = {
  readonly at: IsoInstant;
  readonly outcome: (typeof callOutcomes)[number];
  readonly by: string;
  readonly next?: IsoDate;
  readonly note?: string;
};

/** One person's record in one wave. Made when the first attempt or answer is recorded; until then the due list is derived from the awards. */
export type FollowUp = {
  readonly id: FollowUpId;
  readonly enrolmentId: EnrolmentId;
  readonly personId: PersonId;
  readonly cohortId: CohortId;
  readonly waveId: string;
  readonly status: FollowUpStatus;
  readonly attempts: readonly CallAttempt[];
  readonly answers: FollowUpAnswers;
  /** Questions that were put and not answered ("does not say"): unknown, never "no", and not asked again. */
  readonly declined?: readonly QuestionId[];
  readonly source?: AnswerSource;
  readonly completedOn?: IsoDate;
  readonly interviewer?: string;
};
