import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ChangeSet } from '#shared/domain/change-sets.ts';
import type { RowStore } from '#shared/domain/rows.ts';
import { applyChangeSet } from '#shared/domain/rows.ts';
import { readFrames } from '../journal/read-frames.ts';
import type { Head } from '../journal/frame.ts';
import { genesisHash } from '../journal/frame.ts';
import { loadSnapshot, readSnapshot, writeSnapshot } from './snapshot-file.ts';
import type { Dated } from './thinning.ts';
import { toThin } from './thinning.ts';

export type SnapshotInfo = Head & { readonly file: string; readonly made: number };

const namePattern = /^(\d{12})-([0-9a-f]{64})-(\d{13})\.snapshot$/;

/** All snapshots in the folder by name, newest state first. Their content is checked when they are used. */
export const listSnapshots = async (folder: string): Promise<readonly SnapshotInfo[]> => {
  await mkdir(folder, { recursive: true });
  return (await readdir(folder))
    .flatMap((name): readonly SnapshotInfo[] => {
      const match = namePattern.exec(name);
      return match === null
        ? []
        : [{ seq: Number(match[1]), hash: match[2] ?? '', made: Number(match[3]), file: path.join(folder, name) }];
    })
    .sort((a, b) => b.seq - a.seq || b.made - a.made);
};

type State = { readonly head: Head; readonly rows: RowStore };

const stateFrom = async (workspace: string, snapshot: SnapshotInfo | undefined): Promise<State> => {
  const start = snapshot === undefined ? undefined : await loadSnapshot(snapshot.file);
  const rows: RowStore = start?.rows ?? new Map();
  let head: Head =
    start === undefined ? { seq: 0, hash: genesisHash } : { seq: start.header.seq, hash: start.header.hash };
  for await (const frame of readFrames(path.join(workspace, 'journal'), head)) {
    applyChangeSet(rows, JSON.parse(frame.text) as ChangeSet);
    head = { seq: frame.seq, hash: frame.hash };
  }
  return { head, rows };
};

/**
 * The state of the journal at its end: the newest whole snapshot and what the journal says after it. Snapshots that are damaged or of another journal
 * are passed over.
 */
export const replay = async (workspace: string): Promise<State> => {
  for (const snapshot of await listSnapshots(path.join(workspace, 'snapshots'))) {
    const state = await stateFrom(workspace, snapshot).catch(() => undefined);
    if (state !== undefined) return state;
  }
  return stateFrom(workspace, undefined);
};

const checkWritten = async (file: string): Promise<void> => {
  const lines = readSnapshot(file);
  for (let next = await lines.next(); next.done !== true;) next = await lines.next();
};

/**
 * Makes a snapshot of the journal's state: written whole, opened again, counted and hash-checked; only then older ones are thinned.
 * Returns undefined where the newest snapshot already holds that state.
 */
export const makeSnapshot = async (
  workspace: string,
  reason: string,
  now: number,
): Promise<SnapshotInfo | undefined> => {
  const folder = path.join(workspace, 'snapshots');
  const { head, rows } = await replay(workspace);
  const known = await listSnapshots(folder);
  if (head.seq === 0 || known.some(({ seq, hash }) => seq === head.seq && hash === head.hash)) return undefined;
  const file = path.join(
    folder,
    `${String(head.seq).padStart(12, '0')}-${head.hash}-${String(now).padStart(13, '0')}.snapshot`,
  );
  await writeSnapshot(
    file,
    { format: 'fieldcourse-snapshot', v: 1, ...head, made: new Date(now).toISOString(), reason },
    rows,
  );
  try {
    await checkWritten(file);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
  const all: readonly Dated[] = await listSnapshots(folder);
  await Promise.all(toThin(all).map((old) => rm(old.file, { force: true })));
  return { ...head, made: now, file };
};
