import { createHash } from 'node:crypto';
import type { NameFit } from '#shared/domain/certificate-names.ts';
import type { TemplateReference } from '#shared/domain/certificates.ts';
import type { DesignedDocument, KitAsset, TemplateKit } from '#shared/domain/designed-documents.ts';
import type { TemplateDesign } from '#shared/domain/template-design.ts';
import { ownPlaceholders } from '#shared/domain/template-design.ts';
import { nameBlock, pageSize, withVariant } from '#shared/domain/template-designs.ts';
import { canonicalJson } from '#shared/lib/json.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { fitOfName } from '../fit-name.ts';
import type { GlyphRun } from '../glyph-run.ts';
import type { PdfFont } from '../pdf-objects.ts';
import type { LaidPage, PageMaker } from '../page-maker.ts';
import type { PagePart } from '../page-parts.ts';
import { openDesignFaces } from './design-faces.ts';
import { drawStatic, type PageItem, type StaticParts } from './draw-static.ts';
import { styleOf, type Setting } from './lay-out-block.ts';
import { layOutOwn, type OwnErrorCode } from './own-blocks.ts';
import type { OwnPart } from './page-text.ts';
import type { StaticErrorCode } from './static-blocks.ts';

export type DesignErrorCode = StaticErrorCode | OwnErrorCode | 'certificate-template-unknown';

/** Documents of designs: pages, and how names would be set. */
export type Designs = {
  readonly pages: (kit: TemplateKit | undefined) => PageMaker<DesignedDocument, DesignErrorCode>;
  readonly checkNames: (
    names: readonly string[],
    template: TemplateReference,
    kit: TemplateKit,
  ) => Result<readonly NameFit[], Failure<DesignErrorCode>>;
};

const keptParts = 8;
const own: ReadonlySet<string> = new Set(ownPlaceholders);

/** What a document shares with others of its batch. */
const sharedOf = ({ language, values, signatories }: DesignedDocument): string => {
  const shared = Object.entries(values).map(([code, words]) => [
    code,
    Object.fromEntries(Object.entries(words).filter(([word]) => !own.has(word))),
  ]);
  return canonicalJson({ language, signatories, values: Object.fromEntries(shared) as never });
};

type Opened = { readonly hash: string; readonly setting: Setting };

const pageOf = (
  { setting }: Opened,
  document: DesignedDocument,
  parts: StaticParts,
  owns: ReadonlyMap<string, OwnPart>,
): LaidPage => {
  const lacks = (run: GlyphRun): boolean => {
    const font = parts.fonts.get(run.face.key);
    return font === undefined || !run.glyphs.every(({ glyph }) => font.holds(glyph));
  };
  const extra = [...owns.values()].flatMap(({ texts }) =>
    texts.flatMap(({ run }) => (lacks(run) ? [{ face: run.face, run }] : [])),
  );
  return {
    extra,
    page: (fonts) => {
      const used = new Map<string, PdfFont>([...parts.fonts.values()].map((font) => [font.resource, font]));
      const fontOf = (run: GlyphRun): PdfFont => {
        const shared = parts.fonts.get(run.face.key);
        if (shared && !lacks(run)) return shared;
        const font = fonts.get(run.face.key);
        if (font === undefined) throw new Error(`No font for ${run.face.family}`);
        const renamed = { ...font, resource: `N${font.resource}` };
        used.set(renamed.resource, renamed);
        return renamed;
      };
      const partOf = (item: PageItem): readonly PagePart[] => {
        if (item.kind === 'own') {
          const part = owns.get(item.block.id);
          return part ? [part.part(fontOf)] : [];
        }
        const operators = `/${item.name} Do`;
        if (item.role === 'Artifact') return [{ role: item.role, operators }];
        const language = item.language === document.language ? {} : { language: item.language };
        return [{ role: item.role, operators, ...language, ...(item.alt === undefined ? {} : { alt: item.alt }) }];
      };
      const content = parts.items.flatMap(partOf);
      const fontList = [...used].map(([name, { reference }]) => `/${name} ${reference.toString()}`).join('');
      const forms = [...parts.forms].map(([name, reference]) => `/${name} ${reference.toString()}`).join('');
      return {
        ...pageSize(setting.design),
        parts: content,
        resources: `<</Font<<${fontList}>>/XObject<<${forms}>>>>`,
        language: document.language,
        label: document.serial === '' ? document.name : document.serial,
      };
    },
  };
};

const unknown = ({ name, version }: TemplateReference) => fail('certificate-template-unknown', { name, version });

type OpenDesign = (design: TemplateDesign, assets: ReadonlyMap<string, KitAsset>) => Opened;
type PartsOf = (
  opened: Opened,
  document: DesignedDocument,
  shared: string,
  firstId: number,
) => Result<StaticParts, Failure<DesignErrorCode>>;

/** The pages of documents whose designs are in a kit. */
const pagesOfKit = (kit: TemplateKit | undefined, open: OpenDesign, partsOf: PartsOf): ReturnType<Designs['pages']> => {
  const assets = new Map(kit?.assets.map((asset) => [asset.id, asset]));
  const designs = new Map(kit?.designs.map((design) => [`${design.name} ${design.version}`, design]));
  const settings = new Map<string, Opened>();
  const openFor = ({ design, values, language }: DesignedDocument): Opened | undefined => {
    const partner = values[language]?.['partner'] ?? '';
    const key = `${design.name} ${design.version} ${partner}`;
    const known = settings.get(key);
    const found = designs.get(`${design.name} ${design.version}`);
    if (known || found === undefined) return known;
    const fresh = open(withVariant(found, partner), assets);
    settings.set(key, fresh);
    return fresh;
  };
  return async (document, file) => {
    const opened = openFor(document);
    if (opened === undefined) return unknown(document.design);
    const key = `${opened.hash} ${sharedOf(document)}`;
    const parts = file.shared(`design ${key}`, (firstId) => partsOf(opened, document, key, firstId));
    if (!parts.ok) return parts;
    const owns = new Map<string, OwnPart>();
    for (const item of parts.value.items) {
      if (item.kind !== 'own') continue;
      const part = layOutOwn(opened.setting, item.block, document);
      if (!part.ok) return part;
      if (part.value) owns.set(item.block.id, part.value);
    }
    return ok(pageOf(opened, document, parts.value, owns));
  };
};

export const openDesigns = async (fonts: string): Promise<Designs> => {
  const faces = openDesignFaces(fonts);
  const kept = new Map<string, StaticParts>();

  const open: OpenDesign = (design, assets) => ({
    hash: createHash('sha256').update(JSON.stringify(design)).digest('hex'),
    setting: { design, faces, assets },
  });

  const partsOf: PartsOf = (opened, document, shared, firstId) => {
    const key = `${firstId} ${shared}`;
    const known = kept.get(key);
    if (known) return ok(known);
    const drawn = drawStatic(opened.setting, document, firstId);
    if (!drawn.ok) return drawn;
    const oldest = kept.keys().next();
    if (kept.size >= keptParts && !oldest.done) kept.delete(oldest.value);
    kept.set(key, drawn.value);
    return drawn;
  };

  /** A thousand files of one kit read its designs once. */
  const makers = new WeakMap<TemplateKit, ReturnType<Designs['pages']>>();
  const pages: Designs['pages'] = (kit) => {
    const known = kit && makers.get(kit);
    if (known) return known;
    const made = pagesOfKit(kit, open, partsOf);
    if (kit) makers.set(kit, made);
    return made;
  };

  return {
    pages,
    checkNames: (names, reference, kit) => {
      const design = kit.designs.find(({ name, version }) => name === reference.name && version === reference.version);
      if (design === undefined) return unknown(reference);
      const block = nameBlock(design);
      const { setting } = open(design, new Map(kit.assets.map((asset) => [asset.id, asset])));
      if (block === undefined) return ok(names.map((): NameFit => ({ kind: 'fits', font: '', size: 0, lines: [] })));
      const { look, width, fit } = block;
      const measures = { width, one: { size: look.size, floor: fit?.floor ?? 7 }, two: fit?.two };
      return ok(names.map((name) => fitOfName(styleOf(setting, look, width).faces, name, measures)));
    },
  };
};
