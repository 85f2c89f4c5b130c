import { Worker } from 'node:worker_threads';
import type { FromWorker, ToWorker, WorkerAnswer, WorkerAnswers, WorkerStart, WorkerTask } from './worker-messages.ts';

type OnProgress = (done: number, total: number) => void;

type Waiting = {
  readonly resolve: (answer: WorkerAnswer) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress?: OnProgress;
};

/** Questions to a worker that starts with the first of them, and does not keep the app alive while none is open. */
export type WorkerLink = {
  readonly ask: <Kind extends WorkerTask['kind']>(
    task: Extract<WorkerTask, { readonly kind: Kind }>,
    onProgress?: OnProgress,
  ) => Promise<WorkerAnswers[Kind]>;
  readonly end: (reason: Error) => Promise<void>;
};

/**
 * In megabytes. A batch leaves much behind that is soon of no use; within these bounds it is cleared away early, at no cost in time, instead of adding up.
 * What is really held of 5,000 certificates is a tenth of it.
 */
const memoryLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 };

export const linkWorker = (workerFile: URL | string, workerData: WorkerStart): WorkerLink => {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  const giveUp = (error: Error): void => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const receive = (message: FromWorker): void => {
    const task = waiting.get(message.id);
    if (!task) return;
    if ('progress' in message) {
      task.onProgress?.(message.progress.done, message.progress.total);
      return;
    }
    waiting.delete(message.id);
    if (waiting.size === 0) worker?.unref();
    if ('bug' in message) task.reject(new Error(message.bug));
    else task.resolve(message.answer);
  };

  const start = (): Worker => {
    const started = new Worker(workerFile, { workerData, resourceLimits: memoryLimits });
    started.on('message', receive);
    started.on('error', giveUp);
    started.on('exit', (code) => {
      if (worker === started) giveUp(new Error(`The certificate worker ended with code ${code}`));
    });
    return started;
  };

  return {
    ask: (task, onProgress) =>
      new Promise((resolve, reject) => {
        const id = (lastId += 1);
        waiting.set(id, {
          resolve: resolve as (answer: WorkerAnswer) => void,
          reject,
          ...(onProgress ? { onProgress } : {}),
        });
        worker ??= start();
        worker.ref();
        worker.postMessage({ id, task } satisfies ToWorker);
      }),
    end: async (reason) => {
      const ending = worker;
      giveUp(reason);
      await ending?.terminate();
    },
  };
};
