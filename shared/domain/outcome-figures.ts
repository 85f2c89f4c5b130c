import type { Tenths, TenthsRange } from './statistics.ts';

/** How figures are written in a language. Shares come in tenths of a per cent and are never rounded a second time. */
export type Figures = {
  readonly count: (value: number) => string;
  /** 25.0 */
  readonly share: (tenths: Tenths) => string;
  /** 25.0 %, the sign kept on the line of its number. */
  readonly percent: (tenths: Tenths) => string;
  /** 21.5–28.8 */
  readonly range: (range: TenthsRange) => string;
  /** A share as a whole number: 71. */
  readonly whole: (tenths: Tenths) => string;
  /** A difference in whole points with its sign: −14, +6, 0. */
  readonly points: (tenths: Tenths) => string;
  readonly list: (words: readonly string[]) => string;
  readonly country: (code: string) => string;
};

/** Half up, also below zero: the sign is put back afterwards. */
const rounded = (tenths: Tenths): number => Math.sign(tenths) * Math.floor(Math.abs(tenths) / 10 + 0.5);

const countryNames = (locale: string): ((code: string) => string) => {
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' });
  return (code) => (/^[A-Za-z]{2}$/.test(code) ? (names.of(code.toUpperCase()) ?? code) : code);
};

/** The figures of a locale such as `en-GB`. */
export const makeFigures = (locale: string): Figures => {
  const plain = new Intl.NumberFormat(locale);
  const tenth = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const words = new Intl.ListFormat(locale, { type: 'conjunction' });
  const share = (tenths: Tenths): string => tenth.format(tenths / 10);
  const signed = (value: number): string =>
    value > 0 ? `+${plain.format(value)}` : value < 0 ? `−${plain.format(-value)}` : plain.format(0);
  return {
    count: (value) => plain.format(value),
    share,
    percent: (tenths) => `${share(tenths)}\u00A0%`,
    range: ({ low, high }) => `${share(low)}–${share(high)}`,
    whole: (tenths) => plain.format(rounded(tenths)),
    points: (tenths) => signed(rounded(tenths)),
    list: (items) => words.format(items),
    country: countryNames(locale),
  };
};
