import { useCallback, useState } from 'react';
import type { CellSave } from '#renderer/db/repositories/marks.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Reason } from '#shared/domain/change-sets.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import type { CellEntry } from '#shared/domain/mark-text.ts';
import { formatPercent } from '#shared/domain/mark-text.ts';
import type { Cell } from '#shared/domain/marks.ts';
import type { Assignment, Module } from '#shared/domain/programmes.ts';
import type { Keying } from './cell-entry.ts';
import { applyEntry, applyText, cellText } from './cell-entry.ts';
import type { ColumnPlan } from './grid-columns.ts';
import { figureIn } from './grid-columns.ts';
import type { Command, Position, Range } from './grid-state.ts';
import type { MarksRow } from './marks-row.ts';
import type { PastePlan, PasteTarget } from './paste-block.ts';
import { planPaste } from './paste-block.ts';
import type { Marks } from './use-marks.ts';

/** A cell of the grid that can be keyed. */
export type Target = {
  readonly row: MarksRow;
  readonly module: Module;
  readonly assignment: Assignment;
  readonly cell: Cell | undefined;
};

type Change = { readonly target: Target; readonly entry: CellEntry };

/** A change that waits for its reason, because released marks are in it. */
export type Asking = { readonly changes: readonly Change[]; readonly code: ReasonCode; readonly released: number };

type ReasonCode = 'marks-keyed' | 'marks-cleared' | 'marks-filled' | 'marks-pasted' | 'marks-not-submitted';

/** The block goes in as far as it fits; `emptying`: its blank cells empty those of the grid. */
export type PasteAnswer = { readonly emptying: boolean };

/** A pasted block that does not fit, and waits for a decision. */
export type Doubtful = { readonly plan: PastePlan };

export const targetAt = (
  rows: readonly MarksRow[],
  plan: ColumnPlan,
  { row: index, column: at }: Position,
): Target | undefined => {
  const [row, column] = [rows[index], plan.columns[at]];
  if (row === undefined || column?.kind !== 'assignment') return undefined;
  const { module, assignment } = column;
  return { row, module, assignment, cell: row.sheet?.cells[assignment.id] };
};

/** All cells of a range that can be keyed, row by row. */
export const targetsIn = (rows: readonly MarksRow[], plan: ColumnPlan, range: Range): readonly Target[] => {
  const found: Target[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      const target = targetAt(rows, plan, { row, column });
      if (target !== undefined && !target.row.locked) found.push(target);
    }
  }
  return found;
};

const entryOf = (cell: Cell | undefined, assignment: Assignment, keying: Keying): CellEntry | undefined => {
  const read = applyText(undefined, cellText(cell, 'en'), assignment, keying);
  return read.ok && read.value.entry.kind !== 'clear' ? read.value.entry : undefined;
};

const fillDown = (
  rows: readonly MarksRow[],
  plan: ColumnPlan,
  range: Range,
  keying: (module: Module) => Keying,
): readonly Change[] => {
  const first = range.top === range.bottom ? range.top - 1 : range.top;
  return targetsIn(rows, plan, { ...range, top: first + 1 }).flatMap((target) => {
    const source = rows[first]?.sheet?.cells[target.assignment.id];
    const entry = entryOf(source, target.assignment, keying(target.module));
    return entry === undefined || (entry.kind === 'mark' && entry.value > target.assignment.max)
      ? []
      : [{ target, entry }];
  });
};

/** What keys, pastes and dialogs do to the marks: every call is one change and one undo step. */
export const useKeying = (marks: Marks, rows: readonly MarksRow[], plan: ColumnPlan, received: string) => {
  const { author } = useSession();
  const { language } = useText();
  const [asking, setAsking] = useState<Asking>();
  const [doubtful, setDoubtful] = useState<Doubtful>();
  const { context, cache, save, refuse, restore } = marks;

  const keyingOf = useCallback(
    (module: Module): Keying => ({
      today: context.today,
      by: author.name,
      released: context.cohort.released[module.id] !== undefined,
      ...(received === '' ? {} : { received }),
    }),
    [context, author.name, received],
  );

  const reasonOf = useCallback(
    (code: ReasonCode, saves: readonly CellSave[], changes: readonly Change[], note: string | undefined): Reason => {
      const only = changes.length === 1 ? changes[0] : undefined;
      const noted = note === undefined ? {} : { note };
      if (only === undefined || code !== 'marks-keyed') return { code, values: { count: saves.length }, ...noted };
      const { row, module, assignment } = only.target;
      const what = `${module.number} ${inLanguage(assignment.title, language)}`;
      return {
        code: 'mark-keyed',
        values: { name: row.name, assignment: what, mark: cellText(saves[0]?.cell, language) || '–' },
        ...noted,
      };
    },
    [language],
  );

  const apply = useCallback(
    (changes: readonly Change[], code: ReasonCode, note?: string) => {
      const entered = changes.map((change) => ({
        change,
        ...applyEntry(change.target.cell, change.entry, keyingOf(change.target.module), note),
      }));
      const changed = entered.filter((one) => one.changed);
      for (const { change } of entered.filter((one) => !one.changed)) {
        restore({ enrolmentId: change.target.row.id, assignmentId: change.target.assignment.id });
      }
      const released = changed.filter((one) => one.needsReason).length;
      if (changed.length === 0) return;
      if (released > 0 && note === undefined) return setAsking({ changes, code, released });
      const saves = changed.map(({ change: { target }, cell }): CellSave => ({
        enrolmentId: target.row.id,
        assignmentId: target.assignment.id,
        cell,
      }));
      save(
        saves,
        reasonOf(
          code,
          saves,
          changed.map(({ change }) => change),
          note,
        ),
      );
    },
    [keyingOf, reasonOf, restore, save],
  );

  const enter = useCallback(
    (at: Position, text: string) => {
      const target = targetAt(rows, plan, at);
      if (target === undefined || target.row.locked) return;
      const place = { enrolmentId: target.row.id, assignmentId: target.assignment.id };
      const read = applyText(target.cell, text, target.assignment, keyingOf(target.module));
      if (read.ok) apply([{ target, entry: read.value.entry }], 'marks-keyed');
      else refuse(place, text.trim(), read.error);
    },
    [rows, plan, keyingOf, apply, refuse],
  );

  const run = useCallback(
    (command: Command) => {
      if (command.kind === 'enter') return enter(command.at, command.text);
      if (command.kind === 'restore' || command.kind === 'locked' || command.kind === 'heads') return;
      if (command.kind === 'fill-down') return apply(fillDown(rows, plan, command.range, keyingOf), 'marks-filled');
      const entry: CellEntry =
        command.kind === 'clear' ? { kind: 'clear' } : { kind: 'outcome', outcome: command.outcome };
      const changes = targetsIn(rows, plan, command.range).map((target): Change => ({ target, entry }));
      apply(changes, command.kind === 'clear' ? 'marks-cleared' : 'marks-keyed');
    },
    [rows, plan, enter, apply, keyingOf],
  );

  const applyPaste = useCallback(
    (pasted: PastePlan, emptying: boolean) => {
      const changes = pasted.cells.flatMap(({ at, fate }): readonly Change[] => {
        const target = targetAt(rows, plan, at);
        if (target === undefined) return [];
        if (fate.kind === 'over') return emptying ? [{ target, entry: { kind: 'clear' } }] : [];
        return fate.kind === 'set' ? [{ target, entry: fate.entry }] : [];
      });
      apply(changes, 'marks-pasted');
    },
    [rows, plan, apply],
  );

  const paste = useCallback(
    (text: string, range: Range) => {
      const pasteTarget = (at: Position): PasteTarget | undefined => {
        const [row, column] = [rows[at.row], plan.columns[at.column]];
        if (row === undefined || column === undefined) return undefined;
        if (column.kind !== 'assignment') {
          const figure = figureIn(column, cache.view(row).result);
          return { kind: 'computed', text: figure === undefined ? '' : formatPercent(figure, language) };
        }
        const holds = cellText(row.sheet?.cells[column.assignment.id], language) !== '';
        return row.locked ? { kind: 'locked' } : { kind: 'assignment', max: column.assignment.max, holds };
      };
      const pasted = planPaste(text, range, pasteTarget);
      if (pasted.fits) applyPaste(pasted, false);
      else setDoubtful({ plan: pasted });
    },
    [rows, plan, cache, language, applyPaste],
  );

  const setNotSubmitted = useCallback(
    (targets: readonly Target[]) =>
      apply(
        targets.map((target): Change => ({ target, entry: { kind: 'outcome', outcome: 'NS' } })),
        'marks-not-submitted',
      ),
    [apply],
  );

  return {
    run,
    paste,
    setNotSubmitted,
    asking,
    giveReason: useCallback(
      (note: string | undefined) => {
        setAsking(undefined);
        if (asking !== undefined && note !== undefined) apply(asking.changes, asking.code, note);
      },
      [asking, apply],
    ),
    doubtful,
    decidePaste: useCallback(
      (answer: PasteAnswer | undefined) => {
        setDoubtful(undefined);
        if (doubtful !== undefined && answer !== undefined) applyPaste(doubtful.plan, answer.emptying);
      },
      [doubtful, applyPaste],
    ),
  };
};
