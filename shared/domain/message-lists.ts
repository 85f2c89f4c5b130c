import type { IsoDate } from '#shared/lib/dates.ts';
import type { Message } from './message.ts';
import { message } from './message.ts';

const fold = (parts: readonly Message[], join: (first: Message, rest: Message) => Message): Message => {
  const last = parts.at(-1);
  if (last === undefined) throw new Error('A list of messages needs at least one');
  return parts.slice(0, -1).reduceRight((rest, first) => join(first, rest), last);
};

/** `a, b, c`. At least one part. */
export const commaList = (parts: readonly Message[]): Message =>
  fold(parts, (first, rest) => message('domain.list.comma', { first, rest }));

/** `a + b + c`. At least one part. */
export const plusList = (parts: readonly Message[]): Message =>
  fold(parts, (first, rest) => message('domain.list.plus', { first, rest }));

/** `a, b and c`. At least one part. */
export const andList = (parts: readonly Message[]): Message => {
  const last = parts.at(-1);
  if (last === undefined || parts.length === 1) return commaList(parts);
  return message('domain.list.and', { first: commaList(parts.slice(0, -1)), last });
};

/** A text that is in words already, such as a title, as a message. */
export const plainText = (text: string): Message => message('domain.list.text', { text });

/** A number in the figures of the language, as a message. */
export const figure = (value: number): Message => message('domain.list.figure', { value });

/** A day without its year, `8 Jun` or in full `8 June`. */
export const dayMessage = (date: IsoDate, length: 'short' | 'long'): Message =>
  message('domain.day.of-month', {
    day: Number(date.slice(8, 10)),
    month: message(`domain.month.${length}.${Number(date.slice(5, 7))}`),
  });

/** A day with its year, `8 June 2026`. */
export const dayAndYear = (date: IsoDate): Message =>
  message('domain.day.of-year', { day: dayMessage(date, 'long'), year: date.slice(0, 4) });
