import type { Block, TemplateDesign } from '#shared/domain/template-design.ts';
import { pageSize } from '#shared/domain/template-designs.ts';

/** Lines of a page that edges and middles come to rest on, in millimetres. */
type Lines = { readonly x: readonly number[]; readonly y: readonly number[] };

/** A place after snapping, and the lines it rests on. */
export type Snapped = {
  readonly x: number;
  readonly y: number;
  readonly guides: { readonly x: number | undefined; readonly y: number | undefined };
};

const margin = 10;

/** Margins, the middle of the page, and edges and middles of the other blocks. */
const linesFor = (design: TemplateDesign, moved: string): Lines => {
  const { width, height } = pageSize(design);
  const others = design.blocks.filter(({ id, kind }) => id !== moved && kind !== 'watermark');
  return {
    x: [
      margin,
      width / 2,
      width - margin,
      ...others.flatMap((one) => [one.x, one.x + one.width / 2, one.x + one.width]),
    ],
    y: [
      margin,
      height / 2,
      height - margin,
      ...others.flatMap((one) => [one.y, one.y + one.height / 2, one.y + one.height]),
    ],
  };
};

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** The nearest line to any of three edges, within reach. */
const rest = (
  at: number,
  size: number,
  lines: readonly number[],
  reach: number,
): { readonly at: number; readonly line: number | undefined } => {
  let best: { readonly at: number; readonly line: number; readonly far: number } | undefined;
  for (const line of lines) {
    for (const edge of [0, size / 2, size]) {
      const far = Math.abs(at + edge - line);
      if (far <= reach && (best === undefined || far < best.far)) best = { at: line - edge, line, far };
    }
  }
  return best === undefined
    ? { at: rounded(at), line: undefined }
    : { at: Math.round(best.at * 1000) / 1000, line: best.line };
};

/** Where a dragged block comes to rest; `reach` is how near a line must be, in millimetres. */
export const snap = (
  design: TemplateDesign,
  block: Pick<Block, 'id' | 'width' | 'height'>,
  to: { readonly x: number; readonly y: number },
  reach: number,
): Snapped => {
  const lines = linesFor(design, block.id);
  const [x, y] = [rest(to.x, block.width, lines.x, reach), rest(to.y, block.height, lines.y, reach)];
  return { x: x.at, y: y.at, guides: { x: x.line, y: y.line } };
};

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** How far a key moves a block: 1 mm, with Shift 5 mm, with Alt 0.1 mm. Undefined for other keys. */
export const keyStep = (
  key: string,
  with_: { readonly shiftKey: boolean; readonly altKey: boolean },
): readonly [number, number] | undefined => {
  const step = steps[key];
  if (step === undefined) return undefined;
  const far = with_.altKey ? 0.1 : with_.shiftKey ? 5 : 1;
  return [step[0] * far, step[1] * far];
};

/** The block moved by so much, on a tenth of a millimetre or where it stood between two. */
export const moved = <B extends Block>(block: B, dx: number, dy: number): B => ({
  ...block,
  x: Math.round((block.x + dx) * 1000) / 1000,
  y: Math.round((block.y + dy) * 1000) / 1000,
});
