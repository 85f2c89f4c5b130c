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
      /** `nobody`: no one to ask or no answer known; `few`: a cell of one to four people; `rest`: with it, such a cell could be worked out. */
      readonly because: 'nobody' | 'few' | 'rest';
      readonly base: number | null;
    };

const toTenths = (range: { readonly low: number; readonly high: number }): TenthsRange => ({
  low: fractionInTenths(range.low),
  high: fractionInTenths(range.high),
});

/** One to four people: a cell in which somebody could be recognised. */
export const isSmall = (people: number): boolean => people > 0 && people < suppressedBelow;

/** Why a cell of answers or people is hidden for its own sake; undefined where it may be shown. The rule of `estimate`, without its numbers. */
const hiddenAlone = ({ count, known, base }: Counts, kind: 'people' | 'answers'): 'nobody' | 'few' | undefined => {
  if (known <= 0 || base <= 0) return 'nobody';
  const others = kind === 'answers' && isSmall(known - count);
  return known < suppressedBelow || count < suppressedBelow || others ? 'few' : undefined;
};

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
  const because = hiddenAlone(counts, kind);
  if (because !== undefined || share === undefined || interval === undefined || bounds === undefined)
    return { suppressed: true, because: because ?? 'nobody', base: shownBase };
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

const plus = (a: Counts, b: Counts): Counts => ({
  count: a.count + b.count,
  known: a.known + b.known,
  base: a.base + b.base,
});

const none: Counts = { count: 0, known: 0, base: 0 };

/** The places of the parts that are hidden, for their own sake or for that of others. */
const hiddenParts = (
  parts: readonly Counts[],
  kind: 'people' | 'answers',
  given: ReadonlySet<number>,
): ReadonlySet<number> => {
  const alone = parts.map((part) => hiddenAlone(part, kind));
  if (hiddenAlone(parts.reduce(plus, none), kind) !== undefined)
    return new Set([...parts.keys()].filter((index) => alone[index] !== 'nobody'));
  const hidden = new Set(
    [...parts.keys()].filter((index) => alone[index] === 'few' || (alone[index] === undefined && given.has(index))),
  );
  if (hidden.size === 0) return hidden;
  let sum = [...hidden].reduce((all, index) => plus(all, parts[index] ?? none), none);
  const open = [...parts.keys()]
    .filter((index) => alone[index] === undefined && !hidden.has(index))
    .sort((a, b) => (parts[a]?.known ?? 0) - (parts[b]?.known ?? 0));
  for (const next of open) {
    if (hidden.size > 1 && hiddenAlone(sum, kind) === undefined) break;
    hidden.add(next);
    sum = plus(sum, parts[next] ?? none);
  }
  return hidden;
};

/**
 * The estimates of the parts of a whole whose own estimate is shown beside them. What is left after the shown parts are taken from the whole is
 * the sum of the hidden ones, so parts are hidden too, those with the fewest known first, until that sum could itself be shown
 * (complementary suppression). Where the whole is hidden, all of its parts are. `given` are parts that are hidden for another reason.
 */
export const estimatesOfParts = (
  parts: readonly Counts[],
  kind: 'people' | 'answers' = 'people',
  given: ReadonlySet<number> = new Set(),
): readonly Estimate[] => {
  const hidden = hiddenParts(parts, kind, given);
  return parts.map((part, index) => {
    const because = hiddenAlone(part, kind) ?? 'rest';
    if (!hidden.has(index) || because === 'nobody') return estimate(part, kind);
    return { suppressed: true, because, base: part.base < suppressedBelow ? null : part.base };
  });
};

/** True where a part that could be shown must be hidden for the sake of the other parts of the same whole. A whole that is hidden itself gives nothing away. */
export const hiddenBeside = (
  own: Counts,
  others: readonly Counts[],
  kind: 'people' | 'answers' = 'people',
): boolean => {
  if (hiddenAlone(own, kind) !== undefined) return false;
  const parts = [own, ...others];
  return hiddenAlone(parts.reduce(plus, none), kind) === undefined && hiddenParts(parts, kind, new Set()).has(0);
};
