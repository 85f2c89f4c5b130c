import { useLayoutEffect, useState } from 'react';
import type { ModuleId } from '#shared/domain/ids.ts';
import type { Module } from '#shared/domain/programmes.ts';
import type { Anomaly } from './anomalies.tsx';
import type { ColumnPlan } from './grid-columns.ts';
import type { Position } from './grid-state.ts';
import type { MarksRow } from './marks-row.ts';
import { useSteady } from './use-steady.ts';

type Sheet = {
  readonly rows: readonly MarksRow[];
  readonly plan: ColumnPlan;
  readonly modules: readonly Module[];
  readonly unfold: (id: ModuleId) => void;
  readonly showAll: () => void;
  readonly goTo: (to: Position) => void;
};

const placeOf = ({ rows, plan }: Pick<Sheet, 'rows' | 'plan'>, { row: { id }, assignmentId }: Anomaly): Position => ({
  row: rows.findIndex((one) => one.id === id),
  column: plan.columns.findIndex((one) => one.kind === 'assignment' && one.assignment.id === assignmentId),
});

/** Goes to the mark of an anomaly: a filter that hides its learner is lifted and a folded module unfolded first. */
export const useAnomalyJump = (sheet: Sheet): ((anomaly: Anomaly) => void) => {
  const [wanted, setWanted] = useState<Anomaly>();
  const { rows, plan, goTo } = sheet;
  useLayoutEffect(() => {
    if (wanted === undefined) return;
    const to = placeOf({ rows, plan }, wanted);
    if (to.row < 0 || to.column < 0) return;
    setWanted(undefined);
    goTo(to);
  }, [wanted, rows, plan, goTo]);
  return useSteady((anomaly: Anomaly): void => {
    const { row, column } = placeOf(sheet, anomaly);
    const module = sheet.modules.find(({ assignments }) => assignments.some(({ id }) => id === anomaly.assignmentId));
    if (row < 0) sheet.showAll();
    if (column < 0 && module !== undefined) sheet.unfold(module.id);
    setWanted(anomaly);
  });
};
