import { isKnown } from './outcome-indicators.ts';
import type { OutcomeRow } from './outcome-rows.ts';

/** A cycle with the months of the waves that have opened for at least one alumnus, and of those in which someone has answered. */
export type CycleWaves = {
  readonly cycle: string;
  readonly offsets: readonly number[];
  readonly answered: readonly number[];
};

const ascending = (numbers: ReadonlySet<number>): readonly number[] => [...numbers].sort((a, b) => a - b);

/** The cycles among the rows, in order. */
export const cyclesOf = (rows: readonly OutcomeRow[]): readonly CycleWaves[] => {
  const cycles = new Map<string, { readonly offsets: Set<number>; readonly answered: Set<number> }>();
  for (const row of rows) {
    let found = cycles.get(row.cycle);
    if (found === undefined) cycles.set(row.cycle, (found = { offsets: new Set(), answered: new Set() }));
    for (const wave of row.waves) {
      found.offsets.add(wave.offsetMonths);
      if (isKnown(wave.answers)) found.answered.add(wave.offsetMonths);
    }
  }
  return [...cycles]
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([cycle, { offsets, answered }]) => ({ cycle, offsets: ascending(offsets), answered: ascending(answered) }));
};

/** How many alumni there are in how many countries, over all cycles: a count of awards, which may be added up. */
export const alumniTotals = (rows: readonly OutcomeRow[]): { readonly alumni: number; readonly countries: number } => {
  const alumni = rows.filter(({ awarded }) => awarded);
  return { alumni: alumni.length, countries: new Set(alumni.map(({ country }) => country)).size };
};
