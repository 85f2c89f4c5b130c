import { useCallback, useState } from 'react';
import { useText } from '#renderer/ui/text.tsx';
import { formatPercent } from '#shared/domain/mark-text.ts';
import { cellText } from './cell-entry.ts';
import type { CellChange } from './cell-targets.ts';
import { targetAt } from './cell-targets.ts';
import type { ColumnPlan } from './grid-columns.ts';
import { figureIn } from './grid-columns.ts';
import type { Position, Range } from './grid-state.ts';
import type { MarksRow } from './marks-row.ts';
import type { RowCache } from './marks-rows.ts';
import type { PastePlan, PasteTarget } from './paste-block.ts';
import { planPaste } from './paste-block.ts';

/** The block goes in as far as it fits; `emptying`: its blank cells empty those of the grid. */
export type PasteAnswer = { readonly emptying: boolean };

type Sheet = { readonly rows: readonly MarksRow[]; readonly plan: ColumnPlan; readonly cache: RowCache };

/** What a paste finds in each cell. */
const targetsOf =
  ({ rows, plan, cache }: Sheet, language: string) =>
  (at: Position): PasteTarget | undefined => {
    const [row, column] = [rows[at.row], plan.columns[at.column]];
    if (row === undefined || column === undefined) return undefined;
    if (column.kind !== 'assignment') {
      const figure = figureIn(column, cache.view(row).result);
      return { kind: 'computed', text: figure === undefined ? '' : formatPercent(figure, language) };
    }
    const holds = cellText(row.sheet?.cells[column.assignment.id], language) !== '';
    return row.locked ? { kind: 'locked' } : { kind: 'assignment', max: column.assignment.max, holds };
  };

const changesOf = ({ rows, plan }: Sheet, pasted: PastePlan, emptying: boolean): readonly CellChange[] =>
  pasted.cells.flatMap(({ at, fate }): readonly CellChange[] => {
    const target = targetAt(rows, plan, at);
    if (target === undefined) return [];
    if (fate.kind === 'over') return emptying ? [{ target, entry: { kind: 'clear' } }] : [];
    return fate.kind === 'set' ? [{ target, entry: fate.entry }] : [];
  });

/** Pasting: a block that fits goes in at once; one that does not (`doubtful`) waits until the person has seen what becomes of each of its cells. */
export const usePaste = (
  { rows, plan, cache }: Sheet,
  apply: (changes: readonly CellChange[], code: 'marks-pasted') => void,
) => {
  const { language } = useText();
  const [doubtful, setDoubtful] = useState<PastePlan>();
  const enter = useCallback(
    (pasted: PastePlan, emptying: boolean) => apply(changesOf({ rows, plan, cache }, pasted, emptying), 'marks-pasted'),
    [rows, plan, cache, apply],
  );
  const paste = useCallback(
    (text: string, range: Range) => {
      const pasted = planPaste(text, range, targetsOf({ rows, plan, cache }, language));
      if (pasted.fits) enter(pasted, false);
      else setDoubtful(pasted);
    },
    [rows, plan, cache, language, enter],
  );
  const decidePaste = useCallback(
    (answer: PasteAnswer | undefined) => {
      setDoubtful(undefined);
      if (doubtful !== undefined && answer !== undefined) enter(doubtful, answer.emptying);
    },
    [doubtful, enter],
  );
  return { paste, doubtful, decidePaste };
};
