import type { IsoDate } from '#shared/lib/dates.ts';
import type { KnownAnswers } from '../enumerator/answer-text.ts';
import type { CallResult } from '../enumerator/form-fields.ts';
import { callsOfARow, readCallResult, readSource } from '../enumerator/form-fields.ts';
import { isChosen, readAnswer } from '../enumerator/read-answers.ts';
import type { AnswerSource, AnswerValue } from '../follow-ups.ts';
import type { DesignedQuestion, QuestionnaireDesign } from '../questionnaire-design.ts';
import type { CellProblem, SourceRow, Understanding } from './import-kinds.ts';
import type { LearnerKey } from './match-learners.ts';
import { readLearnerKey } from './match-learners.ts';
import { readDate } from './read-dates.ts';
import { given } from './read-learner-row.ts';
import type { GivenCell, ReadCell } from './row-cells.ts';
import { problem } from './row-cells.ts';

/** One call of a row. */
export type RowCall = { readonly on: IsoDate; readonly result: CallResult };

/** One answer of a row, with the cell it stood in. */
export type RowAnswer = { readonly id: string; readonly answer: AnswerValue | null; readonly cell: GivenCell };

/** One row of a file of interviews, understood. `answers` are those that were filled in since the file was made. */
export type FollowUpRow = {
  readonly line: number;
  readonly key: LearnerKey;
  readonly alumnus?: string;
  readonly wave?: string;
  readonly edition?: string;
  readonly calls: readonly RowCall[];
  readonly answers: readonly RowAnswer[];
  readonly interviewer?: string;
  readonly source?: AnswerSource;
  readonly newPhone?: string;
  readonly nextCall?: IsoDate;
  readonly callNote?: string;
  readonly submission?: string;
  readonly endedAt?: string;
  readonly problems: readonly CellProblem[];
};

/** What a row said when it was made; nothing where the file does not say. */
const readStamp = (cell: GivenCell | undefined): KnownAnswers => {
  try {
    const read: unknown = JSON.parse(cell?.text ?? '{}');
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as KnownAnswers) : {};
  } catch {
    return {};
  }
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The choices ticked in columns of their own, as one cell; undefined where no column of them was filled in. */
const tickedOf = (question: DesignedQuestion, row: SourceRow, readCell: ReadCell): RowAnswer | undefined => {
  const cells = (question.choices ?? []).flatMap(({ value }) => {
    const cell = readCell(row, `answer:${question.id}/${value}`);
    return cell === undefined ? [] : [{ value, cell }];
  });
  const chosen = cells.filter(({ cell }) => isChosen(cell.text));
  const [first] = chosen;
  if (first === undefined) return undefined;
  const text = chosen.map(({ value }) => value).join(' ');
  return {
    id: question.id,
    answer: chosen.map(({ value }) => value),
    cell: { column: first.cell.column.split('/').slice(0, -1).join('/') || first.cell.column, text },
  };
};

/** The instant of an interview, `2026-05-24T14:03:11+02:00`; undefined where it is none. */
const readInstant = (text: string): string | undefined => {
  const time = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text) ? new Date(text.replace(' ', 'T')).getTime() : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
};

/** The answers that were filled in since the file was made, and the cells that cannot be read. */
const answersOf = (
  row: SourceRow,
  readCell: ReadCell,
  { dateStyles, today }: Understanding,
  { questions }: QuestionnaireDesign,
): { readonly answers: readonly RowAnswer[]; readonly problems: readonly CellProblem[] } => {
  const problems: CellProblem[] = [];
  const stamp = readStamp(readCell(row, 'stamp'));
  const answers = questions.flatMap((question): readonly RowAnswer[] => {
    const cell = readCell(row, `answer:${question.id}`);
    const ticked = cell === undefined ? tickedOf(question, row, readCell) : undefined;
    if (ticked !== undefined) return same(ticked.answer, stamp[question.id]) ? [] : [ticked];
    if (cell === undefined || cell.text === stamp[question.id]) return [];
    const read = readAnswer(question, cell, dateStyles[cell.column] ?? 'day-first', today);
    if ('problem' in read) {
      problems.push(read.problem);
      return [];
    }
    return same(read.answer, stamp[question.id]) ? [] : [{ id: question.id, answer: read.answer, cell }];
  });
  return { answers, problems };
};

/** Understands one row of a file of interviews; whatever cannot be read is a problem with its column, value and reason. */
export const readFollowUpRow = (
  row: SourceRow,
  readCell: ReadCell,
  understanding: Understanding,
  design: QuestionnaireDesign,
): FollowUpRow => {
  const problems: CellProblem[] = [];
  const { dateStyles, today } = understanding;
  const text = (target: string): string | undefined => readCell(row, target)?.text;
  const day = (target: string, future: boolean): IsoDate | undefined => {
    const cell = readCell(row, target);
    if (cell === undefined) return undefined;
    const read = readDate(cell.text, dateStyles[cell.column] ?? 'day-first', today);
    if (!read.ok) problems.push(problem(cell, read.error.code));
    else if (!future && read.value > today) problems.push(problem(cell, 'date-in-future'));
    else return read.value;
    return undefined;
  };
  const pick = <T>(target: string, code: string, read: (text: string) => T | undefined): T | undefined => {
    const cell = readCell(row, target);
    const value = cell === undefined ? undefined : read(cell.text);
    if (cell !== undefined && value === undefined) problems.push(problem(cell, code));
    return value;
  };
  const calls = callsOfARow.flatMap((place): readonly RowCall[] => {
    const on = day(`callOn${place}`, false);
    const result = pick(`callResult${place}`, 'not-a-result', readCallResult);
    if (on === undefined) return result === undefined ? [] : [{ on: '', result }];
    return [{ on, result: result ?? 'talked' }];
  });
  const answers = answersOf(row, readCell, understanding, design);
  problems.push(...answers.problems);
  return {
    line: row.line,
    key: readLearnerKey(row, readCell, understanding),
    calls,
    answers: answers.answers,
    problems,
    ...given<Omit<FollowUpRow, 'line' | 'key' | 'calls' | 'answers' | 'problems'>>({
      alumnus: text('alumnus'),
      wave: text('wave'),
      edition: text('edition'),
      interviewer: text('interviewer'),
      source: pick('source', 'not-a-source', readSource),
      newPhone: text('newPhone'),
      nextCall: day('nextCall', true),
      callNote: text('callNote'),
      submission: text('submission')?.replace(/^uuid:/, ''),
      endedAt: readInstant(text('endedAt') ?? ''),
    }),
  };
};
