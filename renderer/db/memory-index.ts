import type { RecordData } from '#shared/domain/change-sets.ts';
import type { TableName } from '#shared/domain/tables.ts';
import type { IndexedRow } from './database.ts';
import { database } from './database.ts';

/** What stands in memory of a table; `whole` once it was read to its end. */
export type IndexState<Row> = { readonly rows: readonly Row[]; readonly whole: boolean };

/** A line for each record of a large table, kept in memory and kept up by the write path. */
export type MemoryIndex<Row> = {
  /**
   * Reads the table once, by its index from the greatest id down, in pieces, so that the first screen of a list of any length is there at once.
   * Later calls wait for the same work.
   */
  readonly build: () => Promise<void>;
  /** Keeps the index up with a write. Called by the write path. */
  readonly changed: (changed: ReadonlyMap<TableName, readonly IndexedRow[]>) => void;
  /** The value changes with each change (for useSyncExternalStore). */
  readonly state: () => IndexState<Row>;
  readonly watch: (listener: () => void) => () => void;
};

/** Few at first, so that the first screen is there at once. */
const [firstChunk, chunk] = [100, 1000];

/** So long the window may be kept from painting. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

type Rows<Row> = {
  readonly all: readonly Row[];
  readonly has: (id: string) => boolean;
  put: (row: IndexedRow) => void;
};

/** Rows in falling order of their ids; a record of which `lineOf` makes nothing is not among them. */
const makeRows = <Row>(idOf: (row: Row) => string, lineOf: (data: RecordData) => Row | undefined): Rows<Row> => {
  const all: Row[] = [];
  const idAt = (at: number): string | undefined => {
    const row = all[at];
    return row === undefined ? undefined : idOf(row);
  };
  /** Where an id stands, or where it would stand. */
  const placeOf = (id: string): number => {
    let [from, to] = [0, all.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((idAt(middle) ?? '') > id) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return {
    all,
    has: (id) => idAt(placeOf(id)) === id,
    put: (row) => {
      const at = placeOf(row.id);
      const line = row.x === undefined ? lineOf(row.d) : undefined;
      all.splice(at, idAt(at) === row.id ? 1 : 0, ...(line === undefined ? [] : [line]));
    },
  };
};

/** Makes the index of a table; nothing is read before `build`. */
export const makeMemoryIndex = <Row>(
  table: TableName,
  idOf: (row: Row) => string,
  lineOf: (data: RecordData) => Row | undefined,
): MemoryIndex<Row> => {
  const rows = makeRows(idOf, lineOf);
  const listeners = new Set<() => void>();
  let shown: IndexState<Row> = { rows: [], whole: false };
  let building: Promise<void> | undefined;
  const tellAll = (whole: boolean): void => {
    shown = { rows: [...rows.all], whole };
    for (const listener of listeners) listener();
  };
  const read = async (): Promise<void> => {
    let before = '\uffff';
    let [wanted, told] = [firstChunk, 0];
    for (;;) {
      const found = await database[table].where('id').below(before).reverse().limit(wanted).toArray();
      // A write may have put some of them in already, as they are now.
      for (const row of found) if (!rows.has(row.id)) rows.put(row);
      const last = found.at(-1);
      if (last === undefined || found.length < wanted) break;
      before = last.id;
      wanted = chunk;
      // Every telling filters and paints anew what is there: told when it has doubled, not a hundred times.
      if (rows.all.length >= told * 2) {
        tellAll(false);
        told = rows.all.length;
      }
      await pause();
    }
    tellAll(true);
  };
  return {
    build: () => (building ??= read()),
    changed: (changed) => {
      const own = changed.get(table);
      if (building === undefined || own === undefined) return;
      own.forEach(rows.put);
      tellAll(shown.whole);
    },
    state: () => shown,
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
