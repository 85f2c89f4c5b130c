import type { DocumentKind, TemplateReference } from '#shared/domain/certificates.ts';
import type { TemplateKit } from '#shared/domain/designed-documents.ts';
import type { OwnTemplate, TemplateAsset } from '#shared/domain/own-templates.ts';
import type { TemplateDesign } from '#shared/domain/template-design.ts';
import { assetsOf, readDesign } from '#shared/domain/template-designs.ts';
import { base64urlDecode } from '#shared/lib/base64url.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import attendance from '../../../resources/certificate-templates/attendance.json' with { type: 'json' };
import bilingual from '../../../resources/certificate-templates/bilingual.json' with { type: 'json' };
import classic from '../../../resources/certificate-templates/classic-2.json' with { type: 'json' };
import modernLight from '../../../resources/certificate-templates/modern-light.json' with { type: 'json' };
import modern from '../../../resources/certificate-templates/modern.json' with { type: 'json' };
import moduleAttendance from '../../../resources/certificate-templates/module-attendance.json' with { type: 'json' };
import prePrinted from '../../../resources/certificate-templates/pre-printed.json' with { type: 'json' };
import transcript from '../../../resources/certificate-templates/transcript-2.json' with { type: 'json' };
import transcriptOne from '../../../resources/certificate-templates/transcript.json' with { type: 'json' };
import { getRecord, getRecords, listRecords } from '../records.ts';

const files: readonly unknown[] = [
  classic,
  modern,
  modernLight,
  bilingual,
  prePrinted,
  transcript,
  attendance,
  moduleAttendance,
];

const shipped = (file: unknown): TemplateDesign => {
  const design = readDesign(file);
  if (!design.ok) throw new Error(`A shipped template is damaged: ${JSON.stringify(design.error)}`);
  return design.value;
};

/** The designs shipped with the app, newest editions. The first of a kind is what a run begins with. */
export const shippedDesigns: readonly TemplateDesign[] = files.map(shipped);

/** Editions that were shipped before: what was issued with them is printed again as it was. */
const formerDesigns: readonly TemplateDesign[] = [transcriptOne].map(shipped);

/** A template that a run can use: its name, what it is called, and the languages it has words in. */
export type TemplateChoice = {
  readonly name: string;
  readonly title: string;
  /** Whether it comes with the app: then it is called what `templates.shipped` calls it. */
  readonly shipped: boolean;
  readonly languages: readonly string[];
  /** Whether it prints on pre-printed stock, moved as the printer's calibration says. */
  readonly stock: TemplateDesign['stock'];
  /** The sheet that it is laid out for. */
  readonly page: TemplateDesign['page'];
};

/** The design of a template of one's own. */
export const readOwn = ({ design }: OwnTemplate): Result<TemplateDesign> => {
  try {
    return readDesign(JSON.parse(design));
  } catch {
    return fail('template-damaged', { where: '' });
  }
};

const ownInUse = async (): Promise<readonly TemplateDesign[]> => {
  const used = (await listRecords('templates')).filter(({ state }) => state === 'in-use');
  return used.flatMap((template) => {
    const design = readOwn(template);
    return design.ok ? [design.value] : [];
  });
};

/** The templates in use for a kind of document, those of the app first. */
export const templatesFor = async (kind: DocumentKind): Promise<readonly TemplateChoice[]> =>
  [...shippedDesigns, ...(await ownInUse())]
    .filter(({ use }) => use === kind)
    .map((design) => {
      const { name, title, languages, stock, page } = design;
      return { name, title, shipped: shippedDesigns.includes(design), languages, stock, page };
    });

/** The edition of a template that is in use. Errors: `template-unknown`, `template-not-in-language`. */
export const designInUse = async (name: string, language: string): Promise<Result<TemplateDesign>> => {
  const design = shippedDesigns.find((one) => one.name === name) ?? (await ownInUse()).find((one) => one.name === name);
  if (design === undefined) return fail('template-unknown', { name });
  return design.languages.some((code) => code === language)
    ? ok(design)
    : fail('template-not-in-language', { name: design.title, language });
};

/** The very edition that a snapshot was issued with. Errors: `template-unknown`, those of a damaged design. */
export const designOfEdition = async ({ name, version }: TemplateReference): Promise<Result<TemplateDesign>> => {
  const known = [...shippedDesigns, ...formerDesigns].find((one) => one.name === name && one.version === version);
  if (known !== undefined) return ok(known);
  const own = await getRecord('templates', `${name}:${String(version)}`);
  return own === undefined ? fail('template-unknown', { name }) : readOwn(own);
};

/** Bytes of pictures and fonts that were asked for: the preview of an editor asks again with every change. */
const decoded = new Map<string, Uint8Array>();

const bytesOf = ({ id, data }: TemplateAsset): Uint8Array => {
  const known = decoded.get(id);
  if (known !== undefined) return known;
  const bytes = base64urlDecode(data) ?? new Uint8Array();
  decoded.set(id, bytes);
  return bytes;
};

/** Designs with the pictures and fonts they need. Error: `template-asset-missing`. */
export const kitOf = async (designs: readonly TemplateDesign[]): Promise<Result<TemplateKit>> => {
  const ids = [...new Set(designs.flatMap(assetsOf))];
  const assets = await getRecords('assets', ids);
  if (assets.length < ids.length) return fail('template-asset-missing', { count: ids.length - assets.length });
  return ok({
    designs,
    assets: assets.map((asset) => ({ id: asset.id, kind: asset.kind, data: bytesOf(asset) })),
  });
};
