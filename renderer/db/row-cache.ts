import type { TableName } from '#shared/domain/tables.ts';
import type { IndexedRow } from './database.ts';

/** Rows kept in memory, so that a write need not read first what the screen has just shown or what was just written. */
const rows = new Map<string, IndexedRow>();

/** Enough for the mark sheets of several cohorts; the oldest give way. */
const room = 4000;

const keyOf = (table: TableName, id: string): string => `${table}/${id}`;

/** The row as it is in the database, where it is known; undefined where the database must be asked. */
export const recall = (table: TableName, id: string): IndexedRow | undefined => rows.get(keyOf(table, id));

/** Keeps a row. Only for rows that are certainly the newest: called by the write path, or for a read that no write overtook. */
export const remember = (table: TableName, row: IndexedRow): void => {
  const key = keyOf(table, row.id);
  rows.delete(key);
  rows.set(key, row);
  if (rows.size <= room) return;
  const oldest = rows.keys().next();
  if (oldest.done !== true) rows.delete(oldest.value);
};

/** Forgets everything. After a write that failed half-way nothing in memory is certain. */
export const forgetRows = (): void => rows.clear();
