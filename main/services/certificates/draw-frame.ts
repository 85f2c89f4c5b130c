import { bandTile, rosette } from './guilloche.ts';
import type { Canvas, PdfReference } from './pdf-objects.ts';
import type { CertificateTemplate, TemplateColour, TemplateShape } from './template.ts';

type Doc = PDFKit.PDFDocument;

export const drawShape = (doc: Doc, shape: TemplateShape, colours: CertificateTemplate['colours']): void => {
  const hex = (colour: TemplateColour): string => colours[colour];
  doc.save();
  if (shape.round) doc.lineJoin('round');
  if (shape.round === true) doc.lineCap('round');
  if (shape.circle) doc.circle(...shape.circle);
  if (shape.path !== undefined) doc.path(shape.path);
  if (shape.fill) doc.fill(hex(shape.fill));
  else if (shape.stroke) doc.lineWidth(shape.width ?? 0.2).stroke(hex(shape.stroke));
  doc.restore();
};

const thin = 0.12;
const thick = 0.35;

/** A tile is a form of its own whose matrix undoes the page's, so that it is placed with one translation in millimetres. */
const tileForm = (canvas: Canvas, template: CertificateTemplate, period: number, upright: boolean): PdfReference => {
  const { frame, colours } = template;
  const { fans, accent } = bandTile(period, frame.amplitude, upright);
  return canvas.form(
    () => {
      canvas.doc.lineWidth(thin);
      canvas.doc.path(fans).stroke(colours[frame.line]);
      canvas.doc.path(accent).stroke(colours[frame.accent]);
    },
    {},
    { x: -10, y: -10, width: period + 20, height: period + 20 },
  );
};

const cornerForm = (canvas: Canvas, template: CertificateTemplate): PdfReference => {
  const { frame, colours } = template;
  const { doc } = canvas;
  return canvas.form(
    () => {
      doc.circle(0, 0, 7.95).fill(colours.paper);
      doc.lineWidth(thick).circle(0, 0, 7.95).stroke(colours[frame.line]);
      doc.lineWidth(thin).circle(0, 0, 7.3).stroke(colours[frame.line]);
      doc
        .lineWidth(0.11)
        .path(rosette(4.47, 2.53, 10, 6))
        .stroke(colours[frame.line]);
      doc
        .lineWidth(thin)
        .path(rosette(2.23, 1.495, 8, 4))
        .stroke(colours[frame.accent]);
      doc.circle(0, 0, 0.6).fill(colours[frame.line]);
    },
    {},
    { x: -9, y: -9, width: 18, height: 18 },
  );
};

/** Corner rosettes stand this far from the ends of the bands. */
const cornerSpace = 7.45;

/** Draws the guilloche frame: four lines, whole tiles along each side, four corners. Fits any page of the template. */
export const frameForm = (canvas: Canvas, template: CertificateTemplate): PdfReference => {
  const { frame, page, colours } = template;
  const { doc } = canvas;
  const middle = frame.inset + frame.band / 2;
  const start = middle + cornerSpace;
  const sides = [page.width - 2 * start, page.height - 2 * start] as const;
  const counts = sides.map((side) => Math.round(side / frame.period));
  const periods = sides.map((side, index) => side / (counts[index] ?? 1));
  const xobjects = {
    H: tileForm(canvas, template, periods[0] ?? frame.period, false),
    V: tileForm(canvas, template, periods[1] ?? frame.period, true),
    K: cornerForm(canvas, template),
  };
  const put = (name: keyof typeof xobjects, x: number, y: number): void =>
    canvas.write(`q 1 0 0 1 ${x.toFixed(3)} ${y.toFixed(3)} cm /${name} Do Q`);
  const rectangle = (inset: number, width: number, colour: string): void => {
    doc
      .lineWidth(width)
      .rect(inset, inset, page.width - 2 * inset, page.height - 2 * inset)
      .stroke(colour);
  };
  return canvas.form(() => {
    rectangle(frame.inset, thick, colours[frame.line]);
    rectangle(frame.inset + 0.85, thin, colours[frame.line]);
    rectangle(frame.inset + frame.band - 0.85, thin, colours[frame.line]);
    rectangle(frame.inset + frame.band, thick, colours[frame.accent]);
    for (let index = 0; index < (counts[0] ?? 0); index += 1) {
      const x = start + index * (periods[0] ?? 0);
      put('H', x, middle);
      put('H', x, page.height - middle);
    }
    for (let index = 0; index < (counts[1] ?? 0); index += 1) {
      const y = start + index * (periods[1] ?? 0);
      put('V', middle, y);
      put('V', page.width - middle, y);
    }
    for (const x of [middle, page.width - middle]) for (const y of [middle, page.height - middle]) put('K', x, y);
    for (const shape of template.rule) drawShape(doc, shape, colours);
  }, xobjects);
};
