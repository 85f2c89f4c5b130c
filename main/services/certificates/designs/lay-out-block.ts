import { fillPattern } from '#shared/domain/certificates.ts';
import type { DesignedDocument, KitAsset } from '#shared/domain/designed-documents.ts';
import type { Block, BlockOf, TemplateDesign, TextLook } from '#shared/domain/template-design.ts';
import { voiceLanguage, wordsIn } from '#shared/domain/template-designs.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { setName } from '../fit-name.ts';
import {
  setLine,
  setLines,
  shapeLine,
  shapeSerial,
  type LineStyle,
  type PlacedLineStyle,
  type SetText,
  type TextErrorCode,
} from '../set-text.ts';
import type { DesignFaces } from './design-faces.ts';

export type BlockErrorCode = TextErrorCode | 'certificate-name-no-font' | 'certificate-name-too-wide';
type Laid = Result<readonly SetText[], Failure<BlockErrorCode>>;

/** What the blocks of a design are set with. */
export type Setting = {
  readonly design: TemplateDesign;
  readonly faces: DesignFaces;
  readonly assets: ReadonlyMap<string, KitAsset>;
};

const millimetresAPoint = 25.4 / 72;

export const styleOf = ({ faces, assets }: Setting, look: TextLook, width: number): LineStyle => ({
  faces: faces.chain(look.font, assets),
  size: look.size,
  width,
  colour: look.colour,
  tracking: look.tracking,
  align: look.align,
  ...(look.figures === 'lining' ? { features: ['lnum'] } : {}),
});

/** The edge or the middle from which lines of a box are set. */
export const anchorOf = (box: { readonly x: number; readonly width: number }, look: TextLook): number => {
  if (look.align === 'left') return box.x;
  return look.align === 'right' ? box.x + box.width : box.x + box.width / 2;
};

export const placedStyle = (
  setting: Setting,
  block: { readonly x: number; readonly y: number; readonly width: number },
  look: TextLook,
  baseline: number,
): PlacedLineStyle => ({
  ...styleOf(setting, look, block.width),
  // Tracked letters carry their space behind them: half of it back keeps them in the middle.
  x: anchorOf(block, look),
  y: block.y + baseline,
});

/** Words with their places filled; a line that held nothing but empty places is left out. */
export const filled = (pattern: string, values: Readonly<Record<string, string>>): readonly string[] =>
  pattern.split('\n').flatMap((line) => {
    const words = fillPattern(line, values).normalize('NFC').replace(/ +/g, ' ').trim();
    return words === '' && line.trim() !== '' ? [] : [words];
  });

export const languageOf = ({ design }: Setting, block: Block, document: DesignedDocument): string =>
  voiceLanguage(design, block.kind === 'text' ? block.voice : 'first', document.language);

export const valuesIn = (document: DesignedDocument, language: string): Readonly<Record<string, string>> =>
  document.values[language] ?? document.values[document.language] ?? {};

/** Whether a block is drawn on this document at all. */
export const isShown = (setting: Setting, block: Block, document: DesignedDocument): boolean =>
  block.when === undefined || (valuesIn(document, languageOf(setting, block, document))[block.when] ?? '') !== '';

const fitted = (
  setting: Setting,
  block: BlockOf<'text'>,
  rule: NonNullable<BlockOf<'text'>['fit']>,
  words: string,
): Laid => {
  const { look, width } = block;
  const style = styleOf(setting, look, width);
  const one = { size: look.size, floor: Math.min(rule.floor, look.size) };
  const set = setName(style.faces, words, { width, one, two: rule.two });
  if (set.kind === 'no-font')
    return fail('certificate-name-no-font', { name: words, characters: set.characters.join(' ') });
  if (set.kind === 'too-wide') return fail('certificate-name-too-wide', { name: words });
  const baselines = set.lines.length === 1 ? [block.baseline] : (rule.two?.baselines ?? []);
  const size = set.size * millimetresAPoint;
  return ok(
    set.lines.map((run, index): SetText => {
      const wide = (run.width / 1000) * size;
      const anchor = anchorOf(block, look);
      const x = look.align === 'left' ? anchor : look.align === 'right' ? anchor - wide : anchor - wide / 2;
      const text = set.texts[index] ?? '';
      return { text, run, size, x, y: block.y + (baselines[index] ?? 0), tracking: 0, colour: look.colour };
    }),
  );
};

type Paragraph = PlacedLineStyle & { readonly lead: number; readonly lines: number };

/** Lines of a paragraph that was wrapped are made nearly equal: no word is left alone on the last. */
const balanced = (lines: readonly string[], style: Paragraph): Laid => {
  let best = setLines(lines, style);
  if (!best.ok || best.value.length <= lines.length) return best;
  const { length } = best.value;
  const size = best.value[0]?.size;
  for (let width = style.width * 0.97; width > style.width / 2; width -= style.width * 0.03) {
    const narrower = setLines(lines, { ...style, width, lines: length });
    if (!narrower.ok || narrower.value.length !== length || narrower.value[0]?.size !== size) break;
    best = narrower;
  }
  return best;
};

/** Sets a block of text, or says what cannot be set. */
export const layOutText = (setting: Setting, block: BlockOf<'text'>, document: DesignedDocument): Laid => {
  const language = languageOf(setting, block, document);
  const lines = filled(wordsIn(block.texts, language), valuesIn(document, language));
  if (lines.every((line) => line === '')) return ok([]);
  if (block.fit) return fitted(setting, block, block.fit, lines.join(' '));
  const style = placedStyle(setting, block, block.look, block.baseline);
  if (block.lines > 1) return balanced(lines, { ...style, lead: block.lead, lines: block.lines });
  const line = setLine(lines.join(' '), style);
  return line.ok ? ok([line.value]) : line;
};

export const layOutSerial = (setting: Setting, block: BlockOf<'serial'>, serial: string): Laid => {
  const line = setLine(serial, placedStyle(setting, block, block.look, block.baseline), shapeSerial);
  return line.ok ? ok([line.value]) : line;
};

/** Sets words at the start of a box, to be turned or bent by who draws them. */
export const layOutLoose = (setting: Setting, words: string, look: TextLook, width: number) =>
  shapeLine(words, styleOf(setting, look, width));

/** Who signs on which block: own words of a block stay; a cohort's signatories spread over the others. Too few leave blocks empty, too many is a failure. */
export const signatoriesOf = (
  design: TemplateDesign,
  document: DesignedDocument,
): Result<
  ReadonlyMap<string, { readonly name: string; readonly offices: readonly string[] }>,
  Failure<'certificate-too-many-signatories'>
> => {
  const blocks = design.blocks.filter((block) => block.kind === 'signature');
  const open = blocks.filter(({ person, office }) => person === undefined && office === undefined);
  const given = document.signatories;
  if (given.length > open.length && open.length > 0)
    return fail('certificate-too-many-signatories', { most: open.length });
  const last = open.length - 1;
  const placeOf = (index: number): number =>
    given.length === 1 ? Math.floor(last / 2) : Math.round((index * last) / (given.length - 1));
  const found = new Map<string, { readonly name: string; readonly offices: readonly string[] }>();
  given.forEach(({ name, office }, index) => {
    const block = open[placeOf(index)];
    if (block) found.set(block.id, { name, offices: office.split('\n').slice(0, block.bothLanguages ? 2 : 1) });
  });
  for (const { id, person, office } of blocks)
    if (person !== undefined || office !== undefined)
      found.set(id, { name: person ?? '', offices: office === undefined ? [] : [wordsIn(office, document.language)] });
  return ok(found);
};

/** Sets name and office below a line for a signature; a second office stands below the first. */
export const layOutSignature = (
  setting: Setting,
  block: BlockOf<'signature'>,
  { name, offices }: { readonly name: string; readonly offices: readonly string[] },
): Laid => {
  const lead = block.officeBaseline - block.nameBaseline;
  const wanted = [
    [name, block.nameLook, block.nameBaseline] as const,
    ...offices.map((office, index) => [office, block.officeLook, block.officeBaseline + index * lead * 0.92] as const),
  ];
  const set: SetText[] = [];
  for (const [words, look, baseline] of wanted) {
    if (words === '') continue;
    const line = setLine(words.normalize('NFC'), placedStyle(setting, block, look, baseline));
    if (!line.ok) return line;
    set.push(line.value);
  }
  return ok(set);
};
