import type { Face, Faces } from '../certificates/faces.ts';
import { runsRightToLeft, visualPieces } from '../certificates/visual-order.ts';
import type { TextStyle } from './styles.ts';

/** Letters of one face in a row; `width` in points. */
export type Run = { readonly face: Face; readonly text: string; readonly width: number };
/** Runs as they stand from left to right. */
export type Line = { readonly runs: readonly Run[]; readonly width: number };

/** The width of a text in a face, in thousandths of the font size. */
export type Measure = (face: Face, text: string) => number;

/** A character that no font has; it stops the paper. */
export class NoGlyphError extends Error {
  readonly text: string;
  readonly characters: string;
  constructor(text: string, characters: readonly string[]) {
    super('A character is in no font');
    this.text = text;
    this.characters = characters.join(' ');
  }
}

export type Setter = {
  readonly lines: (text: string, style: TextStyle, width: number) => readonly Line[];
  /** One line, shortened with an ellipsis where it is too wide. */
  readonly line: (text: string, style: TextStyle, width?: number) => Line;
  /** The widest piece that is not broken at a space. */
  readonly widestWord: (text: string, style: TextStyle) => number;
};

/** Composed, without control characters and marks that steer a screen only. Line ends stay. */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/g,
      '',
    )
    .replace(/\p{Surrogate}|\p{Noncharacter_Code_Point}/gu, '');

/** A space before these, or after an opening guillemet, is never a place to break: French sets them apart. */
const leansBack = /^[:;?!»%]/u;

const wordsOf = (text: string): readonly string[] => {
  const words: string[] = [];
  for (const piece of text.split(/ +/)) {
    const last = words.at(-1);
    if (last !== undefined && piece !== '' && (leansBack.test(piece) || last.endsWith('«')))
      words[words.length - 1] = `${last} ${piece}`;
    else if (piece !== '') words.push(piece);
  }
  return words;
};

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const clusters = (text: string): readonly string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

type Piece = { readonly face: Face; readonly text: string };

const leftOverMark = /[\u0300-\u036F]/u;

/** Letters that a face has not; marks that NFC leaves combining are set only by faces that place them well. */
const lackedBy = (face: Face, text: string): readonly string[] =>
  [...new Set(text)].filter(
    (character) =>
      !/\s/u.test(character) &&
      (!face.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ||
        (!face.setsMarks && leftOverMark.test(character))),
  );

/** The faces of a text: one for all of it where there is one, else word by word, else letter by letter. */
const piecesOf = (faces: Faces, text: string, chain: TextStyle['chain']): readonly Piece[] => {
  const tried = chain.map((key) => ({ face: faces[key], lacks: lackedBy(faces[key], text) }));
  const whole = tried.find(({ lacks }) => lacks.length === 0);
  if (whole) return [{ face: whole.face, text }];
  const units = /\s\S/.test(text) ? (text.match(/\S+\s*|\s+/g) ?? [text]) : clusters(text);
  if (units.length < 2) {
    const best = tried.reduce((least, next) => (next.lacks.length < least.lacks.length ? next : least));
    throw new NoGlyphError(text, best.lacks);
  }
  const pieces: Piece[] = [];
  for (const piece of units.flatMap((unit) => piecesOf(faces, unit, chain))) {
    const last = pieces.at(-1);
    if (last?.face === piece.face) pieces[pieces.length - 1] = { face: piece.face, text: last.text + piece.text };
    else pieces.push(piece);
  }
  return pieces;
};

/** Parts of a word that is wider than its line: after a hyphen or slash where there is one, else between letters. */
const partsOf = (word: string): readonly string[] => {
  const parts = word.match(/[^-–—/@._]+[-–—/@._]*|[-–—/@._]+/g) ?? [word];
  return parts.length > 1 ? parts : clusters(word);
};

const ellipsis = '…';

/** A text with the character in its middle, short enough for a message. */
const around = (text: string, characters: string): string => {
  const at = Math.max(0, text.indexOf(characters.split(' ')[0] ?? ''));
  const [start, end] = [Math.max(0, at - 30), at + 30];
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`.replace(/\s+/g, ' ');
};

/** Names the whole text where a word of it cannot be set. */
const namingText = <T>(text: string, set: () => T): T => {
  try {
    return set();
  } catch (error) {
    if (!(error instanceof NoGlyphError)) throw error;
    throw new NoGlyphError(around(text, error.characters), error.characters.split(' '));
  }
};

type Shaper = {
  readonly setLine: (text: string, style: TextStyle) => Line;
  readonly widthOf: (text: string, style: TextStyle) => number;
};

/** Finds faces and widths. Faces are kept by text: papers share most of their words. */
const createShaper = (faces: Faces, measure: Measure): Shaper => {
  const known = new Map<string, readonly Piece[]>();
  const pieces = (text: string, chain: TextStyle['chain']): readonly Piece[] => {
    const key = `${chain[0] ?? ''}\n${text}`;
    let found = known.get(key);
    if (!found) {
      found = piecesOf(faces, text, chain);
      if (known.size > 20_000) known.clear();
      known.set(key, found);
    }
    return found;
  };
  const runWidth = ({ face, text }: Piece, size: number): number => (measure(face, text) * face.scale * size) / 1000;
  const setLine = (text: string, style: TextStyle): Line => {
    const runs = (runsRightToLeft(text) ? visualPieces(text) : [text])
      .flatMap((part) => pieces(part, style.chain))
      .map((piece) => ({ ...piece, width: runWidth(piece, style.size) }));
    return { runs, width: runs.reduce((sum, { width }) => sum + width, 0) };
  };
  return { setLine, widthOf: (text, style) => setLine(text, style).width };
};

/** Sets text into lines. */
export const createSetter = (faces: Faces, measure: Measure): Setter => {
  const { setLine, widthOf } = createShaper(faces, measure);
  /** Words of a paragraph, those that are too wide in parts; `glued` parts follow without a space. */
  const unitsOf = (paragraph: string, style: TextStyle, width: number): { text: string; glued: boolean }[] =>
    wordsOf(paragraph).flatMap((word) => {
      if (widthOf(word, style) <= width) return [{ text: word, glued: false }];
      return partsOf(word).flatMap((part, index) => {
        const letters = widthOf(part, style) <= width ? [part] : clusters(part);
        return letters.map((text, at) => ({ text, glued: index > 0 || at > 0 }));
      });
    });

  const fill = (paragraph: string, style: TextStyle, width: number): string[] => {
    const space = widthOf(' ', style);
    const lines: string[] = [];
    let line = '';
    let used = 0;
    for (const { text, glued } of unitsOf(paragraph, style, width)) {
      const own = widthOf(text, style);
      const gap = line === '' || glued ? 0 : space;
      if (line !== '' && used + gap + own > width + 0.01) {
        lines.push(line);
        line = text;
        used = own;
      } else {
        line += (gap > 0 ? ' ' : '') + text;
        used += gap + own;
      }
    }
    return [...lines, line];
  };

  const shorten = (text: string, style: TextStyle, width: number): Line => {
    const whole = setLine(text, style);
    if (whole.width <= width) return whole;
    const letters = [...clusters(text)];
    while (letters.length > 0 && widthOf(letters.join('') + ellipsis, style) > width) letters.pop();
    return setLine(letters.join('').trimEnd() + ellipsis, style);
  };

  return {
    lines: (text, style, width) =>
      namingText(text, () =>
        cleanText(text)
          .split('\n')
          .flatMap((paragraph) => fill(paragraph, style, width).map((line) => setLine(line, style))),
      ),
    line: (text, style, width = Infinity) =>
      namingText(text, () => shorten(cleanText(text).replace(/\s+/g, ' ').trim(), style, width)),
    widestWord: (text, style) =>
      namingText(text, () =>
        cleanText(text)
          .split('\n')
          .flatMap(wordsOf)
          .reduce((widest, word) => Math.max(widest, widthOf(word, style)), 0),
      ),
  };
};
