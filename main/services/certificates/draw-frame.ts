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

/** A guilloche frame on a page: its distance from the edge, its width, its waves, and its colours `#rrggbb`. */
export type Frame = {
  readonly page: { readonly width: number; readonly height: number };
  readonly inset: number;
  readonly band: number;
  readonly period: number;
  readonly amplitude: number;
  readonly line: string;
  readonly accent: string;
  readonly paper: string;
};

/** A tile is a form of its own whose matrix undoes the page's, so that it is placed with one translation in millimetres. */
const tileForm = (canvas: Canvas, frame: Frame, period: number, upright: boolean): PdfReference => {
  const { fans, accent } = bandTile(period, frame.amplitude, upright);
  return canvas.form(
    () => {
      canvas.doc.lineWidth(thin);
      canvas.doc.path(fans).stroke(frame.line);
      canvas.doc.path(accent).stroke(frame.accent);
    },
    {},
    { x: -10, y: -10, width: period + 20, height: period + 20 },
  );
};

const cornerForm = (canvas: Canvas, frame: Frame): PdfReference => {
  const { doc } = canvas;
  return canvas.form(
    () => {
      doc.circle(0, 0, 7.95).fill(frame.paper);
      doc.lineWidth(thick).circle(0, 0, 7.95).stroke(frame.line);
      doc.lineWidth(thin).circle(0, 0, 7.3).stroke(frame.line);
      doc
        .lineWidth(0.11)
        .path(rosette(4.47, 2.53, 10, 6))
        .stroke(frame.line);
      doc
        .lineWidth(thin)
        .path(rosette(2.23, 1.495, 8, 4))
        .stroke(frame.accent);
      doc.circle(0, 0, 0.6).fill(frame.line);
    },
    {},
    { x: -9, y: -9, width: 18, height: 18 },
  );
};

/** Corner rosettes stand this far from the ends of the bands. */
const cornerSpace = 7.45;

/** The parts of a guilloche frame as objects of their own, and what draws it with them: four lines, whole tiles along each side, four corners. */
export const guillocheFrame = (
  canvas: Canvas,
  frame: Frame,
): { readonly xobjects: Readonly<Record<string, PdfReference>>; readonly draw: () => void } => {
  const { page } = frame;
  const middle = frame.inset + frame.band / 2;
  const start = middle + cornerSpace;
  const sides = [page.width - 2 * start, page.height - 2 * start] as const;
  const counts = sides.map((side) => Math.max(1, Math.round(side / frame.period)));
  const periods = sides.map((side, index) => side / (counts[index] ?? 1));
  const xobjects = {
    H: tileForm(canvas, frame, periods[0] ?? frame.period, false),
    V: tileForm(canvas, frame, periods[1] ?? frame.period, true),
    K: cornerForm(canvas, frame),
  };
  const put = (name: keyof typeof xobjects, x: number, y: number): void =>
    canvas.write(`q 1 0 0 1 ${x.toFixed(3)} ${y.toFixed(3)} cm /${name} Do Q`);
  const rectangle = (inset: number, width: number, colour: string): void => {
    canvas.doc
      .lineWidth(width)
      .rect(inset, inset, page.width - 2 * inset, page.height - 2 * inset)
      .stroke(colour);
  };
  const draw = (): void => {
    rectangle(frame.inset, thick, frame.line);
    rectangle(frame.inset + 0.85, thin, frame.line);
    rectangle(frame.inset + frame.band - 0.85, thin, frame.line);
    rectangle(frame.inset + frame.band, thick, frame.accent);
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
  };
  return { xobjects, draw };
};

/** The frame of the first edition of classic, with the rule under the name. */
export const frameForm = (canvas: Canvas, template: CertificateTemplate): PdfReference => {
  const { frame, page, colours } = template;
  const { xobjects, draw } = guillocheFrame(canvas, {
    ...frame,
    page,
    line: colours[frame.line],
    accent: colours[frame.accent],
    paper: colours.paper,
  });
  return canvas.form(() => {
    draw();
    for (const shape of template.rule) drawShape(canvas.doc, shape, colours);
  }, xobjects);
};
