import type { Approval } from './awards.ts';
import type { Eligibility } from './eligibility.ts';
import type { CohortId, EnrolmentId } from './ids.ts';
import type { ModuleResult, TenthsOfPercent } from './module-results.ts';
import type { HundredthsOfPercent } from './programmes.ts';

/**
 * What the award board of a cohort noted, and who approved the list that is frozen next; `id` is the cohort's id. Entries of `notes` are keyed by
 * enrolment id. `margin`: how near to the pass mark a result is borderline.
 */
export type AwardBoard = {
  readonly id: CohortId;
  readonly cohortId: CohortId;
  readonly notes: Readonly<Record<EnrolmentId, string>>;
  readonly approvals: readonly Approval[];
  readonly margin?: HundredthsOfPercent;
};

/** Two points around the pass mark (default, as in moderation: domain.md 4). */
export const defaultMargin: HundredthsOfPercent = 200;

/** The board of a cohort before anybody noted anything. */
export const emptyBoard = (cohortId: CohortId): AwardBoard => ({ id: cohortId, cohortId, notes: {}, approvals: [] });

/** A module result close to the pass mark; `points` above it in tenths of a per cent, below zero where under it. */
export type BorderlineCase = { readonly result: ModuleResult; readonly points: TenthsOfPercent };

/** The final module marks at most `margin` above or below the pass mark. The overall has no pass mark of its own and is never borderline. */
export const borderlineCases = (
  { modules }: Pick<Eligibility, 'modules'>,
  passMark: HundredthsOfPercent,
  margin: HundredthsOfPercent,
): readonly BorderlineCase[] =>
  modules.flatMap((result) => {
    if (result.final === undefined) return [];
    const points = result.final - passMark / 10;
    return Math.abs(points) * 10 <= margin ? [{ result, points }] : [];
  });

/** A class of a histogram: results from `from` up to and with `to`, in tenths of a per cent, and how many there are. */
export type Class = { readonly from: TenthsOfPercent; readonly to: TenthsOfPercent; readonly count: number };

const classWidth = 100;
const highest = 1000;

/** How results are spread over classes of ten points from 0 to 100; 100 % itself is in the last one. */
export const distribution = (results: readonly TenthsOfPercent[]): readonly Class[] =>
  Array.from({ length: highest / classWidth }, (_, index) => {
    const from = index * classWidth;
    const last = from + classWidth === highest;
    const to = last ? highest : from + classWidth - 1;
    return { from, to, count: results.filter((result) => result >= from && result <= to).length };
  });

/** The middle result, the mean of the two middle ones where their number is even (rounded half up); undefined without any. */
export const medianOf = (results: readonly TenthsOfPercent[]): TenthsOfPercent | undefined => {
  const sorted = results.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : Math.floor((low + high + 1) / 2);
};
