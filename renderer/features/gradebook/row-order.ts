import { effectiveMark } from '#shared/domain/effective-marks.ts';
import type { GridColumn } from './grid-columns.ts';
import { columnKey, figureIn } from './grid-columns.ts';
import type { MarksContext, MarksRow } from './marks-row.ts';
import type { RowCache } from './marks-rows.ts';

/** By what rows are ordered: by name, or by the column of this key. */
export type Sort = { readonly by: 'name' | GridColumn; readonly direction: 'ascending' | 'descending' };

export const byName: Sort = { by: 'name', direction: 'ascending' };

export const sortKey = (by: Sort['by']): string => (by === 'name' ? 'name' : columnKey(by));

/** What a press on a heading does: names go up and down; marks begin with the highest, then the lowest, then back to the names. */
export const nextSort = (before: Sort, by: Sort['by']): Sort => {
  const [first, second] =
    by === 'name' ? (['ascending', 'descending'] as const) : (['descending', 'ascending'] as const);
  if (sortKey(before.by) !== sortKey(by)) return { by, direction: first };
  return before.direction === first ? { by, direction: second } : byName;
};

const figureOf = (row: MarksRow, column: GridColumn, cache: RowCache, context: MarksContext): number | undefined => {
  if (column.kind === 'assignment') {
    const { assignment } = column;
    const cell = row.sheet?.cells[assignment.id];
    const mark = effectiveMark(cell, assignment, context.rules, context.cohort.due[assignment.id]);
    return mark.kind === 'mark' ? mark.parts : undefined;
  }
  return figureIn(column, cache.view(row).result);
};

/** Rows in another order. Those of equal marks stay in the order of their names, those without one stand at the end in either direction. */
export const ordered = (
  rows: readonly MarksRow[],
  { by, direction }: Sort,
  cache: RowCache,
  context: MarksContext,
): readonly MarksRow[] => {
  if (by === 'name') return direction === 'ascending' ? rows : rows.toReversed();
  const sign = direction === 'ascending' ? 1 : -1;
  const figures = new Map(rows.map((row) => [row.id, figureOf(row, by, cache, context)]));
  return rows.toSorted((a, b) => {
    const [first, second] = [figures.get(a.id), figures.get(b.id)];
    if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined);
    return sign * (first - second);
  });
};
