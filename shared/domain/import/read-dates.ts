import { fold } from '#shared/lib/fold.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { isIsoDate } from '#shared/lib/dates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { DateStyle } from './import-kinds.ts';

/** What the dates of a column show of their style: `sure` where a day over 12 decides, `ambiguous` where none does, `mixed` where two contradict. */
export type DateEvidence = { readonly style: DateStyle; readonly evidence: 'sure' | 'ambiguous' | 'mixed' | 'none' };

const monthNames: readonly string[] = [
  'jan january janvier janv janeiro',
  'feb february fevrier fevr fev fevereiro',
  'mar march mars marco',
  'apr april avril avr abril abr',
  'may mai maio',
  'jun june juin junho',
  'jul july juillet juil julho',
  'aug august aout agosto ago',
  'sep sept september septembre setembro set',
  'oct october octobre outubro out',
  'nov november novembre novembro',
  'dec december decembre dezembro dez',
];

const monthOf = (name: string): number => monthNames.findIndex((names) => names.split(' ').includes(name)) + 1;

const numeric = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|\d{2})$/;
const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[t ].*)?$/;
const inWords = /^(\d{1,2})(?:st|nd|rd|th|er|o)?[\s\-./]*(?:de\s+)?([a-z]+)\.?[\s\-./,]*(?:de\s+)?(\d{4}|\d{2})$/;

const fullYear = (text: string, today: IsoDate): number => {
  if (text.length === 4) return Number(text);
  const year = 2000 + Number(text);
  return year > Number(today.slice(0, 4)) ? year - 100 : year;
};

const two = (value: number): string => String(value).padStart(2, '0');

const dayOf = (year: number, month: number, day: number): IsoDate | undefined => {
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return isIsoDate(date) ? date : undefined;
};

/** Why a date is refused: it is not written as one, or there is no such day. */
export type DateFailure = Failure<'not-a-date' | 'date-does-not-exist'>;

const checked = (date: IsoDate | undefined): Result<IsoDate, DateFailure> =>
  date === undefined ? fail('date-does-not-exist') : ok(date);

/**
 * Reads a date: `2024-03-01`, `1 March 2024`, `1 mars 2024`, `1 de março de 2024`, or figures in the style of the column. Two-digit years lie in the
 * hundred years up to `today`. A day that does not exist (`31/02/1990`) is refused, never moved.
 */
export const readDate = (text: string, style: DateStyle, today: IsoDate): Result<IsoDate, DateFailure> => {
  const folded = fold(text);
  const iso = yearFirst.exec(folded);
  if (iso !== null) return checked(dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])));
  const figures = numeric.exec(folded);
  if (figures !== null) {
    const [, first = '', second = '', year = ''] = figures;
    const [day, month] = style === 'day-first' ? [first, second] : [second, first];
    return checked(dayOf(fullYear(year, today), Number(month), Number(day)));
  }
  const [, day = '', name = '', year = ''] = inWords.exec(folded) ?? [];
  const month = monthOf(name);
  return month === 0 ? fail('not-a-date') : checked(dayOf(fullYear(year, today), month, Number(day)));
};

/** Finds the style of a column from its values. Without evidence the day comes first, as it is written in the programme's countries. */
export const findDateStyle = (values: readonly string[]): DateEvidence => {
  let [dayFirst, monthFirst, either] = [0, 0, 0];
  for (const value of values) {
    const [, first, second] = numeric.exec(fold(value)) ?? [];
    if (first === undefined) continue;
    if (Number(first) > 12 && Number(second) <= 12) dayFirst += 1;
    else if (Number(second) > 12 && Number(first) <= 12) monthFirst += 1;
    else if (first !== second) either += 1;
  }
  const style: DateStyle = monthFirst > dayFirst ? 'month-first' : 'day-first';
  if (dayFirst > 0 && monthFirst > 0) return { style, evidence: 'mixed' };
  if (dayFirst + monthFirst > 0) return { style, evidence: 'sure' };
  return { style, evidence: either > 0 ? 'ambiguous' : 'none' };
};
