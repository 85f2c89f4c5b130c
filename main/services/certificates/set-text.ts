import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { chooseFace, type Face } from './faces.ts';
import { layoutPieces, layoutText, pdfNumber, showRun, trackedFeatures, type GlyphRun } from './glyph-run.ts';
import type { PdfFont } from './pdf-objects.ts';
import { pdfText } from './pdf-text.ts';

export type TextErrorCode = 'certificate-text-no-font' | 'certificate-text-too-wide';

/** How a line is set: the faces to try in turn, size in points, widest width and tracking in millimetres, colour `#rrggbb`. */
export type LineStyle = {
  readonly faces: readonly Face[];
  readonly size: number;
  readonly width: number;
  readonly colour: string;
  readonly tracking?: number | undefined;
  readonly align?: 'left' | 'centre' | 'right' | undefined;
  readonly features?: readonly string[] | undefined;
};

/** A style at a point of the page: the edge or the middle of its lines, and the first baseline. */
export type PlacedLineStyle = LineStyle & { readonly x: number; readonly y: number };

/** A text in its place: millimetres from the top left, `size` and `tracking` in millimetres too. */
export type SetText = {
  readonly text: string;
  readonly run: GlyphRun;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly tracking: number;
  readonly colour: string;
};

const millimetresAPoint = 25.4 / 72;
/** Nothing on paper is smaller, seal apart. */
const smallestSize = 7;

const featuresOf = (style: LineStyle): Readonly<Record<string, boolean>> => ({
  ...(style.tracking ? trackedFeatures : {}),
  ...Object.fromEntries((style.features ?? []).map((feature) => [feature, true])),
});

/** Shapes one line in the style's face or the next that has every character. */
export const shapeLine = (text: string, style: LineStyle): Result<GlyphRun, Failure<TextErrorCode>> => {
  const chosen = chooseFace(style.faces, text);
  if (!chosen.ok) return fail('certificate-text-no-font', { text, characters: chosen.characters.join(' ') });
  return ok(layoutText(chosen.face, text, featuresOf(style)));
};

/** Shapes a serial. Its digits are shaped one by one: no two serials are alike, but all are made of the same few pieces. */
export const shapeSerial = (text: string, style: LineStyle): Result<GlyphRun, Failure<TextErrorCode>> => {
  const chosen = chooseFace(style.faces, text);
  if (!chosen.ok) return fail('certificate-text-no-font', { text, characters: chosen.characters.join(' ') });
  return ok(layoutPieces(chosen.face, text.match(/[A-Z]+|./gsu) ?? [], featuresOf(style)));
};

/** The printed width of a run in millimetres; the space after the last tracked letter does not count. */
export const widthOf = (run: GlyphRun, points: number, tracking: number): number =>
  (run.width / 1000) * points * millimetresAPoint * run.face.scale + Math.max(0, run.glyphs.length - 1) * tracking;

const leftEdge = (style: PlacedLineStyle, width: number): number => {
  if (style.align === 'left') return style.x;
  return style.align === 'right' ? style.x - width : style.x - width / 2;
};

const place = (text: string, run: GlyphRun, style: PlacedLineStyle, points: number): SetText => {
  const tracking = style.tracking ?? 0;
  const x = leftEdge(style, widthOf(run, points, tracking));
  return {
    text,
    run,
    size: points * millimetresAPoint * run.face.scale,
    x,
    y: style.y,
    tracking,
    colour: style.colour,
  };
};

/** Sets one line, smaller in half points where it is too wide, never below seven points. */
export const setLine = (
  text: string,
  style: PlacedLineStyle,
  shapeText = shapeLine,
): Result<SetText, Failure<TextErrorCode>> => {
  const run = shapeText(text, style);
  if (!run.ok) return run;
  for (let points = style.size; points >= Math.min(style.size, smallestSize); points -= 0.5) {
    if (widthOf(run.value, points, style.tracking ?? 0) <= style.width)
      return ok(place(text, run.value, style, points));
  }
  return fail('certificate-text-too-wide', { text });
};

type Line = { readonly text: string; readonly run: GlyphRun };

const wrap = (
  text: string,
  style: PlacedLineStyle,
  points: number,
): Result<readonly Line[], Failure<TextErrorCode>> => {
  const lines: Line[] = [];
  let line = '';
  let run: GlyphRun | undefined;
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    const shaped = shapeLine(longer, style);
    if (!shaped.ok) return shaped;
    if (run && widthOf(shaped.value, points, 0) > style.width) {
      lines.push({ text: line, run });
      const alone = shapeLine(word, style);
      if (!alone.ok) return alone;
      line = word;
      run = alone.value;
    } else {
      line = longer;
      run = shaped.value;
    }
  }
  return ok(run ? [...lines, { text: line, run }] : lines);
};

/** Sets a text of several lines; a line that is too wide is wrapped at a space (not at U+00A0), and all shrink until they fit. */
export const setLines = (
  texts: readonly string[],
  style: PlacedLineStyle & { readonly lead: number; readonly lines: number },
): Result<readonly SetText[], Failure<TextErrorCode>> => {
  for (let points = style.size; points >= style.size * 0.75; points -= 0.5) {
    const lines: Line[] = [];
    for (const text of texts) {
      const wrapped = wrap(text, style, points);
      if (!wrapped.ok) return wrapped;
      lines.push(...wrapped.value);
    }
    const fits = lines.every(({ run }) => widthOf(run, points, 0) <= style.width);
    if (fits && lines.length <= style.lines) {
      return ok(
        lines.map(({ text, run }, index) => place(text, run, { ...style, y: style.y + index * style.lead }, points)),
      );
    }
  }
  return fail('certificate-text-too-wide', { text: texts.join(' ') });
};

/** The fill colour `r g b rg` of a `#rrggbb`. */
export const fillColour = (hex: string): string =>
  `${[1, 3, 5].map((at) => pdfNumber(Number.parseInt(hex.slice(at, at + 2), 16) / 255, 3)).join(' ')} rg`;

/** The operators of a text on a canvas whose y runs down. Tracking is taken back: it would outlive the text object. */
export const textOperators = (text: SetText, font: PdfFont): string => {
  const tracking = text.tracking === 0 ? ['', ''] : [`${pdfNumber(text.tracking, 3)} Tc `, '0 Tc '];
  const show = showRun(text.run, text.size, font.codeOf);
  // Widely spaced letters would be taken for words.
  const plain = text.tracking < text.size / 8 && text.run.glyphs.every(({ glyph }) => font.readsAs(glyph));
  const at = `1 0 0 -1 ${pdfNumber(text.x, 3)} ${pdfNumber(text.y, 3)} Tm`;
  const shown = `BT ${fillColour(text.colour)} /${font.resource} ${pdfNumber(text.size, 4)} Tf ${tracking[0]}${at} ${show}${tracking[1]}ET`;
  return plain ? shown : `/Span<</ActualText ${pdfText(text.text)}>>BDC ${shown} EMC`;
};
