import type { WriteReport, WriteRequest } from './write-papers.ts';

/** What the worker is started with: one worker a run. `cancel` holds one number: anything but 0 asks to stop. */
export type WorkerStart = {
  readonly fonts: string;
  readonly request: WriteRequest;
  readonly cancel: SharedArrayBuffer;
};

export type FromWorker =
  | { readonly progress: { readonly done: number; readonly total: number } }
  | { readonly report: WriteReport }
  | { readonly bug: string };
