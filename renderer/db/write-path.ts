import Dexie from 'dexie';
import type { ChangeSet, Reason, RecordPatch } from '#shared/domain/change-sets.ts';
import { stampOf } from '#shared/domain/change-sets.ts';
import { tick } from '#shared/domain/clock.ts';
import type { Erasure } from '#shared/domain/erased-records.ts';
import { diffRecord } from '#shared/domain/record-diff.ts';
import { applyPatch } from '#shared/domain/rows.ts';
import type { TableContent, TableName } from '#shared/domain/tables.ts';
import { pushChange } from '#shared/domain/undo.ts';
import { groupBy } from '#shared/lib/group-by.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { now } from '#renderer/desktop/clock.ts';
import { alumniIndex } from './alumni-index.ts';
import type { HeadMark, IndexedRow } from './database.ts';
import { database, indexed, logged } from './database.ts';
import { indexChanged } from './people-index.ts';
import { registerIndex } from './register-index.ts';
import { forgetRows, recall, remember } from './row-cache.ts';
import { changeWriteState, writeState } from './write-state.ts';

/** How one record shall look; `next` null takes it away. */
export type RecordChange = {
  readonly [T in TableName]: { readonly table: T; readonly id: string; readonly next: TableContent[T] | null };
}[TableName];

type Rows = ReadonlyMap<string, IndexedRow>;

const keyOf = (table: TableName, id: string): string => `${table}/${id}`;

/** The rows that are about to be changed, by `table/id`. */
const readRows = async (wanted: readonly { readonly table: TableName; readonly id: string }[]): Promise<Rows> => {
  const rows = new Map<string, IndexedRow>();
  const unknown = wanted.filter(({ table, id }) => {
    const row = recall(table, id);
    if (row) rows.set(keyOf(table, id), row);
    return row === undefined;
  });
  for (const [table, records] of groupBy(unknown, ({ table: name }) => name)) {
    const found = await database[table].bulkGet(records.map(({ id }) => id));
    for (const row of found) if (row !== undefined) rows.set(keyOf(table, row.id), row);
  }
  return rows;
};

let queue: Promise<unknown> = Promise.resolve();

/** One write at a time: what a change is computed from cannot change under it. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const run = queue.then(work, work);
  queue = run.catch(() => undefined);
  return run;
};

/** A write in its turn; from the moment it is asked for nobody is told that all is saved. */
const writeInTurn = <T>(work: () => Promise<T>): Promise<T> => {
  changeWriteState({ waiting: writeState().waiting + 1 });
  return inTurn(work).finally(() => changeWriteState({ waiting: writeState().waiting - 1 }));
};

/** Resolves when every write asked for so far has ended. */
export const writesEnded = (): Promise<void> => inTurn(() => Promise.resolve());

const applied = (rows: Rows, set: ChangeSet): ReadonlyMap<TableName, readonly IndexedRow[]> => {
  const stamp = stampOf(set);
  const next = new Map<string, { table: TableName; row: IndexedRow }>();
  for (const patch of set.patches) {
    const key = keyOf(patch.t, patch.id);
    next.set(key, { table: patch.t, row: indexed(applyPatch(next.get(key)?.row ?? rows.get(key), patch, stamp)) });
  }
  return new Map(
    [...groupBy(next.values(), ({ table }) => table)].map(([table, list]) => [table, list.map(({ row }) => row)]),
  );
};

type Journaled = Awaited<ReturnType<typeof desktop.journalAppendFrames>>;

/**
 * Applies a change set in one transaction that is prepared while the journal writes and committed only once the journal has it: what the disk does
 * twice is done side by side, and the database is still never ahead of the journal. Nothing is changed where the journal refused.
 */
const store = (
  set: ChangeSet,
  text: string,
  head: HeadMark,
  rows: ReadonlyMap<TableName, readonly IndexedRow[]>,
  journaling: Promise<Journaled>,
): Promise<void> => {
  const tables = [...rows.keys()].map((name) => database[name]);
  return database.transaction('rw', [...tables, database.changes, database.meta], async (transaction) => {
    for (const [name, list] of rows)
      void (list.length === 1 && list[0] !== undefined ? database[name].put(list[0]) : database[name].bulkPut(list));
    void database.changes.add(logged(set, head.seq, text));
    const journaled = await Dexie.waitFor(journaling);
    if (!journaled.ok) return transaction.abort();
    void database.meta.put({ ...head, ...journaled.value });
    // Nothing more is asked of it: the disk need not wait until the window has heard of the last put.
    transaction.idbtrans.commit();
  });
};

const refuse = (code: string): ReturnType<typeof fail> => {
  changeWriteState({ save: { kind: 'not-saved', code } });
  return fail(code);
};

/**
 * Journals a change set (fdatasync), then applies it to the database with the change log in one transaction; only then it counts as saved.
 * Expected errors: `read-only`, `disk-none`, `disk-full`, `disk-error`, `journal-moved`, `database-behind`.
 */
const write = async (set: ChangeSet, rows: Rows): Promise<Result<ChangeSet>> => {
  const { head, stacks } = writeState();
  const text = JSON.stringify(set);
  const journaling = desktop.journalAppendFrames({ after: { seq: head.seq, hash: head.hash }, texts: [text] });
  changeWriteState({ save: { kind: 'saving' } });
  const next: HeadMark = {
    ...head,
    seq: head.seq + 1,
    clock: set.clock,
    counters: { ...head.counters, [set.device]: set.n },
  };
  const changed = applied(rows, set);
  const stored = store(set, text, next, changed, journaling).then(
    () => undefined,
    (error: unknown) => error,
  );
  const [journaled, error] = [await journaling, await stored];
  if (!journaled.ok) return refuse(journaled.error.code);
  if (error !== undefined) {
    forgetRows();
    changeWriteState({ readOnly: true });
    void desktop.appReportProblem({ message: `The database did not take change set ${set.n}: ${String(error)}` });
    return refuse('database-behind');
  }
  changeWriteState({
    head: { ...next, ...journaled.value },
    stacks: pushChange(stacks, set),
    save: { kind: 'saved', at: now() },
  });
  for (const [table, list] of changed) for (const row of list) remember(table, row.id, row);
  indexChanged(changed);
  registerIndex.changed(changed);
  alumniIndex.changed(changed);
  return ok(set);
};

type Draft = Pick<ChangeSet, 'why' | 'kind' | 'of' | 'erases' | 'patches'>;

const makeSet = (draft: Draft): ChangeSet => {
  const { head, device, author } = writeState();
  return { v: 1, device, n: (head.counters[device] ?? 0) + 1, clock: tick(head.clock, now()), by: author, ...draft };
};

const patchesOf = (wanted: readonly RecordChange[], rows: Rows): readonly RecordPatch[] =>
  wanted.flatMap(({ table, id, next }) => {
    const patch = diffRecord(table, id, rows.get(keyOf(table, id)), next);
    return patch === undefined ? [] : [patch];
  });

/**
 * Changes records: one call is one user action, one change set, one undo step. Give the changes, or a function that reads what it needs while no
 * other write can happen. The value is null where nothing changed.
 */
export const commit = (
  why: Reason,
  changes: readonly RecordChange[] | (() => Promise<readonly RecordChange[]>),
): Promise<Result<ChangeSet | null>> =>
  writeInTurn(async () => {
    if (writeState().readOnly) return refuse('read-only');
    const wanted = typeof changes === 'function' ? await changes() : changes;
    const rows = await readRows(wanted);
    const patches = patchesOf(wanted, rows);
    return patches.length === 0 ? ok(null) : write(makeSet({ why, kind: 'do', patches }), rows);
  });

/**
 * Changes records of one table from what they are now: they are read once, inside the turn of the write. `changes` is given those that are there.
 * One user action, one change set, as with `commit`.
 */
export const commitFrom = <T extends TableName>(
  why: Reason,
  table: T,
  ids: readonly string[],
  changes: (records: ReadonlyMap<string, TableContent[T]>) => Promise<readonly RecordChange[]>,
): Promise<Result<ChangeSet | null>> =>
  writeInTurn(async () => {
    if (writeState().readOnly) return refuse('read-only');
    const rows = await readRows(ids.map((id) => ({ table, id })));
    const alive = [...rows.values()].filter((row) => row.x === undefined);
    const wanted = await changes(new Map(alive.map((row) => [row.id, row.d as unknown as TableContent[T]])));
    const patches = patchesOf(wanted, rows);
    return patches.length === 0 ? ok(null) : write(makeSet({ why, kind: 'do', patches }), rows);
  });

/**
 * Writes patches made from the rows as they are now (undo and redo). `patchesFor` may refuse with a failure; then nothing is written.
 */
export const commitPatches = (
  draft: Omit<Draft, 'patches'>,
  touched: readonly RecordPatch[],
  patchesFor: (rowOf: (patch: RecordPatch) => IndexedRow | undefined) => Result<readonly RecordPatch[]>,
): Promise<Result<ChangeSet>> =>
  writeInTurn(async () => {
    if (writeState().readOnly) return refuse('read-only');
    const rows = await readRows(touched.map(({ t, id }) => ({ table: t, id })));
    const patches = patchesFor((patch) => rows.get(keyOf(patch.t, patch.id)));
    return patches.ok ? write(makeSet({ ...draft, patches: patches.value }), rows) : patches;
  });

/**
 * Writes an erasure, made while no other write can happen: its patches say nothing of what was there before, and it vouches for what is left of the history.
 * `make` gives the rows that its patches are applied to, or a failure; then nothing is written.
 */
export const commitErasure = (
  make: () => Promise<
    Result<{
      readonly why: Reason;
      readonly erases: Erasure;
      readonly patches: readonly RecordPatch[];
      readonly rows: readonly { readonly t: TableName; readonly row: IndexedRow }[];
    }>
  >,
): Promise<Result<ChangeSet>> =>
  writeInTurn(async () => {
    if (writeState().readOnly) return refuse('read-only');
    const made = await make();
    if (!made.ok) return made;
    const { rows, ...draft } = made.value;
    const known = new Map(rows.map(({ t, row }) => [keyOf(t, row.id), row]));
    return write(makeSet({ kind: 'erase', ...draft }), known);
  });
