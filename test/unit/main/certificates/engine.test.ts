import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine, type CertificateEngine } from '#main/services/certificates/engine.ts';
import { createPiecesHash } from '#main/services/certificates/single-files.ts';
import { signPayload, verifyPayload } from '#main/services/keys/certificate-signatures.ts';
import { openSigningKeys, publicKeyRecord } from '#main/services/keys/signing-keys.ts';
import type { CertificateDocument } from '#shared/domain/certificates.ts';
import { codeOn, faultsOf, fontsOf, infoOf, pagesOf, saved, structureOf } from './read-pdf.ts';
import { difficultNames, folders, specimenBatch, specimenDocument } from './specimens.ts';

const hash = createPiecesHash();

let engine: CertificateEngine;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'engine-'));
  engine = openEngine(folders);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const one = async (document: CertificateDocument, by = engine): Promise<Buffer> => {
  const rendered = await by.renderOne(document);
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.error));
  return Buffer.from(rendered.value);
};

const merged = async (documents: readonly CertificateDocument[], by = engine): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  const rendered = await by.renderMerged(documents, (bytes) => chunks.push(bytes), {
    title: 'Certificates of a cohort',
  });
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.error));
  return Buffer.concat(chunks);
};

describe('a rendered certificate', () => {
  it('gives every difficult name back as text, alone and in a merged file', async () => {
    const batch = specimenBatch(difficultNames);
    const pages = await pagesOf(await saved(folder, 'names.pdf', await merged(batch)));
    expect(pages).toHaveLength(batch.length);
    for (const [index, document] of batch.entries()) {
      const [alone] = await pagesOf(await saved(folder, 'name.pdf', await one(document)));
      for (const page of [pages[index] ?? '', alone ?? '']) {
        const text = page.replace(/\s+/g, ' ');
        expect(text).toContain(document.name);
        expect(text).toContain(document.serial);
      }
    }
  });

  it('says all of its words in reading order', async () => {
    const [page = ''] = await pagesOf(await saved(folder, 'order.pdf', await one(specimenDocument())));
    const lines = page.split('\n').filter((line) => line.trim() !== '');
    expect(lines.map((line) => line.trim())).toEqual([
      'Partner institution',
      'Community studies',
      'Ministry or funder',
      'Social development',
      'CERTIFICATE',
      'Community Based Work with Children and Youth',
      'This is to certify that',
      'Nkosazana Dlamini-Tšepiso',
      'has completed all six modules, the service learning project among them,',
      'as set out in programme version 4 (2025), and has met every requirement for the award.',
      'Awarded in Manzini, Eswatini, on 28 March 2026',
      'Dr Tšepiso Mokoena',
      'Programme Director',
      'Prof. Wanjirũ Mwangi',
      'Principal, partner institution',
      'Sibusiso Nxumalo',
      'Chair of the award board',
      'Children and Youth 2026',
      'CWCY-SZ-2026-00042-B',
      'Scan the code or type the serial in Fieldcourse to see what was awarded, to whom and by whom. No network is needed.',
    ]);
  });

  it('is sound, carries its fonts as subsets, its title, its language and tags for screen readers', async () => {
    const file = await saved(folder, 'sound.pdf', await one(specimenDocument({}, 'fr')));
    expect(await faultsOf(file)).toBe('');
    const fonts = await fontsOf(file);
    expect(fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/, ''))).toEqual([
      'EBGaramond12-Regular',
      'EBGaramond12-Italic',
    ]);
    expect(fonts.every(({ flags }) => flags === 'yes yes yes')).toBe(true);
    const info = await infoOf(file);
    expect(info).toMatch(/Title: +Certificat CWCY-SZ-2026-00042-B, Nkosazana Dlamini-Tšepiso/);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/CreationDate: +Mon Mar 30 00:00:00 2026/);
    expect(info).toMatch(/841\.89 x 595\.276 pts \(A4\)/);
    expect((await one(specimenDocument({}, 'fr'))).includes('/Filter/FlateDecode')).toBe(true);
    expect(await structureOf(file)).toMatch(
      /H1[\s\S]*"CERTIFICAT"[\s\S]*"Nkosazana Dlamini-Tšepiso"[\s\S]*"CWCY-SZ-2026-00042-B"/,
    );
  });

  it('has the same bytes whenever and by whatever engine it is rendered, and after whatever else was', async () => {
    const batch = specimenBatch(difficultNames);
    const other = openEngine(folders);
    await merged(batch.slice(3), other);
    for (const document of [...batch].reverse())
      expect((await one(document, other)).equals(await one(structuredClone(document)))).toBe(true);
    expect((await merged(batch, other)).equals(await merged(batch))).toBe(true);
  });

  it('keeps the bytes that version 1 of classic has had: what changes them would change reprints and needs a new version', async () => {
    const hashes = await Promise.all(
      ['Nkosazana Dlamini-Tšepiso', 'Adébọ́lá Ọ̀ṣunwálé'].map(async (name) =>
        hash([await one(specimenDocument({ name }))]),
      ),
    );
    expect(hashes).toEqual([
      '32a6f041d7de4cea814e80e3ad31936b779495ba9493d401287b1307f177781f',
      'f8a95d1dfa5f92a4118e1a813a627af16d20e7825d679948be2db32a2abab559',
    ]);
  });

  it('differs where the snapshot does', async () => {
    const usual = await one(specimenDocument());
    expect((await one(specimenDocument({ name: 'Nkosazana Dlamini' }))).equals(usual)).toBe(false);
    expect((await one(specimenDocument({ issuedOn: '2026-03-31' }))).equals(usual)).toBe(false);
  });

  it('has a code that zbar reads at 100 dots an inch and that verifies', async () => {
    const keys = await openSigningKeys(folder, () => '2026-03-01T08:00:00.000Z');
    if (!keys.ok) throw new Error(keys.error.code);
    const documents = specimenBatch(difficultNames).map((document) => {
      const payload = signPayload(keys.value, {
        serial: document.serial,
        name: document.name,
        award: document.subject,
        date: '2026-03-28',
      });
      if (!payload.ok) throw new Error(payload.error.code);
      return { ...document, payload: payload.value };
    });
    const file = await saved(folder, 'codes.pdf', await merged(documents));
    for (const [index, document] of documents.entries()) {
      const read = await codeOn(file, index + 1, index % 2 === 0 ? 100 : 150);
      expect(read).toBe(document.payload);
      expect(verifyPayload(read, [publicKeyRecord(keys.value, 'x')])).toMatchObject({
        ok: true,
        value: { verdict: 'genuine', content: { serial: document.serial, name: document.name } },
      });
    }
  });

  it('stays under 1.6 KB a page in a merged file of 300', async () => {
    const random = Array.from(
      { length: 300 },
      (_, index) => `Learner Number ${String.fromCharCode(97 + (index % 26)).repeat(5)} ${'Mokoena'.slice(index % 5)}`,
    );
    const documents = specimenBatch(random).map((document, index) => ({
      ...document,
      payload: `FC1:${Array.from({ length: 200 }, (_, at) => ((index * 7919 + at * 104_729) % 36).toString(36))
        .join('')
        .toUpperCase()}`,
    }));
    expect((await merged(documents)).length / 300).toBeLessThan(1600);
  });

  it('leaves out emblems, seal and signatories that it has not', async () => {
    const {
      seal: _seal,
      partner: _partner,
      ministry: _ministry,
      ...plain
    } = specimenDocument({ signatories: [{ name: 'Ana Sá', office: 'Chair' }] });
    const [page = ''] = await pagesOf(await saved(folder, 'plain.pdf', await one(plain)));
    expect(page).toContain('Ana Sá');
    expect(page).not.toMatch(/Children and Youth 2026|Partner|Ministry/);
  });

  it('sets an office in another face where the italic lacks a letter', async () => {
    const office = 'Director, ǂKhoa centre';
    const file = await saved(
      folder,
      'office.pdf',
      await one(specimenDocument({ signatories: [{ name: 'Ana Sá', office }] })),
    );
    expect((await pagesOf(file))[0]).toContain(office);
  });
});

describe('what cannot be rendered', () => {
  it.each([
    [{ name: 'محمد علي' }, 'certificate-name-no-font'],
    [{ name: `Thabo ${'Mokoena'.repeat(12)}` }, 'certificate-name-too-wide'],
    [{ placeAndDate: 'In 東京' }, 'certificate-text-no-font'],
    [{ programme: { title: 'Work '.repeat(60), version: '4' } }, 'certificate-text-too-wide'],
    [{ awardText: ['has completed '.repeat(40)] }, 'certificate-text-too-wide'],
    [
      { signatories: Array.from({ length: 4 }, () => ({ name: 'A', office: 'B' })) },
      'certificate-too-many-signatories',
    ],
    [{ payload: 'small letters' }, 'certificate-code-not-printable'],
    [{ payload: 'A'.repeat(500) }, 'certificate-code-not-printable'],
    [{ template: { name: 'classic', version: 99 } }, 'certificate-template-unknown'],
    [{ template: { name: '../classic', version: 1 } }, 'certificate-template-unknown'],
  ])('says why: %j', async (change, code) => {
    expect(await engine.renderOne(specimenDocument(change))).toMatchObject({ ok: false, error: { code } });
  });

  it('names the letters that no font has', async () => {
    const rendered = await engine.renderOne(specimenDocument({ name: 'Thabo 東 Mokoena 京' }));
    expect(rendered).toMatchObject({ ok: false, error: { details: { characters: '東 京' } } });
  });
});
