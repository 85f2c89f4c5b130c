import type { IsoDate } from '#shared/lib/dates.ts';
import { addDays } from '#shared/lib/dates.ts';
import type { AssignmentId, CriterionId } from '../ids.ts';
import type { Attempt, Cell, Hundredths } from '../marks.ts';
import type { Assignment, ProgrammeRules, ProgrammeVersion } from '../programmes.ts';
import type { Draw } from './draw.ts';

/** A share of an assignment's maximum as a mark, in halves of a mark. */
export const markOf = (assignment: Assignment, percent: number): Hundredths =>
  Math.max(0, Math.min(assignment.max, Math.round((percent * assignment.max) / 5000) * 50));

/** Least share that passes with every assignment at it, in per cent; above the pass mark so that halves of a mark cannot fall below. */
const safePercent = (rules: ProgrammeRules): number => rules.passMark / 100 + 3;

/** A share that passes, spread about an ability. */
export const passingPercent = (draw: Draw, ability: number, rules: ProgrammeRules): number =>
  Math.max(safePercent(rules), Math.min(97, ability + 7 * draw.normal()));

/** Splits a mark over the rubric, about evenly, in halves of a mark, each row within its maximum and at its least mark where the sum allows. */
export const splitMark = (
  assignment: Assignment,
  value: Hundredths,
): Readonly<Record<CriterionId, Hundredths>> | undefined => {
  const { criteria } = assignment;
  const all = criteria.reduce((sum, { max }) => sum + max, 0);
  if (criteria.length === 0 || value > all) return undefined;
  const first = (max: Hundredths): Hundredths => Math.min(max, Math.floor((value * max) / all / 50) * 50);
  let open = value - criteria.reduce((sum, { max }) => sum + first(max), 0);
  const marks: Record<CriterionId, Hundredths> = {};
  for (const { id, max } of [...criteria].sort((a, b) => (b.mustPass ?? 0) - (a.mustPass ?? 0))) {
    const more = Math.min(open, max - first(max));
    marks[id] = first(max) + more;
    open -= more;
  }
  return marks;
};

/** What is said of a marked script: its mark, with the rubric where it was kept, and the days it took. */
export const markedAttempt = (
  assignment: Assignment,
  percent: number,
  rest: Omit<Attempt, 'value' | 'criteria'>,
  withRubric: boolean,
): Attempt => {
  const value = markOf(assignment, percent);
  const criteria = withRubric ? splitMark(assignment, value) : undefined;
  return { ...rest, value, ...(criteria === undefined ? {} : { criteria }) };
};

/** Everything that the cells of one learner in finished modules are drawn from. */
export type FinishedWork = {
  readonly programme: ProgrammeVersion;
  readonly due: Readonly<Record<AssignmentId, IsoDate>>;
  readonly draw: Draw;
  readonly ability: number;
  readonly withRubric: boolean;
};

const finishedCell = (assignment: Assignment, work: FinishedWork): Cell => {
  const { programme, due, draw, ability, withRubric } = work;
  const by = due[assignment.id];
  if (by === undefined) throw new Error(`No due date for ${assignment.id}`);
  const received = addDays(by, -draw.whole(0, 6));
  const percent = passingPercent(draw, ability, programme.rules);
  const second = ability < 64 && programme.rules.maxAttempts > 1 && draw.chance(0.09);
  if (!second) return { attempts: [markedAttempt(assignment, percent, { state: 'released', received }, withRubric)] };
  const returned = addDays(by, 20);
  const failed = markedAttempt(assignment, draw.whole(28, 46), { state: 'released', received, returned }, withRubric);
  const again = addDays(returned, draw.whole(8, Math.max(8, programme.rules.resubmissionDays)));
  return { attempts: [failed, markedAttempt(assignment, percent, { state: 'released', received: again }, withRubric)] };
};

/** Cells of the modules up to a number, all marked, released and good enough to pass every module. */
export const finishedCells = (work: FinishedWork, upToModule: number): Readonly<Record<AssignmentId, Cell>> =>
  Object.fromEntries(
    work.programme.modules
      .filter(({ number }) => number <= upToModule)
      .flatMap(({ assignments }) => assignments.map((assignment) => [assignment.id, finishedCell(assignment, work)])),
  );
