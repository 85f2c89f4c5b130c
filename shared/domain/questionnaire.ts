import type { AnswerValue, FollowUpAnswers, QuestionId } from './follow-ups.ts';
import type { MainActivity } from './people.ts';
import type { DesignedQuestion, QuestionCondition, QuestionnaireDesign } from './questionnaire-design.ts';
import { baselineName } from './questionnaire-design.ts';
import { isStandard, standardQuestionnaire } from './questionnaire-standard.ts';

/** What decides which questions are put: the edition in use, and what was true at enrolment where it is known. */
export type Asking = { readonly design: QuestionnaireDesign; readonly baseline: MainActivity | undefined };

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

/** A question of domain.md as it stands in lists and column headings, in the words of the screen. */
export type Question = {
  readonly id: QuestionId;
  readonly kind: 'choice' | 'text';
  readonly shortKey: string;
  readonly choices: readonly { readonly value: string; readonly labelKey: string }[];
};

/** The questions of domain.md in their order. */
export const questionnaire: readonly Question[] = standardQuestionnaire.questions.flatMap(
  ({ id, kind, choices = [] }) =>
    isStandard(id)
      ? [
          {
            id,
            kind: kind === 'text' ? 'text' : 'choice',
            shortKey: `questionnaire.${id}.short`,
            choices: choices.map(({ value }) => ({ value, labelKey: `questionnaire.${id}.choice.${value}` })),
          },
        ]
      : [],
);

/** The question with this id; undefined where the edition has none. */
export const questionOf = ({ questions }: QuestionnaireDesign, id: string): DesignedQuestion | undefined =>
  questions.find((question) => question.id === id);

/** The answer to a question, standard or the programme's own; undefined where it was not given. */
export const answerTo = (answers: FollowUpAnswers, id: string): AnswerValue | undefined =>
  isStandard(id) ? answers[id] : answers.own?.[id];

/** How many questions were answered, those of the programme's own among them. */
export const answersGiven = ({ own = {}, ...standard }: FollowUpAnswers): number =>
  Object.keys(standard).length + Object.keys(own).length;

/** The answers with one of them set, or taken away where it is undefined. */
export const withAnswerTo = (
  answers: FollowUpAnswers,
  id: string,
  answer: AnswerValue | undefined,
): FollowUpAnswers => {
  if (isStandard(id)) {
    const { [id]: _before, ...others } = answers;
    return answer === undefined ? others : { ...others, [id]: answer };
  }
  const { own = {}, ...standard } = answers;
  const { [id]: _before, ...others } = own;
  const next = answer === undefined ? others : { ...others, [id]: answer };
  return Object.keys(next).length === 0 ? standard : { ...standard, own: next };
};

/** The answer that a condition looks at; for the baseline the activity at enrolment. */
const subjectOf = (
  { question }: QuestionCondition,
  answers: FollowUpAnswers,
  baseline: MainActivity | undefined,
): AnswerValue | undefined => (question === baselineName ? baseline : answerTo(answers, question));

/** True where a condition is fulfilled; by an answer that is not known it never is. */
export const holds = (
  condition: QuestionCondition,
  answers: FollowUpAnswers,
  baseline: MainActivity | undefined,
): boolean => {
  const found = subjectOf(condition, answers, baseline);
  if (found === undefined) return false;
  const { is, atLeast, atMost } = condition;
  const given = typeof found === 'object' ? found : [String(found)];
  if (is !== undefined && !given.some((each) => is.includes(each))) return false;
  if (atLeast !== undefined && !(Number(found) >= atLeast)) return false;
  return atMost === undefined || Number(found) <= atMost;
};

/** True where the answers so far and the baseline activity say that this question is put. */
export const isAsked = (
  { when = [] }: Pick<DesignedQuestion, 'when'>,
  answers: FollowUpAnswers,
  baseline: MainActivity | undefined,
): boolean => when.every((condition) => holds(condition, answers, baseline));

/** The questions to be put, in order, given the answers so far. */
export const askedQuestions = (answers: FollowUpAnswers, { design, baseline }: Asking): readonly DesignedQuestion[] =>
  design.questions.filter((question) => isAsked(question, answers, baseline));
