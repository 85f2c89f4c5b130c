import type { Paper, PaperBlock } from '#shared/domain/paper.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { barsSlabs, blankLineSlabs, codeSlabs, signatureSlabs } from './drawn-blocks.ts';
import { bannerSlabs, criteriaSlabs } from './feedback-blocks.ts';
import type { Chunk, LaidPage } from './paginate.ts';
import { chunksOf, paginate } from './paginate.ts';
import type { Node } from './pen.ts';
import { childNode } from './pen.ts';
import type { Setter } from './set-lines.ts';
import type { Frame, Slab } from './slabs.ts';
import { millimetre, stylesAt } from './styles.ts';
import { tableSlabs } from './table-block.ts';
import { factsSlabs, headingSlabs, listSlabs, paragraphSlabs } from './text-blocks.ts';

const sheets = { A4: [210 * millimetre, 297 * millimetre], Letter: [612, 792] } as const;

/** The text's place on the sheet, in points. */
const margins = { side: 20 * millimetre, top: 24 * millimetre, bottom: 22 * millimetre };

export type Sheet = { readonly width: number; readonly height: number };

export const sheetOf = ({ page }: Paper): Sheet => {
  const [short, long] = sheets[page.size];
  return page.orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short };
};

export const textTop = margins.top;
export const sideMargin = margins.side;

const slabsOf = (
  frame: Frame,
  block: Exclude<PaperBlock, { kind: 'page-break' | 'together' }>,
  first: boolean,
): readonly Slab[] => {
  switch (block.kind) {
    case 'heading':
      return headingSlabs(frame, block, first);
    case 'paragraph':
      return paragraphSlabs(frame, block);
    case 'list':
      return listSlabs(frame, block);
    case 'facts':
      return factsSlabs(frame, block);
    case 'table':
      return tableSlabs(frame, block);
    case 'bars':
      return barsSlabs(frame, block);
    case 'signatures':
      return signatureSlabs(frame, block);
    case 'blank-lines':
      return blankLineSlabs(frame, block);
    case 'code':
      return codeSlabs(frame, block);
    case 'banner':
      return bannerSlabs(frame, block);
    case 'criteria':
      return criteriaSlabs(frame, block);
  }
};

/** A group has no page breaks inside: it is one page's. */
const groupSlabs = (frame: Frame, blocks: readonly PaperBlock[]): readonly Slab[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'page-break') return [];
    return block.kind === 'together' ? groupSlabs(frame, block.blocks) : slabsOf(frame, block, false);
  });

/** A heading and what follows it stay together, also where the next block is a group. */
const chunksFor = (frame: Frame, blocks: readonly PaperBlock[]): readonly Chunk[] => {
  const chunks: Chunk[] = [];
  let waiting: readonly Slab[] = [];
  const close = (): void => {
    if (waiting.length > 0) chunks.push(...chunksOf(waiting));
    waiting = [];
  };
  blocks.forEach((block, index) => {
    if (block.kind === 'page-break') {
      close();
      chunks.push('page-break');
    } else if (block.kind === 'together') {
      const group = groupSlabs(frame, block.blocks).map((slab, at, all) => ({ ...slab, bond: at < all.length - 1 }));
      waiting = [...waiting, ...group];
    } else waiting = [...waiting, ...slabsOf(frame, block, index === 0)];
  });
  close();
  return chunks;
};

export type LaidOut = { readonly pages: readonly LaidPage[]; readonly node: Node };

const layOutAt = (
  paper: Paper,
  setter: Setter,
  parent: Node,
  scale: number,
): Result<LaidOut, Failure<'paper-part-too-high'>> => {
  const sheet = sheetOf(paper);
  const pageHeight = sheet.height - margins.top - margins.bottom;
  const node = childNode(parent, 'Sect', { title: paper.title, language: paper.language });
  const width = sheet.width - margins.side * 2;
  const frame: Frame = { x: margins.side, width, pageHeight, styles: stylesAt(scale), scale, setter, node };
  const [first] = paper.blocks;
  const titled = first?.kind === 'heading' && first.level === 1;
  const title = { kind: 'heading', level: 1, text: paper.title } as const;
  const laid = paginate(chunksFor(frame, titled ? paper.blocks : [title, ...paper.blocks]), pageHeight);
  return laid.ok ? { ok: true, value: { pages: laid.value, node } } : laid;
};

/** Scales tried for a paper that is to go on one page. Below four fifths nobody reads it by lamplight. */
const onePageScales = [1, 0.96, 0.92, 0.88, 0.84, 0.8];

/** Sets a paper and cuts it into pages. */
export const layOut = (paper: Paper, setter: Setter, parent: Node): Result<LaidOut, Failure<'paper-part-too-high'>> => {
  const full = layOutAt(paper, setter, parent, 1);
  if (paper.onePage !== true || !full.ok || full.value.pages.length === 1) return full;
  for (const scale of onePageScales) {
    const tried = layOutAt(paper, setter, parent, scale);
    if (tried.ok && tried.value.pages.length === 1) return tried;
  }
  return full;
};
