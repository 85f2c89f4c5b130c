import type { Json } from '#shared/lib/json.ts';
import { sameJson } from '#shared/lib/json.ts';
import type { FieldPatch, RecordData, RecordPatch } from './change-sets.ts';
import { fieldName, fieldStamp } from './rows.ts';
import type { StoredRow } from './rows.ts';
import type { TableName } from './tables.ts';
import { tables } from './tables.ts';

const isEntries = (value: Json | undefined): value is RecordData =>
  value !== undefined && value !== null && typeof value === 'object' && !Array.isArray(value);

/** One field that differs, with what stands there before and after. */
type Difference = { readonly path: string; readonly was: Json | undefined; readonly is: Json | undefined };

const ownValue = (data: RecordData, name: string): Json | undefined =>
  Object.hasOwn(data, name) ? data[name] : undefined;

/** Adds the entries that are not the same value in both, those of `before` first. */
const addDifferences = (found: Difference[], above: string, before: RecordData, after: RecordData): void => {
  for (const name in before) {
    const [was, is] = [before[name], ownValue(after, name)];
    if (was !== is) found.push({ path: above + fieldName(name), was, is });
  }
  for (const name in after) {
    if (Object.hasOwn(before, name) || after[name] === undefined) continue;
    found.push({ path: above + fieldName(name), was: undefined, is: after[name] });
  }
};

const entriesOr = (value: Json | undefined): RecordData | undefined =>
  value === undefined ? {} : isEntries(value) ? value : undefined;

/** Where an entry is patched by entries of its own, it need not be there before: two devices may each give it its first. */
const addNested = (found: Difference[], entry: Difference): void => {
  const [before, after] = [entriesOr(entry.was), entriesOr(entry.is)];
  if (before === undefined || after === undefined) found.push(entry);
  else addDifferences(found, `${entry.path}/`, before, after);
};

const differencesOf = (table: TableName, before: RecordData, after: RecordData): readonly Difference[] => {
  const deep: readonly string[] = tables[table];
  const [fields, found]: [Difference[], Difference[]] = [[], []];
  addDifferences(fields, '', before, after);
  for (const field of fields) {
    if (!deep.includes(field.path) || !isEntries(field.was) || !isEntries(field.is)) {
      found.push(field);
      continue;
    }
    const entries: Difference[] = [];
    addDifferences(entries, `${field.path}/`, field.was, field.is);
    for (const entry of entries) {
      if (deep.includes(entry.path)) addNested(found, entry);
      else found.push(entry);
    }
  }
  return found;
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
  const set: FieldPatch[] = [];
  for (const { path, was, is } of differencesOf(table, row.d, next))
    if (!sameJson(was, is)) set.push({ p: path, ...present('b', was), ...present('a', is), r: fieldStamp(row, path) });
  return set.length === 0 ? undefined : { t: table, id, set };
};
