import type { RowStore, StoredRow } from '#shared/domain/rows.ts';
import type { TableName } from '#shared/domain/tables.ts';
import { tableNames } from '#shared/domain/tables.ts';
import { canonicalJson } from '#shared/lib/json.ts';
import { database } from './database.ts';

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

const sha256 = async (text: string): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));

/** Tables whose records say who and where, not what: two workspaces with equal content differ in them. */
const ownTables: ReadonlySet<TableName> = new Set<TableName>(['workspace', 'serialBlocks', 'publicKeys']);

const lineOf = (table: TableName, row: StoredRow): string => `${table}/${row.id}\t${canonicalJson(row.d)}`;

/** What a database or a replay holds: live records per table and one SHA-256 over them that does not depend on order, device or time of writing. */
export type Content = { readonly counts: Readonly<Record<string, number>>; readonly hash: string };

const contentOf = async (rowsOf: (table: TableName) => Promise<readonly StoredRow[]>): Promise<Content> => {
  const counts: Record<string, number> = {};
  const hashes: string[] = [];
  for (const table of tableNames) {
    const live = (await rowsOf(table)).filter((row) => row.x === undefined);
    counts[table] = live.length;
    if (ownTables.has(table)) continue;
    const lines = live.map((row) => lineOf(table, row)).sort();
    hashes.push(`${table} ${await sha256(lines.join('\n'))}`);
  }
  return { counts, hash: await sha256(hashes.join('\n')) };
};

/** Content of the database as it is. */
export const databaseContent = (): Promise<Content> => contentOf((table) => database[table].toArray());

/** Content of rows that a replay of the journal gave. */
export const replayedContent = (rows: RowStore): Promise<Content> =>
  contentOf((table) => Promise.resolve([...(rows.get(table)?.values() ?? [])]));
