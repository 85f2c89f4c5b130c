import type { NameFit } from '#shared/domain/certificate-names.ts';
import { chooseFace, type Face } from './faces.ts';
import { layoutText, type GlyphRun } from './glyph-run.ts';

const millimetresAPoint = 25.4 / 72;

/** The width that a name has in millimetres, and its sizes in points for one line and for two. */
export type NameMeasures = {
  readonly width: number;
  readonly one: { readonly size: number; readonly floor: number };
  readonly two?: { readonly size: number; readonly floor: number } | undefined;
};

/** Words that stay with the word after them. */
const particles = new Set(['da', 'de', 'do', 'dos', 'das', 'e', 'wa', 'van', 'der', 'bin', 'ole']);

/** A name ready to be set: face, size in points, and each line's glyphs. */
export type SetName = {
  readonly kind: 'set';
  readonly face: Face;
  readonly size: number;
  readonly lines: readonly GlyphRun[];
  readonly texts: readonly string[];
};

const widthAt = (run: GlyphRun, size: number): number => (run.width / 1000) * size * millimetresAPoint;

const sizeThatFits = (
  face: Face,
  runs: readonly GlyphRun[],
  from: number,
  floor: number,
  width: number,
): number | undefined => {
  for (let nominal = from; nominal >= floor; nominal -= 1) {
    const size = face.scale === 1 ? nominal : Math.round(nominal * face.scale);
    if (runs.every((run) => widthAt(run, size) <= width)) return size;
  }
  return undefined;
};

/** The two lines whose wider one is narrowest; a particle is never left at the end of the first. */
const breakInTwo = (face: Face, name: string): readonly [string, string] | undefined => {
  const words = name.split(' ');
  let best: { readonly lines: readonly [string, string]; readonly widest: number } | undefined;
  for (let at = 1; at < words.length; at += 1) {
    if (particles.has((words[at - 1] ?? '').toLowerCase())) continue;
    const lines = [words.slice(0, at).join(' '), words.slice(at).join(' ')] as const;
    const widest = Math.max(...lines.map((line) => layoutText(face, line).width));
    if (!best || widest < best.widest) best = { lines, widest };
  }
  return best?.lines;
};

/** Fits a name by the rule of look/certificates: full size, else down to the floor, else two lines, else not at all. */
export const setName = (
  chain: readonly Face[],
  name: string,
  measures: NameMeasures,
): SetName | Exclude<NameFit, { readonly kind: 'fits' }> => {
  const text = name.normalize('NFC').trim().replace(/\s+/gu, ' ');
  const chosen = chooseFace(chain, text);
  if (!chosen.ok) return { kind: 'no-font', characters: chosen.characters };
  const { face } = chosen;
  const run = layoutText(face, text);
  const { one, two, width } = measures;
  const size = sizeThatFits(face, [run], one.size, one.floor, width);
  if (size !== undefined) return { kind: 'set', face, size, lines: [run], texts: [text] };
  const texts = two && breakInTwo(face, text);
  if (!texts) return { kind: 'too-wide' };
  const lines = texts.map((line) => layoutText(face, line));
  const smaller = sizeThatFits(face, lines, two.size, two.floor, width);
  return smaller === undefined ? { kind: 'too-wide' } : { kind: 'set', face, size: smaller, lines, texts };
};

/** What `setName` decided, in plain values for the check before a batch. */
export const fitOfName = (chain: readonly Face[], name: string, measures: NameMeasures): NameFit => {
  const set = setName(chain, name, measures);
  return set.kind === 'set' ? { kind: 'fits', font: set.face.family, size: set.size, lines: set.texts } : set;
};
