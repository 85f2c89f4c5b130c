import type { BlockOf, ShapePart } from '#shared/domain/template-design.ts';
import { guillocheFrame } from '../draw-frame.ts';
import { pdfNumber } from '../glyph-run.ts';
import type { Canvas, PdfReference } from '../pdf-objects.ts';

/** What a block paints: objects of its own that it uses, and the painting. */
export type Painting = { readonly xobjects?: Readonly<Record<string, PdfReference>>; readonly draw: () => void };

const paper = '#ffffff';

const drawPart = (doc: PDFKit.PDFDocument, part: ShapePart): void => {
  doc.save();
  if (part.round) doc.lineJoin('round');
  if (part.round === true) doc.lineCap('round');
  if (part.circle) doc.circle(...part.circle);
  if (part.path !== undefined) doc.path(part.path);
  if (part.fill) doc.fill(part.fill);
  else if (part.stroke) doc.lineWidth(part.width ?? 0.2).stroke(part.stroke);
  doc.restore();
};

/** Scales a drawing to fit its box and shows it in the middle; nothing of it leaves the box. */
export const paintDrawing = ({ doc }: Canvas, block: BlockOf<'drawing'>): Painting => ({
  draw: () => {
    const [width, height] = block.grid;
    const scale = Math.min(block.width / width, block.height / height);
    doc.save();
    doc.rect(block.x, block.y, block.width, block.height).clip();
    doc.translate(block.x + (block.width - width * scale) / 2, block.y + (block.height - height * scale) / 2);
    if (scale !== 1) doc.scale(scale);
    for (const part of block.parts) drawPart(doc, part);
    doc.restore();
  },
});

export const paintLine = ({ doc }: Canvas, block: BlockOf<'line'>): Painting => ({
  draw: () => {
    doc.lineWidth(block.stroke).moveTo(block.x, block.y);
    doc.lineTo(block.x + block.width, block.y + block.height).stroke(block.colour);
  },
});

const zigzag = (from: number, to: number, y: number, rise: number, step: number): string => {
  const count = Math.round((to - from) / step);
  const points = Array.from({ length: count + 1 }, (_, index) => {
    const x = from + (index * (to - from)) / count;
    return `${pdfNumber(x, 3)} ${pdfNumber(index % 2 === 0 ? y : y + rise, 3)}`;
  });
  return `M${points.join('L')}`;
};

/** Half a woven diamond is about this wide for each millimetre of the band's height. */
const stepAHeight = 3.3625 / 8.2;

/** A band of two zigzags that cross, each of three threads, between double lines. */
const diamonds = ({ doc }: Canvas, block: BlockOf<'shape'>): void => {
  const line = block.stroke?.colour ?? '#000000';
  const accent = block.accent ?? line;
  const { x, y, width, height } = block;
  const rise = height * 0.58;
  const even = Math.max(2, 2 * Math.round(width / (height * stepAHeight) / 2));
  doc.save().lineJoin('round').rect(x, y, width, height).clip();
  doc.lineWidth(height * 0.032);
  for (const [colour, up] of [
    [accent, true],
    [line, false],
  ] as const) {
    for (const thread of [0, 1, 2]) {
      const low = y + height * (0.134 + 0.075 * thread);
      doc.path(zigzag(x, x + width, up ? low + rise : low, up ? -rise : rise, width / even)).stroke(colour);
    }
  }
  doc.restore();
  for (const [at, thick] of [
    [0, 0.45],
    [0.0854, 0.12],
    [0.9146, 0.12],
    [1, 0.45],
  ] as const) {
    doc
      .lineWidth(thick)
      .moveTo(x, y + at * height)
      .lineTo(x + width, y + at * height)
      .stroke(line);
  }
};

const guilloche = (canvas: Canvas, block: BlockOf<'shape'>): Painting => {
  const line = block.stroke?.colour ?? '#000000';
  // The frame stands ten millimetres inside a page that is that much larger than the box.
  const inset = 10;
  const page = { width: block.width + 2 * inset, height: block.height + 2 * inset };
  const measures = { inset, band: 10.5, period: 15, amplitude: 3.75 };
  const { xobjects, draw } = guillocheFrame(canvas, { page, ...measures, line, accent: block.accent ?? line, paper });
  return {
    xobjects,
    draw: () => {
      const { doc } = canvas;
      doc.save().translate(block.x - inset, block.y - inset);
      draw();
      doc.restore();
    },
  };
};

export const paintShape = (canvas: Canvas, block: BlockOf<'shape'>): Painting => {
  const { doc } = canvas;
  if (block.shape === 'guilloche') return guilloche(canvas, block);
  if (block.shape === 'diamonds') return { draw: () => diamonds(canvas, block) };
  return {
    draw: () => {
      const { x, y, width, height, fill, stroke, radius = 0 } = block;
      const outline = (inset: number): void => {
        const [w, h] = [width - 2 * inset, height - 2 * inset];
        if (block.shape === 'ellipse') doc.ellipse(x + width / 2, y + height / 2, w / 2, h / 2);
        else if (radius > 0) doc.roundedRect(x + inset, y + inset, w, h, Math.min(radius, w / 2, h / 2));
        else doc.rect(x + inset, y + inset, w, h);
      };
      if (fill !== undefined) {
        outline(0);
        doc.fill(fill);
      }
      if (stroke !== undefined) {
        doc.lineWidth(stroke.width);
        outline(stroke.width / 2);
        doc.stroke(stroke.colour);
      }
    },
  };
};
