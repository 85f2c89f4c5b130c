import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command, GridShape, GridState } from '#renderer/features/gradebook/grid-state.ts';
import { at, pointTo, press, rangeOf, typed } from '#renderer/features/gradebook/grid-state.ts';

const shape: GridShape = {
  rows: 6,
  columns: [
    'assignment',
    'assignment',
    'computed',
    'computed',
    'assignment',
    'assignment',
    'computed',
    'computed',
    'computed',
  ],
  isLocked: (row) => row === 3,
  pageRows: 4,
  textAt: () => '14',
};

type Done = { readonly state: GridState; readonly commands: readonly Command[] };

/** Presses keys one after the other; `^` is Ctrl, `+` Shift; a text being typed takes single signs as an input field does. */
const keys = (start: GridState, ...names: readonly string[]): Done => {
  let state = start;
  const commands: Command[] = [];
  for (const name of names) {
    const bare = name.length > 1 ? name.replace(/^[\^+]+/, '') : name;
    const [ctrl, shift] = [name.length > 1 && name.startsWith('^'), name.length > 1 && /^\^?\+/.test(name)];
    const step = press(state, { key: bare, ctrl, shift }, shape);
    if (step === undefined) {
      if (state.edit !== undefined && bare.length === 1) state = typed(state, state.edit.text + bare);
      continue;
    }
    state = step.state;
    if (step.command !== undefined) commands.push(step.command);
  }
  return { state, commands };
};

const top = at({ row: 0, column: 0 });

describe('the keys of the marks grid', () => {
  it('replaces by typing and goes down with Enter, one entry a cell', () => {
    const { state, commands } = keys(top, '2', '4', 'Enter', '1', '3', '.', '5', 'Enter');
    expect(state.active).toEqual({ row: 2, column: 0 });
    expect(commands).toEqual([
      { kind: 'enter', at: { row: 0, column: 0 }, text: '24' },
      { kind: 'enter', at: { row: 1, column: 0 }, text: '13.5' },
    ]);
  });

  it('passes over learners who left with Enter, but reaches them with the arrows', () => {
    expect(keys(at({ row: 2, column: 0 }), 'Enter').state.active.row).toBe(4);
    expect(keys(at({ row: 2, column: 0 }), 'ArrowDown').state.active.row).toBe(3);
  });

  it('goes from assignment to assignment with Tab and back to the first one with Enter', () => {
    const { state, commands } = keys(top, '8', 'Tab', '9', 'Tab', '7', 'Enter');
    expect(commands.map((command) => command.kind === 'enter' && command.at)).toEqual([
      { row: 0, column: 0 },
      { row: 0, column: 1 },
      { row: 0, column: 4 },
    ]);
    expect(state.active).toEqual({ row: 1, column: 0 });
  });

  it('wraps Tab to the next row and Shift-Tab to the row before', () => {
    expect(keys(at({ row: 2, column: 5 }), 'Tab').state.active).toEqual({ row: 4, column: 0 });
    expect(keys(at({ row: 4, column: 0 }), '+Tab').state.active).toEqual({ row: 2, column: 5 });
  });

  it('lets Tab out of the grid after Esc, and at the very end', () => {
    const { state } = keys(top, 'Escape');
    expect(press(state, { key: 'Tab', ctrl: false, shift: false }, shape)).toBeUndefined();
    expect(press(at({ row: 5, column: 5 }), { key: 'Tab', ctrl: false, shift: false }, shape)).toBeUndefined();
  });

  it('restores with Esc and enters nothing', () => {
    const { state, commands } = keys(top, '9', '9', 'Escape');
    expect(commands).toEqual([]);
    expect(state).toEqual(top);
  });

  it('begins with the old text at F2, where the arrows belong to the text', () => {
    const { state } = keys(top, 'F2');
    expect(state.edit).toEqual({ text: '14', mode: 'change' });
    expect(press(state, { key: 'ArrowLeft', ctrl: false, shift: false }, shape)).toBeUndefined();
  });

  it('enters and moves on with an arrow where a text replaces', () => {
    const { state, commands } = keys(at({ row: 1, column: 1 }), '5', 'ArrowUp');
    expect(state.active).toEqual({ row: 0, column: 1 });
    expect(commands).toHaveLength(1);
  });

  it('sets N, X and H at once on all that is selected, and takes them as text while typing', () => {
    const range = { top: 0, bottom: 1, left: 0, right: 1 };
    const selected = keys(top, '+ArrowDown', '+ArrowRight').state;
    expect(keys(selected, 'n').commands).toEqual([{ kind: 'outcome', range, outcome: 'NS' }]);
    expect(keys(selected, 'X').commands).toEqual([{ kind: 'outcome', range, outcome: 'EX' }]);
    expect(keys(selected, 'h').commands).toEqual([{ kind: 'outcome', range, outcome: 'HOLD' }]);
    expect(keys(top, '1', 'n', 'Enter').commands).toEqual([{ kind: 'enter', at: { row: 0, column: 0 }, text: '1n' }]);
  });

  it('clears, fills down and selects all', () => {
    expect(keys(top, 'Delete').commands[0]).toMatchObject({ kind: 'clear' });
    expect(keys(top, '+ArrowDown', '^d').commands[0]).toMatchObject({
      kind: 'fill-down',
      range: { top: 0, bottom: 1 },
    });
    expect(rangeOf(keys(top, '^a').state)).toEqual({ top: 0, bottom: 5, left: 0, right: 8 });
  });

  it('does not type into computed columns nor for a learner who left', () => {
    expect(keys(at({ row: 0, column: 2 }), '5').state.edit).toBeUndefined();
    const locked = keys(at({ row: 3, column: 0 }), '5');
    expect(locked.state.edit).toBeUndefined();
    expect(locked.commands).toEqual([{ kind: 'locked', at: { row: 3, column: 0 } }]);
  });

  it('goes to the edges with Ctrl and to the ends of the row with Home and End', () => {
    expect(keys(top, '^ArrowDown').state.active.row).toBe(5);
    expect(keys(top, 'End').state.active).toEqual({ row: 0, column: 8 });
    expect(keys(at({ row: 5, column: 8 }), '^Home').state.active).toEqual({ row: 0, column: 0 });
    expect(keys(top, 'PageDown').state.active.row).toBe(4);
  });

  it('enters what is being typed when another cell is pressed', () => {
    const editing = keys(top, '7').state;
    expect(pointTo(editing, { row: 4, column: 1 }, false)).toEqual({
      state: at({ row: 4, column: 1 }),
      command: { kind: 'enter', at: { row: 0, column: 0 }, text: '7' },
    });
  });

  it('leaves undo, copy and paste to the shell and the browser', () => {
    for (const key of ['z', 'y', 'c', 'v'])
      expect(press(top, { key, ctrl: true, shift: false }, shape)).toBeUndefined();
  });

  it('never leaves the grid and never loses a typed text, whatever is pressed', () => {
    const any = fc.constantFrom(
      '1',
      '9',
      'n',
      'Enter',
      'Tab',
      '+Tab',
      '+Enter',
      'ArrowUp',
      'ArrowDown',
      '+ArrowRight',
      '^ArrowLeft',
      'Home',
      'End',
      'PageUp',
      'F2',
      'Delete',
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (names) => {
        let state = top;
        for (const name of names) {
          const before = state;
          const after = keys(before, name);
          const { active } = after.state;
          expect(
            active.row >= 0 && active.row < shape.rows && active.column >= 0 && active.column < shape.columns.length,
          ).toBe(true);
          const ended = before.edit !== undefined && after.state.edit === undefined;
          if (ended) expect(after.commands).toEqual([{ kind: 'enter', at: before.active, text: before.edit?.text }]);
          state = after.state;
        }
      }),
    );
  });
});
