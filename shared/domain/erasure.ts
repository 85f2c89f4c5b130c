import type { Json } from '#shared/lib/json.ts';
import type { ChangeSet, FieldPatch, RecordData, RecordPatch } from './change-sets.ts';
import { anonymousRecord, fieldsEmptied, scrub } from './anonymous-records.ts';
import type { ErasedRecord, Erasure } from './erased-records.ts';
import type { TableName } from './tables.ts';

/** The records of an erasure, ready to be looked up. `whole`: ids of people and enrolments that go altogether, wherever they are named. */
export type ErasureTargets = { readonly byKey: ReadonlyMap<string, ErasedRecord>; readonly whole: ReadonlySet<string> };

const keyOf = (table: TableName, id: string): string => `${table}/${id}`;

/** Prepares the records of an erasure for `redactText`. */
export const erasureTargets = (records: readonly ErasedRecord[]): ErasureTargets => ({
  byKey: new Map(records.map((record) => [keyOf(record.t, record.id), record])),
  whole: new Set(
    records.filter(({ t, f }) => f === undefined && (t === 'people' || t === 'enrolments')).map(({ id }) => id),
  ),
});

const topField = ({ p }: FieldPatch): string => p.split('/')[0] ?? p;

const redactOwn = (patch: RecordPatch, fields: readonly string[] | undefined): RecordPatch => {
  if ('gone' in patch) return patch;
  if ('new' in patch)
    return {
      t: patch.t,
      id: patch.id,
      new: fields === undefined ? anonymousRecord(patch.t, patch.new) : fieldsEmptied(patch.new, fields),
    };
  return {
    t: patch.t,
    id: patch.id,
    set: fields === undefined ? [] : patch.set.filter((field) => !fields.includes(topField(field))),
  };
};

const scrubField = (field: FieldPatch, whole: ReadonlySet<string>): FieldPatch | undefined => {
  if (field.p.split('/').some((part) => whole.has(part))) return undefined;
  const [b, a] = [field.b, field.a].map((value) => (value === undefined ? undefined : scrub(value, whole)));
  return b === field.b && a === field.a
    ? field
    : { p: field.p, ...(b === undefined ? {} : { b }), ...(a === undefined ? {} : { a }), r: field.r };
};

const redactOther = (patch: RecordPatch, whole: ReadonlySet<string>): RecordPatch => {
  if (whole.size === 0 || 'gone' in patch) return patch;
  if ('new' in patch) {
    const scrubbed = scrub(patch.new, whole) as RecordData;
    return scrubbed === patch.new ? patch : { t: patch.t, id: patch.id, new: scrubbed };
  }
  const set = patch.set.map((field) => scrubField(field, whole));
  return set.every((field, index) => field === patch.set[index])
    ? patch
    : { t: patch.t, id: patch.id, set: set.filter((field) => field !== undefined) };
};

/** Reasons of a change that touched the person: what it was stays, names and notes go. */
const bareReason = ({ code, values = {} }: ChangeSet['why']): ChangeSet['why'] => {
  const numbers = Object.entries(values).filter(([, value]) => typeof value === 'number');
  return { code, ...(numbers.length === 0 ? {} : { values: Object.fromEntries(numbers) }) };
};

/**
 * A change set without what an erasure takes away: patches of the erased records keep their place and say nothing, others lose the entries about erased
 * people, and the reason of a change that touched them keeps its code and its numbers. Done twice it is the same; a change set that says nothing of
 * them comes back as it is.
 */
export const redactChangeSet = (set: ChangeSet, { byKey, whole }: ErasureTargets): ChangeSet => {
  let touched = false;
  const patches = set.patches.map((patch) => {
    const own = byKey.get(keyOf(patch.t, patch.id));
    const left = own === undefined ? redactOther(patch, whole) : redactOwn(patch, own.f);
    touched ||= own !== undefined || left !== patch;
    return left;
  });
  return touched ? { ...set, why: bareReason(set.why), patches } : set;
};

/** The text of a frame without what an erasure takes away; the same text where it says nothing of it. */
export const redactText = (text: string, targets: ErasureTargets): string => {
  const set = JSON.parse(text) as ChangeSet;
  const redacted = redactChangeSet(set, targets);
  return redacted === set ? text : JSON.stringify(redacted);
};

/** The erasure that a frame's text carries; undefined where it is another kind of change. */
export const erasureIn = (text: string): Erasure | undefined => {
  if (!text.includes('"kind":"erase"')) return undefined;
  const set = JSON.parse(text) as ChangeSet;
  return set.kind === 'erase' ? set.erases : undefined;
};

type Row = { readonly id: string; readonly d: RecordData; readonly s: string; readonly x?: string };

/** Records of which a place is left: the counts of a cohort and the register stay true. All others are taken away. */
const kept: ReadonlySet<TableName> = new Set<TableName>(['enrolments', 'awards', 'certificates']);

/** Makes a record anonymous without saying what it was before. A record that was taken away stays so. */
const ownPatches = ({ t, id, f }: ErasedRecord, row: Row, on: string): readonly RecordPatch[] => {
  if (f !== undefined) {
    const emptied = fieldsEmptied(row.d, f);
    const fields = f.filter((field) => Object.hasOwn(row.d, field));
    const after = (field: string): { readonly a?: Json } => (emptied[field] === undefined ? {} : { a: emptied[field] });
    return fields.length === 0 ? [] : [{ t, id, set: fields.map((p) => ({ p, ...after(p), r: row.s })) }];
  }
  if (kept.has(t) && row.x === undefined) return [{ t, id, new: anonymousRecord(t, { ...row.d, erasedOn: on }) }];
  return [
    { t, id, new: anonymousRecord(t, row.d) },
    { t, id, gone: true, r: row.x ?? row.s },
  ];
};

/**
 * The patches of an erasure, from the rows as they are now: `own` are the erased records, `others` may name the erased people. None of them says what was
 * there before. `on`: day of the erasure.
 */
export const erasurePatches = (
  own: readonly { readonly record: ErasedRecord; readonly row: Row }[],
  others: readonly { readonly t: TableName; readonly row: Row }[],
  on: string,
): readonly RecordPatch[] => {
  const { whole, byKey } = erasureTargets(own.map(({ record }) => record));
  return [
    ...own.flatMap(({ record, row }) => ownPatches(record, row, on)),
    ...others.flatMap(({ t, row }): readonly RecordPatch[] => {
      const next = byKey.has(keyOf(t, row.id)) ? row.d : (scrub(row.d, whole) as RecordData);
      if (next === row.d) return [];
      return [
        { t, id: row.id, new: next },
        ...(row.x === undefined ? [] : [{ t, id: row.id, gone: true, r: row.x } as const]),
      ];
    }),
  ];
};
