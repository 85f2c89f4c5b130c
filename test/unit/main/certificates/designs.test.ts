import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zlibSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine, type CertificateEngine } from '#main/services/certificates/engine.ts';
import { createPiecesHash } from '#main/services/certificates/single-files.ts';
import type { DesignedDocument, KitAsset } from '#shared/domain/designed-documents.ts';
import type { Block, TemplateDesign } from '#shared/domain/template-design.ts';
import { designedDocument, shipped, shippedFiles } from './design-documents.ts';
import { codeOn, faultsOf, fontsOf, infoOf, pagesOf, printedBy, saved, structureOf } from './read-pdf.ts';
import { difficultNames, folders, specimenDocument } from './specimens.ts';

const hash = createPiecesHash();

let engine: CertificateEngine;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'designs-'));
  engine = openEngine(folders);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const one = async (
  design: TemplateDesign,
  document: DesignedDocument,
  assets: readonly KitAsset[] = [],
  by = engine,
): Promise<Buffer> => {
  const rendered = await by.renderOne(document, { designs: [design], assets });
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.error));
  return Buffer.from(rendered.value);
};

const merged = async (
  design: TemplateDesign,
  documents: readonly DesignedDocument[],
  move?: { x: number; y: number },
): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  const options = { title: 'Certificates of a cohort', kit: { designs: [design], assets: [] }, move };
  const rendered = await engine.renderMerged(documents, (bytes) => chunks.push(bytes), options);
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.error));
  return Buffer.concat(chunks);
};

describe.each(shippedFiles)('the shipped template %s', (file) => {
  const design = shipped(file);

  it('is sound, tagged, with subset fonts, a title and what PDF/A-2b asks for', async () => {
    const name = await saved(folder, `${file}.pdf`, await one(design, designedDocument(design, {}, 'fr')));
    expect(await faultsOf(name)).toBe('');
    const fonts = await fontsOf(name);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.every(({ flags }) => flags === 'yes yes yes')).toBe(true);
    const info = await infoOf(name);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/Title: +(Certificat|Relevé|Attestation)/);
    const text = (await readFile(name)).toString('latin1');
    expect(text).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>');
    const plain = (await printedBy('qpdf', ['--qdf', '--object-streams=disable', name, '-'])).toString('latin1');
    expect(plain).toMatch(/\/S \/GTS_PDFA1/);
    expect(plain).toMatch(/\/Lang \(fr\)/);
    expect(plain).not.toMatch(/\/(Encrypt|JavaScript|SMask|ca|CA|BM) /);
    expect(plain).toMatch(/\/ID \[/);
  });

  it('says the name, the serial and its words, and its code can be read', async () => {
    const document = { ...designedDocument(design), payload: `FC1:${'A1B2C3D4E5'.repeat(24)}` };
    const name = await saved(folder, `${file}-read.pdf`, await one(design, document));
    const [page = ''] = await pagesOf(name);
    expect(page).toContain('Nkosazana Dlamini-Tšepiso');
    expect(page).toContain('CWCY-SZ-2026-00042-B');
    expect(page).not.toContain('{{');
    expect(await codeOn(name, 1, 150)).toBe(document.payload);
    expect(await structureOf(name)).toContain('Nkosazana Dlamini-Tšepiso');
  });

  it('has the same bytes from any engine, whatever was rendered before', async () => {
    const other = openEngine(folders);
    const document = designedDocument(design);
    await one(design, designedDocument(design, { name: 'Ngũgĩ wa Kamau' }), [], other);
    expect((await one(design, structuredClone(document), [], other)).equals(await one(design, document))).toBe(true);
  });

  it('adds less than 1.6 KB with each page of a merged file', async () => {
    const documents = Array.from({ length: 200 }, (_, at) => ({
      ...designedDocument(design, { name: `Learner ${'abcdefghij'.slice(at % 7)} Mokoena` }),
      payload: `FC1:${Array.from({ length: 200 }, (__, n) => ((at * 7919 + n * 104_729) % 36).toString(36))
        .join('')
        .toUpperCase()}`,
    }));
    const half = await merged(design, documents.slice(0, 100));
    expect(((await merged(design, documents)).length - half.length) / 100).toBeLessThan(
      file.startsWith('transcript') ? 3000 : 1600,
    );
  });
});

describe('a statement of results with many criteria', () => {
  it('has room for the sixteen of the demonstration', async () => {
    const design = shipped('transcript-2');
    const plain = designedDocument(design);
    const rows = Array.from({ length: 16 }, (_, at) => ({
      cells: { title: `Criterion ${String(at + 1)}`, modules: '1, 3', bar: '76', marks: '34 / 45', percent: '76' },
    }));
    const before = plain.tables;
    if (before === undefined) throw new Error('A statement without its tables');
    const tables = { ...before, rows: { en: { ...before.rows['en'], criteria: rows } } };
    const file = await saved(folder, 'criteria.pdf', await one(design, { ...plain, tables }));
    const [page = ''] = await pagesOf(file);
    for (const { cells } of rows) expect(page).toContain(cells.title);
    expect(page.indexOf('Criterion 16')).toBeLessThan(page.indexOf(plain.serial));
  });
});

describe('the bytes of the shipped templates', () => {
  it('stay as they are: what changes them would change reprints and needs a new version', async () => {
    const hashes: Record<string, string> = {};
    for (const file of shippedFiles) {
      const design = shipped(file);
      hashes[file] = hash([await one(design, designedDocument(design))]).slice(0, 16);
    }
    expect(hashes).toMatchInlineSnapshot(`
      {
        "attendance": "beb002f04b350657",
        "bilingual": "41f64d4c3cb17912",
        "classic-2": "321c1210139fa574",
        "modern": "12b633e751e1354a",
        "modern-light": "548748e6b1bc4d01",
        "module-attendance": "ce662a5adf38d9c0",
        "pre-printed": "9f2365e58e22ef32",
        "transcript": "098a1722f82bd68b",
        "transcript-2": "098a1722f82bd68b",
      }
    `);
  });

  it('are reproduced for every difficult name', async () => {
    const design = shipped('modern');
    const documents = [...difficultNames, 'محمد علي الحسن'].map((name) =>
      designedDocument(design, { name: name.normalize('NFC') }),
    );
    const pages = await pagesOf(await saved(folder, 'names.pdf', await merged(design, documents)));
    expect(pages).toHaveLength(documents.length);
    documents.slice(0, -1).forEach(({ name }, at) => expect(pages[at]?.replace(/\s+/g, ' ')).toContain(name));
  });
});

describe('names from right to left', () => {
  it('are joined and stand in the order of the eye; a name that mixes scripts is refused with its letters', async () => {
    const design = shipped('classic-2');
    const fits = await engine.checkNames(
      ['محمد علي', 'ሰላም ገብረ', 'محمد Ali'],
      { name: 'classic', version: 2 },
      { designs: [design], assets: [] },
    );
    expect(fits).toMatchObject({
      ok: true,
      value: [
        { kind: 'fits', font: 'Noto Naskh Arabic' },
        { kind: 'fits', font: 'Noto Serif Ethiopic' },
        { kind: 'no-font', characters: ['م', 'ح', 'د'] },
      ],
    });
    const name = await saved(
      folder,
      'arabic.pdf',
      await one(design, designedDocument(design, { name: 'محمد علي الحسن' })),
    );
    const text = (await printedBy('pdftotext', ['-layout', name, '-'])).toString();
    expect(text.replace(/[\u202A-\u202E]/g, '')).toContain('محمد علي الحسن');
  });
});

const picture = (): KitAsset => {
  const header = Buffer.alloc(25);
  header.writeUInt32BE(13, 0);
  header.write('IHDR', 4);
  header.writeUInt32BE(2, 8);
  header.writeUInt32BE(1, 12);
  header.set([8, 6, 0, 0, 0], 16);
  const packed = zlibSync(Uint8Array.of(0, 255, 0, 0, 255, 0, 0, 255, 255));
  const data = Buffer.alloc(12 + packed.length);
  data.writeUInt32BE(packed.length, 0);
  data.write('IDAT', 4);
  data.set(packed, 8);
  return {
    id: 'a'.repeat(64),
    kind: 'picture',
    data: Buffer.concat([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), header, data]),
  };
};

const withPicture = (design: TemplateDesign, asset: string): TemplateDesign => {
  const block: Block = {
    id: 'logo',
    kind: 'picture',
    x: 100,
    y: 60,
    width: 20,
    height: 10,
    asset,
    alt: { en: 'Logo' },
    align: 'centre',
  };
  return { ...design, blocks: [...design.blocks, block] };
};

describe('pictures of a template', () => {
  it('are drawn where they stand and described', async () => {
    const asset = picture();
    const design = withPicture(shipped('pre-printed'), asset.id);
    const plain = { ...design, stock: 'plain' as const };
    const name = await saved(folder, 'picture.pdf', await one(plain, designedDocument(plain), [asset]));
    const list = (await printedBy('pdfimages', ['-list', name])).toString();
    expect(list).toMatch(/image +2 +1 +rgb/);
  });

  it.each([
    ['damaged', [{ ...picture(), id: 'b'.repeat(64), data: Uint8Array.of(1, 2, 3) }], 'certificate-picture-damaged'],
    ['missing', [], 'certificate-asset-missing'],
  ] as const)('are refused where %s', async (_, assets, code) => {
    const design = { ...withPicture(shipped('pre-printed'), 'b'.repeat(64)), stock: 'plain' as const };
    expect(await engine.renderOne(designedDocument(design), { designs: [design], assets })).toMatchObject({
      ok: false,
      error: { code, details: { block: 'logo' } },
    });
  });
});

describe('pre-printed stock', () => {
  it('prints text only, moved by the calibration', async () => {
    const design = shipped('pre-printed');
    const document = designedDocument(design);
    const boxOf = async (file: string, bytes: Uint8Array): Promise<readonly number[]> => {
      const text = (await printedBy('pdftotext', ['-bbox', await saved(folder, file, bytes), '-'])).toString();
      const [, x = '', y = ''] = /xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>Nkosazana/.exec(text) ?? [];
      return [Number(x), Number(y)];
    };
    const [still, moved] = [
      await boxOf('still.pdf', await merged(design, [document])),
      await boxOf('moved.pdf', await merged(design, [document], { x: 2, y: -1.5 })),
    ];
    expect((moved[0] ?? 0) - (still[0] ?? 0)).toBeCloseTo((2 * 72) / 25.4, 1);
    expect((moved[1] ?? 0) - (still[1] ?? 0)).toBeCloseTo((-1.5 * 72) / 25.4, 1);
  });
});

describe('partners and merit', () => {
  it('shows a partner’s own words to that partner only', async () => {
    const design = shipped('modern');
    const own = {
      ...design,
      variants: [
        {
          id: 'v',
          partner: 'Partner institution',
          texts: { certify: { en: 'The partner certifies that' } },
          pictures: {},
        },
      ],
    };
    const [page = ''] = await pagesOf(await saved(folder, 'partner.pdf', await one(own, designedDocument(own))));
    expect(page).toContain('The partner certifies that');
    const other = designedDocument(own, { sources: { partner: { name: 'Another' } } });
    const [plain = ''] = await pagesOf(await saved(folder, 'other.pdf', await one(own, other)));
    expect(plain).toContain('This is to certify that');
  });

  it('says “with merit” where it was earned', async () => {
    const design = shipped('classic-2');
    const [page = ''] = await pagesOf(
      await saved(folder, 'merit.pdf', await one(design, designedDocument(design, { sources: { merit: true } }))),
    );
    expect(page).toContain('has completed with merit all six modules');
  });

  it('prints first editions and designs in one file', async () => {
    const design = shipped('classic-2');
    const chunks: Uint8Array[] = [];
    const documents = [specimenDocument(), designedDocument(design)];
    const rendered = await engine.renderMerged(documents, (bytes) => chunks.push(bytes), {
      title: 'Both',
      kit: { designs: [design], assets: [] },
    });
    expect(rendered.ok).toBe(true);
    expect(await pagesOf(await saved(folder, 'both.pdf', Buffer.concat(chunks)))).toHaveLength(2);
  });
});
