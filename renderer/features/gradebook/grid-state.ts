import type { Outcome } from '#shared/domain/marks.ts';

/** A cell of the grid by its place among the rows and columns that are shown. */
export type Position = { readonly row: number; readonly column: number };

/** A text being typed into the active cell. `replace` began by typing (arrows leave the cell), `change` by F2 (arrows move the caret). */
export type Edit = { readonly text: string; readonly mode: 'replace' | 'change' };

/**
 * Where the keyboard stands. The range reaches from `active` to `far`. `home` is the column to which Enter returns after Tab, as in a spreadsheet.
 * `leaving`: Esc was pressed with nothing to restore, so the next Tab leaves the grid.
 */
export type GridState = {
  readonly active: Position;
  readonly far: Position;
  readonly home?: number;
  readonly edit?: Edit;
  readonly leaving?: boolean;
};

/** What the keys need to know of the grid. A locked row belongs to a learner who left: it is passed over by Enter and Tab. */
export type GridShape = {
  readonly rows: number;
  readonly columns: readonly ('assignment' | 'computed')[];
  readonly isLocked: (row: number) => boolean;
  readonly pageRows: number;
  /** What F2 begins with. */
  readonly textAt: (position: Position) => string;
};

export type KeyPress = { readonly key: string; readonly shift: boolean; readonly ctrl: boolean };

/** Both ends included. */
export type Range = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

/** What the grid has to do after a key. */
export type Command =
  | { readonly kind: 'enter'; readonly at: Position; readonly text: string }
  | { readonly kind: 'outcome'; readonly range: Range; readonly outcome: Exclude<Outcome, 'DEF'> }
  | { readonly kind: 'clear'; readonly range: Range }
  | { readonly kind: 'fill-down'; readonly range: Range }
  | { readonly kind: 'restore' }
  | { readonly kind: 'heads'; readonly column: number }
  | { readonly kind: 'locked'; readonly at: Position };

/** The next state, with what is to be done; undefined where the key is not the grid's and the browser may have it. */
export type Step = { readonly state: GridState; readonly command?: Command } | undefined;

export const rangeOf = ({ active, far }: GridState): Range => ({
  top: Math.min(active.row, far.row),
  bottom: Math.max(active.row, far.row),
  left: Math.min(active.column, far.column),
  right: Math.max(active.column, far.column),
});

export const at = (position: Position): GridState => ({ active: position, far: position });

const clamp = (value: number, last: number): number => Math.max(0, Math.min(value, last));

export const clampTo = (shape: Pick<GridShape, 'rows' | 'columns'>, position: Position): Position => ({
  row: clamp(position.row, shape.rows - 1),
  column: clamp(position.column, shape.columns.length - 1),
});

const arrows: Readonly<Record<string, Position>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

const far = 1e6;

/** Where a movement key leads from a cell; undefined for other keys. */
const destination = (from: Position, { key, ctrl }: KeyPress, shape: GridShape): Position | undefined => {
  const arrow = arrows[key];
  if (arrow !== undefined) {
    const reach = ctrl ? far : 1;
    return clampTo(shape, { row: from.row + arrow.row * reach, column: from.column + arrow.column * reach });
  }
  switch (key) {
    case 'Home':
      return clampTo(shape, { row: ctrl ? 0 : from.row, column: 0 });
    case 'End':
      return clampTo(shape, { row: ctrl ? far : from.row, column: far });
    case 'PageUp':
      return clampTo(shape, { row: from.row - shape.pageRows, column: from.column });
    case 'PageDown':
      return clampTo(shape, { row: from.row + shape.pageRows, column: from.column });
    default:
      return undefined;
  }
};

/** The next row up or down that can be keyed; the same row where there is none. */
const nextRow = (from: number, step: 1 | -1, shape: GridShape): number => {
  for (let row = from + step; row >= 0 && row < shape.rows; row += step) if (!shape.isLocked(row)) return row;
  return from;
};

/** The next assignment cell to the right or left, over the ends of rows; undefined at the very end. */
const nextAssignment = (from: Position, step: 1 | -1, shape: GridShape): Position | undefined => {
  for (let column = from.column + step; column >= 0 && column < shape.columns.length; column += step) {
    if (shape.columns[column] === 'assignment') return { row: from.row, column };
  }
  const row = nextRow(from.row, step, shape);
  const column = step === 1 ? shape.columns.indexOf('assignment') : shape.columns.lastIndexOf('assignment');
  return row === from.row || column < 0 ? undefined : { row, column };
};

const enterKey = (state: GridState, { shift }: KeyPress, shape: GridShape): GridState => {
  const column = state.home ?? state.active.column;
  return at({ row: nextRow(state.active.row, shift ? -1 : 1, shape), column: shift ? state.active.column : column });
};

const tabKey = (state: GridState, { shift }: KeyPress, shape: GridShape): GridState | undefined => {
  const next = nextAssignment(state.active, shift ? -1 : 1, shape);
  if (next === undefined) return undefined;
  const sameRow = next.row === state.active.row;
  const home = sameRow ? (state.home ?? state.active.column) : next.column;
  return { ...at(next), home: Math.min(home, next.column) };
};

const leaveEdit = (state: GridState, edit: Edit, key: KeyPress, shape: GridShape): Step => {
  const command: Command = { kind: 'enter', at: state.active, text: edit.text };
  if (key.key === 'Enter') return { state: enterKey(state, key, shape), command };
  if (key.key === 'Tab') return { state: tabKey(state, key, shape) ?? at(state.active), command };
  if (edit.mode === 'change') return undefined;
  const to = destination(state.active, { ...key, shift: false }, shape);
  return to === undefined || key.key === 'Home' || key.key === 'End' ? undefined : { state: at(to), command };
};

const editingKey = (state: GridState, edit: Edit, key: KeyPress, shape: GridShape): Step => {
  if (key.key === 'Escape') return { state: at(state.active) };
  if (key.key === 'F2')
    return { state: { ...state, edit: { ...edit, mode: edit.mode === 'change' ? 'replace' : 'change' } } };
  if (key.ctrl && key.key !== 'Enter') return undefined;
  return leaveEdit(state, edit, key, shape);
};

const outcomeKeys: Readonly<Record<string, Exclude<Outcome, 'DEF'>>> = { n: 'NS', x: 'EX', h: 'HOLD' };

/** Keys that change what is selected. */
const changeKey = (state: GridState, { key, ctrl }: KeyPress, shape: GridShape): Step => {
  const range = rangeOf(state);
  if (ctrl) return key.toLowerCase() === 'd' ? { state, command: { kind: 'fill-down', range } } : undefined;
  const editable = shape.columns[state.active.column] === 'assignment';
  if (key === 'Delete') return { state, command: { kind: 'clear', range } };
  const outcome = outcomeKeys[key.toLowerCase()];
  if (outcome !== undefined) return { state, command: { kind: 'outcome', range, outcome } };
  const begins = key === 'F2' || key === 'Backspace' || [...key].length === 1;
  if (!begins || key === ' ') return undefined;
  if (!editable) return { state };
  if (shape.isLocked(state.active.row)) return { state, command: { kind: 'locked', at: state.active } };
  const text = key === 'F2' ? shape.textAt(state.active) : key === 'Backspace' ? '' : key;
  const home = state.home === undefined ? {} : { home: state.home };
  return { state: { ...at(state.active), ...home, edit: { text, mode: key === 'F2' ? 'change' : 'replace' } } };
};

const navigationKey = (state: GridState, key: KeyPress, shape: GridShape): Step => {
  if (key.key === 'Enter') return { state: enterKey(state, key, shape) };
  if (key.key === 'Tab') {
    const next = state.leaving === true ? undefined : tabKey(state, key, shape);
    return next === undefined ? undefined : { state: next };
  }
  if (key.key === 'Escape') return { state: { ...at(state.active), leaving: true }, command: { kind: 'restore' } };
  if (key.ctrl && key.key.toLowerCase() === 'a') {
    return { state: { active: { row: 0, column: 0 }, far: clampTo(shape, { row: far, column: far }) } };
  }
  if (key.key === 'ArrowUp' && !key.shift && !key.ctrl && state.active.row === 0) {
    return { state: at(state.active), command: { kind: 'heads', column: state.active.column } };
  }
  const to = destination(key.shift ? state.far : state.active, key, shape);
  if (to !== undefined) return { state: key.shift ? { active: state.active, far: to } : at(to) };
  return changeKey(state, key, shape);
};

/**
 * One key of the grid: the next state and what is to be done. Enter goes down, Tab to the next assignment, Enter after Tab back to the column in
 * which Tab began; letters and digits replace, F2 changes, Esc restores; N, X and H act at once on all that is selected.
 */
export const press = (state: GridState, key: KeyPress, shape: GridShape): Step => {
  if (shape.rows === 0 || shape.columns.length === 0) return undefined;
  return state.edit === undefined ? navigationKey(state, key, shape) : editingKey(state, state.edit, key, shape);
};

/** The typed text changed. */
export const typed = (state: GridState, text: string): GridState =>
  state.edit === undefined ? state : { ...state, edit: { ...state.edit, text } };

/** A cell was pressed with the pointer; with Shift the range reaches there. A text being typed is entered first. */
export const pointTo = (state: GridState, to: Position, extend: boolean): NonNullable<Step> => {
  const next = extend ? { active: state.active, far: to } : at(to);
  return state.edit === undefined
    ? { state: next }
    : { state: next, command: { kind: 'enter', at: state.active, text: state.edit.text } };
};
