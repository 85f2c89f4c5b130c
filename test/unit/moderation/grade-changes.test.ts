import { describe, expect, it } from 'vitest';
import type { ChangeSet, FieldPatch, RecordPatch } from '#shared/domain/change-sets.ts';
import { tick } from '#shared/domain/clock.ts';
import { gradeChangeLine, gradeChangesSheet } from '#shared/domain/exports/grade-changes-export.ts';
import { gradeChanges } from '#shared/domain/grade-changes.ts';
import type { Cell } from '#shared/domain/marks.ts';
import { gradeChangesPaper } from '#shared/domain/papers/grade-changes.ts';
import type { Json } from '#shared/lib/json.ts';
import { cellOf, ids, moduleWith, programme, words } from '../domain/sheet-builders.ts';
import { enrolment, essay } from './builders.ts';

const frame = { cohortId: ids.cohort, enrolmentIds: new Set<string>([enrolment(0)]), modules: [moduleWith([essay])] };
const english = { language: 'en', say: (text: Parameters<typeof words>[0]) => words(text) };
const json = (cell: Cell | undefined) => cell as unknown as Json | undefined;

const set = (n: number, patches: readonly RecordPatch[], more: Partial<ChangeSet> = {}): ChangeSet => ({
  v: 1,
  device: 'laptop-1',
  n,
  clock: tick('000000000000.0000', 1_700_000_000_000 + n),
  by: { name: 'T. Kgosi (demonstration)', role: 'marker' },
  why: { code: 'marks-keyed', values: { count: 1 } },
  kind: 'do',
  patches,
  ...more,
});

const cellPatch = (before: Cell | undefined, after: Cell | undefined, id: string = enrolment(0)): RecordPatch => {
  const [b, a] = [json(before), json(after)];
  const field: FieldPatch = {
    p: `cells/${essay.id}`,
    ...(b === undefined ? {} : { b }),
    ...(a === undefined ? {} : { a }),
    r: 'stamp',
  };
  return { t: 'sheets', id, set: [field] };
};

const released = cellOf(2700, { state: 'released', returned: '2026-05-12' });
const changed: Cell = { ...cellOf(2900, { state: 'released', returned: '2026-05-12' }), revision: 2 };
const release: RecordPatch = {
  t: 'cohorts',
  id: ids.cohort,
  set: [{ p: 'released/m1', a: '2026-05-12', r: 'stamp' }],
};

describe('the grade-change report', () => {
  it('lists who changed a released mark, when, from what to what, why and on which device', () => {
    const why = { code: 'marks-keyed', values: { count: 1 }, note: 'Page 4 was not counted' };
    const [change, ...others] = gradeChanges([set(1, [cellPatch(released, changed)], { why })], frame);
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      at: 1_700_000_000_001,
      by: 'T. Kgosi (demonstration)',
      device: 'laptop-1',
      from: { mark: 2700, attempt: 1 },
      to: { mark: 2900, attempt: 1 },
      note: 'Page 4 was not counted',
    });
  });

  it('leaves out marks that were not released when they were changed, and learners of other cohorts', () => {
    const before = [cellPatch(cellOf(2700), cellOf(2900)), cellPatch(undefined, cellOf(2700))];
    expect(gradeChanges([set(1, before), set(2, [cellPatch(released, changed, 'another')])], frame)).toEqual([]);
  });

  it('counts a mark as released from the release of its module on, and no longer once that was undone', () => {
    const change = cellPatch(cellOf(2700), cellOf(2900));
    const back: RecordPatch = {
      t: 'cohorts',
      id: ids.cohort,
      set: [{ p: 'released/m1', b: '2026-05-12', r: 'stamp' }],
    };
    expect(gradeChanges([set(1, [release]), set(2, [change])], frame)).toHaveLength(1);
    expect(gradeChanges([set(1, [release]), set(2, [back], { kind: 'undo' }), set(3, [change])], frame)).toEqual([]);
  });

  it('takes neither the release itself nor its undo for a change of a mark', () => {
    const mark = cellPatch(cellOf(2700), released);
    const undone = cellPatch(released, cellOf(2700));
    expect(gradeChanges([set(1, [release, mark]), set(2, [undone], { kind: 'undo' })], frame)).toEqual([]);
  });

  it('lists an undone change as a change, and says so', () => {
    const why = { code: 'marks-keyed', values: { count: 1 }, note: 'Page 4' };
    const [, undone] = gradeChanges(
      [set(1, [cellPatch(released, changed)], { why }), set(2, [cellPatch(changed, released)], { why, kind: 'undo' })],
      frame,
    );
    if (undone === undefined) throw new Error('The undo is a change');
    const line = gradeChangeLine(undone, { when: '20/05/2026', learner: 'Chipo', assignment: '1 Essay' }, english);
    expect(line).toMatchObject({ from: '29', to: '27', reason: 'Undone: Page 4' });
  });

  it('says what changed where the mark itself stayed, such as the received date', () => {
    const later = cellOf(2700, { state: 'released', returned: '2026-05-12', received: '2026-05-04' });
    const [change] = gradeChanges([set(1, [cellPatch(released, later)])], frame);
    if (change === undefined) throw new Error('The late penalty may change');
    const line = gradeChangeLine(change, { when: '', learner: '', assignment: '' }, english);
    expect([line.from, line.to]).toEqual(['27', '27']);
    expect(line.details).toContain('4 May 2026');
  });

  it('prints a row a change and the hash of the last entry of the history', () => {
    const changes = gradeChanges([set(1, [cellPatch(released, changed)])], frame);
    const lines = changes.map((one) =>
      gradeChangeLine(one, { when: '20/05/2026, 09:41', learner: 'Chipo Nyambe', assignment: '1 Essay' }, english),
    );
    const hash = 'ab'.repeat(32);
    const paper = gradeChangesPaper(
      { cohort: { code: 'LSK-1', name: 'Lusaka' }, programme, lines, head: { seq: 12, hash }, on: '2026-05-20' },
      english,
    );
    const table = paper.blocks.find(({ kind }) => kind === 'table');
    expect(table?.kind === 'table' ? table.rows.map((row) => row.slice(0, 5)) : []).toEqual([
      ['20/05/2026, 09:41', 'Chipo Nyambe', '1 Essay', '27', '29'],
    ]);
    expect(JSON.stringify(paper.blocks).replaceAll(' ', '')).toContain(hash);
    expect(gradeChangesSheet(lines, english).rows).toHaveLength(1);
  });
});
