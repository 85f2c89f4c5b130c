/** A share in tenths of a per cent: 69.9 % is 699. Rounded once, half up. */
export type Tenths = number;

/** Two ends of an interval or a pair of bounds, in tenths of a per cent. */
export type TenthsRange = { readonly low: Tenths; readonly high: Tenths };

/** The normal deviate of a two-sided 95 % interval. */
export const z95 = 1.959964;

/** Counts of people below this are suppressed (domain.md 5). */
export const suppressedBelow = 5;

/** A share of fewer known people than this is only indicative (domain.md 5). */
export const indicativeBelow = 30;

/** `part / whole` in tenths of a per cent, rounded half up in whole numbers so that 12.25 % is 12.3 %; undefined where there is no whole. */
export const shareInTenths = (part: number, whole: number): Tenths | undefined =>
  whole <= 0 ? undefined : Math.floor((2000 * part + whole) / (2 * whole));

/** A fraction between 0 and 1 in tenths of a per cent, rounded half up. */
export const fractionInTenths = (fraction: number): Tenths => Math.floor(fraction * 1000 + 0.5);

/**
 * The 95 % interval of a share after Wilson (1927), without continuity correction, as fractions between 0 and 1; undefined where nobody
 * is known.
 */
export const wilson = (part: number, whole: number): { readonly low: number; readonly high: number } | undefined => {
  if (whole <= 0) return undefined;
  const share = part / whole;
  const z2 = z95 * z95;
  const centre = (share + z2 / (2 * whole)) / (1 + z2 / whole);
  const half = (z95 * Math.sqrt((share * (1 - share)) / whole + z2 / (4 * whole * whole))) / (1 + z2 / whole);
  return { low: part <= 0 ? 0 : Math.max(0, centre - half), high: part >= whole ? 1 : Math.min(1, centre + half) };
};

/** The counts behind a share: `count` of the `known`, out of a `base` that also holds those of whom it is not known. */
export type Counts = { readonly count: number; readonly known: number; readonly base: number };

/** The share if all the unknown said no, and if all said yes, as fractions of the base; undefined where the base is empty. */
export const boundsOf = ({
  count,
  known,
  base,
}: Counts): { readonly low: number; readonly high: number } | undefined =>
  base <= 0 ? undefined : { low: count / base, high: (count + base - known) / base };

/**
 * A share with all that belongs next to it (domain.md 5). Where a cell holds fewer than five people the numbers are not in it, so that no
 * screen or export can show them by mistake.
 */
export type Estimate =
  | {
      readonly suppressed: false;
      readonly count: number;
      readonly known: number;
      readonly base: number;
      readonly share: Tenths;
      readonly interval: TenthsRange;
      readonly bounds: TenthsRange;
      /** True where fewer than thirty are known. */
      readonly indicative: boolean;
    }
  | {
      readonly suppressed: true;
      /** `nobody`: no one to ask or no answer known; `few`: a cell of one to four people. */
      readonly because: 'nobody' | 'few';
      readonly base: number | null;
    };

const toTenths = (range: { readonly low: number; readonly high: number }): TenthsRange => ({
  low: fractionInTenths(range.low),
  high: fractionInTenths(range.high),
});

/** Makes the estimate of a share from its counts; suppressed where the count or the known are under five. */
export const estimate = (counts: Counts): Estimate => {
  const { count, known, base } = counts;
  const share = shareInTenths(count, known);
  const interval = wilson(count, known);
  const bounds = boundsOf(counts);
  const shownBase = base < suppressedBelow ? null : base;
  if (share === undefined || interval === undefined || bounds === undefined)
    return { suppressed: true, because: 'nobody', base: shownBase };
  if (known < suppressedBelow || count < suppressedBelow) return { suppressed: true, because: 'few', base: shownBase };
  return {
    suppressed: false,
    count,
    known,
    base,
    share,
    interval: toTenths(interval),
    bounds: toTenths(bounds),
    indicative: known < indicativeBelow,
  };
};
