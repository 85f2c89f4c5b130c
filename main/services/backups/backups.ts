import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { log } from '../logging/log.ts';
import type { Journal } from '../journal/journal.ts';
import type { Head } from '../journal/frame.ts';
import type { SnapshotInfo } from './make-snapshot.ts';
import { listSnapshots } from './make-snapshot.ts';
import { readSnapshot } from './snapshot-file.ts';

const halfAnHour = 30 * 60_000;
const linesAChunk = 2000;

export type RowChunk = { readonly lines: string[]; readonly head: Head | null; readonly done: boolean };

export type Backups = {
  readonly list: () => Promise<readonly SnapshotInfo[]>;
  /** Makes a snapshot beside the main process; null where the newest already holds this state. */
  readonly make: (reason: string) => Promise<Result<SnapshotInfo | null>>;
  /** Makes a snapshot of the state now and takes away all that hold an earlier one: they say what was erased since. */
  readonly renew: () => Promise<Result<null>>;
  /** Rows of the newest whole snapshot, chunk by chunk; `head` null where there is none to start from. */
  readonly readRows: (restart: boolean) => Promise<RowChunk>;
  /** Half-hourly snapshots while something changed. */
  readonly watch: () => void;
  readonly stop: () => void;
};

type Reading = { readonly head: Head; readonly lines: AsyncGenerator<string, unknown> };

/** Resolves when the worker has ended, not before: Electron can hang at exit while a worker thread is still going down. */
const runWorker = (workspace: string, reason: string, now: number): Promise<Result<SnapshotInfo | null>> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./backups-worker.js', import.meta.url), {
      workerData: { workspace, reason, now },
    });
    let made: Result<SnapshotInfo | null> = fail('snapshot-failed', { reason: '' });
    worker.once('message', (reply: { ok: boolean; value?: SnapshotInfo; error?: string }) => {
      if (!reply.ok) log.error('Snapshot failed', reply.error);
      made = reply.ok ? ok(reply.value ?? null) : fail('snapshot-failed', { reason: reply.error ?? '' });
    });
    worker.once('error', (error) => {
      log.error('Snapshot worker failed', error);
      made = fail('snapshot-failed', { reason: error.message });
    });
    worker.once('exit', () => resolve(made));
  });

/** A snapshot counts only where it is whole from its first to its last line. */
const isWhole = async (file: string): Promise<boolean> => {
  try {
    const lines = readSnapshot(file);
    for (let next = await lines.next(); next.done !== true;) next = await lines.next();
    return true;
  } catch (error) {
    log.warn(`Snapshot ${path.basename(file)} is damaged`, error);
    return false;
  }
};

const newestWhole = async (snapshots: readonly SnapshotInfo[]): Promise<SnapshotInfo | undefined> => {
  for (const snapshot of snapshots) if (await isWhole(snapshot.file)) return snapshot;
  return undefined;
};

/** Snapshots of a workspace: made from the journal alone, so that a damaged database never reaches them. */
export const openBackups = (workspace: string, journal: Journal, clock: () => number): Backups => {
  const folder = path.join(workspace, 'snapshots');
  let reading: Reading | undefined;
  let making: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const list = (): Promise<readonly SnapshotInfo[]> => listSnapshots(folder);
  const make = (reason: string): Promise<Result<SnapshotInfo | null>> => {
    const run = making.then(async () => {
      const made = await runWorker(workspace, reason, clock());
      if (made.ok && made.value !== null) await journal.rotate();
      return made;
    });
    making = run.catch(() => undefined);
    return run;
  };
  const renew = async (): Promise<Result<null>> => {
    const { seq } = journal.head();
    const made = await make('erasure');
    if (!made.ok) return made;
    const known = await list();
    const fresh = known.filter((snapshot) => snapshot.seq >= seq);
    if ((await newestWhole(fresh)) === undefined) return fail('snapshot-failed', { reason: '' });
    for (const { file } of known.filter((snapshot) => snapshot.seq < seq)) await rm(file, { force: true });
    for (const name of await readdir(folder))
      if (name.endsWith('.part')) await rm(path.join(folder, name), { force: true });
    reading = undefined;
    return ok(null);
  };
  const readRows = async (restart: boolean): Promise<RowChunk> => {
    if (restart) {
      // Where the journal is gone altogether, any snapshot is better than none.
      const { seq } = journal.head();
      const snapshot = await newestWhole((await list()).filter((info) => seq === 0 || info.seq <= seq));
      reading =
        snapshot === undefined
          ? undefined
          : { head: { seq: snapshot.seq, hash: snapshot.hash }, lines: readSnapshot(snapshot.file) };
    }
    if (reading === undefined) return { lines: [], head: null, done: true };
    const lines: string[] = [];
    while (lines.length < linesAChunk) {
      const next = await reading.lines.next();
      if (next.done === true) return { lines, head: reading.head, done: true };
      lines.push(next.value);
    }
    return { lines, head: reading.head, done: false };
  };
  return {
    list,
    make,
    renew,
    readRows,
    watch: () => {
      timer = setInterval(() => void make('half-hourly'), halfAnHour);
    },
    stop: () => clearInterval(timer),
  };
};
