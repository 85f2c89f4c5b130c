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
  /** Answers to the programme's own questions, under the ids of its questionnaire. */
  readonly own?: Readonly<Record<string, AnswerValue>>;
};

/** One answer: the value of a choice, several of them, a number, a day, or words. */
export type AnswerValue = string | number | readonly string[];

/** A question of domain.md 5, named by the answer it fills; its id, kind and choices are fixed so that indicators can be computed. */
export type QuestionId = Exclude<keyof FollowUpAnswers, 'own'>;

export const callOutcomes = ['no-answer', 'call-back', 'wrong-number', 'talked', 'refused'] as const;
/** One try at reaching an alumnus. */
export type CallAttempt = {
  readonly at: IsoInstant;
  readonly outcome: (typeof callOutcomes)[number];
  readonly by: string;
  readonly next?: IsoDate;
  /** Time of day agreed for the next attempt, "HH:MM" where the alumnus lives. */
  readonly nextTime?: string;
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
  readonly declined?: readonly string[];
  /** The edition of the questionnaire that the answers were given to; absent in records older than editions: the first one shipped. */
  readonly questionnaire?: { readonly name: string; readonly version: number };
  readonly source?: AnswerSource;
  readonly completedOn?: IsoDate;
  readonly interviewer?: string;
  /** Ids that phones gave to the interviews that were imported into this record, so that none comes in twice. */
  readonly submissions?: readonly string[];
};
