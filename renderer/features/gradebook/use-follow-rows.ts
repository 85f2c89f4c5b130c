import { useLayoutEffect, useRef } from 'react';
import type { ColumnPlan } from './grid-columns.ts';
import { columnKey } from './grid-columns.ts';
import type { GridState } from './grid-state.ts';
import { at, clampTo } from './grid-state.ts';
import type { MarksRow } from './marks-row.ts';

/** Keeps the cursor with its learner and its column when rows or columns come, go or change places. */
export const useFollowRows = (
  rows: readonly MarksRow[],
  plan: ColumnPlan,
  state: { readonly current: GridState },
  move: (next: GridState) => void,
): void => {
  const before = useRef({ rows, plan });
  useLayoutEffect(() => {
    const was = before.current;
    before.current = { rows, plan };
    const { active, far } = state.current;
    const shape = { rows: rows.length, columns: plan.columns.map(() => 'computed' as const) };
    const sameOrder = was.rows.length === rows.length && was.rows[active.row]?.id === rows[active.row]?.id;
    if (sameOrder && was.plan.columns.length === plan.columns.length) return;
    const [id, column] = [was.rows[active.row]?.id, was.plan.columns[active.column]];
    const row = rows.findIndex((one) => one.id === id);
    const place = plan.columns.findIndex((one) => columnKey(one) === (column === undefined ? '' : columnKey(column)));
    const next = clampTo(shape, { row: row < 0 ? 0 : row, column: place < 0 ? firstOf(plan, column) : place });
    const moved = next.row !== active.row || next.column !== active.column;
    if (moved || far.row !== active.row || far.column !== active.column)
      move(row >= 0 && state.current.edit !== undefined ? { ...state.current, active: next, far: next } : at(next));
  }, [rows, plan, state, move]);
};

/** Where a column's module begins now, for a column that was folded away. */
const firstOf = (plan: ColumnPlan, column: ColumnPlan['columns'][number] | undefined): number => {
  if (column === undefined || column.kind === 'overall') return 0;
  return Math.max(0, plan.groups.find(({ module }) => module.id === column.module.id)?.from ?? 0);
};
