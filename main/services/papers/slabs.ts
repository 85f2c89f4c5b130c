import type { PaperBlock } from '#shared/domain/paper.ts';
import type { Node, Pen } from './pen.ts';
import type { Setter } from './set-lines.ts';
import type { Styles } from './styles.ts';

/** A horizontal part of a page that is never cut. `draw` gets the top of the slab; lengths in points. */
export type Slab = {
  readonly height: number;
  /** Room before it; left out at the top of a page. */
  readonly before: number;
  /** Stays on one page with the slab that follows. */
  readonly bond?: boolean;
  readonly draw: (pen: Pen, y: number) => void;
  /** Drawn again above this slab where it begins a page. */
  readonly head?: { readonly height: number; readonly draw: (pen: Pen, y: number) => void };
  /** What it shows, for a message. */
  readonly about?: string;
};

export type PageBreak = 'page-break';

/** Where and how blocks are set. `x` and `width` are those of the text; `pageHeight` is the room on an empty page. */
export type Frame = {
  readonly x: number;
  readonly width: number;
  readonly pageHeight: number;
  readonly styles: Styles;
  readonly scale: number;
  readonly setter: Setter;
  readonly node: Node;
};

export type BlockOf<Kind extends PaperBlock['kind']> = Extract<PaperBlock, { readonly kind: Kind }>;

/** How far the baseline lies below the top of a line, as part of its lead. */
export const baselineShare = 0.74;
