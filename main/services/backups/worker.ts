import { parentPort, workerData } from 'node:worker_threads';
import { makeSnapshot } from './make-snapshot.ts';

/** Runs beside the main process, so that the window never waits for a snapshot. */
const { workspace, reason, now } = workerData as {
  readonly workspace: string;
  readonly reason: string;
  readonly now: number;
};

const run = async (): Promise<void> => {
  parentPort?.postMessage({ ok: true, value: await makeSnapshot(workspace, reason, now) });
};

run().catch((error: unknown) => parentPort?.postMessage({ ok: false, error: String(error) }));
