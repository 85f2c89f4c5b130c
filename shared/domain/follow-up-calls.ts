import type { IsoDate, IsoInstant } from '#shared/lib/dates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { Award } from './awards.ts';
import type { AnswerSource, CallAttempt, FollowUp, FollowUpAnswers, FollowUpStatus, QuestionId } from './follow-ups.ts';
import { followUpId } from './follow-up-waves.ts';
import type { WaveRules } from './follow-up-waves.ts';
import type { MainActivity } from './people.ts';
import type { Question } from './questionnaire.ts';
import { askedQuestions, isAsked, questionOf } from './questionnaire.ts';

/** Expected failures of a follow-up, with message keys `errors.<code>`. */
export type FollowUpFailure = Failure<
  | 'follow-up-closed'
  | 'unreachable-too-soon'
  | 'unreachable-same-day'
  | 'unreachable-same-time'
  | 'answer-not-a-choice'
  | 'answer-too-long'
  | 'question-not-asked'
  | 'answers-missing'
>;

/** The longest written answer, in characters. */
export const longestAnswer = 120;

/** The empty record of an alumnus in a wave, made at the first attempt or answer. */
export const newFollowUp = (award: Pick<Award, 'id' | 'personId' | 'cohortId'>, waveId: string): FollowUp => ({
  id: followUpId(award.id, waveId),
  enrolmentId: award.id,
  personId: award.personId,
  cohortId: award.cohortId,
  waveId,
  status: 'in-window',
  attempts: [],
  answers: {},
});

const closedStatuses: readonly FollowUpStatus[] = ['refused', 'deceased', 'opted-out'];

const closed = (followUp: FollowUp): { readonly ok: false; readonly error: FollowUpFailure } | undefined =>
  closedStatuses.includes(followUp.status) ? fail('follow-up-closed', { status: followUp.status }) : undefined;

const hasAnswers = (followUp: FollowUp): boolean =>
  Object.keys(followUp.answers).length > 0 || (followUp.declined ?? []).length > 0;

/**
 * Adds one attempt, in the order of time. A refusal ends the wave; someone held to be unreachable is open again. Fails with
 * `follow-up-closed` after a refusal, an opt-out or a death.
 */
export const recordAttempt = (followUp: FollowUp, attempt: CallAttempt): Result<FollowUp, FollowUpFailure> => {
  const refusal = closed(followUp);
  if (refusal !== undefined) return refusal;
  const attempts = [...followUp.attempts, attempt].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  if (followUp.status === 'complete') return ok({ ...followUp, attempts });
  const status = attempt.outcome === 'refused' ? 'refused' : hasAnswers(followUp) ? 'partial' : 'attempted';
  return ok({ ...followUp, attempts, status });
};

const minutesApart = (a: IsoInstant, b: IsoInstant): number => {
  const minutes = (at: IsoInstant): number => Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16));
  const apart = Math.abs(minutes(a) - minutes(b));
  return Math.min(apart, 1440 - apart);
};

const leastMinutesApart = 120;

/**
 * Records that someone could not be reached. Needs the programme's number of attempts without a talk, each on another day, and not all at
 * the same time of day (two of them two hours apart or more). Fails with what is still missing.
 */
export const markUnreachable = (followUp: FollowUp, rules: WaveRules): Result<FollowUp, FollowUpFailure> => {
  const refusal = closed(followUp);
  if (refusal !== undefined) return refusal;
  const needed = rules.attemptsBeforeUnreachable;
  const tries = followUp.attempts.filter(({ outcome }) => outcome !== 'talked');
  const days = new Set(tries.map(({ at }) => at.slice(0, 10))).size;
  if (tries.length < needed) return fail('unreachable-too-soon', { made: tries.length, needed });
  if (days < needed) return fail('unreachable-same-day', { made: days, needed });
  const spread = needed < 2 || tries.some((a) => tries.some((b) => minutesApart(a.at, b.at) >= leastMinutesApart));
  return spread ? ok({ ...followUp, status: 'unreachable' }) : fail('unreachable-same-time', { needed });
};

/** Ends this wave and all later ones because the alumnus has died or does not want to be called again. What was answered is kept. */
export const endFollowUp = (followUp: FollowUp, status: 'deceased' | 'opted-out'): FollowUp => ({
  ...followUp,
  status,
});

const applies = (id: QuestionId, answers: FollowUpAnswers, baseline: MainActivity | undefined): boolean => {
  const question = questionOf(id);
  return question !== undefined && isAsked(question, answers, baseline);
};

/** The answers without those to questions that no longer apply, because an earlier answer was changed. */
const onlyAsked = (answers: FollowUpAnswers, baseline: MainActivity | undefined): FollowUpAnswers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => applies(id as QuestionId, answers, baseline)));

/** The questions that must still be put before the interview is complete, in order. */
export const missingQuestions = (followUp: FollowUp, baseline: MainActivity | undefined): readonly Question[] =>
  askedQuestions(followUp.answers, baseline).filter(
    ({ id, needed }) => needed && followUp.answers[id] === undefined && !(followUp.declined ?? []).includes(id),
  );

const checkAnswer = (question: Question, answer: string): FollowUpFailure | undefined => {
  if (question.kind === 'text')
    return answer.length > longestAnswer ? { code: 'answer-too-long', details: { longest: longestAnswer } } : undefined;
  return question.choices.some(({ value }) => value === answer)
    ? undefined
    : { code: 'answer-not-a-choice', details: { answer } };
};

const withAnswer = (
  followUp: FollowUp,
  id: QuestionId,
  answer: string | null | undefined,
  baseline: MainActivity | undefined,
): FollowUp => {
  const { [id]: _before, ...others } = followUp.answers;
  const answers = onlyAsked(answer === null || answer === undefined ? others : { ...others, [id]: answer }, baseline);
  const declinedBefore = (followUp.declined ?? []).filter((each) => each !== id && applies(each, answers, baseline));
  const declined = answer === null ? [...declinedBefore, id] : declinedBefore;
  const { declined: _declined, ...rest } = followUp;
  return { ...rest, answers, ...(declined.length > 0 ? { declined } : {}) };
};

const statusWithAnswers = (followUp: FollowUp, baseline: MainActivity | undefined): FollowUpStatus => {
  if (followUp.status === 'complete' && missingQuestions(followUp, baseline).length === 0) return 'complete';
  if (hasAnswers(followUp)) return 'partial';
  return followUp.attempts.length > 0 ? 'attempted' : 'in-window';
};

/**
 * Records one answer; `null` is "does not say", `undefined` takes the answer back. Answers to questions that then no longer apply go with
 * it. The interview is partial until `completeInterview`, and again where a correction leaves a needed question open.
 */
export const recordAnswer = (
  followUp: FollowUp,
  questionId: QuestionId,
  answer: string | null | undefined,
  baseline: MainActivity | undefined,
): Result<FollowUp, FollowUpFailure> => {
  const refusal = closed(followUp);
  if (refusal !== undefined) return refusal;
  const question = questionOf(questionId);
  if (question === undefined || !isAsked(question, followUp.answers, baseline))
    return fail('question-not-asked', { question: questionId });
  const text = typeof answer === 'string' ? answer.trim().normalize('NFC') : answer;
  const wanted = text === '' ? undefined : text;
  const wrong = typeof wanted === 'string' ? checkAnswer(question, wanted) : undefined;
  if (wrong !== undefined) return { ok: false, error: wrong };
  const next = withAnswer(followUp, questionId, wanted, baseline);
  const status = statusWithAnswers(next, baseline);
  const { completedOn: _completedOn, ...open } = next;
  return ok(status === 'complete' ? { ...next, status } : { ...open, status });
};

/** Who was asked, by whom and when. */
export type InterviewEnd = { readonly on: IsoDate; readonly interviewer: string; readonly source: AnswerSource };

/** Closes the interview. Fails with `answers-missing` where a needed question is neither answered nor declined. */
export const completeInterview = (
  followUp: FollowUp,
  { on, interviewer, source }: InterviewEnd,
  baseline: MainActivity | undefined,
): Result<FollowUp, FollowUpFailure> => {
  const refusal = closed(followUp);
  if (refusal !== undefined) return refusal;
  const missing = missingQuestions(followUp, baseline);
  if (missing.length > 0) return fail('answers-missing', { count: missing.length, first: missing[0]?.id ?? '' });
  return ok({ ...followUp, status: 'complete', completedOn: on, interviewer, source });
};
