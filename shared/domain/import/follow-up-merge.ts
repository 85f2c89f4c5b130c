import type { IsoDate } from '#shared/lib/dates.ts';
import type { Award } from '../awards.ts';
import { answerText, knownAnswers } from '../enumerator/answer-text.ts';
import {
  completeInterview,
  endFollowUp,
  missingQuestions,
  newFollowUp,
  recordAnswer,
  recordAttempt,
} from '../follow-up-calls.ts';
import type { CallAttempt, FollowUp } from '../follow-ups.ts';
import type { Message } from '../message.ts';
import { message } from '../message.ts';
import { dayAndYear, plainText } from '../message-lists.ts';
import type { QuestionnaireLanguage } from '../questionnaire-design.ts';
import { textIn } from '../questionnaire-design.ts';
import type { Asking } from '../questionnaire.ts';
import { questionOf } from '../questionnaire.ts';
import type { FollowUpRow, RowAnswer, RowCall } from './follow-up-row.ts';
import type { CellProblem, Clash, Decision, FieldChange } from './import-kinds.ts';
import { fieldLabel, problem } from './row-cells.ts';

/** Whose interview it is, in which wave, with which questions; `author` is who imports. Words are in `language`. */
export type InterviewContext = {
  readonly award: Award;
  readonly waveId: string;
  readonly asking: Asking;
  readonly author: string;
  readonly language: QuestionnaireLanguage;
};

/** What of a row is not here yet. `clashes` stand here otherwise. */
export type RowNews = {
  readonly calls: readonly RowCall[];
  readonly answers: readonly RowAnswer[];
  readonly clashes: readonly Clash[];
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const outcomeOf = ({ result }: RowCall): CallAttempt['outcome'] =>
  result === 'opted-out' || result === 'deceased' ? 'talked' : result;

const isHere = (call: RowCall, { interviewer }: FollowUpRow, before: FollowUp | undefined): boolean =>
  (before?.attempts ?? []).some(
    ({ at, outcome, by }) =>
      at.slice(0, 10) === call.on && outcome === outcomeOf(call) && (interviewer === undefined || by === interviewer),
  );

/** Compares a row with what is recorded. */
export const newsOf = (row: FollowUpRow, before: FollowUp | undefined, context: InterviewContext): RowNews => {
  const { asking, language } = context;
  const here = knownAnswers(asking.design, before);
  const answers = row.answers.filter(({ id, answer }) => !same(answer, here[id]));
  const clashes = answers.flatMap(({ id, answer }): readonly Clash[] => {
    const question = questionOf(asking.design, id);
    const known = here[id];
    const second = before?.status === 'complete';
    if (question === undefined || (known === undefined && !second)) return [];
    return [
      {
        field: plainText(textIn(question.short, language)),
        here: plainText(known === undefined ? '' : answerText(question, known, language)),
        file: plainText(answerText(question, answer, language)),
      },
    ];
  });
  return { calls: row.calls.filter((call) => !isHere(call, row, before)), answers, clashes };
};

/** The day of the interview: of the last call in which somebody talked, else of the last call. */
export const interviewDay = ({ calls }: Pick<FollowUpRow, 'calls'>): IsoDate | undefined =>
  (calls.findLast(({ result }) => result === 'talked') ?? calls.at(-1))?.on;

const attemptOf = (call: RowCall, place: number, row: FollowUpRow, author: string): CallAttempt => {
  const { interviewer = author, endedAt, nextCall, callNote } = row;
  const isLast = place === row.calls.length - 1;
  const at =
    endedAt?.startsWith(call.on) === true && isLast
      ? endedAt
      : `${call.on}T12:${String(place).padStart(2, '0')}:00.000Z`;
  return {
    at,
    outcome: outcomeOf(call),
    by: interviewer,
    ...(isLast && nextCall !== undefined && nextCall > call.on ? { next: nextCall } : {}),
    ...(isLast && callNote !== undefined ? { note: callNote } : {}),
  };
};

type Work = { followUp: FollowUp; changes: FieldChange[]; problems: CellProblem[] };

const takeAnswer = (work: Work, { id, answer, cell }: RowAnswer, { asking, language }: InterviewContext): void => {
  const question = questionOf(asking.design, id);
  if (question === undefined) return;
  const before = knownAnswers(asking.design, work.followUp)[id];
  const recorded = recordAnswer(work.followUp, id, answer, asking);
  if (!recorded.ok) {
    const notAsked = recorded.error.code === 'question-not-asked';
    // That somebody does not say what was not asked is no news.
    if (!notAsked || answer !== null)
      work.problems.push(
        notAsked
          ? problem(cell, 'question-not-asked')
          : {
              column: cell.column,
              value: cell.text,
              reason: message(`errors.${recorded.error.code}`, recorded.error.details),
            },
      );
    return;
  }
  work.followUp = recorded.value;
  work.changes.push({
    field: plainText(textIn(question.short, language)),
    ...(before === undefined ? {} : { before: plainText(answerText(question, before, language)) }),
    after: plainText(answerText(question, answer, language)),
  });
};

const takeCall = (work: Work, call: RowCall, attempt: CallAttempt, isLast: boolean): void => {
  const { status } = work.followUp;
  const tried = recordAttempt(work.followUp, attempt);
  if (!tried.ok) return;
  // A refusal ends the wave only where it is the last word.
  const open = !isLast && tried.value.status === 'refused';
  work.followUp = open ? { ...tried.value, status: status === 'in-window' ? 'attempted' : status } : tried.value;
  work.changes.push({
    field: message('import.field.call'),
    after: message('import.callOn', { day: dayAndYear(call.on), result: message(`import.result.${call.result}`) }),
  });
  if (isLast && (call.result === 'opted-out' || call.result === 'deceased'))
    work.followUp = endFollowUp(work.followUp, call.result);
};

const complete = (work: Work, row: FollowUpRow, { asking, author }: InterviewContext): void => {
  const on = interviewDay(row);
  const { status } = work.followUp;
  if (on === undefined || (status !== 'partial' && status !== 'in-window')) return;
  if (missingQuestions(work.followUp, asking).length > 0) return;
  const ended = completeInterview(
    work.followUp,
    { on, interviewer: row.interviewer ?? author, source: row.source ?? 'self' },
    asking,
  );
  if (ended.ok) work.followUp = ended.value;
};

/** The record with what a row brings, what changed, and the cells that could not be taken. */
type TakenInterview = {
  readonly next: FollowUp;
  readonly changes: readonly FieldChange[];
  readonly problems: readonly CellProblem[];
};

/**
 * Takes a row into the record of an interview: its calls, its answers, and its end. Where answers clash, the decision says which go: with `here` only those
 * that were not known are taken.
 */
export const takeInterview = (
  row: FollowUpRow,
  news: RowNews,
  before: FollowUp | undefined,
  context: InterviewContext,
  decision: Decision | undefined,
): TakenInterview => {
  const { award, waveId, asking, author } = context;
  const work: Work = { followUp: before ?? newFollowUp(award, waveId), changes: [], problems: [] };
  const here = knownAnswers(asking.design, before);
  const answers = decision?.as === 'here' ? news.answers.filter(({ id }) => here[id] === undefined) : news.answers;
  const attempts = row.calls.map((call, place) => ({ call, attempt: attemptOf(call, place, row, author) }));
  const fresh = attempts.filter(({ call }) => news.calls.includes(call));
  const last = fresh.at(-1);
  for (const each of fresh) if (each !== last) takeCall(work, each.call, each.attempt, false);
  for (const answer of answers) takeAnswer(work, answer, context);
  if (last !== undefined) takeCall(work, last.call, last.attempt, true);
  complete(work, row, context);
  const { submission } = row;
  const next =
    submission === undefined || work.changes.length === 0
      ? work.followUp
      : { ...work.followUp, submissions: [...(work.followUp.submissions ?? []), submission] };
  return { next, changes: work.changes, problems: work.problems };
};

const told = ['attempted', 'refused', 'opted-out', 'deceased'] as const;

/** What became of the interview, in words: complete, or what is still to be asked. */
export const endNotes = (
  before: FollowUp | undefined,
  next: FollowUp,
  { asking }: InterviewContext,
): readonly Message[] => {
  if (next.status === 'complete') {
    const begun = before !== undefined && Object.keys(knownAnswers(asking.design, before)).length > 0;
    const how = before?.status === 'complete' ? 'replaced' : begun ? 'completed' : 'complete';
    return [message(`import.note.interview-${how}`)];
  }
  if (next.status === 'partial')
    return [message('import.note.interview-partial', { count: missingQuestions(next, asking).length })];
  const status = told.find((each) => each === next.status);
  return status === undefined ? [] : [message(`import.note.interview-${status}`)];
};

/** A change of the telephone that the alumnus gave. */
export const phoneChange = (before: string | undefined, after: string): FieldChange => ({
  field: fieldLabel('phone'),
  ...(before === undefined || before === '' ? {} : { before: plainText(before) }),
  after: plainText(after),
});
