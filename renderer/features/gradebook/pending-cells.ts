import type { AssignmentId, EnrolmentId } from '#shared/domain/ids.ts';
import type { Cell, MarkSheet } from '#shared/domain/marks.ts';
import type { Failure } from '#shared/lib/result.ts';
import { sameValue } from './same-value.ts';

/**
 * What was keyed and is not read back from the database yet. `token` tells two entries into one cell apart. `saved` holds the counter of the change
 * set; the entry goes once the sheets read hold that change set. `failed` keeps what was typed until it is saved or given up.
 */
export type Pending =
  | { readonly kind: 'saving'; readonly token: number; readonly cell: Cell }
  | { readonly kind: 'saved'; readonly token: number; readonly cell: Cell; readonly n: number }
  | { readonly kind: 'failed'; readonly token: number; readonly cell: Cell; readonly failure: Failure }
  | { readonly kind: 'refused'; readonly token: number; readonly text: string; readonly failure: Failure };

/** Pending cells of one row by assignment; absent rows have none. */
export type PendingCells = ReadonlyMap<EnrolmentId, ReadonlyMap<AssignmentId, Pending>>;

export const nothingPending: PendingCells = new Map();

type Place = { readonly enrolmentId: EnrolmentId; readonly assignmentId: AssignmentId };

/** Sets or (undefined) takes away the pending entries of cells; other rows keep their identity, and the whole map where nothing changes. */
export const setPending = (
  pending: PendingCells,
  places: readonly Place[],
  entryOf: (before: Pending | undefined, index: number) => Pending | undefined,
): PendingCells => {
  let next: Map<EnrolmentId, ReadonlyMap<AssignmentId, Pending>> | undefined;
  const made = new Map<EnrolmentId, Map<AssignmentId, Pending>>();
  places.forEach(({ enrolmentId, assignmentId }, index) => {
    const row = (next ?? pending).get(enrolmentId);
    const before = row?.get(assignmentId);
    const entry = entryOf(before, index);
    if (entry === before) return;
    next ??= new Map(pending);
    const changed = made.get(enrolmentId) ?? new Map(row);
    made.set(enrolmentId, changed);
    if (entry === undefined) changed.delete(assignmentId);
    else changed.set(assignmentId, entry);
    if (changed.size === 0) next.delete(enrolmentId);
    else next.set(enrolmentId, changed);
  });
  return next ?? pending;
};

/** Notes how a save ended; entries that were keyed over meanwhile are left alone. `n` is absent where nothing had changed. */
export const settle = (
  pending: PendingCells,
  places: readonly Place[],
  token: number,
  outcome: { readonly n: number | undefined } | { readonly failure: Failure },
): PendingCells =>
  setPending(pending, places, (before) => {
    if (before?.kind !== 'saving' || before.token !== token) return before;
    if ('failure' in outcome) return { kind: 'failed', token, cell: before.cell, failure: outcome.failure };
    return outcome.n === undefined ? undefined : { kind: 'saved', token, cell: before.cell, n: outcome.n };
  });

const isHeld = (entry: Pending, sheet: MarkSheet | undefined, assignmentId: AssignmentId, asOf: number): boolean => {
  if (entry.kind !== 'saved') return false;
  const stored = sheet?.cells[assignmentId];
  return asOf >= entry.n || (stored !== undefined && sameValue(stored, entry.cell));
};

/** Drops the entries that the sheets just read hold already. The same map comes back where there are none. */
export const dropHeld = (
  pending: PendingCells,
  sheets: ReadonlyMap<EnrolmentId, MarkSheet>,
  asOf: number,
): PendingCells => {
  const gone: Place[] = [];
  for (const [enrolmentId, row] of pending) {
    for (const [assignmentId, entry] of row) {
      if (isHeld(entry, sheets.get(enrolmentId), assignmentId, asOf)) gone.push({ enrolmentId, assignmentId });
    }
  }
  return gone.length === 0 ? pending : setPending(pending, gone, () => undefined);
};

/** A cell with what was keyed into it, of sheets as they were last read; a text that was refused changes nothing. */
export const cellAt = (
  pending: PendingCells,
  sheets: ReadonlyMap<EnrolmentId, MarkSheet>,
  enrolmentId: EnrolmentId,
  assignmentId: AssignmentId,
): Cell | undefined => {
  const entry = pending.get(enrolmentId)?.get(assignmentId);
  return entry === undefined || entry.kind === 'refused' ? sheets.get(enrolmentId)?.cells[assignmentId] : entry.cell;
};

/** A sheet as the screen shows it: what was keyed stands over what was read. */
export const overlaid = (
  sheet: MarkSheet | undefined,
  row: ReadonlyMap<AssignmentId, Pending> | undefined,
  learner: {
    readonly id: EnrolmentId;
    readonly cohortId: MarkSheet['cohortId'];
    readonly personId: MarkSheet['personId'];
  },
): MarkSheet | undefined => {
  const keyed = [...(row ?? [])].flatMap(([id, entry]) =>
    entry.kind === 'refused' ? [] : [[id, entry.cell] as const],
  );
  if (keyed.length === 0) return sheet;
  const { id, cohortId, personId } = learner;
  return { ...(sheet ?? { id, cohortId, personId }), cells: { ...sheet?.cells, ...Object.fromEntries(keyed) } };
};

/** Keeps the sheets of the last reading where nothing in them has changed, so that their rows need not be painted again. */
export const keepSame = (
  before: ReadonlyMap<EnrolmentId, MarkSheet> | undefined,
  now: ReadonlyMap<EnrolmentId, MarkSheet>,
): ReadonlyMap<EnrolmentId, MarkSheet> => {
  if (before === undefined) return now;
  return new Map(
    [...now].map(([id, sheet]) => {
      const known = before.get(id);
      return [id, known !== undefined && sameValue(known, sheet) ? known : sheet];
    }),
  );
};
