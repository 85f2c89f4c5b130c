import type { BlockOf } from '#shared/domain/template-design.ts';
import { pdfNumber, type GlyphRun } from '../glyph-run.ts';
import { rosette } from '../guilloche.ts';
import type { Canvas } from '../pdf-objects.ts';
import { pdfText } from '../pdf-text.ts';
import { fillColour } from '../set-text.ts';
import type { Painting } from './draw-ornaments.ts';

/** The words of a seal, shaped: over the top and under the foot. */
export type SealRuns = { readonly above: GlyphRun; readonly below?: GlyphRun; readonly text: string };

/** A seal is drawn 31 mm wide and scaled to its box. */
const drawn = 31;
const sealText = { size: (6.094 * 25.4) / 72, tracking: 0.3, above: 9.75, below: 11.05 };
export const sealTextPoints = 6.094;

const tree = [
  'M-5.718 -.991C-5.164 -2.651 -3.136 -3.297 -1.568 -2.928C-1.107 -4.496 1.752 -4.772 2.398 -3.204C4.058 -3.481 5.533 -2.467 5.81 -.991C4.242 -.392 2.582 -.622 1.752 -.945C.553 -.438 -.83 -.484 -1.752 -.945C-2.951 -.484 -4.427 -.438 -5.718 -.991z',
  'M-.323 4.542C-.092 2.513 -.184 1.591 -1.937 -.714M.415 4.542C.277 2.698 .369 1.499 2.029 -.714M.046 1.314L.046 -.622',
  'M-5.626 5.234C-2.767 5.741 2.767 5.741 5.626 5.234',
];
const people = [
  [-3.966, 2.698, 0.664, 'M-5.026 4.865C-4.98 3.389 -2.951 3.389 -2.905 4.865'],
  [3.966, 2.698, 0.664, 'M2.905 4.865C2.951 3.389 4.98 3.389 5.026 4.865'],
  [-2.167, 3.343, 0.531, 'M-3.016 5.077C-2.979 3.897 -1.356 3.897 -1.319 5.077'],
  [2.213, 3.343, 0.531, 'M1.365 5.077C1.402 3.897 3.025 3.897 3.062 5.077'],
] as const;

/** Sets a run on a circle round the middle: over the top, or under the foot with upright letters. */
const arc = (canvas: Canvas, run: GlyphRun, colour: string, radius: number, under: boolean): string => {
  const font = canvas.font(run.face);
  const length = (run.width / 1000) * sealText.size + (run.glyphs.length - 1) * sealText.tracking;
  let along = -length / 2;
  const shown = run.glyphs.map(({ glyph, step }) => {
    const half = ((step / 1000) * sealText.size) / 2;
    const angle = (along + half) / radius;
    along += half * 2 + sealText.tracking;
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    const turn = under ? [cos, -sin, -sin, -cos] : [cos, sin, sin, -cos];
    const x = radius * sin - half * cos;
    const y = under ? radius * cos + half * sin : -radius * cos - half * sin;
    return `${[...turn, x, y].map((value) => pdfNumber(value, 4)).join(' ')} Tm <${font.codeOf(glyph)}> Tj`;
  });
  return `BT ${fillColour(colour)} /${font.resource} ${pdfNumber(sealText.size, 4)} Tf\n${shown.join('\n')} ET`;
};

/** Draws the seal: rings, a rosette between them, the tree with its people, words on a circle. */
export const paintSeal = (canvas: Canvas, block: BlockOf<'seal'>, runs: SealRuns | undefined): Painting => ({
  draw: () => {
    const { doc } = canvas;
    const { colour, accent } = block;
    const side = Math.min(block.width, block.height);
    doc.save().translate(block.x + block.width / 2, block.y + block.height / 2);
    if (side !== drawn) doc.scale(side / drawn);
    doc.circle(0, 0, 15.5).fill('#ffffff');
    for (const [radius, width] of [
      [15.35, 0.3],
      [14.9, 0.12],
      [12.2, 0.12],
      [8.6, 0.2],
    ] as const)
      doc.lineWidth(width).circle(0, 0, radius).stroke(colour);
    doc
      .lineWidth(0.1)
      .path(rosette(13.55, 1.1, 36, 3, 3))
      .stroke(colour);
    doc.lineWidth(0.253).lineCap('round').lineJoin('round');
    for (const path of tree) doc.path(path).stroke(accent);
    for (const [x, y, radius, body] of people) {
      doc.circle(x, y, radius).stroke(accent);
      doc.path(body).stroke(accent);
    }
    if (runs) {
      canvas.write(`/Span<</ActualText ${pdfText(runs.text)}>>BDC`);
      canvas.write(arc(canvas, runs.above, colour, sealText.above, false));
      if (runs.below) canvas.write(arc(canvas, runs.below, colour, sealText.below, true));
      canvas.write('EMC');
    }
    doc.restore();
  },
});
