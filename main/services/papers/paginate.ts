import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { PageBreak, Slab } from './slabs.ts';

/** A slab, or the head that comes again, at its place from the top of the text. */
export type Placed = { readonly y: number; readonly draw: Slab['draw'] };
export type LaidPage = readonly Placed[];

/** Slabs that belong on one page, or a page break. */
export type Chunk = readonly Slab[] | PageBreak;

/** Joins slabs that are bonded to the next. */
export const chunksOf = (slabs: readonly Slab[]): readonly (readonly Slab[])[] => {
  const chunks: Slab[][] = [];
  let bonded = false;
  for (const slab of slabs) {
    if (bonded) chunks.at(-1)?.push(slab);
    else chunks.push([slab]);
    bonded = slab.bond === true;
  }
  return chunks;
};

const heightOf = (slabs: readonly Slab[], atTop: boolean): number =>
  slabs.reduce((sum, { height, before }, index) => sum + height + (atTop && index === 0 ? 0 : before), 0);

/** Puts chunks on pages of a height. A chunk that is higher than a page is cut between its slabs. */
export const paginate = (
  chunks: readonly Chunk[],
  pageHeight: number,
): Result<readonly LaidPage[], Failure<'paper-part-too-high'>> => {
  const pages: Placed[][] = [[]];
  let y = 0;
  const turn = (): void => {
    pages.push([]);
    y = 0;
  };
  const place = (slab: Slab): void => {
    const page = pages.at(-1);
    if (y === 0 && slab.head && page?.length === 0 && pages.length > 1) {
      page.push({ y: 0, draw: slab.head.draw });
      y = slab.head.height;
    } else if (y > 0) y += slab.before;
    page?.push({ y, draw: slab.draw });
    y += slab.height;
  };
  for (const chunk of chunks) {
    if (chunk === 'page-break') {
      if (y > 0) turn();
      continue;
    }
    const tooHigh = chunk.find(({ height }) => height > pageHeight + 0.01);
    if (tooHigh) return fail('paper-part-too-high', { text: (tooHigh.about ?? '').slice(0, 80) });
    if (y > 0 && y + heightOf(chunk, false) > pageHeight && heightOf(chunk, true) <= pageHeight) turn();
    for (const slab of chunk) {
      if (y > 0 && y + slab.before + slab.height > pageHeight) turn();
      place(slab);
    }
  }
  if (pages.length > 1 && pages.at(-1)?.length === 0) pages.pop();
  return ok(pages);
};
