import type { FocusEvent, KeyboardEvent } from 'react';
import { useCallback, useState } from 'react';
import type { ColumnPlan } from './grid-columns.ts';

/** A heading: line 0 has the modules by their first column, line 1 the columns; the names are column -1. */
export type HeadPlace = { readonly line: 0 | 1; readonly column: number };

export const headId = ({ line, column }: HeadPlace): string => `head-${line}-${column}`;

const names: HeadPlace = { line: 1, column: -1 };

const clampTo = (plan: ColumnPlan, column: number): number => Math.max(-1, Math.min(column, plan.columns.length - 1));

const groupAt = (plan: ColumnPlan, column: number): number =>
  plan.groups.findIndex(({ from, count }) => column >= from && column < from + count);

/** Where a key leads among the headings; `down` leaves them for the rows. Undefined where the key is not theirs. */
const headAfter = (plan: ColumnPlan, { line, column }: HeadPlace, key: string): HeadPlace | 'down' | undefined => {
  const group = groupAt(plan, column);
  const groupPlace = (index: number): HeadPlace => ({
    line: 0,
    column: plan.groups[Math.max(0, Math.min(index, plan.groups.length - 1))]?.from ?? 0,
  });
  const step = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }[key];
  if (step !== undefined) {
    if (line === 1) return { line, column: clampTo(plan, column + step) };
    return group === 0 && step < 0 ? names : groupPlace(group + step);
  }
  if (key === 'ArrowUp') return line === 1 && group >= 0 ? groupPlace(group) : { line, column };
  if (key !== 'ArrowDown') return undefined;
  return line === 0 ? { line: 1, column } : 'down';
};

/** The one heading that the Tab key reaches, and the arrows between them all. */
export const useHeads = (plan: ColumnPlan, onDown: (column: number) => void) => {
  const [chosen, setChosen] = useState<HeadPlace>(names);
  // After folding, the heading may stand elsewhere.
  const at: HeadPlace =
    chosen.line === 0
      ? { line: 0, column: plan.groups[Math.max(0, groupAt(plan, clampTo(plan, chosen.column)))]?.from ?? 0 }
      : { line: 1, column: clampTo(plan, chosen.column) };
  const onFocus = useCallback((event: FocusEvent) => {
    const [, line, column] = /^head-([01])-(-?\d+)$/.exec(event.target.id) ?? [];
    if (column !== undefined) setChosen({ line: line === '0' ? 0 : 1, column: Number(column) });
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = headAfter(plan, at, event.key);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (next === 'down') onDown(Math.max(0, at.column));
    else document.getElementById(headId(next))?.focus();
  };
  return { at, onFocus, onKeyDown };
};
