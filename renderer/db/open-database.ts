import type { Boot } from '#shared/ipc/contract.ts';
import type { ChangeSet } from '#shared/domain/change-sets.ts';
import { stampOf } from '#shared/domain/change-sets.ts';
import type { Message } from '#shared/domain/message.ts';
import { message } from '#shared/domain/message.ts';
import { applyPatch } from '#shared/domain/rows.ts';
import { emptyStacks, pushChange } from '#shared/domain/undo.ts';
import type { Workspace } from '#shared/domain/workspace.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import type { HeadMark } from './database.ts';
import { database, databaseName, indexed, logged, recordTables, schemaVersion } from './database.ts';
import type { Replayed } from './replay-journal.ts';
import { framesAfter, replayJournal, snapshotRows } from './replay-journal.ts';
import type { RecordChange } from './write-path.ts';
import { forgetRows } from './row-cache.ts';
import { commit } from './write-path.ts';
import { changeWriteState, writeState } from './write-state.ts';

/**
 * How opening went: ready with what the person should be told, or left shut as it was found. Problems: `database-newer` (made by a newer version),
 * `database-damaged` (lost beyond repair), `database-ahead` (the journal lacks changes of the database and could not be given them: `changes` of them).
 */
export type Opened =
  { readonly kind: 'ready'; readonly told: readonly Message[] } | { readonly kind: 'shut'; readonly problem: Failure };

const shut = (code: string, details?: Failure['details']): Opened => ({
  kind: 'shut',
  problem: { code, ...(details === undefined ? {} : { details }) },
});

const emptyHead = (workspaceId: string): HeadMark => ({
  key: 'head',
  workspaceId,
  seq: 0,
  hash: '0'.repeat(64),
  clock: '000000000000.0000',
  counters: {},
});

/** The version that a database on this laptop has, read without opening it (Dexie 4 would write first); undefined where there is none. */
const foundVersion = async (): Promise<number | undefined> => {
  const found = (await indexedDB.databases()).find(({ name }) => name === databaseName)?.version;
  return found === undefined ? undefined : Math.floor(found / 10);
};

const rowsAChunk = 5000;

const fill = async (replayed: Replayed): Promise<void> => {
  for (const [table, rows] of replayed.rows) {
    const list = [...rows.values()].map(indexed);
    for (let at = 0; at < list.length; at += rowsAChunk) await database[table].bulkPut(list.slice(at, at + rowsAChunk));
  }
  for (let at = 0; at < replayed.changes.length; at += rowsAChunk)
    await database.changes.bulkPut(replayed.changes.slice(at, at + rowsAChunk));
  await database.meta.put(replayed.head);
};

/** Throws the working copy away and makes it anew from journal and snapshots. The head mark goes in last: a rebuild that is cut starts over. */
const rebuild = async (workspaceId: string): Promise<HeadMark | undefined> => {
  const replayed = await replayJournal(workspaceId);
  if (replayed === undefined) return undefined;
  database.close();
  await database.delete();
  await database.open();
  await fill(replayed);
  return replayed.head;
};

/** Applies frames that the journal has and the database lacks. Undefined where the database is not a past state of this journal. */
const catchUp = async (mark: HeadMark): Promise<{ readonly head: HeadMark; readonly count: number } | undefined> => {
  let head = mark;
  let count = 0;
  for await (const frame of framesAfter(mark)) {
    if (frame === undefined) return undefined;
    const { set, text } = frame;
    head = { ...head, ...frame.head, clock: set.clock, counters: { ...head.counters, [set.device]: set.n } };
    await applyFrame(set, text, head);
    count += 1;
  }
  return { head, count };
};

const applyFrame = (set: ChangeSet, text: string, head: HeadMark): Promise<void> =>
  database.transaction('rw', [...recordTables(), database.changes, database.meta], async () => {
    for (const patch of set.patches) {
      const row = applyPatch(await database[patch.t].get(patch.id), patch, stampOf(set));
      await database[patch.t].put(indexed(row));
    }
    await database.changes.put(logged(set, head.seq, text));
    await database.meta.put(head);
  });

/**
 * The journal lost its end but the database has it: what the change log holds beyond the journal is written to it again. The failure is that of a disk which
 * does not take it; undefined where the log does not continue this journal.
 */
const refillJournal = async (mark: HeadMark, boot: Boot): Promise<Result<HeadMark> | undefined> => {
  const lost = (await database.changes.where('seq').above(boot.head.seq).sortBy('seq')).map(({ text }) => text);
  if (lost.length !== mark.seq - boot.head.seq) return undefined;
  const refilled = await desktop.journalAppendFrames({ after: boot.head, texts: lost });
  if (!refilled.ok)
    return refilled.error.code === 'journal-moved' ? undefined : fail('database-ahead', { changes: lost.length });
  return refilled.value.hash === mark.hash ? ok(mark) : undefined;
};

type Found = { readonly head: HeadMark; readonly told: readonly Message[] };

const rebuilt = async (boot: Boot): Promise<Result<Found>> => {
  const head = await rebuild(boot.workspaceId);
  return head === undefined
    ? fail('database-damaged')
    : ok({ head, told: [message('recovery.rebuilt', { count: head.seq })] });
};

const reconcile = async (boot: Boot): Promise<Result<Found>> => {
  const mark = await database.meta.get('head');
  if (mark === undefined) {
    if (boot.head.seq > 0) return rebuilt(boot);
    const head = emptyHead(boot.workspaceId);
    await database.meta.put(head);
    return ok({ head, told: [] });
  }
  if (mark.seq === boot.head.seq && mark.hash === boot.head.hash) return ok({ head: mark, told: [] });
  if (mark.seq > boot.head.seq) {
    const refilled = await refillJournal(mark, boot);
    // Made anew from the journal, the database would lose what it alone holds.
    if (refilled?.ok === false) return refilled;
    if (refilled !== undefined)
      return ok({
        head: refilled.value,
        told: [message('recovery.journalRefilled', { count: mark.seq - boot.head.seq })],
      });
  }
  if (mark.seq < boot.head.seq && mark.seq > 0) {
    const caught = await catchUp(mark);
    if (caught !== undefined)
      return ok({ head: caught.head, told: [message('recovery.caughtUp', { count: caught.count })] });
  }
  return rebuilt(boot);
};

/** How often and after how many milliseconds a database that does not open is tried again: a process that was killed may hold its files a moment longer. */
const patience = { times: 6, pause: 400 };

const openOrReset = async (left = patience.times): Promise<void> => {
  try {
    await database.open();
  } catch (error) {
    // After the first error its files are deleted: the journal holds everything (trust.md).
    void desktop.appReportProblem({ message: `The database did not open: ${String(error)}` });
    if (left === 0) throw error;
    database.close();
    if (left < patience.times) await new Promise((resolve) => setTimeout(resolve, patience.pause));
    await desktop.journalClearDatabase();
    await openOrReset(left - 1);
  }
};

/** How far back a restart looks for what can be undone: change sets, and characters of them, so that a start after great imports stays short. */
const undoReach = { changes: 200, characters: 4_000_000 };

const restoreStacks = async (device: string): Promise<void> => {
  const recent: ChangeSet[] = [];
  let read = 0;
  await database.changes
    .orderBy('seq')
    .reverse()
    .limit(undoReach.changes)
    .until(({ text }) => {
      const set = JSON.parse(text) as ChangeSet;
      read += text.length;
      recent.push(set);
      // The beginning of a workspace is not undone, nor anything before it.
      return set.why.code === 'workspace-started' || read > undoReach.characters;
    })
    .each(() => undefined);
  const own = recent.filter((set) => set.device === device);
  changeWriteState({ stacks: own.reduceRight(pushChange, emptyStacks) });
};

/**
 * "Empty" is never taken for "new": where journal and database are both gone but a snapshot is there, its records are written anew. A failure
 * where that could not be written: the workspace must then not open as an empty one.
 */
const restoreSnapshot = async (): Promise<Result<readonly Message[]>> => {
  const snapshot = await snapshotRows();
  if (snapshot === undefined) return ok([]);
  const changes = [...snapshot.rows].flatMap(([table, rows]) =>
    [...rows.values()]
      .filter((row) => row.x === undefined)
      .map((row) => ({ table, id: row.id, next: row.d }) as unknown as RecordChange),
  );
  const written = await commit({ code: 'restored-from-snapshot', values: { count: changes.length } }, changes);
  return written.ok ? ok([message('recovery.restoredFromSnapshot', { count: changes.length })]) : written;
};

type Finished = { readonly head: HeadMark; readonly told: readonly Message[] };

/**
 * Carries an erasure that was written down to its end: journal, snapshots and logs first, then the database's files are deleted and the database is made anew
 * from the journal (a record that is overwritten or deleted stays readable in Chromium's files for a while). The mark goes last, so a process that is killed on
 * the way does it all again the next time. Undefined where the database could not be made anew.
 */
const carryErasure = async (head: HeadMark): Promise<Finished | undefined> => {
  const carried = await desktop.journalCarryErasures();
  if (!carried.ok) return { head, told: [message('recovery.erasureWaits')] };
  database.close();
  await desktop.journalClearDatabase();
  const fresh = await rebuild(head.workspaceId);
  if (fresh === undefined) return undefined;
  forgetRows();
  changeWriteState({ head: fresh, stacks: emptyStacks });
  const row = await database.workspace.get('workspace');
  const { erasing: _done, ...workspace } = row?.d as unknown as Workspace;
  const ended = await commit({ code: 'erasure-finished' }, [{ table: 'workspace', id: 'workspace', next: workspace }]);
  return { head: fresh, told: [message(ended.ok ? 'recovery.erased' : 'recovery.erasureWaits')] };
};

const isErasing = async (): Promise<boolean> => (await database.workspace.get('workspace'))?.d.erasing === true;

/** Carries an erasure that was just written through to its end, in a window without screens. Screens start anew instead. False where it waits for the next start. */
export const finishErasure = async (): Promise<boolean> => {
  if (await isErasing()) await carryErasure(writeState().head);
  return !(await isErasing());
};

const toldAtStart = (boot: Boot): readonly Message[] => [
  ...boot.journalRepairs.map(({ bytes, kept }) => message('recovery.tornTail', { bytes, kept })),
  ...(boot.settingsRestored ? [message('recovery.settingsRestored')] : []),
  ...(boot.moved ? [message('recovery.moved')] : []),
];

/**
 * Opens the working copy, compares it with the journal and mends what is missing: an emptied, deleted, damaged or older database comes back
 * complete. A database of a newer version is refused before any write.
 */
export const openDatabase = async (booting: Boot | Promise<Boot>): Promise<Opened> => {
  const version = await foundVersion();
  if (version !== undefined && version > schemaVersion)
    return shut('database-newer', { found: version, known: schemaVersion });
  await openOrReset();
  const boot = await booting;
  const found = await reconcile(boot);
  if (!found.ok) return { kind: 'shut', problem: found.error };
  const { head, told } = found.value;
  changeWriteState({ head, device: boot.device });
  const erased = (await isErasing()) ? await carryErasure(head) : { told: [] };
  if (erased === undefined) return shut('database-damaged');
  await restoreStacks(boot.device);
  const restored = head.seq === 0 ? await restoreSnapshot() : ok([]);
  if (!restored.ok) return { kind: 'shut', problem: restored.error };
  return { kind: 'ready', told: [...toldAtStart(boot), ...told, ...erased.told, ...restored.value] };
};
