import type { Block, BlockOf, TemplateDesign, TextLook } from '#shared/domain/template-design.ts';
import { pageSize } from '#shared/domain/template-designs.ts';

/** Kinds of blocks that can be added; a picture or drawing comes with its file. */
export const addableKinds = ['text', 'serial', 'code', 'line', 'shape', 'signature', 'table', 'watermark'] as const;
export type AddableKind = (typeof addableKinds)[number];

/** An id that no block of the design has. */
export const freshId = (design: TemplateDesign, stem: string): string => {
  const taken = new Set(design.blocks.map(({ id }) => id));
  for (let count = 1; ; count += 1) if (!taken.has(`${stem}-${String(count)}`)) return `${stem}-${String(count)}`;
};

const ink = '#1a1a1a';

const lookOf = (design: TemplateDesign, size: number): TextLook => {
  const known = design.blocks.find((block) => block.kind === 'text');
  const font = known?.kind === 'text' ? known.look.font : { family: 'noto-sans' as const, style: 'regular' as const };
  return { font, size, colour: ink, align: 'centre' };
};

const signatureLook = (design: TemplateDesign) => ({
  line: { colour: '#4a4a4a', stroke: 0.2 },
  nameLook: lookOf(design, 10.5),
  officeLook: { ...lookOf(design, 9), colour: '#4a4a4a' },
  nameBaseline: 4.9,
  officeBaseline: 9,
});

const tableLook = (design: TemplateDesign): Omit<BlockOf<'table'>, keyof BlockOf<'line'> | 'source'> => ({
  columns: [
    { key: 'number', titles: {}, width: 8, align: 'left' },
    { key: 'title', titles: {}, width: 90, align: 'left' },
    { key: 'mark', titles: {}, width: 16, align: 'right', bold: true },
  ],
  look: { ...lookOf(design, 9.5), align: 'left' },
  headSize: 7.5,
  rowHeight: 8,
  rule: ink,
  thin: '#8a9490',
  bar: '#5d857b',
});

/** A new block in the middle of the page. `words` is what a new text says. */
export const newBlock = (design: TemplateDesign, kind: AddableKind, words: string): Block => {
  const page = pageSize(design);
  const id = freshId(design, kind);
  const boxed = (width: number, height: number) => ({
    id,
    x: Math.round((page.width - width) * 5) / 10,
    y: Math.round((page.height - height) * 5) / 10,
    width,
    height,
  });
  const said = Object.fromEntries(design.languages.map((language) => [language, words]));
  const wide = Math.round(page.width * 0.5);
  switch (kind) {
    case 'text':
      return {
        ...boxed(wide, 8),
        kind,
        voice: 'first',
        role: 'text',
        texts: said,
        look: lookOf(design, 14),
        baseline: 5.5,
        lead: 6.4,
        lines: 1,
      };
    case 'serial':
      return { ...boxed(50, 5), kind, look: lookOf(design, 9.5), baseline: 3.7 };
    case 'code':
      return {
        ...boxed(28, 28),
        kind,
        largest: 30,
        alt: Object.fromEntries(design.languages.map((language) => [language, '{{serial}}'])),
      };
    case 'line':
      return { ...boxed(wide, 0), kind, colour: ink, stroke: 0.2 };
    case 'shape':
      return { ...boxed(60, 30), kind, shape: 'rectangle', stroke: { colour: ink, width: 0.3 } };
    case 'signature':
      return {
        ...boxed(58, 11),
        kind,
        ...signatureLook(design),
      };
    case 'watermark':
      return { ...boxed(wide, 30), kind, texts: said, look: { ...lookOf(design, 60), colour: '#ececec' }, angle: 30 };
    case 'table':
      return {
        ...boxed(Math.round(page.width * 0.7), 66),
        kind,
        source: 'modules',
        ...tableLook(design),
      };
  }
};

/** The design with one block changed, by id. */
export const withBlock = (design: TemplateDesign, id: string, next: Block | undefined): TemplateDesign => ({
  ...design,
  blocks: design.blocks.flatMap((block) => (block.id === id ? (next === undefined ? [] : [next]) : [block])),
});

/** The design with a block one place further back (-1) or further to the front (1). */
export const reordered = (design: TemplateDesign, id: string, by: -1 | 1): TemplateDesign => {
  const blocks = [...design.blocks];
  const at = blocks.findIndex((block) => block.id === id);
  const to = at + by;
  const [one, other] = [blocks[at], blocks[to]];
  if (one === undefined || other === undefined) return design;
  blocks[at] = other;
  blocks[to] = one;
  return { ...design, blocks };
};
