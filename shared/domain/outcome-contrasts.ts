import type { OutcomeRow } from './outcome-rows.ts';
import { isPaid, isVolunteer } from './questionnaire.ts';
import type { Tenths } from './statistics.ts';
import { shareInTenths, suppressedBelow } from './statistics.ts';

export const contrastDimensions = ['sex', 'age', 'baseline', 'secondary', 'mark', 'country'] as const;
export type ContrastDimension = (typeof contrastDimensions)[number];

/** How many people of a group and their share among all whose group is known; null where they are one to four. */
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
export type ContrastTally = Readonly<
  Record<ContrastDimension, { readonly all: Pair; readonly groups: Map<string, Pair> }>
>;

const emptyPair = (): Pair => ({ answered: 0, silent: 0 });

/** An empty tally. */
export const newContrastTally = (): ContrastTally =>
  Object.fromEntries(
    contrastDimensions.map((dimension) => [dimension, { all: emptyPair(), groups: new Map<string, Pair>() }]),
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
    const { all, groups } = tally[dimension];
    let pair = groups.get(group);
    if (pair === undefined) groups.set(group, (pair = emptyPair()));
    pair[side] += 1;
    all[side] += 1;
  }
};

const cell = (count: number, all: number): ContrastCell => {
  const share = shareInTenths(count, all);
  return share === undefined || (count > 0 && count < suppressedBelow) ? null : { count, share };
};

const contrastOf = (dimension: ContrastDimension, group: string, pair: Pair, all: Pair): Contrast => {
  const [answered, silent] = [cell(pair.answered, all.answered), cell(pair.silent, all.silent)];
  if (answered === null || silent === null)
    return { dimension, group, answered, silent, difference: null, flagged: false };
  const exact = pair.answered * all.silent - pair.silent * all.answered;
  const difference = Math.sign(exact) * (shareInTenths(Math.abs(exact), all.answered * all.silent) ?? 0);
  return {
    dimension,
    group,
    answered,
    silent,
    difference: difference + 0,
    flagged: 10 * Math.abs(exact) > all.answered * all.silent,
  };
};

/** The finished comparison of those who answered with those who did not, in a fixed order. */
export const contrastsOf = (tally: ContrastTally): readonly Contrast[] =>
  contrastDimensions.flatMap((dimension) => {
    const { all, groups } = tally[dimension];
    return [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, pair]) => contrastOf(dimension, group, pair, all));
  });
