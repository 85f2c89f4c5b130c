import { describe, expect, it } from 'vitest';
import type { Cell, MarkSheet } from '#shared/domain/marks.ts';
import { enterAgreedMark, moderateSheet } from '#shared/domain/moderation-cells.ts';
import { checkRelease, moderationState, releaseSheet, scriptsToDraw } from '#shared/domain/moderation-release.ts';
import type { Moderation } from '#shared/domain/moderation.ts';
import { asId } from '#shared/domain/ids.ts';
import { assignmentId, cellOf, ids, moduleWith, rules } from '../domain/sheet-builders.ts';
import { enrolment, essay, script } from './builders.ts';

const module = moduleWith([essay]);
const sheetOf = (cell: Cell | undefined, number = 0): MarkSheet => ({
  id: enrolment(number),
  cohortId: ids.cohort,
  personId: ids.person,
  cells: cell === undefined ? {} : { [essay.id]: cell },
});
const on = '2026-05-20';
const moderation = (change: Partial<Moderation> = {}): Moderation => ({
  id: 'cohort-1:a1',
  cohortId: ids.cohort,
  assignmentId: essay.id,
  seed: 7,
  scripts: 1,
  drawnOn: on,
  drawnBy: 'M. Moderator',
  sample: [{ enrolmentId: enrolment(0), reasons: ['whole'] }],
  seconds: {},
  ...change,
});
const accepted = { kind: 'accepted', by: 'M. Moderator', on } as const;

const check = (cells: readonly (Cell | undefined)[], own?: Moderation) =>
  checkRelease(module, {
    cohort: { due: { [essay.id]: '2026-05-01' } },
    rules,
    sheets: cells.map(sheetOf),
    moderations: new Map(own === undefined ? [] : [[essay.id, own]]),
  });

describe('before a release', () => {
  it('each cell without a mark is named with its reason; NS and EX are not missing', () => {
    const again: Cell = { attempts: [...cellOf(1600).attempts, { state: 'received', received: on }] };
    const { gaps, ready } = check([
      undefined,
      { attempts: [{ state: 'received', received: on }] },
      { attempts: [{ state: 'with-marker', received: on }] },
      { ...cellOf(2700), outcome: 'HOLD' },
      { attempts: [], outcome: 'DEF', extendedTo: '2026-06-08' },
      again,
      { attempts: [], outcome: 'NS' },
      { attempts: [], outcome: 'EX' },
      cellOf(2700),
    ]);
    expect(gaps.map(({ why }) => why)).toEqual([
      'awaited',
      'received',
      'with-marker',
      'held',
      'extended',
      'resubmission',
    ]);
    expect(gaps[3]?.enrolmentId).toBe(enrolment(3));
    expect(ready).toBe(2);
  });

  it('moderation that is not accepted is named, and none is asked for where nothing is marked', () => {
    expect(check([cellOf(2700)]).unmoderated[0]?.state).toBe('not-drawn');
    expect(check([cellOf(2700)], moderation()).unmoderated[0]?.state).toBe('under-way');
    expect(check([cellOf(2700)], moderation({ verdict: accepted })).unmoderated).toEqual([]);
    expect(check([undefined]).unmoderated).toEqual([]);
  });
});

describe('a release', () => {
  it('releases and returns marked attempts on its day, leaves out queries and what is not marked', () => {
    const released = releaseSheet(sheetOf(cellOf(2700)), module, on);
    expect(released.cells[essay.id]?.attempts[0]).toMatchObject({ state: 'released', value: 2700, returned: on });
    for (const cell of [
      undefined,
      { ...cellOf(2700), outcome: 'HOLD' as const },
      { attempts: [{ state: 'received' as const }] },
    ]) {
      const sheet = sheetOf(cell);
      expect(releaseSheet(sheet, module, on)).toBe(sheet);
    }
  });

  it('leaves what was released before as it was', () => {
    const sheet = sheetOf(cellOf(2700, { state: 'released' }));
    expect(releaseSheet(sheet, module, on)).toBe(sheet);
  });
});

describe('where a moderation stands', () => {
  const scripts = [script(0, 2700)];
  it('goes from nothing marked over drawing and second marks to the verdict', () => {
    const second = { value: 2700, first: 2700, by: 'M. Moderator', on };
    expect(moderationState(undefined, [], essay, rules)).toBe('empty');
    expect(moderationState(undefined, scripts, essay, rules)).toBe('not-drawn');
    expect(moderationState(moderation(), scripts, essay, rules)).toBe('under-way');
    expect(moderationState(moderation({ seconds: { [enrolment(0)]: second } }), scripts, essay, rules)).toBe(
      'to-decide',
    );
    expect(moderationState(moderation({ verdict: accepted }), scripts, essay, rules)).toBe('accepted');
  });

  it('after an accepted batch draws only from what was marked since', () => {
    const both = [script(0, 2700, { state: 'moderated' }), script(1, 2500)];
    expect(scriptsToDraw(both, undefined)).toEqual(both);
    expect(scriptsToDraw(both, moderation({ verdict: accepted }))).toEqual([both[1]]);
    expect(scriptsToDraw(both, moderation({ verdict: { ...accepted, kind: 're-mark' } }))).toEqual(both);
  });
});

describe('cells of an accepted batch', () => {
  it('become moderated where they were marked, and stay where they were released or on hold', () => {
    expect(moderateSheet(sheetOf(cellOf(2700)), essay.id).cells[essay.id]?.attempts[0]?.state).toBe('moderated');
    for (const cell of [cellOf(2700, { state: 'released' }), { ...cellOf(2700), outcome: 'HOLD' as const }]) {
      const sheet = sheetOf(cell);
      expect(moderateSheet(sheet, essay.id)).toBe(sheet);
    }
    const other = sheetOf(cellOf(2700));
    expect(moderateSheet(other, asId(assignmentId('other')))).toBe(other);
  });

  it('take an agreed mark in the place of the first and keep who marked them and when', () => {
    const cell = cellOf(2000, { marker: 'T. Kgosi' });
    const agreed = enterAgreedMark(cell, 2400, { today: on, reason: 'Page 3', released: false });
    expect(agreed.attempts[0]).toMatchObject({
      state: 'marked',
      value: 2400,
      marked: '2026-05-10',
      marker: 'T. Kgosi',
    });
    expect(agreed.revision).toBeUndefined();
  });

  it('make a new revision with the reason where the mark had been released', () => {
    const cell = cellOf(2000, { state: 'released', returned: '2026-05-12' });
    const agreed = enterAgreedMark(cell, 2400, { today: on, reason: 'Page 3', released: true });
    expect(agreed).toMatchObject({ revision: 2, reason: 'Page 3' });
    expect(agreed.attempts[0]).toMatchObject({ state: 'released', value: 2400, returned: '2026-05-12' });
  });
});
