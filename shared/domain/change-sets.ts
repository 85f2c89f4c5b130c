import type { Json } from '#shared/lib/json.ts';
import type { Clock } from './clock.ts';
import type { Erasure } from './erased-records.ts';
import type { TableName } from './tables.ts';
import type { Role } from './workspace.ts';

/** Names one write: clock, `-`, device. Sorts by time. */
export type Stamp = string;

/** One field's change. `p` is a field, `field/entry` or `field/entry/entry`; `b` before, `a` after (absent: the field was or is not there); `r` the stamp of the write replaced. */
export type FieldPatch = { readonly p: string; readonly b?: Json; readonly a?: Json; readonly r: Stamp };

/** The change of one record `id` of table `t`: made new, some fields set, or taken away (a tombstone) and brought back. */
export type RecordPatch =
  | { readonly t: TableName; readonly id: string; readonly new: RecordData }
  | { readonly t: TableName; readonly id: string; readonly set: readonly FieldPatch[] }
  | { readonly t: TableName; readonly id: string; readonly gone: boolean; readonly r: Stamp };

/** A record's data as JSON. */
export type RecordData = { readonly [field: string]: Json };

/** Why a change was made: a code with a message key `reasons.<code>`, its values, and a note where a person gave one. */
export type Reason = {
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly note?: string;
};

/** Who made a change. */
export type Author = { readonly name: string; readonly role: Role };

/**
 * Every change of data: by hand, by import, by merge, by undo (docs/architecture.md, one write path).
 * `n` counts the change sets of a device without a gap; `device:n` is its id.
 */
export type ChangeSet = {
  readonly v: 1;
  readonly device: string;
  readonly n: number;
  readonly clock: Clock;
  readonly by: Author;
  readonly why: Reason;
  readonly kind: 'do' | 'undo' | 'redo' | 'erase';
  /** The change set that an undo or redo reverses or repeats. */
  readonly of?: string;
  /** What an erasure takes out of the history (kind `erase`; erasure.ts). */
  readonly erases?: Erasure;
  readonly patches: readonly RecordPatch[];
};

/** `device:n`. */
export const changeSetId = (set: Pick<ChangeSet, 'device' | 'n'>): string => `${set.device}:${set.n}`;

/** The stamp that all fields written by this change set carry. */
export const stampOf = (set: Pick<ChangeSet, 'clock' | 'device'>): Stamp => `${set.clock}-${set.device}`;
