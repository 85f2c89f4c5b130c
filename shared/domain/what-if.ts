import type { IsoDate } from '#shared/lib/dates.ts';
import { beginAttempt, enterMark, lastAttempt } from './cells.ts';
import { effectiveMark, lateDaysOf } from './effective-marks.ts';
import type { AssignmentId } from './ids.ts';
import type { Cell, Hundredths } from './marks.ts';
import type { ModuleResult, ResultInput } from './module-results.ts';
import { moduleResult } from './module-results.ts';
import { rulesOf } from './programme-rules.ts';
import type { Assignment, Criterion, Module, ProgrammeRules } from './programmes.ts';

/**
 * The least mark that one attempt needs. `lateDays` and `penalty` if the script arrives on the day of asking (or arrived before); `criteria` must each
 * reach their own least mark as well.
 */
export type NeededMark = {
  readonly assignment: Assignment;
  readonly attemptNumber: number;
  readonly value: Hundredths;
  readonly lateDays: number;
  readonly penalty: Hundredths;
  readonly criteria: readonly Criterion[];
};

/** Why no mark can bring a module to the pass any more. */
export type NoWayCode = 'attempts-used' | 'too-late' | 'full-marks' | 'criterion' | 'all-excused';

/**
 * What a module that is not passed needs. `ways`: any one of them is enough; the marks of a way are needed together, and a hundredth less on any of
 * them does not pass. `queries`: assignments whose open query has to be answered first. With no ways and no `noWay` the marks there are enough.
 */
export type ModuleNeed = {
  readonly module: Module;
  readonly ways: readonly (readonly NeededMark[])[];
  readonly queries: readonly Assignment[];
  readonly noWay?: NoWayCode;
};

type Lever = {
  readonly assignment: Assignment;
  /** The cell with a mark on the attempt that is still to come. */
  readonly marked: (raw: Hundredths) => Cell;
  readonly least: Hundredths;
  /** True where the final mark waits for it; else it is a resubmission that may be made. */
  readonly must: boolean;
};

type Cells = Readonly<Record<AssignmentId, Cell>>;

const mustPassOf = (assignment: Assignment): readonly Criterion[] =>
  assignment.criteria.filter(({ mustPass }) => mustPass !== undefined);

const withCriteria = (cell: Cell, assignment: Assignment): Cell => {
  const last = lastAttempt(cell);
  const criteria = mustPassOf(assignment).map(({ id, mustPass = 0 }) => [id, mustPass] as const);
  if (last === undefined || criteria.length === 0) return cell;
  return {
    ...cell,
    attempts: [...cell.attempts.slice(0, -1), { ...last, criteria: Object.fromEntries(criteria) }],
  };
};

const lifted = (cell: Cell): Cell => {
  if (cell.outcome !== 'HOLD') return cell;
  const { outcome: _held, ...rest } = cell;
  return rest;
};

type Context = {
  readonly input: ResultInput;
  readonly rules: ProgrammeRules;
  readonly today: IsoDate;
};

/** The attempt that is to be marked next: the one that waits, or another where the rules allow one; undefined where they do not. */
const nextAttempt = (cell: Cell, due: IsoDate | undefined, { rules, today }: Context): Cell | undefined => {
  if (lastAttempt(cell)?.value !== undefined) {
    const begun = beginAttempt(cell, rules);
    return begun.ok ? begun.value : undefined;
  }
  const arrived = enterMark(cell, 0, { today, received: today });
  const late = lateDaysOf(arrived, arrived.attempts.length - 1, rules, due) > rules.lastLateDay;
  if (!late || cell.lateOverride === true) return cell;
  // A script that comes too late counts as not submitted, and the attempt after it is open.
  const after = beginAttempt(arrived, rules);
  return after.ok ? after.value : cell;
};

/** What can still be done about an assignment; undefined where nothing can. */
const leverOf = (assignment: Assignment, cell: Cell | undefined, context: Context): Lever | undefined => {
  const { input, rules, today } = context;
  const due = input.cohort.due[assignment.id];
  const base = lifted(cell ?? { attempts: [] });
  const mark = effectiveMark(base, assignment, rules, due);
  const next = mark.kind === 'excused' ? undefined : nextAttempt(base, due, context);
  if (next === undefined) return undefined;
  return {
    assignment,
    marked: (raw) => withCriteria(enterMark(next, raw, { today, received: today }), assignment),
    least: mustPassOf(assignment).reduce((sum, { mustPass = 0 }) => sum + mustPass, 0),
    must: mark.kind === 'none' || mark.kind === 'extended' || (mark.kind === 'mark' && mark.pending),
  };
};

const passes = ({ final, missingPoints, failedCriteria }: ModuleResult): boolean =>
  final !== undefined && missingPoints === 0 && failedCriteria.length === 0;

/** The least whole number from `low` to `high` that is enough; undefined where `high` is not. More is never less than enough. */
const leastOf = (low: number, high: number, enough: (value: number) => boolean): number | undefined => {
  if (low > high || !enough(high)) return undefined;
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (enough(middle)) to = middle;
    else from = middle + 1;
  }
  return to;
};

const wholeShare = 10_000;

const atShare = ({ assignment, least }: Lever, share: number): Hundredths =>
  Math.max(least, Math.ceil((assignment.max * share) / wholeShare));

type Judge = (marks: readonly Hundredths[]) => ModuleResult;

/** The least marks that are enough together: the same share of each maximum, then as little on each as the others allow. */
const leastTogether = (levers: readonly Lever[], judge: Judge): readonly Hundredths[] | undefined => {
  const share = leastOf(0, wholeShare, (tried) => passes(judge(levers.map((lever) => atShare(lever, tried)))));
  if (share === undefined) return undefined;
  const marks = levers.map((lever) => atShare(lever, share));
  for (const [place, lever] of levers.entries()) {
    const enough = (raw: number): boolean => passes(judge(marks.with(place, raw)));
    marks[place] = leastOf(lever.least, marks[place] ?? lever.assignment.max, enough) ?? lever.assignment.max;
  }
  return marks;
};

const neededMark = (lever: Lever, value: Hundredths, { input, rules }: Context): NeededMark => {
  const { assignment } = lever;
  const cell = lever.marked(value);
  const alone = effectiveMark(cell, assignment, { ...rules, attemptPolicy: 'last' }, input.cohort.due[assignment.id]);
  return {
    assignment,
    attemptNumber: cell.attempts.length,
    value,
    lateDays: alone.kind === 'mark' ? alone.lateDays : 0,
    penalty: alone.kind === 'mark' ? alone.penalty : 0,
    criteria: mustPassOf(assignment),
  };
};

const noWayOf = (module: Module, levers: readonly Lever[], full: ModuleResult): NoWayCode => {
  if (module.assignments.length > 0 && full.items.every(({ mark }) => mark.kind === 'excused')) return 'all-excused';
  const late = full.items.some(({ mark }) => mark.kind === 'not-submitted' && mark.tooLate);
  if (late) return 'too-late';
  if (levers.length === 0) return full.missingPoints === 0 ? 'criterion' : 'attempts-used';
  return full.final !== undefined && full.missingPoints === 0 ? 'criterion' : 'full-marks';
};

/**
 * What a module needs to be passed, by trying marks against the very rules that judge it (domain.md 3: late penalty, attempts, cap, weights, must-pass
 * criteria). Scripts that are not here count as arriving `today`. The site supervisor's sign-off is left out: it is no mark. Undefined where the
 * marks are enough already.
 */
export const moduleNeed = (module: Module, input: ResultInput, today: IsoDate): ModuleNeed | undefined => {
  const rules = rulesOf(input.cohort, input.programme);
  const context: Context = { input, rules, today };
  const cells: Cells = input.sheet?.cells ?? {};
  const answered = Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, lifted(cell)]));
  if (passes(moduleResult(module, input, rules))) return undefined;
  const levers = module.assignments.flatMap((assignment) => leverOf(assignment, cells[assignment.id], context) ?? []);
  const must = levers.filter((lever) => lever.must);
  const may = levers.filter((lever) => !lever.must);
  const judgeOf =
    (chosen: readonly Lever[]): Judge =>
    (marks) => {
      const tried = chosen.map(({ assignment, marked }, place) => [assignment.id, marked(marks[place] ?? 0)] as const);
      return moduleResult(module, { ...input, sheet: { cells: { ...answered, ...Object.fromEntries(tried) } } }, rules);
    };
  const wayOf = (chosen: readonly Lever[]): readonly (readonly NeededMark[])[] => {
    const marks = leastTogether(chosen, judgeOf(chosen));
    return marks === undefined
      ? []
      : [chosen.map((lever, place) => neededMark(lever, marks[place] ?? lever.assignment.max, context))];
  };
  const queries = module.assignments.filter(({ id }) => cells[id]?.outcome === 'HOLD');
  if (must.length === 0 && passes(judgeOf([])([]))) return { module, ways: [], queries };
  const first = must.length === 0 ? [] : wayOf(must);
  const second = first.length > 0 ? first : may.flatMap((lever) => wayOf([...must, lever]));
  const ways = second.length > 0 || may.length < 2 ? second : wayOf(levers);
  if (ways.length > 0) return { module, ways, queries };
  const full = judgeOf(levers)(levers.map(({ assignment }) => assignment.max));
  return { module, ways, queries, noWay: noWayOf(module, levers, full) };
};
