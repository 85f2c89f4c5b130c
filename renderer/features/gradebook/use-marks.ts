import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { loadCohortAttendance } from '#renderer/db/repositories/cohort-attendance.ts';
import type { CellSave, CohortFrame } from '#renderer/db/repositories/marks.ts';
import { expectFirstMarks, loadCohortFrame, loadCohortSheets, saveCells } from '#renderer/db/repositories/marks.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { today } from '#renderer/desktop/clock.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Reason } from '#shared/domain/change-sets.ts';
import type { AssignmentId, EnrolmentId } from '#shared/domain/ids.ts';
import type { Cell, MarkSheet } from '#shared/domain/marks.ts';
import type { Failure } from '#shared/lib/result.ts';
import type { MarksContext, MarksRow } from './marks-row.ts';
import type { RowCache } from './marks-rows.ts';
import { makeContext, makeRow, makeRowCache, orderLearners } from './marks-rows.ts';
import { paintSoon, paintWaiting } from './paint-soon.ts';
import type { Pending, PendingCells } from './pending-cells.ts';
import { sameValue } from './same-value.ts';
import { cellAt, dropHeld, keepSame, nothingPending, overlaid, setPending, settle } from './pending-cells.ts';

/** Names one cell by the records it belongs to. */
export type CellPlace = { readonly enrolmentId: EnrolmentId; readonly assignmentId: AssignmentId };

/** The marks of a cohort as the screen shows them, and how they are changed. */
export type Marks = {
  readonly frame: CohortFrame;
  readonly context: MarksContext;
  readonly rows: readonly MarksRow[];
  readonly cache: RowCache;
  readonly pending: PendingCells;
  /** Paints the cells at once and saves them as one change; calls back once that is saved, before another change is. */
  readonly save: (cells: readonly CellSave[], reason: Reason, onSaved?: () => void) => void;
  readonly refuse: (place: CellPlace, text: string, failure: Failure) => void;
  /** The cell with everything keyed so far, whether or not the screen shows that yet: what a change is made upon. */
  readonly cellNow: (place: CellPlace) => Cell | undefined;
  /** Gives up what was refused or not saved in cells. */
  readonly restore: (places: readonly CellPlace[]) => void;
};

type Read = { readonly sheets: ReadonlyMap<EnrolmentId, MarkSheet>; readonly asOf: number };

const placeOf = ({ enrolmentId, assignmentId }: CellSave): CellPlace => ({ enrolmentId, assignmentId });

/** So many cells are painted as quickly as one. */
const fewCells = 24;

/** The state of the pending cells, changed at once for the keys that follow before the next painting. */
const usePending = () => {
  const [pending, setState] = useState(nothingPending);
  const current = useRef(nothingPending);
  const token = useRef(0);
  const latest = useRef<Read>({ sheets: new Map(), asOf: -1 });
  const change = useCallback((next: (before: PendingCells) => PendingCells, soon?: 'key' | 'block') => {
    current.current = next(current.current);
    if (soon === undefined) setState(current.current);
    else paintSoon(() => setState(current.current), soon);
  }, []);
  const save = useCallback(
    (cells: readonly CellSave[], reason: Reason, onSaved?: () => void) => {
      const mine = ++token.current;
      const places = cells.map(placeOf);
      const saved = saveCells(cells, reason);
      change(
        (before) =>
          setPending(before, places, (_, index): Pending | undefined => {
            const cell = cells[index]?.cell;
            return cell === undefined ? undefined : { kind: 'saving', token: mine, cell };
          }),
        cells.length > fewCells ? 'block' : 'key',
      );
      void saved.then((result) => {
        paintWaiting();
        change((before) => {
          const settled = settle(before, places, mine, result.ok ? { n: result.value?.n } : { failure: result.error });
          return dropHeld(settled, latest.current.sheets, latest.current.asOf);
        });
        if (result.ok) onSaved?.();
      });
    },
    [change],
  );
  const refuse = useCallback(
    (place: CellPlace, text: string, failure: Failure) =>
      change((before) =>
        setPending(before, [place], () => ({ kind: 'refused', token: ++token.current, text, failure })),
      ),
    [change],
  );
  const restore = useCallback(
    (places: readonly CellPlace[]) => change((before) => setPending(before, places, () => undefined)),
    [change],
  );
  const note = useCallback(
    (read: Read) => {
      latest.current = read;
      change((before) => dropHeld(before, read.sheets, read.asOf));
    },
    [change],
  );
  const cellNow = useCallback(
    (place: CellPlace) => cellAt(current.current, latest.current.sheets, place.enrolmentId, place.assignmentId),
    [],
  );
  return { pending, save, refuse, restore, note, cellNow };
};

/** The sheets as last read, with the identity of those that did not change. */
const useSheets = (cohortId: string) => {
  const read = useLive(() => loadCohortSheets(cohortId), [cohortId]);
  const kept = useRef<{ readonly cohortId: string; readonly sheets: ReadonlyMap<EnrolmentId, MarkSheet> }>(undefined);
  return useMemo(() => {
    if (read === undefined) return undefined;
    const before = kept.current?.cohortId === cohortId ? kept.current.sheets : undefined;
    const sheets = keepSame(before, read.sheets);
    kept.current = { cohortId, sheets };
    return { sheets, asOf: read.asOf };
  }, [read, cohortId]);
};

/** Rows with the identity of those in which nothing changed. */
const useRows = (
  frame: CohortFrame | undefined,
  sheets: ReadonlyMap<EnrolmentId, MarkSheet> | undefined,
  pending: PendingCells,
  language: string,
): readonly MarksRow[] => {
  const known = useRef<
    ReadonlyMap<EnrolmentId, { readonly row: MarksRow; readonly read: MarkSheet | undefined; readonly over: unknown }>
  >(new Map());
  const ordered = useMemo(
    () => (frame === undefined ? [] : orderLearners(frame.learners, language)),
    [frame, language],
  );
  return useMemo(() => {
    const next = new Map<EnrolmentId, { row: MarksRow; read: MarkSheet | undefined; over: unknown }>();
    const rows = ordered.map((learner) => {
      const { enrolment } = learner;
      const before = known.current.get(enrolment.id);
      const [read, over] = [sheets?.get(enrolment.id), pending.get(enrolment.id)];
      const same = before !== undefined && before.read === read && before.over === over;
      const shown = same ? before.row.sheet : overlaid(read, over, enrolment);
      // What was keyed is what is read back: the row is not painted again when its mark is saved.
      const sheet = sameValue(before?.row.sheet, shown) ? before?.row.sheet : shown;
      const row = makeRow(learner, sheet, before?.row);
      next.set(enrolment.id, { row, read, over });
      return row;
    });
    known.current = next;
    return rows;
  }, [ordered, sheets, pending]);
};

/** Everything the Marks tab shows of a cohort, live; undefined until it is read, null where there is no such cohort. */
export const useMarks = (cohortId: string): Marks | undefined | null => {
  const { language } = useText();
  const found = useLive(async () => (await loadCohortFrame(cohortId)) ?? null, [cohortId]);
  const frame = found ?? undefined;
  const read = useSheets(cohortId);
  const { pending: all, save, refuse, restore, note, cellNow } = usePending();
  useLayoutEffect(() => {
    if (read !== undefined) note(read);
  }, [read, note]);
  useEffect(() => {
    if (frame !== undefined && read !== undefined) void expectFirstMarks(frame.learners, read);
  }, [frame, read]);
  const rows = useRows(frame, read?.sheets, all, language);
  const attendance = useLive(() => loadCohortAttendance(cohortId), [cohortId]);
  const day = today();
  const me = useSession().author.name;
  const context = useMemo(() => {
    if (frame === undefined || attendance === undefined) return undefined;
    const { cohort, programme } = frame;
    return makeContext({ cohort, programme, attendance, today: day, me, language });
  }, [frame, attendance, day, me, language]);
  const cache = useMemo(() => (context === undefined ? undefined : makeRowCache(context)), [context]);
  if (found === null) return null;
  if (frame === undefined || read === undefined || context === undefined || cache === undefined) return undefined;
  return { frame, context, rows, cache, pending: all, save, refuse, restore, cellNow };
};
