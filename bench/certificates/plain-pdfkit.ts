import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import encodeQR from 'qr';
import type { CertificateTemplate, PlacedTextStyle, TemplateShape } from '#main/services/certificates/template.ts';
import type { CertificateDocument } from '#shared/domain/certificates.ts';

type Doc = PDFKit.PDFDocument;

const millimetresAPoint = 25.4 / 72;
const thin = 0.12;
const thick = 0.35;

/** Fonts registered by file, as the guide of pdfkit says; pdfkit embeds a subset of each once. */
const registerFonts = (doc: Doc, folder: string): void => {
  doc.registerFont('roman', path.join(folder, 'EBGaramond12-Regular.otf'));
  doc.registerFont('italic', path.join(folder, 'EBGaramond12-Italic.otf'));
};

const drawShape = (doc: Doc, shape: TemplateShape, colours: CertificateTemplate['colours']): void => {
  doc.save();
  if (shape.circle) doc.circle(...shape.circle);
  if (shape.path !== undefined) doc.path(shape.path);
  if (shape.fill) doc.fill(colours[shape.fill]);
  else if (shape.stroke) doc.lineWidth(shape.width ?? 0.2).stroke(colours[shape.stroke]);
  doc.restore();
};

const drawLines = (doc: Doc, template: CertificateTemplate): void => {
  const { frame, page, colours } = template;
  for (const inset of [frame.inset, frame.inset + 0.85, frame.inset + frame.band - 0.85, frame.inset + frame.band]) {
    doc.lineWidth(inset === frame.inset ? thick : thin);
    doc.rect(inset, inset, page.width - 2 * inset, page.height - 2 * inset).stroke(colours[frame.line]);
  }
};

const drawText = (doc: Doc, text: string | undefined, style: PlacedTextStyle, template: CertificateTemplate): void => {
  if (text === undefined) return;
  const left =
    style.align === 'left' ? style.x : style.align === 'right' ? style.x - style.width : style.x - style.width / 2;
  doc
    .font(style.face)
    .fontSize(style.size * millimetresAPoint)
    .fillColor(template.colours[style.colour]);
  doc.text(text, left, style.y, {
    width: style.width,
    align: style.align === 'left' || style.align === 'right' ? style.align : 'center',
    baseline: 'alphabetic',
    characterSpacing: style.tracking ?? 0,
  });
};

const drawCode = (doc: Doc, payload: string, { code }: CertificateTemplate): void => {
  const modules = encodeQR(payload, 'raw', { ecc: 'medium', encoding: 'alphanumeric', border: 4 });
  const side = Math.max(code.size, modules.length * code.smallestModule) / modules.length;
  const [left, top] = [code.x - (side * modules.length) / 2, code.y - (side * modules.length) / 2];
  modules.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) doc.rect(left + x * side, top + y * side, side, side).fill('black');
    });
  });
};

const drawTexts = (doc: Doc, document: CertificateDocument, template: CertificateTemplate): void => {
  const { texts, awardText, signatures, nameFit } = template;
  const draw = (text: string | undefined, style: PlacedTextStyle): void => drawText(doc, text, style, template);
  draw(document.partner?.name, texts.partnerName);
  draw(document.partner?.detail, texts.partnerDetail);
  draw(document.ministry?.name, texts.ministryName);
  draw(document.ministry?.detail, texts.ministryDetail);
  draw(document.heading, texts.heading);
  draw(document.programmeTitle, texts.programmeTitle);
  draw(document.certify, texts.certify);
  let size = nameFit.one.size;
  doc.font('roman');
  while (
    size > nameFit.one.floor &&
    doc.fontSize(size * millimetresAPoint).widthOfString(document.name) > nameFit.width
  )
    size -= 1;
  draw(document.name, {
    x: nameFit.x,
    y: nameFit.one.y,
    size,
    width: nameFit.width,
    colour: nameFit.colour,
    face: 'roman',
  });
  document.awardText.forEach((line, index) => draw(line, { ...awardText, y: awardText.y + index * awardText.lead }));
  draw(document.placeAndDate, texts.placeAndDate);
  document.signatories.forEach(({ name, office }, index) => {
    const x = signatures.x[document.signatories.length]?.[index] ?? 0;
    doc
      .lineWidth(signatures.stroke)
      .moveTo(x - signatures.lineWidth / 2, signatures.y)
      .lineTo(x + signatures.lineWidth / 2, signatures.y);
    doc.stroke(template.colours[signatures.colour]);
    draw(name, { ...signatures.name, x });
    draw(office, { ...signatures.office, x });
  });
  draw(document.serial, texts.serial);
  draw(document.verification, texts.verification);
};

/**
 * The same certificates with pdfkit as its guide shows it: one document, every page drawn anew. The woven band and the seal's fine curves are left
 * out: pdfkit would read their paths again on every page and take twenty times as long.
 */
export const renderPlain = async (
  documents: readonly CertificateDocument[],
  template: CertificateTemplate,
  fonts: string,
  file: string,
): Promise<void> => {
  const { page, emblems, colours } = template;
  const doc = new PDFDocument({ autoFirstPage: false, margin: 0 });
  const out = createWriteStream(file);
  doc.pipe(out);
  registerFonts(doc, fonts);
  for (const document of documents) {
    doc.addPage({ size: [page.width / millimetresAPoint, page.height / millimetresAPoint], margin: 0 });
    doc.scale(1 / millimetresAPoint);
    drawLines(doc, template);
    for (const shape of [...emblems.partner, ...emblems.programme, ...emblems.ministry, ...emblems.seal])
      drawShape(doc, shape, colours);
    drawTexts(doc, document, template);
    drawCode(doc, document.payload, template);
  }
  doc.end();
  await finished(out);
};
