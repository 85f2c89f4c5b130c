import type { IsoDate } from '#shared/lib/dates.ts';
import { sameJson } from '#shared/lib/json.ts';
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

/**
 * True where a mark keyed now is the learner's to see at once: the last attempt was released, or its module was and it is the first. A resubmission
 * begun after the release is released on its own.
 */
export const isReleased = (cell: Cell | undefined, moduleReleased: boolean): boolean =>
  lastAttempt(cell)?.state === 'released' || (moduleReleased && (cell?.attempts.length ?? 0) < 2);

const toldOf = ({ value, criteria, received, extendedTo, lateAccepted }: Attempt) => ({
  value,
  criteria,
  received,
  extendedTo,
  lateAccepted,
});

/**
 * True where a change must carry a reason and makes a new revision (domain.md 3): it touches what a learner was told, be it a released mark, what its
 * penalty is computed from, or an outcome that stands over it. Feedback, markers and notes may change without.
 */
export const changesReleased = (before: Cell | undefined, after: Cell, moduleReleased: boolean): boolean => {
  if (before === undefined) return false;
  const told = ({ state, value }: Attempt, index: number): boolean =>
    value !== undefined && (state === 'released' || (moduleReleased && index === 0));
  const toldOutcome = moduleReleased && before.outcome !== undefined && before.outcome !== 'DEF';
  if (!toldOutcome && !before.attempts.some(told)) return false;
  const over = ({ outcome, extendedTo, lateOverride }: Cell) => ({ outcome, extendedTo, lateOverride });
  if (!sameJson(over(before), over(after))) return true;
  return before.attempts.some((attempt, index) => {
    const next = after.attempts[index];
    return told(attempt, index) && (next === undefined || !sameJson(toldOf(attempt), toldOf(next)));
  });
};

/** The cell with another attempt in the place of its last. */
export const withLast = (cell: Cell, attempt: Attempt): Cell => ({
  ...cell,
  attempts: [...cell.attempts.slice(0, -1), attempt],
});

/** The cell without an outcome. An extension granted and an override of the late rule go on, and so does their reason. */
const withoutOutcome = (cell: Cell): Cell => {
  if (cell.outcome === undefined && cell.reason === undefined) return cell;
  const { outcome: _outcome, reason, ...rest } = cell;
  const goesOn = rest.extendedTo !== undefined || rest.lateOverride === true;
  return goesOn && reason !== undefined ? { ...rest, reason } : rest;
};

/** The cell as changed: a new revision, with its reason, where the change touches what a learner was told. */
export const revised = (before: Cell, after: Cell, change: CellChange): Cell => {
  if (!changesReleased(before, after, change.released === true)) return after;
  const reason = change.reason === undefined ? {} : { reason: change.reason };
  return { ...after, ...reason, revision: (before.revision ?? 1) + 1 };
};

/** The attempt without the criterion marks of another total. */
const withCriteriaOf = (last: Attempt, value: Hundredths): Attempt => {
  if (last.criteria === undefined || last.value === value) return last;
  const { criteria: _another, ...rest } = last;
  return rest;
};

/**
 * Types a mark over a cell: it replaces the value of the last attempt and lifts any outcome; the attempt is then marked, or stays released (as a
 * new revision) where its module was. Criterion marks of another total are dropped. The same mark again changes nothing.
 */
export const enterMark = (cell: Cell | undefined, value: Hundredths, marking: Marking): Cell => {
  const before = cell ?? { attempts: [] };
  const last = lastAttempt(before) ?? { state: 'awaited' };
  if (before.outcome === undefined && last.value === value) return before;
  const released = isReleased(before, marking.released === true);
  const attempt: Attempt = {
    ...withCriteriaOf(last, value),
    state: released ? 'released' : 'marked',
    ...(released && last.value === undefined ? { returned: marking.today } : {}),
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

/**
 * Lifts what was said of a cell (a query, an excuse, NS, an extension): the mark below counts again. Nothing else changes.
 */
export const liftOutcome = (cell: Cell, change: CellChange = {}): Cell =>
  cell.outcome === undefined ? cell : revised(cell, withoutOutcome(cell), change);

/**
 * Extends an assignment for one learner to a date. The extension goes on counting for late days once a mark is keyed. A resubmission is extended on
 * its own: the mark before it stands meanwhile, and its late days stay as they are.
 */
export const extendTo = (cell: Cell | undefined, date: IsoDate, change: CellChange = {}): Cell => {
  const before = cell ?? { attempts: [] };
  const last = lastAttempt(before);
  if (last !== undefined && before.attempts.length > 1) {
    const why = change.reason === undefined ? {} : { extensionReason: change.reason };
    return revised(before, withLast(before, { ...last, ...why, extendedTo: date }), change);
  }
  const reason = change.reason === undefined ? {} : { reason: change.reason };
  if (last?.received !== undefined) return revised(before, { ...before, ...reason, extendedTo: date }, change);
  return revised(before, { ...withoutOutcome(before), ...reason, outcome: 'DEF', extendedTo: date }, change);
};

/** An attempt without its mark: with the marker, received or awaited. */
export const unmarked = (attempt: Attempt): Attempt => {
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

/**
 * A cell as the release of its module leaves it: each attempt with a mark is released and, where it was not returned yet, returned on that day, which
 * opens the window of the resubmission. A cell with an outcome stays as it is: an open query is not told to anyone. Releasing twice changes nothing.
 */
export const releaseCell = (cell: Cell, on: IsoDate): Cell => {
  const waits = (attempt: Attempt): boolean =>
    attempt.value !== undefined && (attempt.state !== 'released' || attempt.returned === undefined);
  if (cell.outcome !== undefined || !cell.attempts.some(waits)) return cell;
  return {
    ...cell,
    attempts: cell.attempts.map((attempt) =>
      waits(attempt) ? { ...attempt, state: 'released', returned: attempt.returned ?? on } : attempt,
    ),
  };
};
