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

/** One to four people: a cell in which somebody could be recognised. */
const isSmall = (people: number): boolean => people > 0 && people < suppressedBelow;

/**
 * Makes the estimate of a share from its counts; suppressed where the count or the known are under five. For `answers` also where one to four of
 * the known said otherwise: their cell is what is left of the known.
 */
export const estimate = (counts: Counts, kind: 'people' | 'answers' = 'people'): Estimate => {
  const { count, known, base } = counts;
  const share = shareInTenths(count, known);
  const interval = wilson(count, known);
  const bounds = boundsOf(counts);
  const shownBase = base < suppressedBelow ? null : base;
  if (share === undefined || interval === undefined || bounds === undefined)
    return { suppressed: true, because: 'nobody', base: shownBase };
  const others = kind === 'answers' && isSmall(known - count);
  if (known < suppressedBelow || count < suppressedBelow || others)
    return { suppressed: true, because: 'few', base: shownBase };
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

const sumOf = (parts: readonly Counts[]): Counts => ({
  count: parts.reduce((sum, { count }) => sum + count, 0),
  known: parts.reduce((sum, { known }) => sum + known, 0),
  base: parts.reduce((sum, { base }) => sum + base, 0),
});

/**
 * The estimates of the parts of a whole whose own estimate is shown beside them. What is left after the shown parts are taken from the whole is
 * the sum of the hidden ones, so parts are hidden too, those with the fewest known first, until that sum could itself be shown
 * (complementary suppression). Where the whole is hidden, all of its parts are.
 */
export const estimatesOfParts = (
  parts: readonly Counts[],
  kind: 'people' | 'answers' = 'people',
): readonly Estimate[] => {
  const own = parts.map((part) => estimate(part, kind));
  const whole = estimate(sumOf(parts), kind);
  const hide = (part: Counts): Estimate =>
    part.known === 0
      ? estimate(part, kind)
      : { suppressed: true, because: 'few', base: part.base < suppressedBelow ? null : part.base };
  if (whole.suppressed) return parts.map(hide);
  const isFew = (one: Estimate | undefined): boolean => one?.suppressed === true && one.because === 'few';
  const hidden = new Set([...parts.keys()].filter((index) => isFew(own[index])));
  const open = [...parts.keys()]
    .filter((index) => own[index]?.suppressed === false)
    .sort((a, b) => (parts[a]?.known ?? 0) - (parts[b]?.known ?? 0));
  const tells = (): boolean =>
    hidden.size > 0 &&
    (hidden.size === 1 || estimate(sumOf(parts.filter((_part, index) => hidden.has(index))), kind).suppressed);
  for (const next of open) {
    if (!tells()) break;
    hidden.add(next);
  }
  return parts.map((part, index) => (hidden.has(index) ? hide(part) : (own[index] ?? estimate(part, kind))));
};
