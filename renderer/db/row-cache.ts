import type { TableName } from '#shared/domain/tables.ts';
import type { IndexedRow } from './database.ts';

/** Rows kept in memory, so that a write need not read first what the screen has just shown or what was just written. Null: there is certainly none. */
const rows = new Map<string, IndexedRow | null>();

/** Enough for the mark sheets of several cohorts; the oldest give way. */
const room = 6000;

const keyOf = (table: TableName, id: string): string => `${table}/${id}`;

/** The row as it is in the database, null where there is none; undefined where the database must be asked. */
export const recall = (table: TableName, id: string): IndexedRow | null | undefined => rows.get(keyOf(table, id));

/**
 * Keeps the row of an id, or that there is none. Only what is certainly the newest: called by the write path, or for a read that no write overtook.
 */
export const remember = (table: TableName, id: string, row: IndexedRow | null): void => {
  const key = keyOf(table, id);
  rows.delete(key);
  rows.set(key, row);
  if (rows.size <= room) return;
  const oldest = rows.keys().next();
  if (oldest.done !== true) rows.delete(oldest.value);
};

/** Forgets everything. After a write that failed half-way nothing in memory is certain. */
export const forgetRows = (): void => rows.clear();
