import type { FollowUp, FollowUpAnswers, QuestionId } from '#shared/domain/follow-ups.ts';
import type { MainActivity } from '#shared/domain/people.ts';
import type { Question } from '#shared/domain/questionnaire.ts';
import { askedQuestions, isAsked, isVolunteer, questionnaire } from '#shared/domain/questionnaire.ts';

/** What has been said so far, and what the caller knew before. */
export type Interview = {
  readonly answers: FollowUpAnswers;
  readonly declined: readonly QuestionId[];
  readonly baseline: MainActivity | undefined;
};

export type StepState = 'done' | 'now' | 'skipped' | 'open';

/** The interview of a record that may not be there yet. */
export const interviewOf = (followUp: FollowUp | undefined, baseline: MainActivity | undefined): Interview => ({
  answers: followUp?.answers ?? {},
  declined: followUp?.declined ?? [],
  baseline,
});

/** True where a question was answered or declined. */
export const isSettled = ({ id }: Question, { answers, declined }: Interview): boolean =>
  answers[id] !== undefined || declined.includes(id);

const order = new Map(questionnaire.map(({ id }, index) => [id, index]));
const place = (id: QuestionId): number => order.get(id) ?? 0;

/** The question after this one, given the answers so far; undefined after the last. */
export const nextQuestion = (id: QuestionId, { answers, baseline }: Interview): Question | undefined =>
  askedQuestions(answers, baseline).find((question) => place(question.id) > place(id));

/** The question before this one; undefined before the first. */
export const previousQuestion = (id: QuestionId, { answers, baseline }: Interview): Question | undefined =>
  askedQuestions(answers, baseline).findLast((question) => place(question.id) < place(id));

/** Where an interview goes on: its first open question that is needed, else its last question. */
export const openingQuestion = (interview: Interview): Question | undefined => {
  const asked = askedQuestions(interview.answers, interview.baseline);
  return asked.find((question) => question.needed && !isSettled(question, interview)) ?? asked.at(-1);
};

/** True where an answer still to come decides whether the question is put. */
const mayYetBeAsked = ({ condition }: Question, { answers, declined, baseline }: Interview): boolean => {
  if (answers.activity !== undefined || declined.includes('activity')) return false;
  return condition === 'active' || (condition === 'converted' && isVolunteer(baseline));
};

const stateOf = (step: number, current: Question, interview: Interview): StepState => {
  const questions = questionnaire.filter((question) => question.step === step);
  const asked = questions.filter((question) => isAsked(question, interview.answers, interview.baseline));
  if (step === current.step) return 'now';
  if (asked.length === 0) return questions.some((question) => mayYetBeAsked(question, interview)) ? 'open' : 'skipped';
  const done = asked.every(
    (question) => isSettled(question, interview) || (!question.needed && place(question.id) < place(current.id)),
  );
  return done ? 'done' : 'open';
};

/** The numbers above the question: what is done, skipped and still to come. */
export const stepStates = (
  current: Question,
  interview: Interview,
): readonly { readonly step: number; readonly state: StepState }[] =>
  [...new Set(questionnaire.map(({ step }) => step))].map((step) => ({
    step,
    state: stateOf(step, current, interview),
  }));

/** The lines below a question: the two settled last, and the next two to come with those that an answer has opened. */
export const nearby = (
  current: Question,
  interview: Interview,
): { readonly before: readonly Question[]; readonly after: readonly Question[] } => {
  const others = askedQuestions(interview.answers, interview.baseline).filter(({ id }) => id !== current.id);
  const later = others.filter(({ id }) => place(id) > place(current.id));
  const after = later.filter(
    (question, index) => index < 2 || (question.condition === 'converted' && !isSettled(question, interview)),
  );
  const before = others.filter((question) => place(question.id) < place(current.id) && isSettled(question, interview));
  return { before: before.slice(-2), after };
};

/** The key of a choice: 1 for the first, 0 for "does not say"; undefined where a key chooses nothing. */
export const choiceOfKey = (question: Question, key: string): string | null | undefined => {
  if (question.kind !== 'choice' || !/^\d$/.test(key)) return undefined;
  return key === '0' ? null : question.choices[Number(key) - 1]?.value;
};
