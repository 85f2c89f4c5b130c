import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createCertificateRenderer,
  type CertificateRenderer,
} from '#main/services/certificates/render-certificates.ts';
import { folders, specimenBatch, specimenDocument } from './specimens.ts';

let folder: string;
let renderer: CertificateRenderer;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'worker-'));
  const outDir = path.resolve('.cache/test-workers/certificates');
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: [/^#/] },
    build: {
      ssr: path.resolve('main/services/certificates/worker.ts'),
      outDir,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'worker.mjs' } },
    },
  });
  const absolute = { fonts: path.resolve(folders.fonts), templates: path.resolve(folders.templates) };
  renderer = createCertificateRenderer(path.join(outDir, 'worker.mjs'), absolute);
}, 60_000);

afterAll(async () => {
  await renderer.close();
  await rm(folder, { recursive: true, force: true });
});

const many = specimenBatch(Array.from({ length: 120 }, (_, index) => `Learner ${index} Mokoena`));

describe('the certificate worker', () => {
  it('gives the same bytes for the register’s hash, for a reprint and in a file', async () => {
    const documents = many.slice(0, 2);
    const hashes = await renderer.hashCertificates(documents);
    const written = await renderer.renderCertificates({ mode: 'single', documents, folder: path.join(folder, 'same') });
    const again = await Promise.all(documents.map((document) => renderer.renderCertificateToBytes(document)));
    const digests = again.map((bytes) => (bytes.ok ? createHash('sha256').update(bytes.value).digest('hex') : ''));
    expect(hashes).toEqual({ ok: true, value: digests });
    expect(written.ok ? written.value.files.map(({ sha256 }) => sha256) : []).toEqual(digests);
  });

  it('reports progress to the end and leaves the main thread free', async () => {
    const progress: number[] = [];
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 5);
    const done = await renderer.renderCertificates(
      { mode: 'merged', documents: many, folder, fileName: 'all.pdf', title: 'All' },
      (count) => progress.push(count),
    );
    clearInterval(turning);
    expect(done).toMatchObject({ ok: true, value: { outcome: 'complete' } });
    expect(progress.at(-1)).toBe(120);
    expect(turns).toBeGreaterThan(3);
  });

  it('stops when it is told to, with whole files only', async () => {
    const target = path.join(folder, 'cancelled');
    const controller = new AbortController();
    const batch = renderer.renderCertificates(
      { mode: 'single', documents: many, folder: target },
      () => controller.abort(),
      controller.signal,
    );
    const done = await batch;
    if (!done.ok) throw new Error(done.error.code);
    expect(done.value.outcome).toBe('cancelled');
    expect(done.value.files.length).toBeLessThan(120);
    const there = await readdir(target);
    expect(there.sort()).toEqual(done.value.files.map(({ name }) => name).sort());
    const endings = await Promise.all(
      there.map(async (name) => (await readFile(path.join(target, name))).subarray(-6).toString('latin1')),
    );
    expect(new Set(endings)).toEqual(new Set(['%%EOF\n']));
  });

  it('checks names and answers errors as values', async () => {
    const fits = await renderer.checkNames(['Ngũgĩ wa Kamau', 'محمد'], { name: 'classic', version: 1 });
    expect(fits).toMatchObject({ ok: true, value: [{ kind: 'fits', size: 44 }, { kind: 'no-font' }] });
    expect(await renderer.renderCertificateToBytes(specimenDocument({ name: 'محمد' }))).toMatchObject({
      ok: false,
      error: { code: 'certificate-name-no-font' },
    });
  });

  it('cancels a running batch when it is closed, leaves nothing half-written, and starts again for the next task', async () => {
    const target = path.join(folder, 'closed');
    const waiting = renderer.renderCertificates({
      mode: 'merged',
      documents: many,
      folder: target,
      fileName: 'closed.pdf',
      title: 'x',
    });
    await renderer.close();
    expect(await waiting).toEqual({ ok: true, value: { outcome: 'cancelled', files: [] } });
    expect(await readdir(target)).toEqual([]);
    expect(await renderer.checkNames(['Ngũgĩ'], { name: 'classic', version: 1 })).toMatchObject({ ok: true });
  });
});
