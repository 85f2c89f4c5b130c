import { Worker } from 'node:worker_threads';
import type { FromWorker, WorkerStart } from './worker-messages.ts';
import type { WriteReport, WriteRequest } from './write-papers.ts';

type OnProgress = (done: number, total: number) => void;

/** Writing papers away from the main process's event loop, in a worker that lives as long as the run. */
export type PaperWriter = {
  readonly write: (request: WriteRequest, onProgress: OnProgress, signal: AbortSignal) => Promise<WriteReport>;
  /** Cancels what runs and waits until the folders are tidy. */
  readonly close: () => Promise<void>;
};

/** How long a run may take to leave its folder tidy when the app quits, in milliseconds. */
const farewell = 3000;

const runWorker = (workerFile: URL | string, workerData: WorkerStart, onProgress: OnProgress): Promise<WriteReport> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData });
    worker.on('message', (message: FromWorker) => {
      if ('progress' in message) onProgress(message.progress.done, message.progress.total);
      else if ('report' in message) resolve(message.report);
      else reject(new Error(message.bug));
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The paper worker ended with code ${code}`)));
  });

/** Makes the writer. `workerFile` is the bundled `worker.ts`, `fonts` the folder of the fonts. */
export const createPaperWriter = (workerFile: URL | string, fonts: string): PaperWriter => {
  const runs = new Set<{ readonly stop: () => void; readonly done: Promise<unknown> }>();
  return {
    write: (request, onProgress, signal) => {
      const cancel = new SharedArrayBuffer(4);
      const stop = (): void => void Atomics.store(new Int32Array(cancel), 0, 1);
      if (signal.aborted) stop();
      signal.addEventListener('abort', stop, { once: true });
      const report = runWorker(workerFile, { fonts, request, cancel }, onProgress);
      const run = { stop, done: report.catch(() => undefined) };
      runs.add(run);
      return report.finally(() => {
        runs.delete(run);
        signal.removeEventListener('abort', stop);
      });
    },
    close: async () => {
      const running = [...runs];
      for (const { stop } of running) stop();
      const late = new Promise((resolve) => setTimeout(resolve, farewell).unref());
      await Promise.race([Promise.all(running.map(({ done }) => done)), late]);
    },
  };
};
