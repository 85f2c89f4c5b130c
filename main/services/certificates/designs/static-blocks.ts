import { fillPattern } from '#shared/domain/certificates.ts';
import type { DesignedDocument } from '#shared/domain/designed-documents.ts';
import type { Block, BlockOf } from '#shared/domain/template-design.ts';
import { isOwnBlock, wordsIn } from '#shared/domain/template-designs.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { SetText } from '../set-text.ts';
import { sealTextPoints, type SealRuns } from './draw-seal.ts';
import {
  filled,
  isShown,
  layOutLoose,
  layOutSignature,
  layOutText,
  languageOf,
  signatoriesOf,
  valuesIn,
  type BlockErrorCode,
  type Setting,
} from './lay-out-block.ts';
import { readPicture, type ReadyPicture } from './pictures.ts';

export type StaticErrorCode =
  BlockErrorCode | 'certificate-too-many-signatories' | 'certificate-picture-damaged' | 'certificate-asset-missing';

/** A block set and measured, ready to be drawn; drawing it cannot fail any more. `own` blocks are drawn for each learner. */
export type LaidBlock = {
  readonly block: Block;
  readonly own: boolean;
  readonly language: string;
  readonly texts: readonly SetText[];
  readonly picture?: ReadyPicture;
  readonly seal?: SealRuns;
  readonly alt?: string;
};

type Laid<T> = Result<T, Failure<StaticErrorCode>>;

const pictureOf = (setting: Setting, hash: string, block: Block): Laid<ReadyPicture> => {
  const asset = setting.assets.get(hash);
  if (asset === undefined) return fail('certificate-asset-missing', { block: block.title ?? block.id });
  const picture = readPicture(asset);
  return picture === undefined ? fail('certificate-picture-damaged', { block: block.title ?? block.id }) : ok(picture);
};

const sealOf = (
  setting: Setting,
  block: BlockOf<'seal'>,
  values: Readonly<Record<string, string>>,
  language: string,
): Laid<SealRuns | undefined> => {
  const [above = '', below = ''] = [block.texts, block.below].map((texts) =>
    filled(wordsIn(texts, language), values).join(' '),
  );
  if (above === '') return ok(undefined);
  const look = {
    font: { family: 'eb-garamond', style: 'regular' },
    size: sealTextPoints,
    colour: block.colour,
    tracking: 0.3,
    align: 'centre',
  } as const;
  const top = layOutLoose(setting, above.toUpperCase(), look, 200);
  if (!top.ok) return top;
  const foot = below === '' ? undefined : layOutLoose(setting, below, { ...look, figures: 'lining' }, 200);
  if (foot && !foot.ok) return foot;
  return ok({ above: top.value, text: `${above} ${below}`.trim(), ...(foot ? { below: foot.value } : {}) });
};

type Signatories = ReadonlyMap<string, { readonly name: string; readonly offices: readonly string[] }>;

const layOut = (
  setting: Setting,
  block: Block,
  document: DesignedDocument,
  signatories: Signatories,
): Laid<LaidBlock | undefined> => {
  const language = languageOf(setting, block, document);
  const values = valuesIn(document, language);
  const laid = { block, own: false, language, texts: [] } satisfies LaidBlock;
  const alt = 'alt' in block && block.alt !== undefined ? fillPattern(wordsIn(block.alt, language), values) : undefined;
  const said = alt === undefined ? {} : { alt };
  switch (block.kind) {
    case 'text': {
      const texts = layOutText(setting, block, document);
      if (!texts.ok) return texts;
      return ok(texts.value.length === 0 ? undefined : { ...laid, texts: texts.value });
    }
    case 'watermark': {
      const words = filled(wordsIn(block.texts, language), values).join(' ');
      if (words === '') return ok(undefined);
      const text = layOutText(
        setting,
        { ...block, kind: 'text', voice: 'first', role: 'text', baseline: 0, lead: 0, lines: 1 },
        document,
      );
      return text.ok ? ok({ ...laid, texts: text.value }) : text;
    }
    case 'picture': {
      const picture = pictureOf(setting, block.asset, block);
      return picture.ok ? ok({ ...laid, ...said, picture: picture.value }) : picture;
    }
    case 'signature': {
      const who = signatories.get(block.id);
      if (who === undefined) return ok(undefined);
      const texts = layOutSignature(setting, block, who);
      if (!texts.ok) return texts;
      if (block.picture === undefined) return ok({ ...laid, texts: texts.value });
      const picture = pictureOf(setting, block.picture, block);
      return picture.ok ? ok({ ...laid, texts: texts.value, picture: picture.value }) : picture;
    }
    case 'seal': {
      const seal = sealOf(setting, block, values, language);
      if (!seal.ok) return seal;
      return ok({ ...laid, ...said, ...(seal.value ? { seal: seal.value } : {}) });
    }
    default:
      return ok({ ...laid, ...said });
  }
};

const printedOnStock = new Set<Block['kind']>(['text', 'serial', 'code', 'table', 'signature']);

/** Sets all blocks that certificates of a batch share, in the order of the design; own blocks stand between them unset. */
export const layOutStatic = (setting: Setting, document: DesignedDocument): Laid<readonly LaidBlock[]> => {
  const { design } = setting;
  const signatories = signatoriesOf(design, document);
  if (!signatories.ok) return signatories;
  const laid: LaidBlock[] = [];
  for (const block of design.blocks) {
    if (design.stock === 'pre-printed' && !printedOnStock.has(block.kind)) continue;
    if (isOwnBlock(block)) {
      laid.push({ block, own: true, language: languageOf(setting, block, document), texts: [] });
      continue;
    }
    if (!isShown(setting, block, document)) continue;
    const one = layOut(setting, block, document, signatories.value);
    if (!one.ok) return one;
    if (one.value) laid.push(one.value);
  }
  return ok(laid);
};
