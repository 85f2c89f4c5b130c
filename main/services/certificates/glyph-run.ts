import type { FontkitGlyph } from 'fontkit';
import type { Face } from './faces.ts';
import { runsRightToLeft, visualPieces } from './visual-order.ts';

/** A glyph in its place; lengths in thousandths of the font size. `advance` is the font's own, `step` the one after kerning. */
export type PlacedGlyph = {
  readonly glyph: FontkitGlyph;
  readonly advance: number;
  readonly step: number;
  readonly right: number;
  readonly up: number;
};

export type GlyphRun = { readonly face: Face; readonly glyphs: readonly PlacedGlyph[]; readonly width: number };

/** Tracked text has no ligatures and no forms that lean on their neighbours: its letters stand apart. */
export const trackedFeatures = { liga: false, clig: false, calt: false } as const;

const shape = (face: Face, text: string, features: Readonly<Record<string, boolean>>): readonly PlacedGlyph[] => {
  // fontkit keeps glyphs with the characters they were first asked for; what a text reads as must not hang on texts before it.
  if (face.forgetsGlyphs) face.font._glyphs = {};
  const { glyphs, positions } = face.font.layout(text, features);
  const scale = 1000 / face.font.unitsPerEm;
  return glyphs.map((glyph, index): PlacedGlyph => {
    const position = positions[index];
    return {
      glyph,
      advance: glyph.advanceWidth * scale,
      step: (position?.xAdvance ?? glyph.advanceWidth) * scale,
      right: (position?.xOffset ?? 0) * scale,
      up: (position?.yOffset ?? 0) * scale,
    };
  });
};

/** Shaping is most of the time a page takes, and names share their words. */
const shapedWords = new WeakMap<Face, Map<string, readonly PlacedGlyph[]>>();
const mostShapedWords = 20_000;
const noFeatures: Readonly<Record<string, boolean>> = {};

const shapeOnce = (face: Face, text: string, features: Readonly<Record<string, boolean>>): readonly PlacedGlyph[] => {
  let words = shapedWords.get(face);
  if (!words || words.size >= mostShapedWords) shapedWords.set(face, (words = new Map()));
  const key = features === noFeatures ? text : `${Object.entries(features).flat().join(' ')}\n${text}`;
  let glyphs = words.get(key);
  if (!glyphs) words.set(key, (glyphs = shape(face, text, features)));
  return glyphs;
};

/** Shapes pieces of a text one by one and puts them in a row; pieces do not see each other. */
export const layoutPieces = (
  face: Face,
  pieces: readonly string[],
  features: Readonly<Record<string, boolean>> = noFeatures,
): GlyphRun => {
  const glyphs = pieces.flatMap((piece) => shapeOnce(face, piece, features));
  return { face, glyphs, width: glyphs.reduce((sum, { step }) => sum + step, 0) };
};

/** Shapes a text with the font's own kerning, ligatures, joining forms and mark positions, word by word, in the order of the eye. */
export const layoutText = (
  face: Face,
  text: string,
  features: Readonly<Record<string, boolean>> = noFeatures,
): GlyphRun =>
  layoutPieces(face, runsRightToLeft(text) ? visualPieces(text) : (text.match(/[^ ]+ ?| /g) ?? []), features);

/** A number as PDF writes it: at most so many decimals, no exponent, no trailing zeros. */
export const pdfNumber = (value: number, decimals = 2): string => {
  const factor = 10 ** decimals;
  const rounded = Math.round(value * factor) / factor;
  return rounded === 0 ? '0' : String(rounded);
};

/** The operators that show a run at a font size, without `BT`, `Tf` and `Tm`. `codeOf` gives a glyph's four hexadecimal digits. */
export const showRun = (run: GlyphRun, size: number, codeOf: (glyph: FontkitGlyph) => string): string => {
  let operators = '';
  let line = '';
  let codes = '';
  let shift = 0;
  let rise = 0;
  const closeCodes = (): void => {
    if (codes !== '') line += `<${codes}>`;
    codes = '';
  };
  const closeLine = (): void => {
    closeCodes();
    if (line !== '') operators += `[${line}]TJ `;
    line = '';
  };
  for (const { glyph, advance, step, right, up } of run.glyphs) {
    if (up !== rise) {
      closeLine();
      operators += `${pdfNumber((up * size) / 1000, 4)} Ts `;
      rise = up;
    }
    shift -= right;
    if (Math.abs(shift) >= 0.005) {
      closeCodes();
      line += pdfNumber(shift);
    }
    codes += codeOf(glyph);
    shift = advance - step + right;
  }
  closeLine();
  return rise === 0 ? operators : `${operators}0 Ts `;
};
