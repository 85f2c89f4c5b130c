import type { OwnTemplate, TemplateAsset } from '#shared/domain/own-templates.ts';
import type { TemplateDesign } from '#shared/domain/template-design.ts';
import { assetsOf, blockOffPage, readDesign } from '#shared/domain/template-designs.ts';
import { base64urlDecode, base64urlEncode } from '#shared/lib/base64url.ts';
import { fold } from '#shared/lib/fold.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { today } from '#renderer/desktop/clock.ts';
import { changeInTurn } from '../change-in-turn.ts';
import { getRecord, getRecords, listRecords } from '../records.ts';
import type { RecordChange } from '../write-path.ts';
import { commit } from '../write-path.ts';
import { readOwn, shippedDesigns } from './certificate-templates.ts';

const recordOf = (design: TemplateDesign, state: OwnTemplate['state']): OwnTemplate => ({
  id: `${design.name}:${String(design.version)}`,
  name: design.name,
  version: design.version,
  title: design.title,
  state,
  changedOn: today(),
  design: JSON.stringify(design),
});

const change = (next: OwnTemplate): RecordChange => ({ table: 'templates', id: next.id, next });

/** Templates made here, by name and the newest version first. */
export const listOwnTemplates = async (): Promise<readonly OwnTemplate[]> =>
  (await listRecords('templates')).toSorted((a, b) => a.title.localeCompare(b.title) || b.version - a.version);

/** A name in small letters and hyphens that no template has. */
const freshName = async (title: string): Promise<string> => {
  const stem =
    fold(title)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+|-+$/g, '')
      .slice(0, 40) || 'template';
  const taken = new Set([...shippedDesigns, ...(await listRecords('templates'))].map(({ name }) => name));
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? stem : `${stem}-${String(count)}`;
    if (!taken.has(name)) return name;
  }
};

/** Writes a design as the first draft of a new template and returns its id. */
export const addTemplate = async (design: TemplateDesign, title: string): Promise<Result<string>> => {
  const draft = { ...design, name: await freshName(title), version: 1, title };
  const record = recordOf(draft, 'draft');
  const written = await commit({ code: 'template-added', values: { title } }, [change(record)]);
  return written.ok ? ok(record.id) : written;
};

const titleOf = async (id: string): Promise<string> => (await getRecord('templates', id))?.title ?? id;

/** Keeps a draft as it stands. A version that is or was in use is never changed. Error: `template-not-a-draft`. */
export const saveDraft = (id: string, design: TemplateDesign): Promise<Result<unknown>> =>
  changeInTurn({ code: 'template-changed', values: { title: design.title } }, 'templates', id, (record) =>
    Promise.resolve(
      record?.state === 'draft'
        ? ok([change(recordOf(design, 'draft'))])
        : fail('template-not-a-draft', { title: design.title }),
    ),
  );

/** Takes a draft into use; the version used until then is retired. Error: `template-block-off-page` with the block. */
export const startUsing = async (id: string): Promise<Result<unknown>> =>
  changeInTurn({ code: 'template-in-use', values: { title: await titleOf(id) } }, 'templates', id, async (record) => {
    if (record === undefined) return fail('template-unknown', { name: id });
    const design = readOwn(record);
    if (!design.ok) return design;
    const off = blockOffPage(design.value);
    if (off !== undefined) return fail('template-block-off-page', { block: off.title ?? off.id });
    const others = (await listRecords('templates')).filter(
      ({ name, state, id: other }) => name === record.name && state === 'in-use' && other !== id,
    );
    return ok([
      ...others.map((other) => change({ ...other, state: 'retired' })),
      change({ ...record, state: 'in-use', changedOn: today() }),
    ]);
  });

/** Takes a version out of use; what was issued with it is still printed again. */
export const retireTemplate = async (id: string): Promise<Result<unknown>> =>
  changeInTurn({ code: 'template-retired', values: { title: await titleOf(id) } }, 'templates', id, (record) =>
    Promise.resolve(
      record === undefined
        ? fail('template-unknown', { name: id })
        : ok([change({ ...record, state: 'retired', changedOn: today() })]),
    ),
  );

/** Removes a draft. Error: `template-not-a-draft`. */
export const removeDraft = async (id: string): Promise<Result<unknown>> =>
  changeInTurn({ code: 'template-removed', values: { title: await titleOf(id) } }, 'templates', id, (record) =>
    Promise.resolve(
      record?.state === 'draft'
        ? ok([{ table: 'templates', id, next: null }])
        : fail('template-not-a-draft', { title: record?.title ?? id }),
    ),
  );

/** The draft of the next version, made from this one where there is none; returns its id. */
export const nextDraft = async (id: string): Promise<Result<string>> => {
  const record = await getRecord('templates', id);
  if (record === undefined) return fail('template-unknown', { name: id });
  const editions = (await listRecords('templates')).filter(({ name }) => name === record.name);
  const open = editions.find(({ state }) => state === 'draft');
  if (open !== undefined) return ok(open.id);
  const design = readOwn(record);
  if (!design.ok) return design;
  const next = recordOf({ ...design.value, version: Math.max(...editions.map(({ version }) => version)) + 1 }, 'draft');
  const written = await commit({ code: 'template-added', values: { title: next.title } }, [change(next)]);
  return written.ok ? ok(next.id) : written;
};

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Keeps a picture or a font by the hash of its bytes and returns the hash; the same bytes are kept once. */
export const addAsset = async (
  asset: Omit<TemplateAsset, 'id' | 'data'>,
  bytes: Uint8Array,
): Promise<Result<string>> => {
  const id = hex(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
  if ((await getRecord('assets', id)) !== undefined) return ok(id);
  const next = { ...asset, id, data: base64urlEncode(bytes) };
  const written = await commit({ code: 'template-asset-added', values: { name: asset.name } }, [
    { table: 'assets', id, next },
  ]);
  return written.ok ? ok(id) : written;
};

/** The fonts that were added here. */
export const listOwnFonts = async (): Promise<readonly TemplateAsset[]> =>
  (await listRecords('assets')).filter(({ kind }) => kind === 'font');

type TemplateFile = {
  readonly fieldcourse: 'template';
  readonly format: number;
  readonly design: unknown;
  readonly assets: unknown;
};

/** A template as one file: its design with its pictures and fonts inside. */
export const templateFile = async (design: TemplateDesign): Promise<string> => {
  const assets = await getRecords('assets', assetsOf(design));
  return `${JSON.stringify({ fieldcourse: 'template', format: design.format, design, assets } satisfies TemplateFile, null, 1)}\n`;
};

const isAsset = (value: unknown): value is TemplateAsset => {
  const asset = value as Partial<TemplateAsset> | null;
  const texts = [asset?.id, asset?.name, asset?.mediaType, asset?.data];
  return (asset?.kind === 'picture' || asset?.kind === 'font') && texts.every((text) => typeof text === 'string');
};

/**
 * Reads a template file and adds it as a draft; returns its id. Errors: `template-file-not-one`, `template-newer`, `template-damaged`, and
 * `template-asset-missing` where a picture or font is not inside or was altered.
 */
export const importTemplate = async (text: string): Promise<Result<string>> => {
  let file: Partial<TemplateFile> | null;
  try {
    file = JSON.parse(text) as Partial<TemplateFile> | null;
  } catch {
    return fail('template-file-not-one');
  }
  if (file?.fieldcourse !== 'template') return fail('template-file-not-one');
  const design = readDesign(file.design);
  if (!design.ok) return design;
  const inside = Array.isArray(file.assets) ? file.assets.filter(isAsset) : [];
  const needed = assetsOf(design.value);
  const whole = inside.filter(({ id }) => needed.includes(id));
  for (const asset of whole) {
    const bytes = base64urlDecode(asset.data);
    if (bytes === undefined || hex(await crypto.subtle.digest('SHA-256', bytes as BufferSource)) !== asset.id)
      return fail('template-asset-missing', { count: 1 });
  }
  if (whole.length < needed.length) return fail('template-asset-missing', { count: needed.length - whole.length });
  const kept =
    whole.length === 0
      ? ok(undefined)
      : await commit(
          { code: 'template-asset-added', values: { name: design.value.title } },
          whole.map((next): RecordChange => ({ table: 'assets', id: next.id, next })),
        );
  return kept.ok ? addTemplate(design.value, design.value.title) : kept;
};
