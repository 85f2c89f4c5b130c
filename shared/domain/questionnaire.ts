import type { FollowUpAnswers, QuestionId } from './follow-ups.ts';
import type { MainActivity } from './people.ts';
import { activities } from './people.ts';

/** Whom a question is put to. `active`: works in any form, paid or not; `converted`: began as a volunteer and is now paid. */
export type QuestionCondition = 'always' | 'moved' | 'active' | 'converted';

/** One answer to choose; `hintKey` is a short line below it. Choices are numbered from 1 in their order; 0 is "does not say". */
export type QuestionChoice = { readonly value: string; readonly labelKey: string; readonly hintKey?: string };

/**
 * One question of the follow-up interview. `step` is the number the caller sees: a second question of a step follows on the first.
 * `sayKey` is read aloud, `shortKey` stands in lists and column headings.
 */
export type Question = {
  readonly id: QuestionId;
  readonly step: number;
  readonly kind: 'choice' | 'text';
  readonly sayKey: string;
  readonly shortKey: string;
  readonly choices: readonly QuestionChoice[];
  readonly condition: QuestionCondition;
  /** An interview is complete when every needed question that applies is answered or declined. */
  readonly needed: boolean;
};

const volunteerActivities: readonly MainActivity[] = ['stipend-volunteer', 'unpaid-volunteer'];
const paidActivities: readonly MainActivity[] = ['paid-employee', 'self-employed'];

/** Volunteer as the programme defines it: unpaid or on a stipend. */
export const isVolunteer = (activity: MainActivity | undefined): boolean =>
  activity !== undefined && volunteerActivities.includes(activity);

/** Paid as the programme defines it: employed for a wage or self-employed with an income. A stipend is not pay. */
export const isPaid = (activity: MainActivity | undefined): boolean =>
  activity !== undefined && paidActivities.includes(activity);

/** Works in any form, paid or not. */
export const isActive = (activity: MainActivity | undefined): boolean => isPaid(activity) || isVolunteer(activity);

const choice = (id: QuestionId, value: string): QuestionChoice => ({
  value,
  labelKey: `questionnaire.${id}.choice.${value}`,
});

const withHint: readonly MainActivity[] = [
  'paid-employee',
  'self-employed',
  'stipend-volunteer',
  'further-study',
  'not-seeking',
];

const activityChoices: readonly QuestionChoice[] = activities.map((activity) => ({
  ...choice('activity', activity),
  ...(withHint.includes(activity) ? { hintKey: `questionnaire.activity.hint.${activity}` } : {}),
}));

const words = (id: QuestionId): Pick<Question, 'id' | 'sayKey' | 'shortKey'> => ({
  id,
  sayKey: `questionnaire.${id}.say`,
  shortKey: `questionnaire.${id}.short`,
});

const ask = (
  step: number,
  id: QuestionId,
  values: readonly string[],
  condition: QuestionCondition = 'always',
): Question => ({
  ...words(id),
  step,
  kind: 'choice',
  choices: values.map((value) => choice(id, value)),
  condition,
  needed: true,
});

const write = (step: number, id: QuestionId, condition: QuestionCondition): Question => ({
  ...words(id),
  step,
  kind: 'text',
  choices: [],
  condition,
  needed: false,
});

const yesNo = ['yes', 'no'];
const yesNoUnsure = ['yes', 'no', 'unsure'];

/** The interview of domain.md 5 in the order in which it is spoken: ten steps, about four minutes. */
export const questionnaire: readonly Question[] = [
  ask(1, 'sameCommunity', yesNo),
  write(1, 'newCommunity', 'moved'),
  { ...ask(2, 'activity', []), choices: activityChoices },
  write(3, 'employer', 'active'),
  write(3, 'sector', 'active'),
  ask(4, 'worksWithChildren', yesNo, 'active'),
  ask(5, 'startedAfterCourse', ['before', 'after'], 'active'),
  ask(6, 'promoted', yesNo, 'active'),
  ask(7, 'askedToLead', yesNo),
  ask(8, 'courseHelped', yesNoUnsure),
  ask(9, 'becauseOfCourse', yesNoUnsure, 'converted'),
  ask(10, 'furtherStudy', yesNo),
  ask(10, 'mayCallAgain', yesNo),
];

const byId = new Map<string, Question>(questionnaire.map((question) => [question.id, question]));

/** The question with this id; undefined where the questionnaire has none. */
export const questionOf = (id: string): Question | undefined => byId.get(id);

/** True where the answers so far and the baseline activity say that this question is put. */
export const isAsked = (question: Question, answers: FollowUpAnswers, baseline: MainActivity | undefined): boolean => {
  switch (question.condition) {
    case 'always':
      return true;
    case 'moved':
      return answers.sameCommunity === 'no';
    case 'active':
      return isActive(answers.activity);
    case 'converted':
      return isVolunteer(baseline) && isPaid(answers.activity);
  }
};

/** The questions to be put, in order, given the answers so far. */
export const askedQuestions = (answers: FollowUpAnswers, baseline: MainActivity | undefined): readonly Question[] =>
  questionnaire.filter((question) => isAsked(question, answers, baseline));
