import type { Paper } from '#shared/domain/paper.ts';
import type { Reply, Request } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { desktop } from './bridge.ts';

/**
 * Papers to write into a folder, in one file or one each. A file of other content that is there is left alone, the new one gets a number;
 * `replace` lets a merged file take its place.
 */
export type PaperOrder = Omit<Request<'papers:write-files'>, 'id'>;

export type PaperReport = Reply<'papers:write-files'>;

type Watch = { readonly id?: string; readonly onProgress?: (done: number, total: number) => void };

/** Writes papers as PDF files off the event loop, for screens (`usePaperRun`) and terminal jobs. Expected failures are in the report's `error`. */
export const writePapers = async (order: PaperOrder, watch: Watch = {}): Promise<PaperReport> => {
  const runId = watch.id ?? crypto.randomUUID();
  const stop = desktop.on('progress:changed', ({ id, done, total }) => {
    if (id === runId) watch.onProgress?.(done, total);
  });
  try {
    return await desktop.papersWriteFiles({ id: runId, ...order });
  } finally {
    stop();
  }
};

/** The folder and the name of a file that somebody chose, on any system. */
export const splitPath = (path: string): { readonly folder: string; readonly fileName: string } => {
  const cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return { folder: cut < 0 ? '.' : path.slice(0, Math.max(1, cut)), fileName: path.slice(cut + 1) };
};

/** The file of one paper. */
export type WrittenPaper = { readonly path: string; readonly bytes: number; readonly pages: number };

/** Writes one paper into the file that was chosen, in the place of what is there. Errors: those of writing papers. */
export const writePaper = async (paper: Paper, path: string): Promise<Result<WrittenPaper>> => {
  const order: PaperOrder = {
    papers: [{ paper, name: paper.title }],
    mode: 'merged',
    replace: true,
    ...splitPath(path),
  };
  const { error, files } = await writePapers(order);
  if (error !== null) return fail(error.code, error.details);
  const [file] = files;
  return ok({ path: file?.path ?? path, bytes: file?.bytes ?? 0, pages: file?.pages ?? 0 });
};
