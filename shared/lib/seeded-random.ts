/** A source of numbers in [0, 1) that repeats itself for the same seed. */
export type SeededRandom = () => number;

/** Makes a repeatable source of numbers (mulberry32). For demonstration data, samples and benches; never for keys. */
export const seededRandom = (seed: number): SeededRandom => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/** Sixteen bytes from a seeded source, for ids that repeat with the seed. */
export const seededBytes = (random: SeededRandom): Uint8Array =>
  Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256));
