import type { Table } from 'dexie';
import Dexie from 'dexie';
import type { ChangeSet } from '#shared/domain/change-sets.ts';
import { changeSetId } from '#shared/domain/change-sets.ts';
import type { Clock } from '#shared/domain/clock.ts';
import type { StoredRow } from '#shared/domain/rows.ts';
import type { TableName } from '#shared/domain/tables.ts';
import { tableNames } from '#shared/domain/tables.ts';
import { stores1 } from './migrations/0001-initial.ts';
import { stores2 } from './migrations/0002-widening.ts';

/** Schema of this version; IndexedDB's own version is ten times it (Dexie). */
export const schemaVersion = 2;

/** Name of the database in the browser profile of the workspace. */
export const databaseName = 'fieldcourse';

/** A stored row with the keys it is indexed by. */
export type IndexedRow = StoredRow & { readonly c?: string; readonly p?: string };

/** One entry of the change log. `text` is the change set as it stands in the journal. */
export type LoggedChange = {
  readonly id: string;
  readonly seq: number;
  readonly touches: readonly string[];
  /** The keys by which a record's history is found: `touches`, or `many` alone where they are more than `mostKeys`. */
  readonly t: readonly string[];
  readonly text: string;
};

/** A change set of more records is listed in the index as `many`: an entry for each would cost an import a seventh of its time. */
const mostKeys = 100;

/** The index key under which such change sets stand. */
export const manyKey = 'many';

/** Where the database stands against the journal, written in the transaction of every change set. */
export type HeadMark = {
  readonly key: 'head';
  readonly workspaceId: string;
  readonly seq: number;
  readonly hash: string;
  readonly clock: Clock;
  /** Last change-set counter of each device seen. */
  readonly counters: Readonly<Record<string, number>>;
};

export type Database = Dexie &
  Readonly<Record<TableName, Table<IndexedRow, string>>> & {
    readonly changes: Table<LoggedChange, string>;
    readonly meta: Table<HeadMark, string>;
  };

/** Makes the database object; nothing is opened yet. Durability is strict, because relaxed loses acknowledged writes (trust.md). */
export const makeDatabase = (name: string = databaseName): Database => {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict', autoOpen: false });
  database.version(1).stores(stores1);
  database.version(2).stores(stores2);
  return database as Database;
};

/** The database of this window. */
export const database = makeDatabase();

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Adds the index keys that a row's data carries. */
export const indexed = (row: StoredRow): IndexedRow => {
  const [cohort, person] = [textOf(row.d.cohortId), textOf(row.d.personId)];
  return { ...row, ...(cohort === undefined ? {} : { c: cohort }), ...(person === undefined ? {} : { p: person }) };
};

/** The log entry of a change set. */
export const logged = (set: ChangeSet, seq: number, text: string): LoggedChange => {
  const touches = [...new Set(set.patches.map((patch) => `${patch.t}/${patch.id}`))];
  return { id: changeSetId(set), seq, touches, t: touches.length > mostKeys ? [manyKey] : touches, text };
};

/** All tables of records. */
export const recordTables = (from: Database = database): readonly Table<IndexedRow, string>[] =>
  tableNames.map((name) => from[name]);
