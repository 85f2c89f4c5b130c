import { groupBy } from '#shared/lib/group-by.ts';
import type { AlumnusLine } from '#shared/domain/alumni-lines.ts';

/** One wave of a cohort, as it is named and shared out. */
export type CohortWave = Pick<AlumnusLine, 'cohortId' | 'cohortCode' | 'wave'>;

/** One wave of a cohort whose window is open, as it is shared out. */
export type OpenWave = {
  readonly key: string;
  readonly first: AlumnusLine;
  readonly toCall: readonly AlumnusLine[];
  readonly loads: readonly (readonly [name: string, count: number])[];
};

/** The open waves of the cohorts, in the order of their lines; callers as the screen's language sorts them. */
export const openWaves = (
  lines: readonly AlumnusLine[],
  compare: (a: string, b: string) => number,
): readonly OpenWave[] =>
  [...groupBy(lines, ({ cohortId, wave }) => `${cohortId}:${wave.id}`)].flatMap(([key, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const toCall = own.filter(({ callable }) => callable);
    const loads = [...groupBy(toCall, ({ caller }) => caller ?? '')].map(
      ([name, mine]) => [name, mine.length] as const,
    );
    return [{ key, first, toCall, loads: loads.toSorted(([a], [b]) => compare(a, b)) }];
  });
