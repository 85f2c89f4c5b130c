import { parseCellEntry } from '#shared/domain/mark-text.ts';
import type { CellEntry } from '#shared/domain/mark-text.ts';
import type { Cell } from '#shared/domain/marks.ts';
import type { Assignment } from '#shared/domain/programmes.ts';
import { cellText } from './cell-entry.ts';
import type { CellChange } from './cell-targets.ts';
import { targetsIn } from './cell-targets.ts';
import type { ColumnPlan } from './grid-columns.ts';
import type { Range } from './grid-state.ts';
import type { MarksRow } from './marks-row.ts';

const entryOf = (cell: Cell | undefined, { max }: Assignment): CellEntry | undefined => {
  const read = parseCellEntry(cellText(cell, 'en'), max);
  return read.ok && read.value.kind !== 'clear' ? read.value : undefined;
};

/** The first row of a range into all below it; the row above into a range of one row. Blank cells are not filled down. */
export const fillDown = (rows: readonly MarksRow[], plan: ColumnPlan, range: Range): readonly CellChange[] => {
  const first = range.top === range.bottom ? range.top - 1 : range.top;
  return targetsIn(rows, plan, { ...range, top: first + 1 }).flatMap((target) => {
    const entry = entryOf(rows[first]?.sheet?.cells[target.assignment.id], target.assignment);
    return entry === undefined ? [] : [{ target, entry }];
  });
};
