import type { CertificateDocument } from '#shared/domain/certificates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { ok } from '#shared/lib/result.ts';
import { layOutConstants, type ConstantErrorCode, type ConstantLayout } from './constant-layout.ts';
import { drawShape, frameForm } from './draw-frame.ts';
import type { Face, Faces } from './faces.ts';
import { layoutText, pdfNumber, type GlyphRun } from './glyph-run.ts';
import { rosette } from './guilloche.ts';
import { drawObjects, type Canvas, type DrawnObjects, type PdfFont, type PdfReference } from './pdf-objects.ts';
import { pdfText } from './pdf-text.ts';
import { fillColour, textOperators, type SetText } from './set-text.ts';
import type { CertificateTemplate } from './template.ts';

/** The forms of a page in reading order; `C` and `N` between them are the certificate's own. */
export type ConstantForms = {
  readonly frame: PdfReference;
  readonly logos: PdfReference;
  readonly head: PdfReference;
  readonly body: PdfReference;
  readonly seal?: PdfReference;
  readonly foot: PdfReference;
};

/** What certificates of one batch share, as finished bytes, and the roman whose codes their names and serials use. */
export type ConstantParts = DrawnObjects & {
  readonly forms: ConstantForms;
  readonly roman: PdfFont;
};

const range = (from: number, to: number): string =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i));

/**
 * Letters that nearly all names are made of: Latin with its supplement and extension A, clicks, letters of West African and Southern
 * African languages. They are always in the file, in this order, so that a name does not change what is shared. Part of the template's
 * edition: changing it changes every reprint.
 */
const alphabet = `${range(0x20, 0x7e)}${range(0xa1, 0xff)}${range(0x100, 0x130)}${range(0x132, 0x17f)}ǀǁǂǃƁƊƘɓɗƙŊŋƐƆɛɔḒḓḼḽṊṋṰṱṄṅẸẹỌọṢṣẼẽ‐–—‘’“”ʼ`;

/** Pairs for which the roman has shapes of their own. The dotless i is here the one of "fi", so that it is read as an i. */
const pairs = ['fi', 'fl', 'ff', 'ffi', 'ffl', 'fb', 'fh', 'fk', 'fj', 'ft', 'Th', 'Qu', 'Y-S', 'N-'];

export const addAlphabet = (font: PdfFont, face: Face): void => {
  for (const character of alphabet) {
    if (!face.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) continue;
    for (const { glyph } of layoutText(face, character).glyphs) font.codeOf(glyph);
  }
  for (const pair of pairs) for (const { glyph } of layoutText(face, pair).glyphs) font.codeOf(glyph);
  for (const { glyph } of layoutText(face, '0123456789', { lnum: true }).glyphs) font.codeOf(glyph);
};

const drawTexts = (canvas: Canvas, texts: readonly SetText[]): void => {
  for (const text of texts) canvas.write(textOperators(text, canvas.font(text.run.face)));
};

/** Sets a run on a circle round the seal's middle: over the top, or under the foot with upright letters. */
const arcOperators = (
  canvas: Canvas,
  run: GlyphRun,
  template: CertificateTemplate,
  radius: number,
  under: boolean,
): string => {
  const { seal } = template;
  const size = (seal.text.size * 25.4) / 72;
  const font = canvas.font(run.face);
  const length = (run.width / 1000) * size + (run.glyphs.length - 1) * seal.text.tracking;
  let along = -length / 2;
  const shown = run.glyphs.map(({ glyph, step }) => {
    const half = ((step / 1000) * size) / 2;
    const angle = (along + half) / radius;
    along += half * 2 + seal.text.tracking;
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    const turn = under ? [cos, -sin, -sin, -cos] : [cos, sin, sin, -cos];
    const x = seal.x + radius * sin - half * cos;
    const y = under ? seal.y + radius * cos + half * sin : seal.y - radius * cos - half * sin;
    return `${[...turn, x, y].map((value) => pdfNumber(value, 4)).join(' ')} Tm <${font.codeOf(glyph)}> Tj`;
  });
  return `BT ${fillColour(template.colours[seal.colour])} /${font.resource} ${pdfNumber(size, 4)} Tf\n${shown.join('\n')} ET`;
};

const sealForm = (
  canvas: Canvas,
  template: CertificateTemplate,
  seal: NonNullable<ConstantLayout['seal']>,
): PdfReference => {
  const { x, y, rosette: curve, text } = template.seal;
  const { doc } = canvas;
  return canvas.form(() => {
    for (const shape of template.emblems.seal) drawShape(doc, shape, template.colours);
    doc.save().translate(x, y).lineWidth(curve.width);
    doc
      .path(rosette(curve.radius, curve.amplitude, curve.waves, curve.curves, 3))
      .stroke(template.colours[template.seal.colour]);
    doc.restore();
    canvas.write(`/Span<</ActualText ${pdfText(seal.text)}>>BDC`);
    canvas.write(arcOperators(canvas, seal.above, template, text.above, false));
    canvas.write(arcOperators(canvas, seal.below, template, text.below, true));
    canvas.write('EMC');
  });
};

const logosForm = (
  canvas: Canvas,
  template: CertificateTemplate,
  document: CertificateDocument,
  texts: readonly SetText[],
): PdfReference =>
  canvas.form(() => {
    const { emblems, colours } = template;
    const shown = [
      ...(document.partner ? emblems.partner : []),
      ...emblems.programme,
      ...(document.ministry ? emblems.ministry : []),
    ];
    for (const shape of shown) drawShape(canvas.doc, shape, colours);
    drawTexts(canvas, texts);
  });

const bodyForm = (canvas: Canvas, template: CertificateTemplate, layout: ConstantLayout): PdfReference =>
  canvas.form(() => {
    const { signatures, colours } = template;
    for (const x of layout.signatureLines) {
      canvas.doc.lineWidth(signatures.stroke);
      canvas.doc.moveTo(x - signatures.lineWidth / 2, signatures.y).lineTo(x + signatures.lineWidth / 2, signatures.y);
      canvas.doc.stroke(colours[signatures.colour]);
    }
    drawTexts(canvas, layout.body);
  });

/** Draws, once, all that certificates of one template, language, programme and signatories share. Ids begin at `firstId`. */
export const drawConstants = (
  faces: Faces,
  template: CertificateTemplate,
  document: CertificateDocument,
  firstId: number,
): Result<ConstantParts, Failure<ConstantErrorCode>> => {
  const layout = layOutConstants(faces, template, document);
  if (!layout.ok) return layout;
  const { value, ...objects } = drawObjects(firstId, 0, template.page, (canvas) => {
    const roman = canvas.font(faces.roman);
    addAlphabet(roman, faces.roman);
    const forms: ConstantForms = {
      frame: frameForm(canvas, template),
      logos: logosForm(canvas, template, document, layout.value.logos),
      head: canvas.form(() => drawTexts(canvas, layout.value.head)),
      body: bodyForm(canvas, template, layout.value),
      foot: canvas.form(() => drawTexts(canvas, layout.value.foot)),
      ...(layout.value.seal ? { seal: sealForm(canvas, template, layout.value.seal) } : {}),
    };
    return { forms, roman };
  });
  return ok({ ...objects, forms: value.forms, roman: value.roman });
};
