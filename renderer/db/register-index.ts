import type { RegisterRow } from '#shared/domain/certificate-register.ts';
import { registerRow } from '#shared/domain/certificate-register.ts';
import type { CertificateRecord } from '#shared/domain/certificates.ts';
import type { TableName } from '#shared/domain/tables.ts';
import type { IndexedRow } from './database.ts';
import { database } from './database.ts';

/** Latest serial of each series first. */
const rows: RegisterRow[] = [];
const listeners = new Set<() => void>();
let building: Promise<void> | undefined;
let shown: { readonly rows: readonly RegisterRow[]; readonly whole: boolean } = { rows, whole: false };

/** Where a serial stands, or where it would stand. */
const placeOf = (serial: string): number => {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle]?.serial ?? '') > serial) from = middle + 1;
    else to = middle;
  }
  return from;
};

const put = (row: IndexedRow): void => {
  const at = placeOf(row.id);
  const there = rows[at]?.serial === row.id ? 1 : 0;
  if (row.x === undefined) rows.splice(at, there, registerRow(row.d as unknown as CertificateRecord));
  else rows.splice(at, there);
};

const tellAll = (whole: boolean): void => {
  shown = { rows: [...rows], whole };
  for (const listener of listeners) listener();
};

/** Few at first, so that the first screen is there at once. */
const [firstChunk, chunk] = [100, 1000];

/** So long the window may be kept from painting. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Reads the register once into memory: a line each, without the snapshots. It is read by its index from the latest serial down, in pieces, so that the
 * first screen of a register of any length is there at once. Later calls wait for the same work.
 */
export const buildRegisterIndex = (): Promise<void> => {
  building ??= (async () => {
    let before = '\uffff';
    let [wanted, told] = [firstChunk, 0];
    for (;;) {
      const found = await database.certificates.where('id').below(before).reverse().limit(wanted).toArray();
      // A write may have put some of them in already, as they are now.
      for (const row of found) if (rows[placeOf(row.id)]?.serial !== row.id) put(row);
      const last = found.at(-1);
      if (last === undefined || found.length < wanted) break;
      before = last.id;
      wanted = chunk;
      // Every telling filters and paints anew what is there: told when it has doubled, not a hundred times.
      if (rows.length >= told * 2) {
        tellAll(false);
        told = rows.length;
      }
      await pause();
    }
    tellAll(true);
  })();
  return building;
};

/** Keeps the index up with a write. Called by the write path. */
export const registerChanged = (changed: ReadonlyMap<TableName, readonly IndexedRow[]>): void => {
  const certificates = changed.get('certificates');
  if (building === undefined || certificates === undefined) return;
  certificates.forEach(put);
  tellAll(shown.whole);
};

/** The register as it stands in memory; `whole` once it is read to its end. The value changes with each change (for useSyncExternalStore). */
export const registerIndex = (): typeof shown => shown;

/** Watches the index. */
export const watchRegisterIndex = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
