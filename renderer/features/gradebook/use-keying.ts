import { useCallback } from 'react';
import { applyText } from './cell-entry.ts';
import type { CellChange, Target } from './cell-targets.ts';
import { targetAt, targetsIn } from './cell-targets.ts';
import { fillDown } from './fill-down.ts';
import type { ColumnPlan } from './grid-columns.ts';
import type { Command, Position } from './grid-state.ts';
import type { MarksRow } from './marks-row.ts';
import { useEntering } from './use-entering.ts';
import type { Marks } from './use-marks.ts';
import { usePaste } from './use-paste.ts';

/** What keys, pastes and dialogs do to the marks: every call is one change and one undo step. */
export const useKeying = (marks: Marks, rows: readonly MarksRow[], plan: ColumnPlan, received: string) => {
  const { cache, refuse } = marks;
  const { apply, keyingOf, asking, giveReason } = useEntering(marks, received);
  const { paste, doubtful, decidePaste } = usePaste({ rows, plan, cache }, apply);
  const enter = useCallback(
    (at: Position, text: string) => {
      const target = targetAt(rows, plan, at);
      if (target === undefined || target.row.locked) return;
      const read = applyText(target.cell, text, target.assignment, keyingOf(target.module));
      if (read.ok) return apply([{ target, entry: read.value.entry }], 'marks-keyed');
      refuse({ enrolmentId: target.row.id, assignmentId: target.assignment.id }, text.trim(), read.error);
    },
    [rows, plan, keyingOf, apply, refuse],
  );
  const run = useCallback(
    (command: Command) => {
      const all = (entry: CellChange['entry'], range: Parameters<typeof targetsIn>[2]): readonly CellChange[] =>
        targetsIn(rows, plan, range).map((target) => ({ target, entry }));
      switch (command.kind) {
        case 'enter':
          return enter(command.at, command.text);
        case 'fill-down':
          return apply(fillDown(rows, plan, command.range), 'marks-filled');
        case 'clear':
          return apply(all({ kind: 'clear' }, command.range), 'marks-cleared');
        case 'outcome':
          return apply(all({ kind: 'outcome', outcome: command.outcome }, command.range), 'marks-keyed');
        default:
          return undefined;
      }
    },
    [rows, plan, enter, apply],
  );
  const setNotSubmitted = useCallback(
    (targets: readonly Target[]) => {
      const entry = { kind: 'outcome', outcome: 'NS' } as const;
      apply(
        targets.map((target): CellChange => ({ target, entry })),
        'marks-not-submitted',
      );
    },
    [apply],
  );
  return { run, paste, setNotSubmitted, asking, giveReason, doubtful, decidePaste };
};
