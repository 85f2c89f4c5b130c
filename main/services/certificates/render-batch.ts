import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { certificateFileName } from '#shared/domain/certificates.ts';
import type { TemplateKit } from '#shared/domain/designed-documents.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { ok } from '#shared/lib/result.ts';
import { makeFolder } from '../files/make-folder.ts';
import { type CertificateEngine, type RenderedDocument, type RenderErrorCode } from './engine.ts';
import type { Sink } from './pdf-file.ts';
import { createPiecesHash, writeSmallFile } from './single-files.ts';

export type FileErrorCode =
  'certificate-folder-unwritable' | 'certificate-disk-full' | 'certificate-file-exists' | 'certificate-file-unwritable';

type Move = { readonly x: number; readonly y: number };

/**
 * `merged` is one file for printing, named `fileName` and titled `title`; `replace` lets it take the place of one that is there. `single`
 * is one file each, `serial_surname.pdf`.
 */
export type BatchRequest = {
  readonly documents: readonly RenderedDocument[];
  readonly kit?: TemplateKit | undefined;
  readonly folder: string;
} & (
  | { readonly mode: 'single' }
  | {
      readonly mode: 'merged';
      readonly fileName: string;
      readonly title: string;
      readonly replace?: boolean | undefined;
      readonly move?: Move | undefined;
    }
);

export type RenderedFile = {
  readonly name: string;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly serials: readonly string[];
};

/** Whole files only. A cancelled batch goes on where it stopped: files that are there with the same bytes count as done. */
export type BatchReport = { readonly outcome: 'complete' | 'cancelled'; readonly files: readonly RenderedFile[] };

/** What stopped a batch, and the whole files written until then. */
export type BatchFailure = Failure<RenderErrorCode | FileErrorCode> & { readonly files: readonly RenderedFile[] };

export type BatchWatch = {
  readonly onProgress?: (done: number, total: number) => void;
  readonly cancelled?: () => boolean;
};

/** Says in our words why the disk refused. */
export const fileFailure = (error: unknown, file: string): Failure<FileErrorCode> => {
  const { code, message } = error as NodeJS.ErrnoException;
  const folder = path.dirname(file);
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'certificate-disk-full', details: { folder } };
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST'].includes(code ?? '')) {
    return { code: 'certificate-folder-unwritable', details: { folder } };
  }
  return { code: 'certificate-file-unwritable', details: { file: path.basename(file), reason: code ?? message } };
};

const isFileError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

/** Writes a file beside its place and puts it there only when whole; what is written goes nowhere else. */
const writeBeside = async <T>(
  file: string,
  write: (sink: Sink) => Promise<T>,
  keep: (written: T) => boolean,
): Promise<{ readonly written: T; readonly sha256: string; readonly bytes: number }> => {
  const temporary = `${file}.${process.pid}.part`;
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const handle = openSync(temporary, 'w', 0o644);
    let written: T;
    try {
      written = await write((chunk) => {
        hash.update(chunk);
        for (let at = 0; at < chunk.length;) at += writeSync(handle, chunk, at);
        bytes += chunk.length;
      });
      if (keep(written)) fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (keep(written)) renameSync(temporary, file);
    return { written, sha256: hash.digest('hex'), bytes };
  } finally {
    rmSync(temporary, { force: true });
  }
};

/** Gathers small writes: a page is many objects of a few bytes. */
const buffered = (sink: Sink): { readonly sink: Sink; readonly flush: () => void } => {
  let waiting: Uint8Array[] = [];
  let size = 0;
  const flush = (): void => {
    if (size > 0) sink(Buffer.concat(waiting));
    waiting = [];
    size = 0;
  };
  return {
    flush,
    sink: (bytes) => {
      waiting.push(bytes);
      size += bytes.length;
      if (size >= 1 << 18) flush();
    },
  };
};

type Batch = Result<BatchReport, BatchFailure>;

const failed = (error: Failure<RenderErrorCode | FileErrorCode>, files: readonly RenderedFile[]): Batch => ({
  ok: false,
  error: { ...error, files },
});

const renderMergedFile = async (
  engine: CertificateEngine,
  request: Extract<BatchRequest, { readonly mode: 'merged' }>,
  watch: BatchWatch,
): Promise<Batch> => {
  const { documents, fileName, title } = request;
  const file = path.join(request.folder, path.basename(fileName));
  if (!request.replace && existsSync(file))
    return failed({ code: 'certificate-file-exists', details: { file: path.basename(file) } }, []);
  const { written, ...whole } = await writeBeside(
    file,
    async (sink) => {
      const gathered = buffered(sink);
      const rendered = await engine.renderMerged(documents, gathered.sink, {
        title,
        kit: request.kit,
        move: request.move,
        onPage: (done) => watch.onProgress?.(done, documents.length),
        ...(watch.cancelled ? { cancelled: watch.cancelled } : {}),
      });
      gathered.flush();
      return rendered;
    },
    (rendered) => rendered.ok && !rendered.value.cancelled,
  );
  if (!written.ok) return failed(written.error, []);
  if (written.value.cancelled) return ok({ outcome: 'cancelled', files: [] });
  const serials = documents.map(({ serial }) => serial);
  return ok({ outcome: 'complete', files: [{ name: path.basename(file), path: file, ...whole, serials }] });
};

const renderSingleFiles = async (
  engine: CertificateEngine,
  request: BatchRequest,
  watch: BatchWatch,
): Promise<Batch> => {
  const files: RenderedFile[] = [];
  const hash = createPiecesHash();
  const there = new Set((await readdir(request.folder)).map((name) => name.normalize('NFC')));
  for (const document of request.documents) {
    if (watch.cancelled?.()) return ok({ outcome: 'cancelled', files });
    const name = certificateFileName(document.serial, document.name);
    const file = path.join(request.folder, name);
    const rendered = await engine.renderPieces(document, request.kit);
    if (!rendered.ok) return failed(rendered.error, files);
    const pieces = rendered.value;
    try {
      if (!there.has(name.normalize('NFC'))) writeSmallFile(file, pieces);
      else if (!readFileSync(file).equals(Buffer.concat(pieces)))
        return failed({ code: 'certificate-file-exists', details: { file: name } }, files);
    } catch (error) {
      if (!isFileError(error)) throw error;
      return failed(fileFailure(error, file), files);
    }
    const bytes = pieces.reduce((sum, { length }) => sum + length, 0);
    files.push({ name, path: file, sha256: hash(pieces), bytes, serials: [document.serial] });
    watch.onProgress?.(files.length, request.documents.length);
  }
  return ok({ outcome: 'complete', files });
};

const leftBehind = /^(.+\.pdf)\.(\d+)\.part$/;

/** Takes away what a run that was killed left unfinished in the folder; not what a program that still runs is writing. */
const tidy = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) {
    const owner = Number(leftBehind.exec(name)?.[2]);
    if (Number.isNaN(owner) || isRunning(owner)) continue;
    rmSync(path.join(folder, name), { force: true });
  }
};

const isRunning = (owner: number): boolean => {
  try {
    return process.kill(owner, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Renders a batch into a folder. Every file is whole or absent, whatever stops it. */
export const renderBatch = async (
  engine: CertificateEngine,
  request: BatchRequest,
  watch: BatchWatch = {},
): Promise<Batch> => {
  if (request.documents.length === 0) return failed({ code: 'certificate-nothing-to-render' }, []);
  try {
    makeFolder(path.resolve(request.folder));
    await tidy(request.folder);
    return request.mode === 'merged'
      ? await renderMergedFile(engine, request, watch)
      : await renderSingleFiles(engine, request, watch);
  } catch (error) {
    if (!isFileError(error)) throw error;
    return failed(
      fileFailure(error, path.join(request.folder, request.mode === 'merged' ? request.fileName : 'x')),
      [],
    );
  }
};
