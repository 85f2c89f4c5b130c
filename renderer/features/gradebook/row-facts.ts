import { lastAttempt } from '#shared/domain/cells.ts';
import { resubmissionCloses } from '#shared/domain/at-risk.ts';
import type { EffectiveMark } from '#shared/domain/effective-marks.ts';
import { dueDateOf, effectiveMark, lateDaysOf } from '#shared/domain/effective-marks.ts';
import type { AssignmentId, ModuleId } from '#shared/domain/ids.ts';
import type { Cell } from '#shared/domain/marks.ts';
import type { Assignment, ProgrammeRules } from '#shared/domain/programmes.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { MarksContext, MarksRow } from './marks-row.ts';

/** What a cell can be filtered by. */
export const cellStates = ['toMark', 'missing', 'late', 'resubmission'] as const;
export type CellState = (typeof cellStates)[number];

type Counts = Readonly<Record<CellState, number>>;

/**
 * What a row adds to the counts above the grid; `mine` counts the cells whose marker is me alone. Anomalies: a mark without a received date, or of a
 * script that came after the learner had left.
 */
export type RowFacts = {
  readonly all: Counts;
  readonly mine: Counts & { readonly cells: number };
  readonly anomalies: readonly { readonly kind: 'left' | 'undated'; readonly assignmentId: AssignmentId }[];
  readonly begun: ReadonlySet<ModuleId>;
  readonly arrived: ReadonlySet<ModuleId>;
};

/** True where nothing has come, the day for it has passed (an extension counts), and nobody has said yet what that means. */
export const isOverdue = (
  cell: Cell | undefined,
  mark: EffectiveMark,
  rules: ProgrammeRules,
  due: IsoDate | undefined,
  today: IsoDate,
): boolean => {
  const awaited = mark.kind === 'extended' || (mark.kind === 'none' && mark.state === 'awaited');
  const by = awaited ? dueDateOf(cell ?? { attempts: [] }, 0, rules, due) : undefined;
  return by !== undefined && by < today;
};

const isLate = (
  cell: Cell | undefined,
  mark: EffectiveMark,
  rules: ProgrammeRules,
  due: IsoDate | undefined,
): boolean =>
  (mark.kind === 'mark' && mark.lateDays > 0) ||
  (mark.kind === 'not-submitted' && mark.tooLate) ||
  (cell !== undefined && cell.attempts.length > 0 && lateDaysOf(cell, cell.attempts.length - 1, rules, due) > 0);

const isResubmission = (
  cell: Cell | undefined,
  assignment: Assignment,
  { rules, today }: Pick<MarksContext, 'rules' | 'today'>,
): boolean => (cell?.attempts.length ?? 0) > 1 || (resubmissionCloses(cell, assignment, rules) ?? '') >= today;

const statesOf = (
  cell: Cell | undefined,
  mark: EffectiveMark,
  assignment: Assignment,
  context: MarksContext,
): Readonly<Record<CellState, boolean>> => {
  const { cohort, rules, today } = context;
  const due = cohort.due[assignment.id];
  return {
    toMark: (mark.kind === 'none' && mark.state !== 'awaited') || (mark.kind === 'mark' && mark.pending),
    missing: isOverdue(cell, mark, rules, due, today),
    late: isLate(cell, mark, rules, due),
    resubmission: isResubmission(cell, assignment, context),
  };
};

const anomalyOf = (mark: EffectiveMark, leftOn: IsoDate | undefined): 'left' | 'undated' | undefined => {
  if (mark.kind !== 'mark') return undefined;
  const came = mark.attempt.received ?? mark.attempt.marked;
  if (leftOn !== undefined && came !== undefined && came > leftOn) return 'left';
  return mark.attempt.received === undefined ? 'undated' : undefined;
};

export const factsOf = (row: MarksRow, context: MarksContext): RowFacts => {
  const { cohort, programme, rules, me } = context;
  const all = { toMark: 0, missing: 0, late: 0, resubmission: 0 };
  const mine = { ...all, cells: 0 };
  const anomalies: RowFacts['anomalies'][number][] = [];
  const [begun, arrived] = [new Set<ModuleId>(), new Set<ModuleId>()];
  const leftOn = row.locked ? row.learner.enrolment.statusOn : undefined;
  for (const module of programme.modules) {
    for (const assignment of module.assignments) {
      const cell = row.sheet?.cells[assignment.id];
      const mark = effectiveMark(cell, assignment, rules, cohort.due[assignment.id]);
      if (mark.kind === 'mark' || mark.kind === 'not-submitted') begun.add(module.id);
      else if (mark.kind === 'none' && mark.state !== 'awaited') arrived.add(module.id);
      const anomaly = anomalyOf(mark, leftOn);
      if (anomaly !== undefined) anomalies.push({ kind: anomaly, assignmentId: assignment.id });
      if (row.locked) continue;
      const states = statesOf(cell, mark, assignment, context);
      const own = lastAttempt(cell)?.marker === me;
      if (own) mine.cells += 1;
      for (const state of cellStates) {
        if (!states[state]) continue;
        all[state] += 1;
        if (own) mine[state] += 1;
      }
    }
  }
  return { all, mine, anomalies, begun, arrived };
};
