import type { IsoDate } from '#shared/lib/dates.ts';
import type { Result, Failure } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { Attempt, Cell, Hundredths, Outcome } from './marks.ts';
import type { ProgrammeRules } from './programmes.ts';

/** What a change of a cell needs to know besides its value. `released`: the module's marks were released to learners. */
export type CellChange = { readonly released?: boolean; readonly reason?: string };

/** Who marked, when, and (where it is known only now) when the script arrived. */
export type Marking = CellChange & { readonly today: IsoDate; readonly marker?: string; readonly received?: IsoDate };

/** The attempt that stands at the end of a cell, the one that is keyed into. */
export const lastAttempt = (cell: Cell | undefined): Attempt | undefined => cell?.attempts.at(-1);

/** True where a change must carry a reason and makes a new revision: the mark was released (domain.md 3). */
export const isReleased = (cell: Cell | undefined, moduleReleased: boolean): boolean =>
  moduleReleased || lastAttempt(cell)?.state === 'released';

const withLast = (cell: Cell, attempt: Attempt): Cell => ({
  ...cell,
  attempts: [...cell.attempts.slice(0, -1), attempt],
});

/** The cell without an outcome. An extension granted and an override of the late rule go on, and so does their reason. */
const withoutOutcome = (cell: Cell): Cell => {
  const { outcome: _outcome, reason, ...rest } = cell;
  const goesOn = rest.extendedTo !== undefined || rest.lateOverride === true;
  return goesOn && reason !== undefined ? { ...rest, reason } : rest;
};

const revised = (before: Cell, after: Cell, change: CellChange): Cell => {
  if (!isReleased(before, change.released === true)) return after;
  const hadContent = before.outcome !== undefined || before.attempts.some((attempt) => attempt.value !== undefined);
  const reason = change.reason === undefined ? {} : { reason: change.reason };
  return hadContent ? { ...after, ...reason, revision: (before.revision ?? 1) + 1 } : { ...after, ...reason };
};

/**
 * Types a mark over a cell: it replaces the value of the last attempt and lifts any outcome; the attempt is then marked, or stays released (as a
 * new revision) where its module was. Criterion marks of another total are dropped. The same mark again changes nothing.
 */
export const enterMark = (cell: Cell | undefined, value: Hundredths, marking: Marking): Cell => {
  const before = cell ?? { attempts: [] };
  const last = lastAttempt(before) ?? { state: 'awaited' };
  if (before.outcome === undefined && last.value === value) return before;
  const { criteria, ...kept } = last;
  const attempt: Attempt = {
    ...kept,
    ...(criteria !== undefined && last.value === value ? { criteria } : {}),
    state: last.state === 'released' || marking.released === true ? 'released' : 'marked',
    value,
    marked: marking.today,
    ...(marking.marker === undefined ? {} : { marker: marking.marker }),
    ...(marking.received === undefined || last.received !== undefined ? {} : { received: marking.received }),
  };
  return revised(before, withLast(withoutOutcome(before), attempt), marking);
};

/** Says of a cell that nothing was submitted, that it is excused, or that a query is open. Marks below are kept, but do not count. */
export const enterOutcome = (
  cell: Cell | undefined,
  outcome: Exclude<Outcome, 'DEF'>,
  change: CellChange = {},
): Cell => {
  const before = cell ?? { attempts: [] };
  if (before.outcome === outcome && change.reason === undefined) return before;
  const reason = change.reason === undefined ? {} : { reason: change.reason };
  return revised(before, { ...withoutOutcome(before), ...reason, outcome }, change);
};

/** Extends an assignment for one learner to a date. The extension goes on counting for late days once a mark is keyed. */
export const extendTo = (cell: Cell | undefined, date: IsoDate, change: CellChange = {}): Cell => {
  const before = cell ?? { attempts: [] };
  const reason = change.reason === undefined ? {} : { reason: change.reason };
  return revised(before, { ...withoutOutcome(before), ...reason, outcome: 'DEF', extendedTo: date }, change);
};

const unmarked = (attempt: Attempt): Attempt => {
  const { value: _value, criteria: _criteria, marked: _marked, state: _state, ...rest } = attempt;
  if (rest.withMarkerSince !== undefined && rest.returned === undefined) return { ...rest, state: 'with-marker' };
  return { ...rest, state: rest.received === undefined ? 'awaited' : 'received' };
};

/**
 * Clears a cell: mark and outcome go, what was before them comes back: the extension where the script has not arrived, else with the marker,
 * received or awaited. An extension that is itself the cell's outcome goes too. Earlier attempts stay.
 */
export const clearCell = (cell: Cell | undefined, change: CellChange = {}): Cell => {
  const before = cell ?? { attempts: [] };
  const last = lastAttempt(before);
  if (before.outcome === undefined && last?.value === undefined) return before;
  const { extendedTo: _granted, ...never } = before;
  const bare = withoutOutcome(before.outcome === 'DEF' ? never : before);
  const cleared = last === undefined ? bare : withLast(bare, unmarked(last));
  const waits = before.outcome === undefined && bare.extendedTo !== undefined && last?.received === undefined;
  return revised(before, waits ? { ...cleared, outcome: 'DEF' } : cleared, change);
};

/** Notes that the script of the last attempt arrived. A mark keyed before stays; an extension and NS are lifted, for it is here. */
export const receiveScript = (cell: Cell | undefined, received: IsoDate): Cell => {
  const before = cell ?? { attempts: [] };
  const last = lastAttempt(before) ?? { state: 'awaited' };
  const lifted = before.outcome === 'DEF' || before.outcome === 'NS' ? withoutOutcome(before) : before;
  return withLast(lifted, { ...last, state: last.state === 'awaited' ? 'received' : last.state, received });
};

/** Hands the script of the last attempt to a marker. */
export const handToMarker = (cell: Cell | undefined, since: IsoDate, marker?: string): Cell => {
  const before = cell ?? { attempts: [] };
  const last = lastAttempt(before) ?? { state: 'awaited' };
  const held: Attempt = { ...last, withMarkerSince: since, ...(marker === undefined ? {} : { marker }) };
  return withLast(before, last.value === undefined ? { ...held, state: 'with-marker' } : held);
};

/** Begins the next attempt once the last has a mark; refused where the rules allow no more. */
export const beginAttempt = (
  cell: Cell,
  rules: Pick<ProgrammeRules, 'maxAttempts'>,
): Result<Cell, Failure<'attempt-not-marked' | 'attempts-used-up'>> => {
  if (lastAttempt(cell)?.value === undefined) return fail('attempt-not-marked');
  if (cell.attempts.length >= rules.maxAttempts) return fail('attempts-used-up', { attempts: rules.maxAttempts });
  return ok({ ...cell, attempts: [...cell.attempts, { state: 'awaited' }] });
};
