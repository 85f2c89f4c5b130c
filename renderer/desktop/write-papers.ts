import type { NamedPaper } from '#shared/domain/paper.ts';
import type { Reply } from '#shared/ipc/contract.ts';
import { desktop } from './bridge.ts';

/**
 * Papers to write into a folder, in one file or one each. A file of other content that is there is left alone, the new one gets a number;
 * `replace` lets a merged file take its place.
 */
export type PaperOrder = {
  readonly papers: readonly NamedPaper[];
  readonly mode: 'merged' | 'single';
  readonly folder: string;
  /** The merged file's name. */
  readonly fileName: string;
  readonly replace?: boolean;
};

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
