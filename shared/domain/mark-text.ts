import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { Hundredths, Outcome } from './marks.ts';

/** Why a typed mark is refused; each code has a message `errors.<code>` with `text`, `mark` and `max` (in marks, not hundredths). */
export type MarkFailure = Failure<
  'mark-above-maximum' | 'mark-below-zero' | 'mark-not-a-number' | 'points-not-a-number' | 'mark-too-fine'
>;

/** What was typed into a cell of the grid: a mark, an outcome by its letters, or nothing at all. */
export type CellEntry =
  | { readonly kind: 'mark'; readonly value: Hundredths }
  | { readonly kind: 'outcome'; readonly outcome: Exclude<Outcome, 'DEF'> }
  | { readonly kind: 'clear' };

const number = /^([-−+]?)(\d*)(?:[.,](\d*))?$/u;

/**
 * Reads a mark typed or imported: `12.5`, `12,5`, spaces around it. Three or more decimals are refused as too fine (which also keeps
 * `1,250` from being read as a thousand), spaces between digits as no number. `max` is the assignment's maximum.
 */
export const parseMark = (text: string, max: Hundredths): Result<Hundredths, MarkFailure> => {
  const trimmed = text.trim();
  const details = { text: trimmed, max: max / 100 };
  const [, sign, whole = '', decimals = ''] = number.exec(trimmed) ?? [];
  if (sign === undefined || whole + decimals === '' || whole.length > 9) return fail('mark-not-a-number', details);
  if (decimals.length > 2) return fail('mark-too-fine', details);
  const value = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  const mark = value / 100;
  if (sign !== '' && sign !== '+' && value > 0) return fail('mark-below-zero', { ...details, mark: -mark });
  return value > max ? fail('mark-above-maximum', { ...details, mark }) : ok(value);
};

/** Reads a mark where nothing but a number is taken (points of a criterion, a second mark): what is none is told so without the letters of the grid. */
export const parsePoints = (text: string, max: Hundredths): Result<Hundredths, MarkFailure> => {
  const read = parseMark(text, max);
  if (read.ok || read.error.code !== 'mark-not-a-number') return read;
  return fail('points-not-a-number', read.error.details);
};

const decimalCommaLanguages = new Set(['fr', 'pt']);

const decimalSign = (language: string): string => (decimalCommaLanguages.has(language.slice(0, 2)) ? ',' : '.');

/** A mark in figures without trailing zeros and with the language's decimal sign: 1250 is `12.5`, in French `12,5`. */
export const formatMark = (hundredths: Hundredths, language: string): string => {
  const size = Math.abs(hundredths);
  const decimals = String(size % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const figure = `${hundredths < 0 ? '−' : ''}${Math.floor(size / 100)}`;
  return decimals === '' ? figure : figure + decimalSign(language) + decimals;
};

/** A mean of marks, given in hundredths and rounded to them, always with its two decimals: 420 is `4.20`. */
export const formatMean = (hundredths: number, language: string): string => {
  const size = Math.round(Math.abs(hundredths));
  const sign = hundredths < 0 && size > 0 ? '−' : '';
  return `${sign}${Math.floor(size / 100)}${decimalSign(language)}${String(size % 100).padStart(2, '0')}`;
};

/** A result in tenths of a per cent, always with its one decimal and without the sign: 675 is `67.5`, in French `67,5`. */
export const formatPercent = (tenths: number, language: string): string =>
  `${tenths < 0 ? '−' : ''}${Math.floor(Math.abs(tenths) / 10)}${decimalSign(language)}${Math.abs(tenths) % 10}`;

/** The letters that stand for an outcome: the keys of the grid and the words its cells show, in English, French, Portuguese and Swahili. */
const outcomeLetters: Readonly<Record<string, Exclude<Outcome, 'DEF'>>> = {
  N: 'NS',
  NS: 'NS',
  NR: 'NS',
  NE: 'NS',
  HKW: 'NS',
  X: 'EX',
  EX: 'EX',
  DISP: 'EX',
  RUH: 'EX',
  H: 'HOLD',
  HOLD: 'HOLD',
  ATT: 'HOLD',
  PEND: 'HOLD',
  SWALI: 'HOLD',
};

/**
 * Reads what was typed or pasted into a cell: a mark, `N`/`NS` not submitted, `X`/`EX` excused, `H`/`HOLD` query (the French `NR`, `DISP`, `ATT`
 * and the Portuguese `NE`, `DISP`, `PEND` and the Swahili `HKW`, `RUH`, `SWALI` too, capitals or not), or nothing, which clears. An extension needs a date and has no letters.
 */
export const parseCellEntry = (text: string, max: Hundredths): Result<CellEntry, MarkFailure> => {
  const letters = text.trim().toUpperCase();
  if (letters === '') return ok({ kind: 'clear' });
  const outcome = Object.hasOwn(outcomeLetters, letters) ? outcomeLetters[letters] : undefined;
  if (outcome !== undefined) return ok({ kind: 'outcome', outcome });
  const mark = parseMark(text, max);
  return mark.ok ? ok({ kind: 'mark', value: mark.value }) : mark;
};
