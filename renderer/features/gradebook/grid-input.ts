import { cellText } from './cell-entry.ts';
import type { ColumnPlan } from './grid-columns.ts';
import type { Command, GridShape, Position, Range } from './grid-state.ts';
import type { MarksRow } from './marks-row.ts';
import type { RowCache } from './marks-rows.ts';
import type { PendingCells } from './pending-cells.ts';

/** What the keyboard of the grid works on. */
export type GridInput = {
  readonly rows: readonly MarksRow[];
  readonly plan: ColumnPlan;
  readonly cache: RowCache;
  readonly pending: PendingCells;
  readonly run: (command: Command) => void;
  readonly paste: (text: string, range: Range) => void;
  /** Esc with nothing being typed: gives up what was refused; says where, so that the cell is active again. */
  readonly restore: (active: Position) => Position | undefined;
  /** Arrow up in the first row: the focus goes to the heading of the column. */
  readonly toHeads: (column: number) => void;
};

/** The text of a cell for F2: what was refused there, or else what it holds. */
const editText = (input: GridInput, { row: index, column: place }: Position, language: string): string => {
  const [row, column] = [input.rows[index], input.plan.columns[place]];
  if (row === undefined || column?.kind !== 'assignment') return '';
  const pending = input.pending.get(row.id)?.get(column.assignment.id);
  return pending?.kind === 'refused' ? pending.text : cellText(row.sheet?.cells[column.assignment.id], language);
};

/** What the keys need to know of it. */
export const shapeOf = (input: GridInput, pageRows: number, language: string): GridShape => ({
  rows: input.rows.length,
  columns: input.plan.columns.map(({ kind }) => (kind === 'assignment' ? 'assignment' : 'computed')),
  isLocked: (row) => input.rows[row]?.locked === true,
  pageRows,
  textAt: (position) => editText(input, position, language),
});
