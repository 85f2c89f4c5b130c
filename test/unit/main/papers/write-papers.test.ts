import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Faces } from '#main/services/certificates/faces.ts';
import { openFaces } from '#main/services/certificates/faces.ts';
import type { WriteRequest } from '#main/services/papers/write-papers.ts';
import { safeFileName, writePapers } from '#main/services/papers/write-papers.ts';
import type { NamedPaper } from '#shared/domain/paper.ts';
import { faultsOf, infoOf, pagesOf } from '../certificates/read-pdf.ts';
import { fonts, specimenPaper } from './specimens.ts';

let faces: Faces;
let folder: string;
beforeAll(async () => {
  faces = await openFaces(fonts);
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'papers-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const named = (count: number): readonly NamedPaper[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `M2 Mokoena ${index + 1}`,
    paper: specimenPaper([{ kind: 'paragraph', text: `For learner ${index + 1}` }], { title: `Feedback ${index + 1}` }),
  }));

const request = (mode: 'merged' | 'single', papers = named(3)): WriteRequest => ({
  papers,
  mode,
  folder,
  fileName: 'Feedback M2.pdf',
});

describe('writing papers', () => {
  it('writes one file each by name and tells sizes and pages', async () => {
    const report = await writePapers(faces, request('single'));
    expect(report).toMatchObject({ outcome: 'complete', error: null });
    expect(report.files.map(({ name, pages }) => [name, pages])).toEqual([
      ['M2 Mokoena 1.pdf', 1],
      ['M2 Mokoena 2.pdf', 1],
      ['M2 Mokoena 3.pdf', 1],
    ]);
    for (const { path: file, bytes } of report.files) expect((await readFile(file)).length).toBe(bytes);
    expect((await readdir(folder)).sort()).toEqual(report.files.map(({ name }) => name));
  });

  it('merges 500 papers in their order into one file that is titled by its name', async () => {
    const progress: number[] = [];
    const report = await writePapers(faces, request('merged', named(500)), {
      onProgress: (done) => progress.push(done),
    });
    expect(report.files).toHaveLength(1);
    const [file] = report.files;
    expect(file).toMatchObject({ name: 'Feedback M2.pdf', pages: 500 });
    expect(await faultsOf(file?.path ?? '')).toBe('');
    expect(await infoOf(file?.path ?? '')).toMatch(/Title: +Feedback M2\n/);
    const pages = await pagesOf(file?.path ?? '');
    expect(pages.map((page) => /For learner (\d+)/.exec(page)?.[1])).toEqual(progress.map(String));
    expect(progress.at(-1)).toBe(500);
  }, 60_000);

  it('gives papers of one name numbers, and leaves alone what was there', async () => {
    await writeFile(path.join(folder, 'same.pdf'), 'mine');
    const papers = named(2).map((one, index) => ({ ...one, name: index === 0 ? 'Same' : 'same' }));
    await writeFile(path.join(folder, 'Same.pdf'), 'also mine');
    const report = await writePapers(faces, request('single', papers));
    expect(report.files.map(({ name }) => name)).toEqual(['Same (2).pdf', 'same (3).pdf']);
    expect(await readFile(path.join(folder, 'same.pdf'), 'utf8')).toBe('mine');
    expect(await readFile(path.join(folder, 'Same.pdf'), 'utf8')).toBe('also mine');
  });

  it('writes the same papers again without a second copy, and replaces a merged file only where that was agreed', async () => {
    const first = await writePapers(faces, request('merged'));
    expect(await writePapers(faces, request('merged'))).toEqual(first);
    const other = await writePapers(faces, request('merged', named(2)));
    expect(other.files[0]?.name).toBe('Feedback M2 (2).pdf');
    const replaced = await writePapers(faces, { ...request('merged', named(1)), replace: true });
    expect(replaced.files[0]).toMatchObject({ name: 'Feedback M2.pdf', pages: 1 });
    expect((await readdir(folder)).sort()).toEqual(['Feedback M2 (2).pdf', 'Feedback M2.pdf']);
  });

  it('cancelled leaves whole files only, and nothing of a merged one', async () => {
    let done = 0;
    const watch = { onProgress: (count: number) => (done = count), cancelled: () => done >= 2 };
    const single = await writePapers(faces, request('single'), watch);
    expect(single.outcome).toBe('cancelled');
    expect(await readdir(folder)).toEqual(['M2 Mokoena 1.pdf', 'M2 Mokoena 2.pdf']);
    for (const { path: file } of single.files) expect(await faultsOf(file)).toBe('');
    done = 0;
    expect(await writePapers(faces, request('merged'), watch)).toEqual({
      outcome: 'cancelled',
      files: [],
      error: null,
    });
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('stops at a text that no font has, names it, and keeps the files before it', async () => {
    const bad = {
      name: 'bad',
      paper: specimenPaper([{ kind: 'paragraph', text: '東京' }], { title: 'Feedback of Amina' }),
    };
    const report = await writePapers(faces, request('single', [...named(1), bad, ...named(1)]));
    expect(report).toMatchObject({
      outcome: 'failed',
      error: { code: 'paper-no-glyph', details: { text: '東京', paper: 'Feedback of Amina' } },
    });
    expect(report.files).toHaveLength(1);
    expect(await writePapers(faces, request('merged', [bad]))).toMatchObject({ outcome: 'failed', files: [] });
    expect(await readdir(folder)).toEqual(['M2 Mokoena 1.pdf']);
  });

  it('says that a folder cannot be written', async () => {
    const file = path.join(folder, 'a file');
    await writeFile(file, '');
    expect(await writePapers(faces, { ...request('merged'), folder: path.join(file, 'inside') })).toMatchObject({
      outcome: 'failed',
      error: { code: 'paper-folder-unwritable' },
    });
  });

  it.runIf(existsSync('/dev/full'))('says that the disk is full and leaves no half file', async () => {
    // The file that is written first leads to a disk without room.
    await symlink('/dev/full', path.join(folder, `Feedback M2.pdf.${process.pid}.part`));
    expect(await writePapers(faces, request('merged'))).toEqual({
      outcome: 'failed',
      files: [],
      error: { code: 'paper-disk-full', details: { folder } },
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses to write nothing', async () => {
    expect(await writePapers(faces, request('merged', []))).toMatchObject({
      error: { code: 'paper-nothing-to-write' },
    });
  });

  it.each([
    ['../../outside.pdf', 'outside'],
    ['M2 Ngũgĩ/Kamau', 'M2 Ngũgĩ-Kamau'],
    ['a:b*c?"d<e>f|g', 'a-b-c-d-e-f-g'],
    ['CON', 'paper-CON'],
    ['...', 'paper'],
    ['x'.repeat(300), 'x'.repeat(120)],
  ])('makes a file name of %s that every system takes', (given, expected) => {
    expect(safeFileName(given)).toBe(`${expected}.pdf`);
  });
});
