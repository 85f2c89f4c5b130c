import { groupBy } from '#shared/lib/group-by.ts';
import type { Hundredths } from './marks.ts';
import type { Comparison } from './moderation-comparison.ts';
import type { Script } from './moderation-sample.ts';
import { isBelowPass } from './moderation-sample.ts';
import type { HundredthsOfPercent } from './programmes.ts';
import type { Tenths } from './statistics.ts';
import { shareInTenths } from './statistics.ts';

/**
 * The marks of one marker in a batch (domain.md 4), or of all where `marker` is null; undefined is a script without a marker's name. Mean, standard
 * deviation (n − 1) and mean difference (second − first) are hundredths of a mark, not rounded.
 */
export type MarkerStatistics = {
  readonly marker: string | null | undefined;
  readonly scripts: number;
  readonly mean: number;
  readonly deviation: number | undefined;
  readonly passed: number;
  readonly passShare: Tenths;
  readonly compared: number;
  readonly meanDifference: number | undefined;
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const deviationOf = (values: readonly number[]): number | undefined => {
  if (values.length < 2) return undefined;
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
};

type Batch = {
  readonly scripts: readonly Script[];
  readonly comparisons: readonly Comparison[];
  readonly max: Hundredths;
  readonly passMark: HundredthsOfPercent;
};

const firstMark = ({ enrolmentId, value }: Script, firsts: ReadonlyMap<string, Hundredths>): Hundredths =>
  firsts.get(enrolmentId) ?? value;

const statisticsOf = (
  marker: MarkerStatistics['marker'],
  { scripts, comparisons, max, passMark }: Batch,
): MarkerStatistics => {
  // What the marker gave, not what was agreed on afterwards.
  const firsts = new Map(
    comparisons.flatMap(({ enrolmentId, second, state }) =>
      second === undefined || state !== 'agreed' ? [] : [[enrolmentId as string, second.first] as const],
    ),
  );
  const marks = scripts.map((script) => firstMark(script, firsts));
  const own = new Set(scripts.map(({ enrolmentId }) => enrolmentId));
  const differences = comparisons.flatMap(({ enrolmentId, difference }) =>
    difference === undefined || !own.has(enrolmentId) ? [] : [difference],
  );
  const passed = marks.filter((mark) => !isBelowPass(mark, max, passMark)).length;
  return {
    marker,
    scripts: scripts.length,
    mean: mean(marks),
    deviation: deviationOf(marks),
    passed,
    passShare: shareInTenths(passed, scripts.length) ?? 0,
    compared: differences.length,
    meanDifference: differences.length === 0 ? undefined : mean(differences),
  };
};

/** The statistics of each marker of a batch, the one with most scripts first. */
export const markerStatistics = (batch: Batch): readonly MarkerStatistics[] =>
  [...groupBy(batch.scripts, ({ marker }) => marker)]
    .map(([marker, scripts]) => statisticsOf(marker, { ...batch, scripts }))
    .toSorted((a, b) => b.scripts - a.scripts || ((a.marker ?? '') < (b.marker ?? '') ? -1 : 1));

/** The statistics of a whole batch; undefined where no script is marked. */
export const batchStatistics = (batch: Batch): MarkerStatistics | undefined =>
  batch.scripts.length === 0 ? undefined : statisticsOf(null, batch);
