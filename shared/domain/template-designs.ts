import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { Block, DesignLanguage, DesignTexts, Placeholder, TemplateDesign } from './template-design.ts';
import { designFormat, designSchema, ownPlaceholders, sheets } from './template-design.ts';

export type DesignErrorCode = 'template-damaged' | 'template-newer';

/** Reads a design from a file or a record. Errors: `template-newer` for a form that a later version of the app wrote, `template-damaged` with the place. */
export const readDesign = (value: unknown): Result<TemplateDesign, Failure<DesignErrorCode>> => {
  const format = (value as { readonly format?: unknown } | null)?.format;
  if (typeof format === 'number' && format > designFormat) return fail('template-newer', { format });
  const parsed = designSchema.safeParse(value);
  if (!parsed.success) return fail('template-damaged', { where: parsed.error.issues[0]?.path.join('.') ?? '' });
  const ids = new Set(parsed.data.blocks.map(({ id }) => id));
  return ids.size === parsed.data.blocks.length ? ok(parsed.data) : fail('template-damaged', { where: 'blocks' });
};

/** Width and height of the page in millimetres. */
export const pageSize = ({
  page,
}: Pick<TemplateDesign, 'page'>): { readonly width: number; readonly height: number } => {
  const [short, long] = sheets[page.size];
  return page.orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short };
};

/** The words of a text in a language; in English, or else in whatever there is, where it was not translated. */
export const wordsIn = (texts: DesignTexts, language: string): string =>
  texts[language as DesignLanguage] ?? texts.en ?? Object.values(texts).find((text) => text !== undefined) ?? '';

/** The language that a voice of a design speaks on a certificate in `language`. */
export const voiceLanguage = (design: TemplateDesign, voice: 'first' | 'second', language: string): string =>
  voice === 'first' ? language : (design.second?.[language as DesignLanguage] ?? language);

const place = /\{\{(\w+)\}\}/g;

/** The placeholders that a text holds. */
export const placeholdersOf = (texts: DesignTexts): ReadonlySet<string> =>
  new Set(Object.values(texts).flatMap((text) => [...(text ?? '').matchAll(place)].map(([, word = '']) => word)));

const isOwn = (word: string | undefined): boolean => ownPlaceholders.includes(word as Placeholder);

/** Whether a block differs from learner to learner. */
export const isOwnBlock = (block: Block): boolean => {
  if (block.kind === 'serial' || block.kind === 'code' || block.kind === 'table') return true;
  if (isOwn(block.when)) return true;
  return (block.kind === 'text' || block.kind === 'watermark') && [...placeholdersOf(block.texts)].some(isOwn);
};

/** The design as the certificates of one partner show it: its own words and pictures in place of the common ones. */
export const withVariant = (design: TemplateDesign, partner: string): TemplateDesign => {
  const variant = design.variants.find((one) => one.partner === partner);
  if (variant === undefined) return design;
  return {
    ...design,
    blocks: design.blocks.map((block): Block => {
      const texts = variant.texts[block.id];
      const asset = variant.pictures[block.id];
      if (block.kind === 'picture' && asset !== undefined) return { ...block, asset };
      if (block.kind === 'signature' && asset !== undefined) return { ...block, picture: asset };
      return texts !== undefined && 'texts' in block ? { ...block, texts: { ...block.texts, ...texts } } : block;
    }),
  };
};

/** The hashes of all pictures and own fonts that a design needs. */
export const assetsOf = (design: TemplateDesign): readonly string[] => {
  const found = new Set<string>();
  const font = (family: string): void => {
    if (family.startsWith('own:')) found.add(family.slice(4));
  };
  for (const block of design.blocks) {
    if (block.kind === 'picture') found.add(block.asset);
    if (block.kind === 'signature' && block.picture !== undefined) found.add(block.picture);
    if ('look' in block) font(block.look.font.family);
    if (block.kind === 'signature') [block.nameLook, block.officeLook].forEach((look) => font(look.font.family));
  }
  for (const variant of design.variants) for (const hash of Object.values(variant.pictures)) found.add(hash);
  return [...found].sort();
};

/** The block that the learner's name stands in. */
export const nameBlock = (design: TemplateDesign): Extract<Block, { readonly kind: 'text' }> | undefined =>
  design.blocks.find(
    (block): block is Extract<Block, { readonly kind: 'text' }> =>
      block.kind === 'text' && placeholdersOf(block.texts).has('name'),
  );

/** How far the outermost ink stays from the edge: printers reach no further. */
export const printableMargin = 4;

export type BlockWarning = 'off-page' | 'in-margin' | 'code-small' | 'empty-text' | 'no-alt';

const smallestCode = 25;

/** What is doubtful about a block, to be said beside it. Nothing here keeps a draft from being saved. */
export const blockWarnings = (design: TemplateDesign, block: Block): readonly BlockWarning[] => {
  const { width, height } = pageSize(design);
  const warnings: BlockWarning[] = [];
  const [right, bottom] = [block.x + block.width, block.y + block.height];
  const slack = 0.005;
  if (block.x < -slack || block.y < -slack || right > width + slack || bottom > height + slack)
    warnings.push('off-page');
  else if (
    block.x < printableMargin ||
    block.y < printableMargin ||
    right > width - printableMargin ||
    bottom > height - printableMargin
  )
    warnings.push('in-margin');
  if (block.kind === 'code' && Math.min(block.width, block.height) < smallestCode) warnings.push('code-small');
  if (
    block.kind === 'text' &&
    design.languages.some((language) => (block.texts[language] ?? '').trim() === '' && block.voice === 'first')
  )
    warnings.push('empty-text');
  if (block.kind === 'picture' && wordsIn(block.alt, 'en').trim() === '') warnings.push('no-alt');
  return warnings;
};

/** A design with blocks off the page cannot come into use; the first of them. */
export const blockOffPage = (design: TemplateDesign): Block | undefined =>
  design.blocks.find((block) => blockWarnings(design, block).includes('off-page'));
