import fc from 'fast-check';
import {
  beginAttempt,
  clearCell,
  enterMark,
  enterOutcome,
  extendTo,
  liftOutcome,
  releaseCell,
} from '#shared/domain/cells.ts';
import type { CriterionId } from '#shared/domain/ids.ts';
import type { Cell } from '#shared/domain/marks.ts';
import type { RuleName, RuleOverrides } from '#shared/domain/programme-rules.ts';
import { rulesOf } from '#shared/domain/programme-rules.ts';
import type { Assignment, ProgrammeVersion } from '#shared/domain/programmes.ts';
import { acceptLate, enterCriterion, setOfAttempt, setReceived } from '#shared/domain/script-entry.ts';
import { addDays } from '#shared/lib/dates.ts';
import { sameJson } from '#shared/lib/json.ts';

/** What is done to one cell; numbers are taken modulo what there is. */
type CellEdit =
  | { readonly do: 'mark'; readonly value: number }
  | { readonly do: 'criterion'; readonly number: number; readonly value: number }
  | { readonly do: 'outcome'; readonly outcome: 'NS' | 'EX' | 'HOLD' }
  | { readonly do: 'received' | 'extend'; readonly days: number }
  | { readonly do: 'feedback'; readonly text: string }
  | { readonly do: 'clear' | 'lift' | 'accept' | 'attempt' | 'release' };

/** One thing that a person does to the marks and rules of a cohort, or that happens to the laptop. */
export type Step =
  | { readonly kind: 'cell'; readonly learner: number; readonly assignment: number; readonly edit: CellEdit }
  | { readonly kind: 'rule'; readonly name: keyof typeof ranges; readonly share: number }
  | { readonly kind: 'rule-back'; readonly name: RuleName }
  | { readonly kind: 'due'; readonly assignment: number; readonly days: number }
  | { readonly kind: 'undo' | 'redo' | 'restart' };

const numeric = [
  'passMark',
  'maxAttempts',
  'resubmissionDays',
  'latePenaltyPerDay',
  'lastLateDay',
  'minimumHours',
] as const;

const cellEdit: fc.Arbitrary<CellEdit> = fc.oneof(
  fc.record({ do: fc.constant('mark' as const), value: fc.nat(4000) }),
  fc.record({ do: fc.constant('criterion' as const), number: fc.nat(3), value: fc.nat(1000) }),
  fc.record({ do: fc.constant('outcome' as const), outcome: fc.constantFrom('NS', 'EX', 'HOLD') }),
  fc.record({ do: fc.constantFrom('received', 'extend'), days: fc.integer({ min: -5, max: 40 }) }),
  fc.record({
    do: fc.constant('feedback' as const),
    text: fc.constantFrom('', 'Name the law.', 'Own example needed.'),
  }),
  fc.record({ do: fc.constantFrom('clear', 'lift', 'accept', 'attempt', 'release') }),
);

const step = (learners: number): fc.Arbitrary<Step> =>
  fc.oneof(
    {
      weight: 10,
      arbitrary: fc.record({
        kind: fc.constant('cell' as const),
        learner: fc.nat(learners - 1),
        assignment: fc.nat(3),
        edit: cellEdit,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('rule' as const),
        name: fc.constantFrom(...numeric),
        share: fc.nat(100),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('rule-back' as const), name: fc.constantFrom(...numeric) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('due' as const),
        assignment: fc.nat(3),
        days: fc.integer({ min: -20, max: 20 }),
      }),
    },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('redo' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
  );

/** Any sequence of steps in a cohort of so many learners. */
export const anySteps = (learners: number, longest: number): fc.Arbitrary<readonly Step[]> =>
  fc.array(step(learners), { maxLength: longest, size: 'max' });

/** The marks and rules of a cohort in memory, learners and assignments by id. */
export type Marking = {
  readonly cells: Readonly<Record<string, Readonly<Record<string, Cell>>>>;
  readonly due: Readonly<Record<string, string>>;
  readonly overrides: RuleOverrides | undefined;
};

const today = '2026-05-20';
const firstDue = '2026-05-01';
const given = { reason: 'The board decided so', by: 'Demonstration', on: today } as const;

const edited = (cell: Cell | undefined, edit: CellEdit, assignment: Assignment, maxAttempts: number): Cell => {
  const before = cell ?? { attempts: [] };
  const marking = { today, marker: 'Demonstration', reason: 'Added up wrongly' };
  switch (edit.do) {
    case 'mark':
      return enterMark(cell, Math.min(edit.value, assignment.max), marking);
    case 'criterion': {
      const criterion = assignment.criteria[edit.number];
      return criterion === undefined
        ? before
        : enterCriterion(cell, assignment, criterion.id satisfies CriterionId, edit.value, marking);
    }
    case 'outcome':
      return enterOutcome(cell, edit.outcome, { reason: 'asked' });
    case 'received':
      return setReceived(cell, addDays(firstDue, edit.days));
    case 'extend':
      return extendTo(cell, addDays(firstDue, edit.days), { reason: 'ill' });
    case 'feedback':
      return setOfAttempt(cell, { feedback: edit.text });
    case 'clear':
      return clearCell(cell);
    case 'lift':
      return liftOutcome(before);
    case 'accept':
      return acceptLate(before, 'The road was flooded');
    case 'release':
      return releaseCell(before, today);
    case 'attempt': {
      const begun = beginAttempt(before, { maxAttempts });
      return begun.ok ? begun.value : before;
    }
  }
};

const ranges = {
  passMark: [1, 10_000],
  maxAttempts: [1, 4],
  resubmissionDays: [1, 60],
  latePenaltyPerDay: [0, 2000],
  lastLateDay: [0, 20],
  minimumHours: [0, 10_000],
} as const;

/** What a step comes to, so that both the memory and the database can be told the same. */
export type Done =
  | { readonly kind: 'cell'; readonly learner: string; readonly assignment: Assignment; readonly cell: Cell }
  | { readonly kind: 'rule'; readonly name: keyof typeof ranges; readonly value: number }
  | { readonly kind: 'rule-back'; readonly name: RuleName }
  | { readonly kind: 'due'; readonly due: Readonly<Record<string, string>> };

/** What a step does to this marking; undefined for those that belong to the laptop. */
export const doneBy = (
  one: Step,
  { cells, overrides }: Marking,
  learners: readonly string[],
  programme: ProgrammeVersion,
): Done | undefined => {
  const assignments = programme.modules.flatMap((module) => module.assignments);
  if (one.kind === 'rule') {
    const [least, most] = ranges[one.name];
    return { kind: 'rule', name: one.name, value: least + Math.round(((most - least) * one.share) / 100) };
  }
  if (one.kind === 'rule-back') return { kind: 'rule-back', name: one.name };
  if (one.kind !== 'cell' && one.kind !== 'due') return undefined;
  const assignment = assignments[one.assignment];
  if (assignment === undefined) return undefined;
  if (one.kind === 'due') return { kind: 'due', due: { [assignment.id]: addDays(firstDue, one.days) } };
  const learner = learners[one.learner] ?? '';
  const { maxAttempts } = rulesOf(overrides === undefined ? {} : { ruleOverrides: overrides }, programme);
  const cell = edited(cells[learner]?.[assignment.id], one.edit, assignment, maxAttempts);
  return { kind: 'cell', learner, assignment, cell };
};

/** The marking after what was done: made anew, with nothing of how it came about. */
export const after = (marking: Marking, done: Done): Marking => {
  const { cells, due, overrides } = marking;
  if (done.kind === 'cell')
    return {
      ...marking,
      cells: { ...cells, [done.learner]: { ...cells[done.learner], [done.assignment.id]: done.cell } },
    };
  if (done.kind === 'due') return { ...marking, due: { ...due, ...done.due } };
  if (done.kind === 'rule')
    return { ...marking, overrides: { ...overrides, [done.name]: { ...given, value: done.value } } };
  if (overrides === undefined) return marking;
  const { [done.name]: _gone, ...others } = overrides;
  return { ...marking, overrides: others };
};

/** Markings with what can be undone and redone, kept as whole copies: the plainest undo there is. */
type Copies = { readonly now: Marking; readonly past: readonly Marking[]; readonly future: readonly Marking[] };

export const blank: Copies = { now: { cells: {}, due: {}, overrides: undefined }, past: [], future: [] };

/** The copies after one step. A restart changes nothing, and neither does a step that leaves everything as it was. */
export const withStep = (copies: Copies, one: Step, done: Done | undefined): Copies => {
  const { now, past, future } = copies;
  const [last, next] = [past.at(-1), future.at(-1)];
  if (one.kind === 'undo')
    return last === undefined ? copies : { now: last, past: past.slice(0, -1), future: [...future, now] };
  if (one.kind === 'redo')
    return next === undefined ? copies : { now: next, past: [...past, now], future: future.slice(0, -1) };
  if (done === undefined) return copies;
  const changed = after(now, done);
  return sameJson(changed, now) ? copies : { now: changed, past: [...past, now], future: [] };
};
