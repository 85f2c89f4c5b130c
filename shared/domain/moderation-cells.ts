import type { IsoDate } from '#shared/lib/dates.ts';
import { enterMark, lastAttempt, withLast } from './cells.ts';
import type { AssignmentId } from './ids.ts';
import type { Cell, Hundredths, MarkSheet } from './marks.ts';

/** An agreed mark in the place of the first: whoever marked the script, and when, stays; released marks make a new revision with the reason. */
export const enterAgreedMark = (
  cell: Cell,
  value: Hundredths,
  { today, reason, released }: { readonly today: IsoDate; readonly reason: string; readonly released: boolean },
): Cell => {
  const before = lastAttempt(cell);
  const next = enterMark(cell, value, { today, reason, released });
  const attempt = lastAttempt(next);
  if (next === cell || attempt === undefined) return cell;
  const { marked: _today, ...rest } = attempt;
  return withLast(next, before?.marked === undefined ? rest : { ...rest, marked: before.marked });
};

/** The sheet after its assignment's batch was accepted: a script that was marked is then moderated; released ones stay released. */
export const moderateSheet = (sheet: MarkSheet, assignmentId: AssignmentId): MarkSheet => {
  const cell = sheet.cells[assignmentId];
  const attempt = lastAttempt(cell);
  if (cell === undefined || cell.outcome !== undefined || attempt?.state !== 'marked' || attempt.value === undefined)
    return sheet;
  return { ...sheet, cells: { ...sheet.cells, [assignmentId]: withLast(cell, { ...attempt, state: 'moderated' }) } };
};
