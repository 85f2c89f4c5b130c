/** Separators that a CSV file can have. */
export const separators = [',', ';', '\t'] as const;
export type Separator = (typeof separators)[number];

const linesToLookAt = 30;

/** How often each separator stands outside of quotes in each of the first lines. */
const countSeparators = (text: string): readonly ReadonlyMap<Separator, number>[] => {
  const lines: Map<Separator, number>[] = [];
  let line = new Map<Separator, number>();
  let [quoted, empty] = [false, true];
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    const ends = !quoted && (character === '\n' || character === '\r');
    if (ends && !empty) {
      lines.push(line);
      line = new Map();
    }
    empty = ends;
    if (lines.length === linesToLookAt) return lines;
    const separator = quoted ? undefined : separators.find((each) => each === character);
    if (separator !== undefined) line.set(separator, (line.get(separator) ?? 0) + 1);
  }
  return empty ? lines : [...lines, line];
};

/** The first line `sep=;` with which Excel notes the separator, and what comes after it. */
const noted = /^sep=([,;\t])\r?\n/i;

/**
 * The separator of a CSV text and the text without Excel's note of it: the one that splits most lines into equally many cells, and of
 * those the one that makes most cells.
 */
export const findSeparator = (text: string): { readonly separator: Separator; readonly text: string } => {
  const note = noted.exec(text);
  const named = separators.find((each) => each === note?.[1]);
  if (note !== null && named !== undefined) return { separator: named, text: text.slice(note[0].length) };
  const lines = countSeparators(text);
  const score = (separator: Separator): number => {
    const counts = lines.map((line) => line.get(separator) ?? 0);
    const times = counts.filter((count) => count > 0).map((count) => counts.filter((other) => other === count).length);
    const usual = Math.max(0, ...times);
    return usual * 1000 + Math.min(counts[0] ?? 0, 999);
  };
  const best = separators.reduce((first, next) => (score(next) > score(first) ? next : first));
  return { separator: best, text };
};
