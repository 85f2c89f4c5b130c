import type { ChangeSet } from '#shared/domain/change-sets.ts';
import type { RowStore, StoredRow } from '#shared/domain/rows.ts';
import { applyChangeSet } from '#shared/domain/rows.ts';
import type { TableName } from '#shared/domain/tables.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import type { HeadMark, LoggedChange } from './database.ts';
import { logged } from './database.ts';

type Head = Pick<HeadMark, 'seq' | 'hash'>;

/** What a replay of the journal gives: the rows, the change log, and where it ended. */
export type Replayed = { readonly rows: RowStore; readonly changes: readonly LoggedChange[]; readonly head: HeadMark };

export const genesis: Head = { seq: 0, hash: '0'.repeat(64) };

/** Frames of the journal after a head, as change sets; undefined once where the head is not part of the journal. */
export async function* framesAfter(
  after: Head,
): AsyncGenerator<{ readonly set: ChangeSet; readonly text: string; readonly head: Head } | undefined> {
  let head = after;
  for (;;) {
    const frames = await desktop.journalReadFrames({ after: head });
    if (!frames.ok) {
      yield undefined;
      return;
    }
    if (frames.value.length === 0) return;
    for (const { seq, hash, text } of frames.value) {
      head = { seq, hash };
      yield { set: JSON.parse(text) as ChangeSet, text, head };
    }
  }
}

/** The rows of the newest whole snapshot, with the head of the journal they were made from; undefined where there is none. */
export const snapshotRows = async (): Promise<{ readonly rows: RowStore; readonly head: Head } | undefined> => {
  const rows: RowStore = new Map();
  for (let restart = true; ; restart = false) {
    const chunk = await desktop.snapshotsReadRows({ restart });
    for (const line of chunk.lines) {
      const { t, r } = JSON.parse(line) as { readonly t: TableName; readonly r: StoredRow };
      const table = rows.get(t) ?? new Map<string, StoredRow>();
      rows.set(t, table.set(r.id, r));
    }
    if (chunk.done) return chunk.head === null ? undefined : { rows, head: chunk.head };
  }
};

const replayFrom = async (
  start: { readonly rows: RowStore; readonly head: Head },
  workspaceId: string,
): Promise<Replayed | undefined> => {
  const changes: LoggedChange[] = [];
  const counters: Record<string, number> = {};
  let clock = '000000000000.0000';
  let head = start.head;
  for await (const frame of framesAfter(start.head)) {
    if (frame === undefined) return undefined;
    applyChangeSet(start.rows, frame.set);
    changes.push(logged(frame.set, frame.head.seq, frame.text));
    counters[frame.set.device] = frame.set.n;
    clock = frame.set.clock;
    head = frame.head;
  }
  return { rows: start.rows, changes, head: { key: 'head', workspaceId, ...head, clock, counters } };
};

/**
 * The content that the journal says: replayed from its beginning, or from the newest whole snapshot where an early part of the journal cannot be
 * read. Undefined where neither can.
 */
export const replayJournal = async (workspaceId: string): Promise<Replayed | undefined> => {
  const whole = await replayFrom({ rows: new Map(), head: genesis }, workspaceId);
  if (whole !== undefined) return whole;
  const snapshot = await snapshotRows();
  return snapshot === undefined ? undefined : replayFrom(snapshot, workspaceId);
};
