import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PaperWriter } from '#main/services/papers/papers.ts';
import { createPaperWriter } from '#main/services/papers/papers.ts';
import { everyBlock, fonts, specimenPaper } from './specimens.ts';

let folder: string;
let writer: PaperWriter;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'paper-worker-'));
  const outDir = path.resolve('.cache/test-workers/papers');
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: [/^#/] },
    build: {
      ssr: path.resolve('main/services/papers/worker.ts'),
      outDir,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'worker.mjs' } },
    },
  });
  writer = createPaperWriter(path.join(outDir, 'worker.mjs'), path.resolve(fonts));
}, 60_000);

afterAll(async () => {
  await writer.close();
  await rm(folder, { recursive: true, force: true });
});

const papers = Array.from({ length: 60 }, (_, index) => ({ name: `Paper ${index}`, paper: specimenPaper(everyBlock) }));

describe('the paper worker', () => {
  it('writes away from the main thread and tells how far it is', async () => {
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 5);
    const progress: number[] = [];
    const report = await writer.write(
      { papers, mode: 'merged', folder, fileName: 'all.pdf' },
      (done) => progress.push(done),
      new AbortController().signal,
    );
    clearInterval(turning);
    expect(report).toMatchObject({ outcome: 'complete', files: [{ name: 'all.pdf', pages: 120 }], error: null });
    expect(progress.at(-1)).toBe(60);
    expect(turns).toBeGreaterThan(3);
  });

  it('stops when it is told to, and when the app is left, with whole files only', async () => {
    const controller = new AbortController();
    const target = path.join(folder, 'single');
    const stopped = await writer.write(
      { papers, mode: 'single', folder: target, fileName: '' },
      () => controller.abort(),
      controller.signal,
    );
    expect(stopped.outcome).toBe('cancelled');
    expect((await readdir(target)).sort()).toEqual(stopped.files.map(({ name }) => name).sort());
    const left = path.join(folder, 'left');
    const waiting = writer.write(
      { papers, mode: 'merged', folder: left, fileName: 'x.pdf' },
      () => undefined,
      new AbortController().signal,
    );
    await writer.close();
    expect(await waiting).toEqual({ outcome: 'cancelled', files: [], error: null });
    expect(await readdir(left)).toEqual([]);
  });
});
