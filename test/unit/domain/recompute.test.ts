import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeSet, RecordData, RecordPatch } from '#shared/domain/change-sets.ts';
import { changeSetId } from '#shared/domain/change-sets.ts';
import { clockZero, tick } from '#shared/domain/clock.ts';
import type { LearnerResult } from '#shared/domain/module-results.ts';
import { learnerResult } from '#shared/domain/module-results.ts';
import { diffRecord } from '#shared/domain/record-diff.ts';
import type { RowStore } from '#shared/domain/rows.ts';
import { applyChangeSet } from '#shared/domain/rows.ts';
import type { TableName } from '#shared/domain/tables.ts';
import type { UndoStacks } from '#shared/domain/undo.ts';
import { emptyStacks, isReversible, pushChange, reversePatch } from '#shared/domain/undo.ts';
import type { Marking, Step } from '../../builders/marking-steps.ts';
import { after, anySteps, blank, doneBy, withStep } from '../../builders/marking-steps.ts';
import { programme } from './sheet-builders.ts';

const learners = ['e1', 'e2', 'e3'];

/** A laptop as the app works on it: rows by change sets, undo stacks, and the results it has shown, kept while their records are the same. */
type Laptop = {
  rows: RowStore;
  stacks: UndoStacks;
  readonly log: ChangeSet[];
  shown: Map<string, { readonly of: readonly unknown[]; readonly result: LearnerResult }>;
};

const rowOf = ({ rows }: Laptop, table: TableName, id: string) => rows.get(table)?.get(id);

const write = (laptop: Laptop, draft: Pick<ChangeSet, 'kind' | 'patches' | 'of'>): void => {
  const { log } = laptop;
  const clock = tick(log.at(-1)?.clock ?? clockZero, 1000);
  const author = { name: 'Demonstration', role: 'coordinator' } as const;
  const set: ChangeSet = { v: 1, device: 'd', n: log.length + 1, clock, by: author, why: { code: 'x' }, ...draft };
  applyChangeSet(laptop.rows, set);
  laptop.stacks = pushChange(laptop.stacks, set);
  log.push(set);
};

const save = (laptop: Laptop, records: readonly (readonly [TableName, string, RecordData])[]): void => {
  const patches = records.flatMap(([table, id, next]) => diffRecord(table, id, rowOf(laptop, table, id), next) ?? []);
  if (patches.length > 0) write(laptop, { kind: 'do', patches });
};

const reverse = (laptop: Laptop, kind: 'undo' | 'redo'): void => {
  const target = laptop.stacks[kind].at(-1);
  const set = laptop.log.find((one) => changeSetId(one) === target);
  if (target === undefined || set === undefined) return;
  const inOrder = kind === 'undo' ? set.patches.toReversed() : set.patches;
  const patches = inOrder.map((patch): RecordPatch => {
    const row = rowOf(laptop, patch.t, patch.id);
    const reversed = reversePatch(patch, row, kind);
    if (!isReversible(patch, row, kind) || reversed === undefined) throw new Error(`${kind} was refused`);
    return reversed;
  });
  write(laptop, { kind, of: target, patches });
};

const restart = (laptop: Laptop): void => {
  laptop.rows = new Map();
  laptop.stacks = emptyStacks;
  laptop.shown = new Map();
  for (const set of laptop.log) {
    applyChangeSet(laptop.rows, JSON.parse(JSON.stringify(set)) as ChangeSet);
    laptop.stacks = pushChange(laptop.stacks, set);
  }
};

const cohortOf = ({ due, overrides }: Marking) => ({
  id: 'c',
  due,
  ...(overrides === undefined ? {} : { ruleOverrides: overrides }),
});

const alive = (laptop: Laptop, table: TableName, id: string): unknown => {
  const row = rowOf(laptop, table, id);
  return row === undefined || row.x !== undefined ? undefined : row.d;
};

type Cohort = Parameters<typeof learnerResult>[0]['cohort'];
type Sheet = Parameters<typeof learnerResult>[0]['sheet'];

/** What the screen shows of a learner: computed only where the sheet or the cohort is another than before. */
const shownResult = (laptop: Laptop, id: string): LearnerResult => {
  const [cohort, sheet] = [alive(laptop, 'cohorts', 'c'), alive(laptop, 'sheets', id)];
  const kept = laptop.shown.get(id);
  if (kept !== undefined && kept.of[0] === cohort && kept.of[1] === sheet) return kept.result;
  const result = learnerResult({ programme, cohort: (cohort ?? { due: {} }) as Cohort, sheet: sheet as Sheet });
  laptop.shown.set(id, { of: [cohort, sheet], result });
  return result;
};

const fromScratch = ({ cells, due, overrides }: Marking, id: string): LearnerResult => {
  const own = cells[id];
  return learnerResult({
    programme,
    cohort: { due, ...(overrides === undefined ? {} : { ruleOverrides: overrides }) },
    sheet: own === undefined ? undefined : { cells: own },
  });
};

const play = (laptop: Laptop, step: Step, now: Marking): ReturnType<typeof doneBy> => {
  const done = doneBy(step, now, learners, programme);
  if (step.kind === 'undo' || step.kind === 'redo') reverse(laptop, step.kind);
  else if (step.kind === 'restart') restart(laptop);
  else if (done !== undefined) {
    const next = after(now, done);
    const sheets = learners.flatMap((id) => {
      const cells = next.cells[id];
      return cells === undefined ? [] : [['sheets', id, { id, cells }] as const];
    });
    save(laptop, [['cohorts', 'c', cohortOf(next)], ...sheets] as unknown as Parameters<typeof save>[1]);
  }
  return done;
};

describe('results', () => {
  it('are the same after any edits, undo, redo, restarts and rule changes as computed from scratch', () => {
    fc.assert(
      fc.property(anySteps(learners.length, 60), (steps) => {
        const laptop: Laptop = { rows: new Map(), stacks: emptyStacks, log: [], shown: new Map() };
        // The cohort is there before anybody marks, and its making is no step of this story.
        save(laptop, [['cohorts', 'c', cohortOf(blank.now)]]);
        laptop.stacks = emptyStacks;
        const [made] = laptop.log.splice(0);
        let copies = blank;
        for (const step of steps) {
          if (step.kind === 'restart' && made !== undefined)
            laptop.log.unshift({ ...made, why: { code: 'workspace-started' } });
          const done = play(laptop, step, copies.now);
          if (step.kind === 'restart') laptop.log.shift();
          copies = withStep(copies, step, done);
          for (const id of learners) expect(shownResult(laptop, id)).toEqual(fromScratch(copies.now, id));
        }
        expect(laptop.stacks.undo).toHaveLength(copies.past.length);
        expect(laptop.stacks.redo).toHaveLength(copies.future.length);
      }),
      { numRuns: 120 },
    );
  });
});
