import { describe, expect, it } from 'vitest';
import type { PendingCells } from '#renderer/features/gradebook/pending-cells.ts';
import {
  cellAt,
  dropHeld,
  keepSame,
  nothingPending,
  overlaid,
  setPending,
  settle,
} from '#renderer/features/gradebook/pending-cells.ts';
import type { AssignmentId, CohortId, EnrolmentId, PersonId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import type { Cell, MarkSheet } from '#shared/domain/marks.ts';

const enrolmentId = asId<EnrolmentId>('e1');
const assignmentId = asId<AssignmentId>('m1-essay');
const place = { enrolmentId, assignmentId };
const learner = { id: enrolmentId, cohortId: asId<CohortId>('c'), personId: asId<PersonId>('p') };
const marked = (value: number): Cell => ({ attempts: [{ state: 'marked', value }] });
const sheetOf = (cell: Cell): MarkSheet => ({ ...learner, cells: { [assignmentId]: cell } });
const saving = (value: number, token: number, before: PendingCells = nothingPending): PendingCells =>
  setPending(before, [place], () => ({ kind: 'saving', token, cell: marked(value) }));
const shown = (pending: PendingCells, sheet: MarkSheet | undefined): Cell | undefined =>
  overlaid(sheet, pending.get(enrolmentId), learner)?.cells[assignmentId];

describe('cells keyed and not read back yet', () => {
  it('shows the typed mark at once, also where the learner has no sheet yet', () => {
    expect(shown(saving(2400, 1), undefined)).toEqual(marked(2400));
    expect(shown(saving(2400, 1), sheetOf(marked(1400)))).toEqual(marked(2400));
  });

  it('keeps the later mark when an earlier save ends after it was typed', () => {
    const twice = saving(1500, 2, saving(1400, 1));
    const settled = settle(twice, [place], 1, { n: 7 });
    expect(settled.get(enrolmentId)?.get(assignmentId)).toMatchObject({ kind: 'saving', token: 2 });
    expect(shown(settled, sheetOf(marked(1400)))).toEqual(marked(1500));
  });

  it('stays until the database is read with the change in it, so that the old mark never flashes', () => {
    const saved = settle(saving(1500, 1), [place], 1, { n: 7 });
    const old = new Map([[enrolmentId, sheetOf(marked(1400))]]);
    expect(dropHeld(saved, old, 6)).toBe(saved);
    expect(dropHeld(saved, new Map([[enrolmentId, sheetOf(marked(1500))]]), 6).size).toBe(0);
  });

  it('gives way to what is read after an undo', () => {
    const saved = settle(saving(1500, 1), [place], 1, { n: 7 });
    const undone = new Map([[enrolmentId, sheetOf(marked(1400))]]);
    expect(dropHeld(saved, undone, 8).size).toBe(0);
  });

  it('keeps the typed mark and the reason where the save failed', () => {
    const failed = settle(saving(1500, 1), [place], 1, { failure: { code: 'disk-full' } });
    expect(failed.get(enrolmentId)?.get(assignmentId)).toMatchObject({
      kind: 'failed',
      failure: { code: 'disk-full' },
    });
    expect(shown(dropHeld(failed, new Map(), 99), sheetOf(marked(1400)))).toEqual(marked(1500));
  });

  it('leaves the mark below untouched where a typed text was refused', () => {
    const refused = setPending(nothingPending, [place], () => ({
      kind: 'refused',
      token: 1,
      text: '24',
      failure: { code: 'mark-above-maximum' },
    }));
    expect(shown(refused, sheetOf(marked(1400)))).toEqual(marked(1400));
  });

  it('is what the next change is made upon: the newest that was keyed, else what was read; a refused text changes nothing', () => {
    const sheets = new Map([[enrolmentId, sheetOf(marked(1400))]]);
    const at = (pending: PendingCells): Cell | undefined => cellAt(pending, sheets, enrolmentId, assignmentId);
    expect(at(nothingPending)).toEqual(marked(1400));
    expect(at(saving(1600, 2, saving(1500, 1)))).toEqual(marked(1600));
    expect(at(settle(saving(1500, 1), [place], 1, { n: 7 }))).toEqual(marked(1500));
    const refused = setPending(nothingPending, [place], () => ({
      kind: 'refused',
      token: 1,
      text: 'x',
      failure: { code: 'mark-not-a-number' },
    }));
    expect(at(refused)).toEqual(marked(1400));
    expect(cellAt(nothingPending, new Map(), enrolmentId, assignmentId)).toBeUndefined();
  });

  it('keeps a sheet that was read again without a change', () => {
    const before = new Map([[enrolmentId, sheetOf(marked(1400))]]);
    const again = keepSame(before, new Map([[enrolmentId, sheetOf(marked(1400))]]));
    expect(again.get(enrolmentId)).toBe(before.get(enrolmentId));
    const changed = keepSame(before, new Map([[enrolmentId, sheetOf(marked(1500))]]));
    expect(changed.get(enrolmentId)).not.toBe(before.get(enrolmentId));
  });
});
