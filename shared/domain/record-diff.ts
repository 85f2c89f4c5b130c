import type { Json } from '#shared/lib/json.ts';
import { sameJson } from '#shared/lib/json.ts';
import type { FieldPatch, RecordData, RecordPatch } from './change-sets.ts';
import { fieldStamp, valueAt } from './rows.ts';
import type { StoredRow } from './rows.ts';
import type { TableName } from './tables.ts';
import { tables } from './tables.ts';

const isEntries = (value: Json | undefined): value is RecordData =>
  value !== undefined && value !== null && typeof value === 'object' && !Array.isArray(value);

const changedIn = (was: RecordData, is: RecordData): readonly string[] =>
  [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((entry) => was[entry] !== is[entry]);

const entriesOr = (value: Json | undefined): RecordData | undefined =>
  value === undefined ? {} : isEntries(value) ? value : undefined;

/** Where an entry is patched by entries of its own, it need not be there before: two devices may each give it its first. */
const nestedPaths = (path: string, was: Json | undefined, is: Json | undefined): readonly string[] => {
  const [before, after] = [entriesOr(was), entriesOr(is)];
  return before === undefined || after === undefined
    ? [path]
    : changedIn(before, after).map((entry) => `${path}/${entry}`);
};

const pathsOf = (table: TableName, before: RecordData, after: RecordData): readonly string[] => {
  const deep: readonly string[] = tables[table];
  return changedIn(before, after).flatMap((field) => {
    const [was, is] = [before[field], after[field]];
    if (!deep.includes(field) || !isEntries(was) || !isEntries(is)) return [field];
    return changedIn(was, is).flatMap((entry) => {
      const path = `${field}/${entry}`;
      return deep.includes(path) ? nestedPaths(path, was[entry], is[entry]) : [path];
    });
  });
};

const present = (key: 'a' | 'b', value: Json | undefined): { readonly a?: Json; readonly b?: Json } =>
  value === undefined ? {} : { [key]: value };

/**
 * What must be written so that a record looks like `next`: undefined where nothing changes. `next` null takes the record away; a record that was taken
 * away before is made anew.
 * Members that are undefined count as absent.
 */
export const diffRecord = (
  table: TableName,
  id: string,
  row: StoredRow | undefined,
  next: RecordData | null,
): RecordPatch | undefined => {
  if (next === null)
    return row === undefined || row.x !== undefined ? undefined : { t: table, id, gone: true, r: row.s };
  if (row === undefined || row.x !== undefined) return { t: table, id, new: next };
  const set = pathsOf(table, row.d, next).flatMap((path): readonly FieldPatch[] => {
    const [before, after] = [valueAt(row.d, path), valueAt(next, path)];
    if (before === after || sameJson(before, after)) return [];
    return [{ p: path, ...present('b', before), ...present('a', after), r: fieldStamp(row, path) }];
  });
  return set.length === 0 ? undefined : { t: table, id, set };
};
