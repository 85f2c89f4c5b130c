import type { Json } from '#shared/lib/json.ts';
import type { ChangeSet, FieldPatch, RecordData, RecordPatch, Stamp } from './change-sets.ts';
import { stampOf } from './change-sets.ts';
import type { TableName } from './tables.ts';
import { tables } from './tables.ts';

/**
 * A record as it is stored: data `d`, the stamp `s` of the write that made it, stamps `f` of fields written since, and the stamp `x` of
 * the write that took it away. Rows never leave the storage; repositories hand out `d`.
 */
export type StoredRow = {
  readonly id: string;
  readonly d: RecordData;
  readonly s: Stamp;
  readonly f?: Readonly<Record<string, Stamp>>;
  readonly x?: Stamp;
};

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** The name of a field or entry. Throws where it would reach what every object has. */
export const fieldName = (name: string): string => {
  if (forbidden.has(name)) throw new Error(`A field may not be called ${name}`);
  return name;
};

/** What the paths of entries that are patched by entries of their own begin with, such as `answers/own/`. */
const nested: readonly string[] = Object.values<readonly string[]>(tables)
  .flat()
  .filter((path) => path.includes('/'))
  .map((path) => `${path}/`);

/** An entry may have a slash in its name; only in the entries above it parts a path once more. */
const splitPath = (path: string): readonly string[] => {
  const slash = path.indexOf('/');
  if (slash < 0) return [fieldName(path)];
  for (const inner of nested)
    if (path.startsWith(inner)) return [...inner.slice(0, -1).split('/'), path.slice(inner.length)].map(fieldName);
  return [fieldName(path.slice(0, slash)), fieldName(path.slice(slash + 1))];
};

const isEntries = (value: Json | undefined): value is RecordData =>
  value !== undefined && value !== null && typeof value === 'object' && !Array.isArray(value);

/** The value at a field path (`field`, `field/entry` or `field/entry/entry`), undefined where there is none. */
export const valueAt = (data: RecordData, path: string): Json | undefined => {
  let value: Json | undefined = data;
  for (const part of splitPath(path)) value = isEntries(value) && Object.hasOwn(value, part) ? value[part] : undefined;
  return value;
};

/** The stamp of the last write to a field: its own, or that of the write which made the record. */
export const fieldStamp = (row: StoredRow, path: string): Stamp => row.f?.[path] ?? row.s;

const put = (data: Record<string, Json>, key: string, value: Json | undefined): void => {
  if (value === undefined) delete data[key];
  else data[key] = value;
};

/** The row with its fields set; what is copied is copied once, however many fields are set. */
const applyFields = (row: StoredRow, fields: readonly FieldPatch[], stamp: Stamp): StoredRow => {
  const data: Record<string, Json> = { ...row.d };
  const stamps: Record<string, Stamp> = { ...row.f };
  const copies = new Map<string, Record<string, Json>>([['', data]]);
  /** A copy of the entries at a path that may be written to. */
  const copyAt = (parts: readonly string[]): Record<string, Json> => {
    const path = parts.join('/');
    const known = copies.get(path);
    if (known !== undefined) return known;
    const [last = ''] = parts.slice(-1);
    const above = copyAt(parts.slice(0, -1));
    const before = above[last];
    const copy: Record<string, Json> = isEntries(before) ? { ...before } : {};
    copies.set(path, copy);
    above[last] = copy;
    return copy;
  };
  for (const { p, a } of fields) {
    const parts = splitPath(p);
    stamps[p] = stamp;
    const [last = ''] = parts.slice(-1);
    const above = parts.slice(0, -1);
    put(copyAt(above), last, a);
    const below = `${p}/`;
    for (const path of copies.keys()) if (path === p || path.startsWith(below)) copies.delete(path);
    // An entry whose last entry was taken away is as if it had never been there.
    if (above.length < 2 || Object.keys(copyAt(above)).length > 0) continue;
    copies.delete(above.join('/'));
    put(copyAt(above.slice(0, -1)), above.at(-1) ?? '', undefined);
  }
  return { ...row, d: data, f: stamps };
};

/**
 * Applies one record's patch to its row. Throws where the row that the patch needs is missing: the journal is then not the one this
 * row came from.
 */
export const applyPatch = (row: StoredRow | undefined, patch: RecordPatch, stamp: Stamp): StoredRow => {
  if ('new' in patch) return { id: patch.id, d: patch.new, s: stamp };
  if (row === undefined) throw new Error(`No record ${patch.t}/${patch.id} to change`);
  if ('gone' in patch) {
    if (patch.gone) return { ...row, x: stamp };
    const { x: _removed, ...alive } = row;
    return alive;
  }
  return applyFields(row, patch.set, stamp);
};

/** Rows by table and id, as a replay builds them. */
export type RowStore = Map<TableName, Map<string, StoredRow>>;

/** Applies a whole change set to rows in memory (replay of the journal, snapshots, checks). */
export const applyChangeSet = (rows: RowStore, set: ChangeSet): void => {
  const stamp = stampOf(set);
  for (const patch of set.patches) {
    let table = rows.get(patch.t);
    if (table === undefined) rows.set(patch.t, (table = new Map()));
    table.set(patch.id, applyPatch(table.get(patch.id), patch, stamp));
  }
};
