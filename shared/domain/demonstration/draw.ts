import type { IsoDate } from '#shared/lib/dates.ts';
import type { SeededRandom } from '#shared/lib/seeded-random.ts';
import { seededBytes, seededRandom } from '#shared/lib/seeded-random.ts';
import { uuidV7 } from '#shared/lib/uuid-v7.ts';

/** A repeatable source of choices for invented data. */
export type Draw = {
  readonly chance: (probability: number) => boolean;
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  /** About normal, mean 0 and deviation 1, never beyond 3. */
  readonly normal: () => number;
  /** So many different items; one with twice the weight is about twice as likely to be among them. */
  readonly sample: <T>(items: readonly T[], count: number, weight?: (item: T) => number) => readonly T[];
  /** A new UUIDv7; later ones sort after earlier ones. */
  readonly id: () => string;
};

const pickFrom = <T>(items: readonly T[], random: SeededRandom): T => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
};

/** Makes a source from a seed; ids carry the time of `today` and a count. */
export const newDraw = (seed: number, today: IsoDate): Draw => {
  const random = seededRandom(seed);
  const start = Date.parse(`${today}T00:00:00.000Z`) - 1_000_000;
  let made = 0;
  return {
    chance: (probability) => random() < probability,
    whole: (low, high) => low + Math.floor(random() * (high - low + 1)),
    pick: (items) => pickFrom(items, random),
    normal: () => Math.max(-3, Math.min(3, (random() + random() + random() + random() - 2) * 1.732)),
    sample: (items, count, weight = () => 1) => {
      if (count > items.length) throw new Error(`Cannot draw ${count} of ${items.length}`);
      const keyed = items.map((item) => ({ item, key: -Math.log(1 - random()) / weight(item) }));
      return keyed
        .sort((a, b) => a.key - b.key)
        .slice(0, count)
        .map(({ item }) => item);
    },
    id: () => uuidV7(start + made++, seededBytes(random)),
  };
};

/** Shares a whole number out in proportion to weights (largest remainder), never more than `caps` where given. The parts sum to the total. */
export const apportion = (
  total: number,
  weights: readonly number[],
  caps: readonly number[] = [],
): readonly number[] => {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const cap = (index: number): number => caps[index] ?? total;
  const exact = weights.map((weight) => (sum === 0 ? 0 : (total * weight) / sum));
  const parts = exact.map((part, index) => Math.min(cap(index), Math.floor(part)));
  const order = exact
    .map((part, index) => ({ index, rest: part - Math.floor(part) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  let open = total - parts.reduce((all, part) => all + part, 0);
  while (open > 0) {
    const before = open;
    for (const { index } of order) {
      if (open === 0 || (parts[index] ?? 0) >= cap(index)) continue;
      parts[index] = (parts[index] ?? 0) + 1;
      open -= 1;
    }
    if (open === before) throw new Error(`Cannot share ${total} under the caps`);
  }
  return parts;
};
