import type { IsoDate, IsoInstant } from '#shared/lib/dates.ts';
import { isIsoDate } from '#shared/lib/dates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { Award } from './awards.ts';
import type {
  AnswerSource,
  AnswerValue,
  CallAttempt,
  FollowUp,
  FollowUpAnswers,
  FollowUpStatus,
} from './follow-ups.ts';
import { followUpId } from './follow-up-waves.ts';
import type { WaveRules } from './follow-up-waves.ts';
import type { Asking } from './questionnaire.ts';
import { answerTo, askedQuestions, isAsked, questionOf, withAnswerTo } from './questionnaire.ts';
import type { DesignedQuestion } from './questionnaire-design.ts';

/** Expected failures of a follow-up, with message keys `errors.<code>`. */
export type FollowUpFailure = Failure<
  | 'follow-up-closed'
  | 'unreachable-too-soon'
  | 'unreachable-same-day'
  | 'unreachable-same-time'
  | 'answer-not-a-choice'
  | 'answer-too-long'
  | 'answer-not-a-number'
  | 'answer-out-of-range'
  | 'answer-not-a-day'
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

const applies = (id: string, answers: FollowUpAnswers, { design, baseline }: Asking): boolean => {
  const question = questionOf(design, id);
  return question === undefined || isAsked(question, answers, baseline);
};

/** The answers without those to questions that no longer apply, because an earlier answer was changed. */
const onlyAsked = (answers: FollowUpAnswers, asking: Asking): FollowUpAnswers =>
  asking.design.questions.reduce(
    (kept, question) =>
      answerTo(kept, question.id) === undefined || isAsked(question, kept, asking.baseline)
        ? kept
        : withAnswerTo(kept, question.id, undefined),
    answers,
  );

/** The questions that must still be put before the interview is complete, in order. */
export const missingQuestions = (followUp: FollowUp, asking: Asking): readonly DesignedQuestion[] =>
  askedQuestions(followUp.answers, asking).filter(
    ({ id, required }) =>
      required && answerTo(followUp.answers, id) === undefined && !(followUp.declined ?? []).includes(id),
  );

const wrong = (code: FollowUpFailure['code'], details: NonNullable<FollowUpFailure['details']>): FollowUpFailure => ({
  code,
  details,
});

const checkNumber = ({ from, to }: DesignedQuestion, answer: AnswerValue): FollowUpFailure | undefined => {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return wrong('answer-not-a-number', {});
  const [least, most] = [from ?? -1e9, to ?? 1e9];
  return answer < least || answer > most ? wrong('answer-out-of-range', { from: least, to: most }) : undefined;
};

/** Why an answer does not fit its question; undefined where it does. Codes: `answer-…`. */
export const checkAnswer = (question: DesignedQuestion, answer: AnswerValue): FollowUpFailure | undefined => {
  const isChoice = (value: string): boolean => (question.choices ?? []).some((choice) => choice.value === value);
  const shown = typeof answer === 'object' ? answer.join(', ') : answer;
  switch (question.kind) {
    case 'text':
      return typeof answer !== 'string' || answer.length > longestAnswer
        ? wrong('answer-too-long', { longest: longestAnswer })
        : undefined;
    case 'single':
      return typeof answer === 'string' && isChoice(answer)
        ? undefined
        : wrong('answer-not-a-choice', { answer: shown });
    case 'multiple':
      return typeof answer === 'object' && answer.length > 0 && answer.every(isChoice)
        ? undefined
        : wrong('answer-not-a-choice', { answer: shown });
    case 'scale':
      return Number.isInteger(answer) ? checkNumber(question, answer) : wrong('answer-not-a-number', {});
    case 'number':
      return checkNumber(question, answer);
    case 'date':
      return typeof answer === 'string' && isIsoDate(answer) ? undefined : wrong('answer-not-a-day', { answer: shown });
  }
};

/** As it is stored: words trimmed in NFC, several choices in the order of the questionnaire; nothing said is no answer. */
const tidy = (
  { choices = [] }: DesignedQuestion,
  answer: AnswerValue | null | undefined,
): AnswerValue | null | undefined => {
  if (typeof answer === 'string') {
    const text = answer.trim().normalize('NFC');
    return text === '' ? undefined : text;
  }
  if (answer === null || answer === undefined || typeof answer === 'number') return answer;
  if (answer.length === 0) return undefined;
  const known = choices.map(({ value }) => value);
  return [...new Set(answer)].sort((a, b) => known.indexOf(a) - known.indexOf(b));
};

const withAnswer = (
  followUp: FollowUp,
  id: string,
  answer: AnswerValue | null | undefined,
  asking: Asking,
): FollowUp => {
  const answers = onlyAsked(withAnswerTo(followUp.answers, id, answer ?? undefined), asking);
  const declinedBefore = (followUp.declined ?? []).filter((each) => each !== id && applies(each, answers, asking));
  const declined = answer === null ? [...declinedBefore, id] : declinedBefore;
  const { declined: _declined, ...rest } = followUp;
  const { name, version } = asking.design;
  return { ...rest, answers, questionnaire: { name, version }, ...(declined.length > 0 ? { declined } : {}) };
};

const statusWithAnswers = (followUp: FollowUp, asking: Asking): FollowUpStatus => {
  if (followUp.status === 'complete' && missingQuestions(followUp, asking).length === 0) return 'complete';
  if (hasAnswers(followUp)) return 'partial';
  return followUp.attempts.length > 0 ? 'attempted' : 'in-window';
};

/**
 * Records one answer; `null` is "does not say", `undefined` takes the answer back. Answers to questions that then no longer apply go with
 * it. The interview is partial until `completeInterview`, and again where a correction leaves a needed question open.
 */
export const recordAnswer = (
  followUp: FollowUp,
  questionId: string,
  answer: AnswerValue | null | undefined,
  asking: Asking,
): Result<FollowUp, FollowUpFailure> => {
  const refusal = closed(followUp);
  if (refusal !== undefined) return refusal;
  const question = questionOf(asking.design, questionId);
  if (question === undefined || !isAsked(question, followUp.answers, asking.baseline))
    return fail('question-not-asked', { question: questionId });
  const wanted = tidy(question, answer);
  const problem = wanted === null || wanted === undefined ? undefined : checkAnswer(question, wanted);
  if (problem !== undefined) return { ok: false, error: problem };
  const next = withAnswer(followUp, questionId, wanted, asking);
  const status = statusWithAnswers(next, asking);
  const { completedOn: _completedOn, ...open } = next;
  return ok(status === 'complete' ? { ...next, status } : { ...open, status });
};

/** Who was asked, by whom and when. */
export type InterviewEnd = { readonly on: IsoDate; readonly interviewer: string; readonly source: AnswerSource };

/** Closes the interview. Fails with `answers-missing` where a needed question is neither answered nor declined. */
export const completeInterview = (
  followUp: FollowUp,
  { on, interviewer, source }: InterviewEnd,
  asking: Asking,
): Result<FollowUp, FollowUpFailure> => {
  const refusal = closed(followUp);
  if (refusal !== undefined) return refusal;
  const missing = missingQuestions(followUp, asking);
  if (missing.length > 0) return fail('answers-missing', { count: missing.length, first: missing[0]?.id ?? '' });
  return ok({ ...followUp, status: 'complete', completedOn: on, interviewer, source });
};
