import { parentPort, workerData } from 'node:worker_threads';
import type { CertificateDocument } from '#shared/domain/certificates.ts';
import { ok } from '#shared/lib/result.ts';
import { openEngine, sha256, type CertificateEngine } from './engine.ts';
import { renderBatch } from './render-batch.ts';
import type { FromWorker, ToWorker, WorkerAnswer, WorkerAnswers, WorkerStart, WorkerTask } from './worker-messages.ts';

const engineOpening = openEngine((workerData as WorkerStart).folders);
const post = (message: FromWorker): void => parentPort?.postMessage(message);

const hashes = async (
  engine: CertificateEngine,
  documents: readonly CertificateDocument[],
): Promise<WorkerAnswers['hashes']> => {
  const found: string[] = [];
  for (const document of documents) {
    const rendered = await engine.renderOne(document);
    if (!rendered.ok) return rendered;
    found.push(sha256(rendered.value));
  }
  return ok(found);
};

/** Progress ten times a second is enough for an eye. */
const progressEvery = 100;

const work = async (id: number, task: WorkerTask): Promise<WorkerAnswer> => {
  const engine = await engineOpening;
  if (task.kind === 'names') return engine.checkNames(task.names, task.template);
  if (task.kind === 'one') return engine.renderOne(task.document);
  if (task.kind === 'hashes') return hashes(engine, task.documents);
  const flag = new Int32Array(task.cancel);
  let last = 0;
  return renderBatch(engine, task.request, {
    cancelled: () => Atomics.load(flag, 0) !== 0,
    onProgress: (done, total) => {
      const now = performance.now();
      if (done < total && now - last < progressEvery) return;
      last = now;
      post({ id, progress: { done, total } });
    },
  });
};

// One task after the other: they share the fonts and the constant parts.
let queue: Promise<void> = Promise.resolve();
parentPort?.on('message', ({ id, task }: ToWorker) => {
  queue = queue.then(async () => {
    try {
      post({ id, answer: await work(id, task) });
    } catch (error) {
      post({ id, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
});
