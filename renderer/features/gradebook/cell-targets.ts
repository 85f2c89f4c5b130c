import type { CellEntry } from '#shared/domain/mark-text.ts';
import type { Cell } from '#shared/domain/marks.ts';
import type { Assignment, Module } from '#shared/domain/programmes.ts';
import type { ColumnPlan } from './grid-columns.ts';
import type { Position, Range } from './grid-state.ts';
import type { MarksRow } from './marks-row.ts';

/** A cell of the grid that can be keyed. */
export type Target = {
  readonly row: MarksRow;
  readonly module: Module;
  readonly assignment: Assignment;
  readonly cell: Cell | undefined;
};

/** What shall be entered into a cell. */
export type CellChange = { readonly target: Target; readonly entry: CellEntry };

export const targetAt = (
  rows: readonly MarksRow[],
  plan: ColumnPlan,
  { row: index, column: at }: Position,
): Target | undefined => {
  const [row, column] = [rows[index], plan.columns[at]];
  if (row === undefined || column?.kind !== 'assignment') return undefined;
  const { module, assignment } = column;
  return { row, module, assignment, cell: row.sheet?.cells[assignment.id] };
};

/** All cells of a range that can be keyed, row by row. */
export const targetsIn = (rows: readonly MarksRow[], plan: ColumnPlan, range: Range): readonly Target[] => {
  const found: Target[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      const target = targetAt(rows, plan, { row, column });
      if (target !== undefined && !target.row.locked) found.push(target);
    }
  }
  return found;
};
