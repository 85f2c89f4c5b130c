import { sameJson } from '#shared/lib/json.ts';
import type { ChangeSet, FieldPatch, RecordPatch } from './change-sets.ts';
import { changeSetId } from './change-sets.ts';
import { fieldStamp, valueAt } from './rows.ts';
import type { StoredRow } from './rows.ts';

/** Ids of change sets that can be undone and redone, latest last. */
export type UndoStacks = { readonly undo: readonly string[]; readonly redo: readonly string[] };

export const emptyStacks: UndoStacks = { undo: [], redo: [] };

/** Paper that left the printer cannot be taken back: a print stays in the log. What the bank of comments learns by the way is nobody's step. What left the workspace has left it. */
const lasting: ReadonlySet<string> = new Set([
  'certificates-printed',
  'signing-key-kept',
  'comments-learned',
  'export-noted',
]);

/**
 * What was erased has no way back. A serial given is given for ever, and the award a certificate is for must stand; a workspace without its beginning would ask to be begun again. These
 * cannot be undone, nor can what came before them on this device.
 */
const final: ReadonlySet<string> = new Set([
  'certificates-issued',
  'certificate-superseded',
  'certificate-revoked',
  'signing-key-changed',
  'workspace-started',
  'restored-from-snapshot',
  'person-erased',
  'data-expired',
  'erasure-finished',
]);

/**
 * The stacks after one more change set of this device. An undo moves its target to the redo stack, a redo moves it back, and anything
 * else forgets what could be redone. Rebuilt from the change log after a restart. A print leaves the stacks as they are; an issue empties them.
 */
export const pushChange = (
  stacks: UndoStacks,
  set: Pick<ChangeSet, 'device' | 'n' | 'kind' | 'of' | 'why'>,
): UndoStacks => {
  if (final.has(set.why.code)) return emptyStacks;
  if (lasting.has(set.why.code)) return stacks;
  const without = (ids: readonly string[], id: string): readonly string[] => ids.filter((other) => other !== id);
  if (set.kind === 'undo' && set.of !== undefined)
    return { undo: without(stacks.undo, set.of), redo: [...stacks.redo, set.of] };
  if (set.kind === 'redo' && set.of !== undefined)
    return { undo: [...stacks.undo, set.of], redo: without(stacks.redo, set.of) };
  return { undo: [...stacks.undo, changeSetId(set)], redo: [] };
};

const invertField = (row: StoredRow, field: FieldPatch, from: 'a' | 'b'): FieldPatch => {
  const [before, after] = from === 'a' ? [field.a, field.b] : [field.b, field.a];
  return {
    p: field.p,
    ...(before === undefined ? {} : { b: before }),
    ...(after === undefined ? {} : { a: after }),
    r: fieldStamp(row, field.p),
  };
};

/**
 * The patch that undoes (`undo`) or repeats (`redo`) one patch of an earlier change set on the row as it is now.
 * Undefined where the row is missing.
 */
export const reversePatch = (
  patch: RecordPatch,
  row: StoredRow | undefined,
  kind: 'undo' | 'redo',
): RecordPatch | undefined => {
  if (row === undefined) return undefined;
  if ('new' in patch) return { t: patch.t, id: patch.id, gone: kind === 'undo', r: row.x ?? row.s };
  if ('gone' in patch)
    return { t: patch.t, id: patch.id, gone: kind === 'undo' ? !patch.gone : patch.gone, r: row.x ?? row.s };
  return {
    t: patch.t,
    id: patch.id,
    set: patch.set.map((field) => invertField(row, field, kind === 'undo' ? 'a' : 'b')),
  };
};

/**
 * True where the record still looks as the change set left it (`undo`) or as its undoing left it (`redo`). Where it does not, somebody has
 * changed it since, and reversing would lose their work.
 */
export const isReversible = (patch: RecordPatch, row: StoredRow | undefined, kind: 'undo' | 'redo'): boolean => {
  if (row === undefined) return false;
  const gone = row.x !== undefined;
  if ('new' in patch) return kind === 'undo' ? !gone && sameJson(row.d, patch.new) : gone;
  if ('gone' in patch) return gone === (kind === 'undo' ? patch.gone : !patch.gone);
  return !gone && patch.set.every((field) => sameJson(valueAt(row.d, field.p), kind === 'undo' ? field.a : field.b));
};
