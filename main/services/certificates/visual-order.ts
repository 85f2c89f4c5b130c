/** Letters of scripts that run from right to left, with their marks and presentation forms. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/u;
const pieces = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]+|[\p{L}\p{N}][\p{L}\p{M}\p{N}.,'’-]*|./gsu;
const strong = /^[\p{L}\p{N}]/u;
const mirrored: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[', '«': '»', '»': '«' };

type Direction = 'left' | 'right';

export const runsRightToLeft = (text: string): boolean => rightToLeft.test(text);

const directionOf = (piece: string): Direction | undefined => {
  if (rightToLeft.test(piece)) return 'left';
  return strong.test(piece) ? 'right' : undefined;
};

/** Spaces and marks between two pieces of one direction go with them; others with the direction of the whole. */
const resolved = (found: readonly (Direction | undefined)[], base: Direction): readonly Direction[] =>
  found.map((direction, at) => {
    if (direction !== undefined) return direction;
    const before = found.slice(0, at).findLast((one) => one !== undefined) ?? base;
    const after = found.slice(at + 1).find((one) => one !== undefined) ?? base;
    return before === after ? before : base;
  });

/**
 * The pieces of a line in the order in which they stand on paper from left to right, as the Unicode bidirectional algorithm orders names: the first strong
 * letter gives the line its direction, runs of the other direction keep theirs. Each piece has one direction and is shaped on its own.
 */
export const visualPieces = (text: string): readonly string[] => {
  const parts = text.match(pieces) ?? [];
  const found = parts.map(directionOf);
  const base = found.find((direction) => direction !== undefined) ?? 'right';
  const directions = resolved(found, base);
  const runs: { readonly direction: Direction; readonly parts: string[] }[] = [];
  parts.forEach((part, at) => {
    const direction = directions[at] ?? base;
    const last = runs.at(-1);
    const shown = direction === 'left' ? (mirrored[part] ?? part) : part;
    if (last?.direction === direction) last.parts.push(shown);
    else runs.push({ direction, parts: [shown] });
  });
  const shown = runs.map((run) => (run.direction === 'left' ? run.parts.toReversed() : run.parts));
  return (base === 'left' ? shown.toReversed() : shown).flat();
};
