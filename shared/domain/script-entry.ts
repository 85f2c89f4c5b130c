import type { IsoDate } from '#shared/lib/dates.ts';
import type { Failure } from '#shared/lib/result.ts';
import type { CellChange, Marking } from './cells.ts';
import { enterMark, lastAttempt, receiveScript, revised, unmarked, withLast } from './cells.ts';
import type { CriterionId } from './ids.ts';
import type { Attempt, Cell, Hundredths } from './marks.ts';
import type { Assignment } from './programmes.ts';

type CriterionMarks = NonNullable<Attempt['criteria']>;

/** What the criteria of an assignment come to: how many have a mark, their sum, and the mark once all have one. */
type CriteriaTotal = {
  readonly keyed: number;
  readonly sum: Hundredths;
  readonly total: Hundredths | undefined;
  /** True where the criteria's maxima do not add up to the assignment's, so that the sum is scaled to it. */
  readonly scaled: boolean;
};

/** Adds up criterion marks. Where their maxima do not add up to the assignment's maximum, the sum is scaled to it and rounded once, half up. */
export const criteriaTotal = (
  { criteria, max }: Pick<Assignment, 'criteria' | 'max'>,
  marks: CriterionMarks | undefined,
): CriteriaTotal => {
  const known = criteria.flatMap(({ id }) => marks?.[id] ?? []);
  const sum = known.reduce((all, one) => all + one, 0);
  const most = criteria.reduce((all, one) => all + one.max, 0);
  const scaled = most !== max;
  const complete = criteria.length > 0 && known.length === criteria.length;
  const whole = scaled && most > 0 ? Math.floor((2 * sum * max + most) / (2 * most)) : sum;
  return { keyed: known.length, sum, total: complete ? whole : undefined, scaled };
};

/**
 * Keys one criterion of the last attempt, or (undefined) takes its mark away. The mark of the attempt is their total as soon as every criterion has
 * one; a mark that came from the criteria goes when one of them is taken away. A mark typed as a whole stays until they are complete.
 */
export const enterCriterion = (
  cell: Cell | undefined,
  assignment: Pick<Assignment, 'criteria' | 'max'>,
  criterion: CriterionId,
  value: Hundredths | undefined,
  marking: Marking,
): Cell => {
  const before = cell ?? { attempts: [] };
  const last: Attempt = lastAttempt(before) ?? { state: 'awaited' };
  if (last.criteria?.[criterion] === value) return before;
  const { [criterion]: _replaced, ...others } = last.criteria ?? {};
  const criteria: CriterionMarks = value === undefined ? others : { ...others, [criterion]: value };
  const { total } = criteriaTotal(assignment, criteria);
  if (total !== undefined) {
    const keyed = enterMark(before, total, marking);
    const attempt = lastAttempt(keyed) ?? last;
    const whole = withLast(keyed, { ...attempt, criteria });
    return keyed === before ? revised(before, whole, marking) : whole;
  }
  const fromCriteria = last.value !== undefined && criteriaTotal(assignment, last.criteria).total !== undefined;
  const { criteria: _all, ...bare } = fromCriteria ? unmarked(last) : last;
  const partly: Attempt = Object.keys(criteria).length === 0 ? bare : { ...bare, criteria };
  return revised(before, withLast(before, partly), marking);
};

/** The days of an attempt that can be keyed. */
export type AttemptDay = 'received' | 'marked' | 'returned';

/** Why a day cannot be; each has a message `errors.<code>`, with the days it is held against. */
type DayFailure = Failure<
  | 'received-before-cohort'
  | 'marked-before-cohort'
  | 'returned-before-cohort'
  | 'received-after-marked'
  | 'received-before-attempt'
  | 'returned-before-marked'
>;

/** What is wrong with a day keyed for the last attempt: before the cohort began, received after it was marked, before the attempt before, or returned before it was here and marked. */
export const dayProblem = (
  cell: Cell | undefined,
  day: AttemptDay,
  date: IsoDate,
  cohort: { readonly starts: IsoDate },
): DayFailure | undefined => {
  const last = lastAttempt(cell);
  if (date < cohort.starts) return { code: `${day}-before-cohort`, details: { date, starts: cohort.starts } };
  if (day === 'returned') {
    const since = last?.marked ?? last?.received;
    return since !== undefined && date < since
      ? { code: 'returned-before-marked', details: { returned: date, marked: since } }
      : undefined;
  }
  const [received, marked] = day === 'received' ? [date, last?.marked] : [last?.received, date];
  if (received !== undefined && marked !== undefined && received > marked)
    return { code: 'received-after-marked', details: { received, marked } };
  const earlier = cell?.attempts.at(-2)?.received;
  if (day === 'received' && earlier !== undefined && date < earlier)
    return { code: 'received-before-attempt', details: { received: date, earlier } };
  return undefined;
};

/** Sets or (undefined) takes away the day on which the script of the last attempt arrived. Late days follow it. */
export const setReceived = (cell: Cell | undefined, date: IsoDate | undefined, change: CellChange = {}): Cell => {
  const before = cell ?? { attempts: [] };
  const last = lastAttempt(before);
  if (last?.received === date) return before;
  if (date !== undefined) return revised(before, receiveScript(before, date), change);
  if (last === undefined) return before;
  const { received: _was, ...rest } = last;
  return revised(before, withLast(before, rest.state === 'received' ? { ...rest, state: 'awaited' } : rest), change);
};

/** What of the last attempt can be keyed without touching what it counts. Undefined takes it away. */
type AttemptText = { readonly [Field in 'marked' | 'returned' | 'marker' | 'feedback']?: string | undefined };

/** Sets the marked or returned day, the marker or the feedback of the last attempt; empty text takes it away. The same again changes nothing. */
export const setOfAttempt = (cell: Cell | undefined, texts: AttemptText): Cell => {
  const before = cell ?? { attempts: [] };
  const last: Attempt = lastAttempt(before) ?? { state: 'awaited' };
  let next: Attempt = last;
  for (const field of ['marked', 'returned', 'marker', 'feedback'] as const) {
    if (!(field in texts)) continue;
    const text = texts[field]?.trim() ?? '';
    if ((next[field] ?? '') === text) continue;
    const { [field]: _was, ...rest } = next;
    next = text === '' ? rest : { ...rest, [field]: text };
  }
  return next === last ? before : withLast(before, next);
};

/** Sets the private note of a cell; empty text takes it away. */
export const setNote = (cell: Cell | undefined, note: string): Cell => {
  const { note: was, ...rest } = cell ?? { attempts: [] };
  const text = note.trim();
  if ((was ?? '') === text) return cell ?? rest;
  return text === '' ? rest : { ...rest, note: text };
};

/** Lets the last attempt count although it came after the last late day, with the reason; undefined takes that back. */
export const acceptLate = (cell: Cell, reason: string | undefined, change: CellChange = {}): Cell => {
  const last = lastAttempt(cell);
  if (last === undefined || (last.lateAccepted === reason && cell.lateOverride !== true)) return cell;
  const { lateAccepted: _was, ...rest } = last;
  const { lateOverride: _cellWide, ...own } = cell;
  return revised(cell, withLast(own, reason === undefined ? rest : { ...rest, lateAccepted: reason }), change);
};

/** Takes an extension of the last attempt back; an outcome that says so goes with it. */
export const endExtension = (cell: Cell, change: CellChange = {}): Cell => {
  const last = lastAttempt(cell);
  if (cell.attempts.length > 1 && last?.extendedTo !== undefined) {
    const { extendedTo: _to, extensionReason: _why, ...rest } = last;
    return revised(cell, withLast(cell, rest), change);
  }
  if (cell.extendedTo === undefined) return cell;
  const { extendedTo: _to, outcome, reason, ...rest } = cell;
  const standing = outcome === 'DEF' ? undefined : outcome;
  const kept = standing !== undefined && reason !== undefined ? { reason } : {};
  return revised(cell, { ...rest, ...kept, ...(standing === undefined ? {} : { outcome: standing }) }, change);
};
