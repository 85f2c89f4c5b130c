import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useText } from '#renderer/ui/text.tsx';
import { cellText } from './cell-entry.ts';
import type { ColumnPlan } from './grid-columns.ts';
import { columnKey, figureIn } from './grid-columns.ts';
import type { Command, GridShape, GridState, Position, Range, Step } from './grid-state.ts';
import { at, clampTo, pointTo, press, rangeOf, typed } from './grid-state.ts';
import type { MarksRow } from './marks-row.ts';
import type { RowCache } from './marks-rows.ts';
import { paintNow, paintSoon } from './paint-soon.ts';
import { writeBlock } from './paste-block.ts';
import type { PendingCells } from './pending-cells.ts';

type GridInput = {
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

const shapeOf = (input: GridInput, pageRows: number, language: string): GridShape => ({
  rows: input.rows.length,
  columns: input.plan.columns.map(({ kind }) => (kind === 'assignment' ? 'assignment' : 'computed')),
  isLocked: (row) => input.rows[row]?.locked === true,
  pageRows,
  textAt: (position) => editText(input, position, language),
});

/** The selected cells as text for the clipboard: marks as given, letters of outcomes, computed figures in per cent. */
const copied = (input: GridInput, range: Range, language: string, percent: (tenths: number) => string): string => {
  const lines = input.rows.slice(range.top, range.bottom + 1).map((row) =>
    input.plan.columns.slice(range.left, range.right + 1).map((column) => {
      if (column.kind === 'assignment') return cellText(row.sheet?.cells[column.assignment.id], language);
      const value = figureIn(column, input.cache.view(row).result);
      return value === undefined ? '' : percent(value);
    }),
  );
  return writeBlock(lines);
};

/** What keeps the focus while the cursor moves: a heading that orders, a filter that narrows, a panel that follows, a question that is asked. */
export const focusKeepers = '.heads, .marks-tools, aside, [role=dialog]';

/** Who goes to a cell on purpose takes the focus along. */
const leaveKeeper = (): void => {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.closest(focusKeepers) !== null) activeElement.blur();
};

/** The keyboard, pointer and clipboard of the grid. The state is current at once for keys that come before the next painting. */
export const useGrid = (input: GridInput, pageRows: number, percent: (tenths: number) => string) => {
  const { language } = useText();
  const [painted, setPainted] = useState<GridState>(() =>
    at({
      row: 0,
      column: Math.max(
        0,
        input.plan.columns.findIndex(({ kind }) => kind === 'assignment'),
      ),
    }),
  );
  const state = useRef(painted);
  const [locked, setLocked] = useState<Position>();
  const latest = useRef(input);
  latest.current = input;

  const move = useCallback((next: GridState) => {
    state.current = next;
    setPainted(next);
  }, []);

  const perform = useCallback(
    (step: NonNullable<Step>) => {
      const { command } = step;
      const { active } = step.state;
      const changes = command?.kind === 'outcome' || command?.kind === 'clear';
      const onLocked =
        changes && latest.current.rows[active.row]?.locked === true && command.range.top === command.range.bottom;
      const paint = (): void => {
        setLocked(onLocked ? active : command?.kind === 'locked' ? command.at : undefined);
        move(step.state);
        const to = command?.kind === 'restore' ? latest.current.restore(active) : undefined;
        if (to !== undefined) move(at(to));
      };
      if (command === undefined || onLocked) return paint();
      if (command.kind === 'heads') return latest.current.toHeads(command.column);
      // The write begins before the painting, so that the disk works meanwhile.
      latest.current.run(command);
      if (command.kind === 'enter') paintSoon(paint);
      else paint();
    },
    [move],
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing || event.altKey) return;
      const key = { key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey };
      paintNow();
      const step = press(state.current, key, shapeOf(latest.current, pageRows, language));
      if (step === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      perform(step);
    },
    [pageRows, language, perform],
  );

  const onText = useCallback((text: string) => move(typed(state.current, text)), [move]);
  const point = useCallback(
    (to: Position, extend: boolean) => {
      leaveKeeper();
      paintNow();
      perform(pointTo(state.current, to, extend));
    },
    [perform],
  );
  const begin = useCallback(() => {
    const step = press(
      state.current,
      { key: 'F2', shift: false, ctrl: false },
      shapeOf(latest.current, pageRows, language),
    );
    if (step !== undefined && state.current.edit === undefined) perform(step);
  }, [pageRows, language, perform]);
  const goTo = useCallback(
    (to: Position) => {
      leaveKeeper();
      move(at({ ...to }));
    },
    [move],
  );

  const onCopy = useCallback(
    (event: ClipboardEvent) => {
      event.preventDefault();
      event.clipboardData?.setData('text/plain', copied(latest.current, rangeOf(state.current), language, percent));
    },
    [language, percent],
  );
  const onCut = useCallback(
    (event: ClipboardEvent) => {
      onCopy(event);
      latest.current.run({ kind: 'clear', range: rangeOf(state.current) });
    },
    [onCopy],
  );
  const onPaste = useCallback((event: ClipboardEvent) => {
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text !== '') latest.current.paste(text, rangeOf(state.current));
  }, []);

  useFollowRows(input.rows, input.plan, state, move);
  return useMemo(
    () => ({ state: painted, locked, onKeyDown, onText, point, begin, goTo, onCopy, onCut, onPaste, current: state }),
    [painted, locked, onKeyDown, onText, point, begin, goTo, onCopy, onCut, onPaste],
  );
};

/** Keeps the cursor with its learner and its column when rows or columns come, go or change places. */
const useFollowRows = (
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
