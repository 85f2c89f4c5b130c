import type { OutcomeRow } from './outcome-rows.ts';
import { isPaid, isVolunteer } from './questionnaire.ts';
import type { Tenths } from './statistics.ts';
import { shareInTenths, suppressedBelow } from './statistics.ts';

export const contrastDimensions = ['sex', 'age', 'baseline', 'secondary', 'mark', 'country'] as const;
export type ContrastDimension = (typeof contrastDimensions)[number];

/**
 * How many people of a group and their share among those of all groups shown on their side; null where they are one to four. Hidden groups are
 * out of the sum, so that nobody finds them as what is left to a hundred per cent; a last group alone is hidden with them.
 */
export type ContrastCell = { readonly count: number; readonly share: Tenths } | null;

/**
 * One group among those who answered and those who did not. `group` is a country code or a word with key
 * `outcomeIndicators.contrast.<dimension>.<group>`. `difference` is in tenths of a percentage point, answered minus silent.
 */
export type Contrast = {
  readonly dimension: ContrastDimension;
  readonly group: string;
  readonly answered: ContrastCell;
  readonly silent: ContrastCell;
  readonly difference: Tenths | null;
  /** True over ten points: the answers say less about this group, or more, than they should. */
  readonly flagged: boolean;
};

type Pair = { answered: number; silent: number };

/** Counts of groups while rows are read; only `addContrasts` writes it. */
export type ContrastTally = Readonly<Record<ContrastDimension, { readonly groups: Map<string, Pair> }>>;

const emptyPair = (): Pair => ({ answered: 0, silent: 0 });

/** An empty tally. */
export const newContrastTally = (): ContrastTally =>
  Object.fromEntries(
    contrastDimensions.map((dimension) => [dimension, { groups: new Map<string, Pair>() }]),
  ) as unknown as ContrastTally;

const markBand = (overall: Tenths): string => (overall >= 700 ? '70-plus' : overall >= 600 ? '60-69' : 'under-60');

const groupOf: Readonly<Record<ContrastDimension, (row: OutcomeRow) => string | undefined>> = {
  sex: ({ sex }) => (sex === 'not-said' ? undefined : sex),
  age: ({ ageBand }) => (ageBand === 'unknown' ? undefined : ageBand),
  baseline: ({ baseline }) => {
    if (baseline === undefined) return undefined;
    return isVolunteer(baseline) ? 'volunteer' : isPaid(baseline) ? 'paid' : 'other';
  },
  secondary: ({ secondaryDone }) => (secondaryDone === undefined ? undefined : secondaryDone ? 'done' : 'not-done'),
  mark: ({ overall }) => (overall === undefined ? undefined : markBand(overall)),
  country: ({ country }) => country,
};

/** Counts one row: only those followed up in the wave, by whether their interview was completed. */
export const addContrasts = (tally: ContrastTally, row: OutcomeRow, offsetMonths: number): void => {
  const wave = row.waves.find((each) => each.offsetMonths === offsetMonths);
  if (wave === undefined || wave.lost) return;
  const side = wave.complete ? 'answered' : 'silent';
  for (const dimension of contrastDimensions) {
    const group = groupOf[dimension](row);
    if (group === undefined) continue;
    const { groups } = tally[dimension];
    let pair = groups.get(group);
    if (pair === undefined) groups.set(group, (pair = emptyPair()));
    pair[side] += 1;
  }
};

type Shown = { readonly sum: number; readonly groups: ReadonlySet<string> };

const isHidden = (count: number): boolean => count > 0 && count < suppressedBelow;

/** The groups of one side whose cells may be shown, and how many people they hold. */
const shownOn = (side: keyof Pair, groups: ReadonlyMap<string, Pair>): Shown => {
  const open = [...groups].filter(([, pair]) => !isHidden(pair[side]));
  const filled = open.filter(([, pair]) => pair[side] > 0);
  const alone = open.length < groups.size && filled.length < 2;
  return {
    sum: open.reduce((sum, [, pair]) => sum + pair[side], 0),
    groups: new Set(alone ? [] : open.map(([group]) => group)),
  };
};

const cell = (group: string, count: number, shown: Shown): ContrastCell => {
  const share = shareInTenths(count, shown.sum);
  return share === undefined || !shown.groups.has(group) ? null : { count, share };
};

const contrastOf = (
  dimension: ContrastDimension,
  group: string,
  pair: Pair,
  shown: Readonly<Record<keyof Pair, Shown>>,
): Contrast => {
  const [answered, silent] = [cell(group, pair.answered, shown.answered), cell(group, pair.silent, shown.silent)];
  if (answered === null || silent === null)
    return { dimension, group, answered, silent, difference: null, flagged: false };
  const both = shown.answered.sum * shown.silent.sum;
  const exact = pair.answered * shown.silent.sum - pair.silent * shown.answered.sum;
  const difference = Math.sign(exact) * (shareInTenths(Math.abs(exact), both) ?? 0);
  return { dimension, group, answered, silent, difference: difference + 0, flagged: 10 * Math.abs(exact) > both };
};

/** The finished comparison of those who answered with those who did not, in a fixed order. */
export const contrastsOf = (tally: ContrastTally): readonly Contrast[] =>
  contrastDimensions.flatMap((dimension) => {
    const { groups } = tally[dimension];
    const shown = { answered: shownOn('answered', groups), silent: shownOn('silent', groups) };
    return [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, pair]) => contrastOf(dimension, group, pair, shown));
  });
