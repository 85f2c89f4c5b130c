import type { AnswerValue, FollowUp, FollowUpAnswers } from '#shared/domain/follow-ups.ts';
import type { Asking } from '#shared/domain/questionnaire.ts';
import { answerTo, askedQuestions, holds, isAsked } from '#shared/domain/questionnaire.ts';
import type { DesignedQuestion } from '#shared/domain/questionnaire-design.ts';
import { baselineName, stepsOf } from '#shared/domain/questionnaire-design.ts';

/** What has been said so far, the questions, and what the caller knew before. */
export type Interview = Asking & { readonly answers: FollowUpAnswers; readonly declined: readonly string[] };

/** One question as it is put, and what its answer leads to. */
export type Put = {
  readonly question: DesignedQuestion;
  readonly interview: Interview;
  readonly onAnswer: (id: string, answer: AnswerValue | null | undefined) => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
};

export type StepState = 'done' | 'now' | 'skipped' | 'open';

/** The interview of a record that may not be there yet. */
export const interviewOf = (followUp: FollowUp | undefined, asking: Asking): Interview => ({
  ...asking,
  answers: followUp?.answers ?? {},
  declined: followUp?.declined ?? [],
});

/** True where a question was answered or declined. */
export const isSettled = ({ id }: DesignedQuestion, { answers, declined }: Interview): boolean =>
  answerTo(answers, id) !== undefined || declined.includes(id);

const place = (id: string, { design }: Asking): number => design.questions.findIndex((question) => question.id === id);

/** The question after this one, given the answers so far; undefined after the last. */
export const nextQuestion = (id: string, interview: Interview): DesignedQuestion | undefined =>
  askedQuestions(interview.answers, interview).find((question) => place(question.id, interview) > place(id, interview));

/** The question before this one; undefined before the first. */
export const previousQuestion = (id: string, interview: Interview): DesignedQuestion | undefined =>
  askedQuestions(interview.answers, interview).findLast(
    (question) => place(question.id, interview) < place(id, interview),
  );

/** Where an interview goes on: its first open question that is required, else its last question. */
export const openingQuestion = (interview: Interview): DesignedQuestion | undefined => {
  const asked = askedQuestions(interview.answers, interview);
  return asked.find((question) => question.required && !isSettled(question, interview)) ?? asked.at(-1);
};

/** True where an answer still to come decides whether the question is put. */
const mayYetBeAsked = ({ when = [] }: DesignedQuestion, interview: Interview): boolean => {
  const { answers, declined, baseline } = interview;
  const isOpen = (id: string): boolean =>
    id !== baselineName && answerTo(answers, id) === undefined && !declined.includes(id);
  return (
    when.some(({ question }) => isOpen(question)) &&
    when.every((condition) => isOpen(condition.question) || holds(condition, answers, baseline))
  );
};

const stateOf = (
  questions: readonly DesignedQuestion[],
  current: DesignedQuestion,
  interview: Interview,
): StepState => {
  if (questions.some(({ id }) => id === current.id)) return 'now';
  const asked = questions.filter((question) => isAsked(question, interview.answers, interview.baseline));
  if (asked.length === 0) return questions.some((question) => mayYetBeAsked(question, interview)) ? 'open' : 'skipped';
  const done = asked.every(
    (question) =>
      isSettled(question, interview) ||
      (!question.required && place(question.id, interview) < place(current.id, interview)),
  );
  return done ? 'done' : 'open';
};

/** The numbers above the question: what is done, skipped and still to come. */
export const stepStates = (
  current: DesignedQuestion,
  interview: Interview,
): readonly { readonly step: number; readonly state: StepState }[] => {
  const steps = stepsOf(interview.design);
  return [...new Set(steps.values())].map((step) => ({
    step,
    state: stateOf(
      interview.design.questions.filter(({ id }) => steps.get(id) === step),
      current,
      interview,
    ),
  }));
};

/** True for a question that is put because of the activity at enrolment and what was said now. */
export const isOpenedByBaseline = ({ when = [] }: DesignedQuestion): boolean =>
  when.some(({ question }) => question === baselineName);

/** The lines below a question: the two settled last, and the next two to come with those that an answer has opened. */
export const nearby = (
  current: DesignedQuestion,
  interview: Interview,
): { readonly before: readonly DesignedQuestion[]; readonly after: readonly DesignedQuestion[] } => {
  const others = askedQuestions(interview.answers, interview).filter(({ id }) => id !== current.id);
  const here = place(current.id, interview);
  const later = others.filter(({ id }) => place(id, interview) > here);
  const after = later.filter(
    (question, index) => index < 2 || (isOpenedByBaseline(question) && !isSettled(question, interview)),
  );
  const before = others.filter((question) => place(question.id, interview) < here && isSettled(question, interview));
  return { before: before.slice(-2), after };
};

/** The points of a scale, from its least to its most. */
export const pointsOf = ({ from = 1, to = 5 }: DesignedQuestion): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const withToggled = (before: AnswerValue | undefined, value: string): AnswerValue => {
  const chosen = typeof before === 'object' ? before : [];
  return chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
};

/** What choosing a choice makes of the answer: the choice itself, or one more or fewer where several may be chosen. */
export const chosen = (
  question: DesignedQuestion,
  before: AnswerValue | undefined,
  value: string | number,
): AnswerValue => (question.kind === 'multiple' ? withToggled(before, String(value)) : value);

/**
 * The answer that a key gives: 1 for the first choice or the point itself on a scale, 0 for "does not say" (`null`); undefined where a key chooses
 * nothing.
 */
export const answerOfKey = (
  question: DesignedQuestion,
  key: string,
  before: AnswerValue | undefined,
): AnswerValue | null | undefined => {
  if (!/^\d$/.test(key) || !['single', 'multiple', 'scale'].includes(question.kind)) return undefined;
  if (key === '0') return null;
  if (question.kind === 'scale') return pointsOf(question).find((point) => point === Number(key));
  const value = question.choices?.[Number(key) - 1]?.value;
  return value === undefined ? undefined : chosen(question, before, value);
};
