import { fold } from '#shared/lib/fold.ts';
import { checkAnswer } from '../follow-up-calls.ts';
import type { AnswerValue } from '../follow-ups.ts';
import type { CellProblem, DateStyle } from '../import/import-kinds.ts';
import { readDate } from '../import/read-dates.ts';
import type { GivenCell } from '../import/row-cells.ts';
import { problem } from '../import/row-cells.ts';
import { message } from '../message.ts';
import type { DesignedQuestion } from '../questionnaire-design.ts';
import { choiceOf, saysDeclined } from './form-fields.ts';

/** An answer as a file gives it: null is "does not say"; or why it cannot be taken. */
type ReadAnswer = { readonly answer: AnswerValue | null } | { readonly problem: CellProblem };

const separated = (text: string): readonly string[] =>
  text
    .split(/[;\n|]|,(?=\s)/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Several choices: apart by semicolons as on our sheets, or by blanks as phones write codes. */
const severalOf = (question: DesignedQuestion, text: string): readonly string[] | undefined => {
  for (const parts of [separated(text), text.trim().split(/[\s,]+/)]) {
    const values = parts.map((part) => choiceOf(question, part));
    if (values.length > 0 && values.every((value) => value !== undefined)) return values;
  }
  return undefined;
};

const plainNumber = (text: string): number | undefined => {
  const compact = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(compact) ? Number(compact) : undefined;
};

const valueOf = (
  question: DesignedQuestion,
  text: string,
  style: DateStyle,
  today: string,
): AnswerValue | undefined => {
  switch (question.kind) {
    case 'single':
      return choiceOf(question, text);
    case 'multiple':
      return severalOf(question, text);
    case 'scale':
    case 'number':
      return plainNumber(text);
    case 'date': {
      const read = readDate(text, style, today);
      return read.ok ? read.value : undefined;
    }
    case 'text':
      return text.normalize('NFC');
  }
};

const codes = {
  single: 'not-a-choice',
  multiple: 'not-a-choice',
  scale: 'not-a-number',
  number: 'not-a-number',
  date: 'not-a-date',
  text: 'not-a-choice',
} as const;

/** Reads one answer: choices by code, by words in any language or by number, numbers with comma or point, days in the style of their column. */
export const readAnswer = (
  question: DesignedQuestion,
  cell: GivenCell,
  style: DateStyle,
  today: string,
): ReadAnswer => {
  const isOwnChoice = choiceOf(question, cell.text) !== undefined;
  if (!isOwnChoice && question.kind !== 'text' && saysDeclined(cell.text)) return { answer: null };
  if (question.kind === 'single' && !isOwnChoice && cell.text.trim() === '0') return { answer: null };
  if (question.kind === 'text' && saysDeclined(cell.text)) return { answer: null };
  const answer = valueOf(question, cell.text, style, today);
  if (answer === undefined) return { problem: problem(cell, codes[question.kind]) };
  const wrong = checkAnswer(question, answer);
  return wrong === undefined
    ? { answer }
    : { problem: { column: cell.column, value: cell.text, reason: message(`errors.${wrong.code}`, wrong.details) } };
};

const yesWords = new Set(['1', 'true', 'yes', 'oui', 'sim', 'ndiyo', 'x', 'vrai', 'verdadeiro']);

/** True where a column of one choice says that it was chosen. */
export const isChosen = (text: string): boolean => yesWords.has(fold(text));
