import type { Text } from '#renderer/ui/text.tsx';
import type { GridState, Position } from './grid-state.ts';
import type { Stopped } from './marks-facts.ts';
import type { MarksRow } from './marks-row.ts';

type Around = {
  readonly grid: { readonly state: GridState; readonly locked: Position | undefined };
  readonly rows: readonly MarksRow[];
  /** The cell that was refused or not saved, the active one before others. */
  readonly stop: Stopped | undefined;
};

/** What stands beside a cell: why it may not be keyed, or why it was refused or not saved and what brings back the old. Nothing while it is being mended. */
export const bubbleOf = (
  { t, failure }: Text,
  { grid: { state, locked }, rows, stop }: Around,
): { readonly at: Position; readonly text: string } | undefined => {
  if (locked !== undefined) {
    const row = rows[locked.row];
    if (row === undefined) return undefined;
    const status = t(`marks.status.${row.learner.enrolment.status}`);
    return { at: locked, text: t('marks.lockedRow', { name: row.name, status }) };
  }
  if (stop === undefined) return undefined;
  const { at, pending, before } = stop;
  const mended = state.edit !== undefined && at.row === state.active.row && at.column === state.active.column;
  if (mended) return undefined;
  const why = failure(pending.failure);
  if (pending.kind === 'failed') return { at, text: t('marks.bubble.failed', { why }) };
  return {
    at,
    text: before === '' ? t('marks.bubble.empty', { why }) : t('marks.bubble.value', { why, text: before }),
  };
};
