import { effectiveMark } from '#shared/domain/effective-marks.ts';
import { explainMark } from '#shared/domain/explanations.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Module } from '#shared/domain/programmes.ts';
import type { Anomaly } from './anomalies.tsx';
import { cellText } from './cell-entry.ts';
import type { ColumnPlan } from './grid-columns.ts';
import type { ModuleState } from './grid-header.tsx';
import type { GridState, Position } from './grid-state.ts';
import { rangeOf } from './grid-state.ts';
import type { MarksRow } from './marks-row.ts';
import type { CellState } from './row-facts.ts';
import { cellStates } from './row-facts.ts';
import type { Pending, PendingCells } from './pending-cells.ts';
import type { CellPlace, Marks } from './use-marks.ts';
import { targetAt } from './cell-targets.ts';

type Facts = Pick<Marks, 'rows' | 'cache' | 'context'>;

/** How many scripts and assignments each filter would find in the whole cohort, and how many learners are mine or at risk. */
export type Totals = Readonly<Record<CellState | 'mine' | 'atRisk', number>>;

export const totalsOf = ({ rows, cache }: Facts): Totals => {
  const totals = { toMark: 0, missing: 0, late: 0, resubmission: 0, mine: 0, atRisk: 0 };
  for (const row of rows) {
    const { all, mine } = cache.facts(row);
    for (const state of cellStates) totals[state] += all[state];
    if (mine.cells > 0) totals.mine += 1;
    if (cache.risks(row).length > 0) totals.atRisk += 1;
  }
  return totals;
};

/** Every mark that somebody should look at, in the order of the rows. */
export const anomaliesOf = ({ rows, cache }: Facts): readonly Anomaly[] =>
  rows.flatMap((row) => cache.facts(row).anomalies.map((found): Anomaly => ({ ...found, row })));

/** Where a module stands in this cohort. */
export const moduleState = ({ rows, cache, context }: Facts, module: Module): ModuleState => {
  const { cohort } = context;
  const released = cohort.released[module.id];
  if (released !== undefined) return { kind: 'released', date: released };
  const dates = module.assignments.flatMap(({ id }) => cohort.due[id] ?? []).sort();
  const date = dates.at(-1);
  if (rows.some((row) => cache.facts(row).begun.has(module.id))) return { kind: 'marking', date };
  if (rows.some((row) => cache.facts(row).arrived.has(module.id))) return { kind: 'arriving', date };
  return date === undefined ? { kind: 'open', date } : { kind: 'due', date };
};

const urgencies: Readonly<Record<ModuleState['kind'], number>> = {
  marking: 4,
  arriving: 3,
  due: 2,
  open: 1,
  released: 0,
};

/** How much a module wants to be seen: the ones being marked first, later ones before released ones; among released ones the last. */
export const urgencyOf = (facts: Facts, module: Module): number => {
  const state = moduleState(facts, module);
  const near = state.kind === 'released' ? module.number : 100 - module.number;
  return urgencies[state.kind] * 1000 + near;
};

/** What a range holds; the mean is over its marks, each as a share of its maximum, in tenths of a per cent. */
export const summaryOf = (
  state: GridState,
  rows: readonly MarksRow[],
  plan: ColumnPlan,
  { context }: Facts,
): { readonly selected: number; readonly cells: number; readonly marks: number; readonly mean: number | undefined } => {
  const range = rangeOf(state);
  const selected = (range.bottom - range.top + 1) * (range.right - range.left + 1);
  if (selected === 1) return { selected, cells: 1, marks: 0, mean: undefined };
  let [cells, marks, sum] = [0, 0, 0];
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      const target = targetAt(rows, plan, { row, column });
      if (target === undefined) continue;
      cells += 1;
      const mark = effectiveMark(
        target.cell,
        target.assignment,
        context.rules,
        context.cohort.due[target.assignment.id],
      );
      if (mark.kind !== 'mark') continue;
      marks += 1;
      sum += mark.value / target.assignment.max;
    }
  }
  return { selected, cells, marks, mean: marks === 0 ? undefined : Math.floor((sum / marks) * 1000 + 0.5) };
};

/** What there is to say of a cell beyond its figure: late, capped, too late, another attempt. */
export const remarkOf = (
  { active }: GridState,
  rows: readonly MarksRow[],
  plan: ColumnPlan,
  { cache, context }: Facts,
  language: string,
): readonly Message[] => {
  const [row, column] = [rows[active.row], plan.columns[active.column]];
  if (row === undefined || column?.kind !== 'assignment') return [];
  const view = cache.view(row);
  const item = view.result.modules
    .find((one) => one.module.id === column.module.id)
    ?.items.find((one) => one.assignment.id === column.assignment.id);
  if (item === undefined) return [];
  const look = view.looks.get(column.assignment.id);
  if (item.mark.kind === 'not-submitted' && item.mark.tooLate && look !== undefined) return [look.screenReader];
  return explainMark(item, context.rules, language);
};

/** A cell that holds something refused or not saved, with what was in it before. */
export type Stopped = {
  readonly at: Position;
  readonly place: CellPlace;
  readonly pending: Pending & { readonly kind: 'refused' | 'failed' };
  readonly before: string;
};

/** The cells among those shown that were refused or not saved, oldest first. */
export const stoppedCells = (
  pending: PendingCells,
  rows: readonly MarksRow[],
  plan: ColumnPlan,
  language: string,
): readonly Stopped[] => {
  if (pending.size === 0) return [];
  const found: Stopped[] = [];
  rows.forEach((row, index) => {
    for (const [assignmentId, entry] of pending.get(row.id) ?? []) {
      if (entry.kind !== 'refused' && entry.kind !== 'failed') continue;
      const column = plan.columns.findIndex((one) => one.kind === 'assignment' && one.assignment.id === assignmentId);
      const cell = row.sheet?.cells[assignmentId];
      if (column < 0) continue;
      found.push({
        at: { row: index, column },
        place: { enrolmentId: row.id, assignmentId },
        pending: entry,
        before: cellText(cell, language),
      });
    }
  });
  return found.sort((a, b) => a.pending.token - b.pending.token);
};
