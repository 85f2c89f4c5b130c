import { parentPort, workerData } from 'node:worker_threads';
import { openFaces } from '../certificates/faces.ts';
import type { FromWorker, WorkerStart } from './worker-messages.ts';
import { writePapers } from './write-papers.ts';

const { fonts, request, cancel } = workerData as WorkerStart;
const post = (message: FromWorker): void => parentPort?.postMessage(message);
const flag = new Int32Array(cancel);

/** Progress ten times a second is enough for an eye. */
const progressEvery = 100;
let last = 0;

const onProgress = (done: number, total: number): void => {
  const now = performance.now();
  if (done < total && now - last < progressEvery) return;
  last = now;
  post({ progress: { done, total } });
};

void openFaces(fonts)
  .then((faces) => writePapers(faces, request, { cancelled: () => Atomics.load(flag, 0) !== 0, onProgress }))
  .then(
    (report) => post({ report }),
    (error: unknown) => post({ bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
