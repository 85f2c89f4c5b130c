import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import type { PlainPage } from './plain-page.ts';
import { plainFrame } from './plain-page.ts';

type Doc = PDFKit.PDFDocument;

const millimetresAPoint = 25.4 / 72;
const green = '#1f5548';

const drawFrame = (doc: Doc, pictures: string): void => {
  const { width, height, borders, rules } = plainFrame;
  for (const inset of borders)
    doc
      .lineWidth(0.2)
      .rect(inset, inset, width - 2 * inset, height - 2 * inset)
      .stroke(green);
  for (const rule of rules) doc.rect(rule.x, rule.y, rule.width, rule.height).fill('#4a4a4a');
  for (const key of ['logo', 'signature'] as const) {
    const { x, y, width: wide } = plainFrame[key];
    doc.image(path.join(pictures, `${key}.png`), x, y, { width: wide });
  }
};

const drawPage = (doc: Doc, page: PlainPage): void => {
  for (const { text, x, width, y, size, colour, italic, align } of page.lines) {
    doc
      .font(italic ? 'italic' : 'roman')
      .fontSize(size * millimetresAPoint)
      .fillColor(colour)
      .text(text, x, y, { width, align, baseline: 'alphabetic', lineBreak: false });
  }
  const { x: left, y: top, width } = plainFrame.code;
  const side = width / page.code.length;
  page.code.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) doc.rect(left + x * side, top + y * side, side, side).fill('black');
    });
  });
};

/** The same certificates with pdfkit as its guide shows it: one document, every page drawn anew. */
export const renderPlain = async (
  pages: readonly PlainPage[],
  { fonts, pictures }: { readonly fonts: string; readonly pictures: string },
  file: string,
): Promise<void> => {
  const { width, height } = plainFrame;
  const doc = new PDFDocument({ autoFirstPage: false, margin: 0 });
  const out = createWriteStream(file);
  doc.pipe(out);
  doc.registerFont('roman', path.join(fonts, 'EBGaramond12-Regular.otf'));
  doc.registerFont('italic', path.join(fonts, 'EBGaramond12-Italic.otf'));
  for (const page of pages) {
    doc.addPage({ size: [width / millimetresAPoint, height / millimetresAPoint], margin: 0 });
    doc.scale(1 / millimetresAPoint);
    drawFrame(doc, pictures);
    drawPage(doc, page);
  }
  doc.end();
  await finished(out);
};
