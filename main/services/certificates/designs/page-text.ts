import { pdfNumber, showRun, type GlyphRun } from '../glyph-run.ts';
import { millimetre, type PdfFont } from '../pdf-objects.ts';
import type { PagePart } from '../page-parts.ts';
import { pdfText } from '../pdf-text.ts';
import { fillColour, type SetText } from '../set-text.ts';
import { runsRightToLeft } from '../visual-order.ts';

/** A block of one learner, set: the runs it needs fonts for, and its part of the page once they are there. */
export type OwnPart = {
  readonly texts: readonly SetText[];
  readonly part: (fontOf: (run: GlyphRun) => PdfFont) => PagePart;
};

/** A text in points from the bottom left of the page. */
export const pageTextOperators = (text: SetText, pageHeight: number, font: PdfFont): string => {
  const size = text.size * millimetre;
  const tracking = text.tracking === 0 ? ['', ''] : [`${pdfNumber(text.tracking * millimetre, 3)} Tc `, '0 Tc '];
  const at = `1 0 0 1 ${pdfNumber(text.x * millimetre)} ${pdfNumber((pageHeight - text.y) * millimetre)} Tm`;
  // Readers turn words that run from right to left round by themselves; the structure tree says them in order.
  const plain =
    runsRightToLeft(text.text) ||
    (text.tracking < text.size / 8 && text.run.glyphs.every(({ glyph }) => font.readsAs(glyph)));
  const shown = `BT ${fillColour(text.colour)} /${font.resource} ${pdfNumber(size)} Tf ${tracking[0]}${at} ${showRun(text.run, size, font.codeOf)}${tracking[1]}ET`;
  return plain ? shown : `/Span<</ActualText ${pdfText(text.text)}>>BDC ${shown} EMC`;
};
