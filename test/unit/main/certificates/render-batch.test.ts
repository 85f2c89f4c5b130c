import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openEngine, type CertificateEngine } from '#main/services/certificates/engine.ts';
import {
  fileFailure,
  renderBatch,
  type BatchReport,
  type BatchRequest,
  type BatchWatch,
} from '#main/services/certificates/render-batch.ts';
import { pagesOf } from './read-pdf.ts';
import { folders, specimenBatch } from './specimens.ts';

let engine: CertificateEngine;
let folder: string;
beforeAll(async () => {
  engine = openEngine(folders);
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'batch-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const names = ['Tšepiso Mokoena', 'Ngũgĩ wa Kamau', 'Sinéad O’Brien', 'ሰላም ገብረ', 'José João Đặng'];
const documents = specimenBatch(names);

const single = (): BatchRequest => ({ mode: 'single', documents, folder });
const merged = (): BatchRequest => ({ mode: 'merged', documents, folder, fileName: 'cohort.pdf', title: 'Cohort' });

const report = async (request: BatchRequest, watch?: BatchWatch): Promise<BatchReport> => {
  const done = await renderBatch(engine, request, watch);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
};

describe('a batch', () => {
  it('writes one file each, named by serial and surname, and lists them with their hashes', async () => {
    const { outcome, files } = await report(single());
    expect(outcome).toBe('complete');
    expect(files.map(({ name }) => name.replace(/^CWCY-SZ-2026-0000/, ''))).toEqual([
      expect.stringMatching(/^1-._Mokoena\.pdf$/),
      expect.stringMatching(/^2-._Kamau\.pdf$/),
      expect.stringMatching(/^3-._OBrien\.pdf$/),
      expect.stringMatching(/^4-.\.pdf$/),
      expect.stringMatching(/^5-._Dang\.pdf$/),
    ]);
    for (const file of files) {
      const bytes = await readFile(file.path);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
      expect(bytes.length).toBe(file.bytes);
    }
    expect((await readdir(folder)).sort()).toEqual(files.map(({ name }) => name).sort());
  });

  it('takes away what a run that was killed left unfinished, and nothing else', async () => {
    const kept = [`other.pdf.${process.pid}.part`, 'notes.part', 'letter.pdf.part'];
    for (const name of ['cohort.pdf.999999999.part', ...kept]) await writeFile(path.join(folder, name), 'half');
    await report(merged());
    expect((await readdir(folder)).sort()).toEqual(['cohort.pdf', ...kept].sort());
  });

  it('writes one merged file with a page each, in order, and the hash of what is on the disk', async () => {
    const progress: number[] = [];
    const { files } = await report(merged(), { onProgress: (done) => progress.push(done) });
    const [file] = files;
    expect(await readdir(folder)).toEqual(['cohort.pdf']);
    expect(
      createHash('sha256')
        .update(await readFile(path.join(folder, 'cohort.pdf')))
        .digest('hex'),
    ).toBe(file?.sha256);
    expect(file?.serials).toEqual(documents.map(({ serial }) => serial));
    const pages = await pagesOf(path.join(folder, 'cohort.pdf'));
    expect(pages.map((page, index) => page.includes(names[index] ?? '?'))).toEqual([true, true, true, true, true]);
    expect(progress).toEqual([1, 2, 3, 4, 5]);
  });

  it('cancelled after two single files leaves exactly these, whole, and goes on from there', async () => {
    let done = 0;
    const first = await report(single(), { onProgress: (count) => (done = count), cancelled: () => done === 2 });
    expect(first.outcome).toBe('cancelled');
    expect(first.files).toHaveLength(2);
    expect((await readdir(folder)).sort()).toEqual(first.files.map(({ name }) => name).sort());
    const second = await report(single());
    expect(second.outcome).toBe('complete');
    expect(second.files.slice(0, 2)).toEqual(first.files);
    expect(second.files).toHaveLength(5);
  });

  it('cancelled in a merged file leaves nothing', async () => {
    let done = 0;
    const cancelled = await report(merged(), { onProgress: (count) => (done = count), cancelled: () => done === 3 });
    expect(cancelled).toEqual({ outcome: 'cancelled', files: [] });
    expect(await readdir(folder)).toEqual([]);
  });

  it('stops at a name that cannot be set, says which, and lists what was written before it', async () => {
    const withBad = [
      ...documents.slice(0, 2),
      { ...(documents[2] ?? documents[0]), name: '東京' } as (typeof documents)[number],
    ];
    const stopped = await renderBatch(engine, { mode: 'single', documents: withBad, folder });
    expect(stopped).toMatchObject({
      ok: false,
      error: { code: 'certificate-name-no-font', details: { name: '東京' } },
    });
    expect(stopped.ok ? [] : stopped.error.files.map(({ serials }) => serials[0])).toEqual(
      withBad.slice(0, 2).map(({ serial }) => serial),
    );
    expect(
      await renderBatch(engine, { mode: 'merged', documents: withBad, folder, fileName: 'm.pdf', title: 'M' }),
    ).toMatchObject({
      ok: false,
      error: { code: 'certificate-name-no-font', files: [] },
    });
    expect(existsSync(path.join(folder, 'm.pdf'))).toBe(false);
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('touches no file of another content that is in the way', async () => {
    const { files } = await report(single());
    await writeFile(files[1]?.path ?? '', 'mine');
    const stopped = await renderBatch(engine, single());
    expect(stopped).toMatchObject({
      ok: false,
      error: { code: 'certificate-file-exists', details: { file: files[1]?.name } },
    });
    expect(await readFile(files[1]?.path ?? '', 'utf8')).toBe('mine');
    await writeFile(path.join(folder, 'cohort.pdf'), 'mine');
    expect(await renderBatch(engine, merged())).toMatchObject({
      ok: false,
      error: { code: 'certificate-file-exists' },
    });
    expect(await readFile(path.join(folder, 'cohort.pdf'), 'utf8')).toBe('mine');
    expect(await report({ ...merged(), replace: true } as BatchRequest)).toMatchObject({ outcome: 'complete' });
  });

  it.each([single, merged])('says that a folder cannot be written', async (request) => {
    const file = path.join(folder, 'a file');
    await writeFile(file, '');
    const refused = await renderBatch(engine, { ...request(), folder: path.join(file, 'inside') });
    expect(refused).toMatchObject({ ok: false, error: { code: 'certificate-folder-unwritable', files: [] } });
  });

  it('keeps a merged file inside its folder whatever its name says', async () => {
    const { files } = await report({ mode: 'merged', documents, folder, fileName: '../../outside.pdf', title: 'x' });
    expect(files[0]?.path).toBe(path.join(folder, 'outside.pdf'));
  });

  it('refuses an empty batch', async () => {
    expect(await renderBatch(engine, { mode: 'single', documents: [], folder })).toMatchObject({
      ok: false,
      error: { code: 'certificate-nothing-to-render' },
    });
  });

  it.runIf(existsSync('/dev/full'))('tells a full disk from a folder that cannot be written', () => {
    let thrown: unknown;
    try {
      writeFileSync('/dev/full', 'x');
    } catch (error) {
      thrown = error;
    }
    expect(fileFailure(thrown, '/media/stick/a.pdf')).toEqual({
      code: 'certificate-disk-full',
      details: { folder: '/media/stick' },
    });
  });
});
