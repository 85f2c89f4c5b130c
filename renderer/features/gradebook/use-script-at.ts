import { useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { ModuleId } from '#shared/domain/ids.ts';
import type { ColumnPlan } from './grid-columns.ts';
import type { Position } from './grid-state.ts';

/** Where the cursor has to go so that a script is shown: from a figure to the first assignment of its module, which is unfolded for it. */
export const useScriptAt = (plan: ColumnPlan, active: Position, fold: (id: ModuleId) => void): (() => Position) => {
  const shown = useRef(plan);
  useLayoutEffect(() => {
    shown.current = plan;
  });
  return () => {
    const column = plan.columns[active.column];
    if (column === undefined || column.kind === 'assignment' || column.kind === 'overall') return active;
    const groupOf = () => shown.current.groups.find(({ module }) => module.id === column.module.id);
    if (groupOf()?.folded === true) flushSync(() => fold(column.module.id));
    const group = groupOf();
    return group === undefined || column.module.assignments.length === 0 ? active : { ...active, column: group.from };
  };
};
