import { parentPort, workerData } from 'node:worker_threads';
import type { TemplateKit } from '#shared/domain/designed-documents.ts';
import { ok } from '#shared/lib/result.ts';
import { readOwnFont } from './designs/own-font.ts';
import { openEngine, type CertificateEngine, type RenderedDocument } from './engine.ts';
import { renderBatch } from './render-batch.ts';
import { createPiecesHash } from './single-files.ts';
import type { FromWorker, ToWorker, WorkerAnswer, WorkerAnswers, WorkerStart, WorkerTask } from './worker-messages.ts';

const engine = openEngine((workerData as WorkerStart).folders);
const post = (message: FromWorker): void => parentPort?.postMessage(message);

const hashes = async (
  engine: CertificateEngine,
  documents: readonly RenderedDocument[],
  kit: TemplateKit | undefined,
): Promise<WorkerAnswers['hashes']> => {
  const found: string[] = [];
  const hash = createPiecesHash();
  for (const document of documents) {
    const rendered = await engine.renderPieces(document, kit);
    if (!rendered.ok) return rendered;
    found.push(hash(rendered.value));
  }
  return ok(found);
};

/** Documents handed over for batches that have not begun. */
const added = new Map<string, RenderedDocument[]>();

const takeAdded = (batch: string | undefined): readonly RenderedDocument[] => {
  const documents = added.get(batch ?? '') ?? [];
  added.delete(batch ?? '');
  return documents;
};

/** Progress ten times a second is enough for an eye. */
const progressEvery = 100;

const work = async (id: number, task: WorkerTask): Promise<WorkerAnswer> => {
  if (task.kind === 'font') return readOwnFont(task.data);
  if (task.kind === 'add') {
    added.set(task.batch, [...(added.get(task.batch) ?? []), ...task.documents]);
    return null;
  }
  if (task.kind === 'names') return engine.checkNames(task.names, task.template, task.kit);
  if (task.kind === 'one') return engine.renderOne(task.document, task.kit);
  if (task.kind === 'hashes') return hashes(engine, task.documents, task.kit);
  const flag = new Int32Array(task.cancel);
  let last = 0;
  const documents = [...takeAdded(task.batch), ...task.request.documents];
  return renderBatch(
    engine,
    { ...task.request, documents },
    {
      cancelled: () => Atomics.load(flag, 0) !== 0,
      onProgress: (done, total) => {
        const now = performance.now();
        if (done < total && now - last < progressEvery) return;
        last = now;
        post({ id, progress: { done, total } });
      },
    },
  );
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
