import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { NamedPaper } from '#shared/domain/paper.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { Faces } from '../certificates/faces.ts';
import { makeFolder } from '../files/make-folder.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { PaperErrorCode } from './paper-file.ts';
import { openPaperFile } from './paper-file.ts';

export type WriteErrorCode =
  PaperErrorCode | 'paper-nothing-to-write' | 'paper-folder-unwritable' | 'paper-disk-full' | 'paper-file-unwritable';

export type WriteRequest = {
  readonly papers: readonly NamedPaper[];
  readonly mode: 'merged' | 'single';
  readonly folder: string;
  readonly fileName: string;
  readonly replace?: boolean;
};

export type WrittenPaper = {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly pages: number;
};

/** Whole files only, whatever stopped the run. */
export type WriteReport = {
  readonly outcome: 'complete' | 'cancelled' | 'failed';
  readonly files: readonly WrittenPaper[];
  readonly error: Failure<WriteErrorCode> | null;
};

export type WriteWatch = {
  readonly onProgress?: (done: number, total: number) => void;
  readonly cancelled?: () => boolean;
};

/** Says in our words why the disk refused. */
const fileFailure = (error: unknown, file: string): Failure<WriteErrorCode> => {
  const { code, message } = error as NodeJS.ErrnoException;
  const folder = path.dirname(file);
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'paper-disk-full', details: { folder } };
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST'].includes(code ?? ''))
    return { code: 'paper-folder-unwritable', details: { folder } };
  return { code: 'paper-file-unwritable', details: { file: path.basename(file), reason: code ?? message } };
};

const isFileError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

const longestStem = 120;

/** A file name that every system takes: no folder, none of Windows' forbidden characters, one ending. */
export const safeFileName = (name: string): string => {
  const stem = name
    .normalize('NFC')
    .replace(/\.pdf$/i, '')
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, '-')
    .replace(/^[\s.-]+|[\s.-]+$/g, '');
  const short = [...stem].slice(0, longestStem).join('').trim();
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(short);
  return `${short === '' || reserved ? `paper-${short}` : short}.pdf`.replace('paper-.pdf', 'paper.pdf');
};

type Place = {
  readonly folder: string;
  readonly replace: boolean;
  /** Names given in this run, in small letters: some systems do not tell capitals apart. */
  readonly taken: Set<string>;
};

/**
 * Puts the bytes under the name, or under `name (2)` and so on where that is another paper's of this run or other content is there. What is there
 * already in the same bytes stays.
 */
const writeBeside = async (name: string, bytes: Uint8Array, { folder, replace, taken }: Place): Promise<string> => {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : `${name.slice(0, -4)} (${number}).pdf`;
    if (taken.has(tried.toLowerCase())) continue;
    const file = path.join(folder, tried);
    const there = existsSync(file) && !replace;
    if (there && !readFileSync(file).equals(bytes)) continue;
    if (!there) await writeWhole(file, bytes, 0o644);
    taken.add(tried.toLowerCase());
    return tried;
  }
};

type Drawn = { readonly bytes: Uint8Array; readonly pages: number };

const latestDate = (papers: readonly NamedPaper[]): string =>
  papers.reduce((latest, { paper }) => (paper.date > latest ? paper.date : latest), '');

/** One file of all papers; undefined where it was cancelled. */
const drawMerged = async (
  faces: Faces,
  papers: readonly NamedPaper[],
  watch: WriteWatch,
  title?: string,
): Promise<Result<Drawn | undefined, Failure<WriteErrorCode>>> => {
  const [first] = papers;
  if (first === undefined) return fail('paper-nothing-to-write');
  const file = openPaperFile(faces, {
    ...first.paper,
    date: latestDate(papers),
    ...(title === undefined ? {} : { title }),
  });
  let pages = 0;
  for (const [index, { paper }] of papers.entries()) {
    if (watch.cancelled?.()) return ok(undefined);
    const added = file.add(paper);
    if (!added.ok) return added;
    pages += added.value.pages;
    watch.onProgress?.(index + 1, papers.length);
    await setImmediate();
  }
  return ok({ bytes: await file.end(), pages });
};

const failed = (error: Failure<WriteErrorCode>, files: readonly WrittenPaper[]): WriteReport => ({
  outcome: 'failed',
  files,
  error,
});

const writeMerged = async (faces: Faces, request: WriteRequest, watch: WriteWatch): Promise<WriteReport> => {
  const { papers, folder, replace = false } = request;
  const wanted = safeFileName(path.basename(request.fileName));
  const drawn = await drawMerged(faces, papers, watch, papers.length > 1 ? wanted.slice(0, -4) : undefined);
  if (!drawn.ok) return failed(drawn.error, []);
  if (drawn.value === undefined || watch.cancelled?.()) return { outcome: 'cancelled', files: [], error: null };
  const { bytes, pages } = drawn.value;
  const name = await writeBeside(wanted, bytes, { folder, replace, taken: new Set() });
  const file = { name, path: path.join(folder, name), bytes: bytes.length, pages };
  return { outcome: 'complete', files: [file], error: null };
};

const writeSingle = async (
  faces: Faces,
  request: WriteRequest,
  watch: WriteWatch,
  files: WrittenPaper[],
): Promise<WriteReport> => {
  const { papers, folder } = request;
  const place: Place = { folder, replace: false, taken: new Set() };
  for (const named of papers) {
    if (watch.cancelled?.()) return { outcome: 'cancelled', files, error: null };
    const drawn = await drawMerged(faces, [named], {});
    if (!drawn.ok) return failed(drawn.error, files);
    if (drawn.value === undefined) continue;
    const { bytes, pages } = drawn.value;
    const name = await writeBeside(safeFileName(named.name), bytes, place);
    files.push({ name, path: path.join(folder, name), bytes: bytes.length, pages });
    watch.onProgress?.(files.length, papers.length);
  }
  return { outcome: 'complete', files, error: null };
};

/** Writes papers into a folder, merged or one file each. Every file is whole or absent, whatever stops the run. */
export const writePapers = async (
  faces: Faces,
  request: WriteRequest,
  watch: WriteWatch = {},
): Promise<WriteReport> => {
  if (request.papers.length === 0) return failed({ code: 'paper-nothing-to-write' }, []);
  const files: WrittenPaper[] = [];
  try {
    makeFolder(path.resolve(request.folder));
    return request.mode === 'merged'
      ? await writeMerged(faces, request, watch)
      : await writeSingle(faces, request, watch, files);
  } catch (error) {
    if (!isFileError(error)) throw error;
    return failed(fileFailure(error, path.join(request.folder, 'x')), files);
  }
};
