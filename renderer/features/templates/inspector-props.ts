import type { TemplateAsset } from '#shared/domain/own-templates.ts';
import type { Block, BlockOf, DesignLanguage, TemplateDesign } from '#shared/domain/template-design.ts';

/** What the inspector of a block needs and can ask for. */
export type InspectorProps = {
  readonly design: TemplateDesign;
  readonly block: Block;
  readonly language: DesignLanguage;
  /** The partner that is shown; empty where what all have is. */
  readonly partner: string;
  readonly fonts: readonly TemplateAsset[];
  readonly onChange: (block: Block) => void;
  readonly onPicture: () => void;
  readonly onOrder: (by: -1 | 1) => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
};

/** The same for one kind of block. */
export type PropsOf<Kind extends Block['kind']> = Omit<InspectorProps, 'block'> & { readonly block: BlockOf<Kind> };
