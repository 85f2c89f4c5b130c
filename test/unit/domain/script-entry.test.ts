import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginAttempt,
  changesReleased,
  enterMark,
  enterOutcome,
  extendTo,
  liftOutcome,
  releaseCell,
} from '#shared/domain/cells.ts';
import { dueDateOf, effectiveMark } from '#shared/domain/effective-marks.ts';
import type { CriterionId } from '#shared/domain/ids.ts';
import type { Cell } from '#shared/domain/marks.ts';
import type { Assignment } from '#shared/domain/programmes.ts';
import {
  acceptLate,
  criteriaTotal,
  dayProblem,
  endExtension,
  enterCriterion,
  setNote,
  setOfAttempt,
  setReceived,
} from '#shared/domain/script-entry.ts';
import { addDays } from '#shared/lib/dates.ts';
import { cellOf, criteriaOf, programme, rules } from './sheet-builders.ts';

const today = '2026-05-20';
const due = '2026-05-01';
const marking = { today, marker: 'T. Kgosi (demonstration)' };
const essay = programme.modules[1]?.assignments[0] as Assignment;
const ids = essay.criteria.map(({ id }) => id);
const [c1, c2, c3, c4] = ids as [CriterionId, CriterionId, CriterionId, CriterionId];
const keyed = (points: readonly number[], start?: Cell): Cell | undefined =>
  points.reduce<Cell | undefined>(
    (cell, value, index) => enterCriterion(cell, essay, ids[index] ?? c1, value, marking),
    start,
  );

describe('keying criteria', () => {
  it('gives no mark until every criterion has one, then their sum', () => {
    expect(keyed([800, 750, 600])?.attempts[0]).toMatchObject({ state: 'awaited', criteria: { [c1]: 800 } });
    expect(keyed([800, 750, 600])?.attempts[0]?.value).toBeUndefined();
    expect(keyed([800, 750, 600, 700])?.attempts[0]).toEqual({
      state: 'marked',
      value: 2850,
      criteria: { [c1]: 800, [c2]: 750, [c3]: 600, [c4]: 700 },
      marked: today,
      marker: marking.marker,
    });
  });

  it('keeps a mark typed as a whole until the criteria are complete', () => {
    expect(keyed([800, 750], cellOf(3000))?.attempts[0]).toMatchObject({ value: 3000 });
    expect(keyed([800, 750, 600, 700], cellOf(3000))?.attempts[0]).toMatchObject({ value: 2850 });
    expect(keyed([800, 750, 600, 700], cellOf(2850))?.attempts[0]?.criteria).toHaveProperty([c4]);
  });

  it('takes the mark away with one of the criteria it came from', () => {
    const cell = enterCriterion(keyed([800, 750, 600, 700]), essay, c2, undefined, marking);
    expect(cell.attempts[0]).toMatchObject({ state: 'awaited', criteria: { [c1]: 800 } });
    expect(cell.attempts[0]?.value).toBeUndefined();
  });

  it('changes nothing where the same points are typed again', () => {
    const cell = keyed([800, 750]);
    expect(enterCriterion(cell, essay, c2, 750, marking)).toBe(cell);
  });

  it('scales the sum where the maxima do not add up to the maximum of the assignment', () => {
    const of20 = { criteria: essay.criteria, max: 2000 };
    expect(criteriaTotal(of20, criteriaOf({ [c1]: 1000, [c2]: 500, [c3]: 333, [c4]: 0 }))).toEqual({
      keyed: 4,
      sum: 1833,
      total: 917,
      scaled: true,
    });
  });

  it('comes to the same in whatever order the points are keyed and mended', () => {
    const slip = fc.record({ at: fc.nat(3), value: fc.nat(1000) });
    fc.assert(
      fc.property(
        fc.array(slip, { maxLength: 12 }),
        fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }),
        (slips, points) => {
          const messy = slips.reduce<Cell | undefined>(
            (cell, { at, value }) => enterCriterion(cell, essay, ids[at] ?? c1, value, marking),
            undefined,
          );
          const attempt = keyed(points, messy)?.attempts[0];
          expect(attempt?.value).toBe(points.reduce((sum, one) => sum + one, 0));
          expect(attempt?.criteria).toEqual(Object.fromEntries(points.map((value, index) => [ids[index], value])));
        },
      ),
    );
  });
});

describe('days', () => {
  const cohort = { starts: '2026-01-15' };

  it('are refused before the cohort began, out of order, and before the attempt before', () => {
    expect(dayProblem(undefined, 'received', '2026-01-14', cohort)).toMatchObject({ code: 'received-before-cohort' });
    expect(dayProblem(undefined, 'marked', '2025-12-31', cohort)).toMatchObject({ code: 'marked-before-cohort' });
    expect(dayProblem(cellOf(1), 'received', '2026-05-11', cohort)).toEqual({
      code: 'received-after-marked',
      details: { received: '2026-05-11', marked: '2026-05-10' },
    });
    expect(dayProblem(cellOf(1), 'returned', '2026-05-09', cohort)).toEqual({
      code: 'returned-before-marked',
      details: { returned: '2026-05-09', marked: '2026-05-10' },
    });
    expect(dayProblem(cellOf(1), 'returned', '2026-05-10', cohort)).toBeUndefined();
    expect(dayProblem(cellOf(1), 'marked', '2026-04-30', cohort)).toMatchObject({ code: 'received-after-marked' });
    expect(dayProblem(cellOf(1), 'received', '2026-05-10', cohort)).toBeUndefined();
    const second: Cell = { attempts: [...cellOf(1).attempts, { state: 'awaited' }] };
    expect(dayProblem(second, 'received', '2026-04-30', cohort)).toMatchObject({ code: 'received-before-attempt' });
  });

  it('can be taken away again', () => {
    expect(setReceived(setReceived(undefined, due), undefined)).toEqual({ attempts: [{ state: 'awaited' }] });
    expect(setReceived(cellOf(1), '2026-05-01')).toEqual(cellOf(1));
  });
});

describe('feedback, marker and note', () => {
  it('are set, taken away by emptiness, and the same again changes nothing', () => {
    const told = setOfAttempt(cellOf(1), { feedback: ' Name the law. ' });
    expect(told.attempts[0]?.feedback).toBe('Name the law.');
    expect(setOfAttempt(told, { feedback: 'Name the law.' })).toBe(told);
    expect(setOfAttempt(told, { feedback: '' })).toEqual(cellOf(1));
    const noted = setNote(cellOf(1), 'Ask the mentor');
    expect(noted.note).toBe('Ask the mentor');
    expect(setNote(noted, ' ')).toEqual(cellOf(1));
  });

  it('need no reason after the release, but marks, outcomes and the received day do', () => {
    const released = cellOf(2700, { state: 'released' });
    expect(changesReleased(released, setOfAttempt(released, { feedback: 'More' }), true)).toBe(false);
    expect(changesReleased(released, setNote(released, 'x'), true)).toBe(false);
    expect(changesReleased(released, enterMark(released, 2800, marking), false)).toBe(true);
    expect(changesReleased(released, setReceived(released, '2026-05-09'), true)).toBe(true);
    expect(changesReleased(released, enterOutcome(released, 'HOLD'), true)).toBe(true);
    expect(changesReleased(undefined, cellOf(1), true)).toBe(false);
  });
});

describe('release and resubmission', () => {
  const returned = '2026-06-01';
  const after = releaseCell(cellOf(1600), returned);
  const begun = beginAttempt(after, rules);
  const second = begun.ok ? begun.value : after;

  it('returns each marked attempt on the day of the release, once', () => {
    expect(after.attempts[0]).toMatchObject({ state: 'released', returned, value: 1600 });
    expect(releaseCell(after, '2026-07-01')).toBe(after);
    expect(releaseCell(cellOf(1600, { returned: '2026-05-12' }), returned).attempts[0]?.returned).toBe('2026-05-12');
  });

  it('tells nobody what is on hold, excused, or has no mark', () => {
    for (const cell of [enterOutcome(cellOf(1), 'HOLD'), enterOutcome(cellOf(1), 'EX'), setReceived(undefined, due)])
      expect(releaseCell(cell, returned)).toBe(cell);
  });

  it('opens the window of the next attempt', () => {
    expect(dueDateOf(second, 1, rules, due)).toBe('2026-06-29');
    const late = enterMark(setReceived(second, '2026-06-30'), 1900, marking);
    expect(effectiveMark(late, essay, rules, due)).toMatchObject({ attemptNumber: 2, lateDays: 1, value: 1700 });
  });

  it('keys a resubmission without a reason until it is released itself', () => {
    const marked = enterMark(second, 1900, { ...marking, released: true });
    expect(marked.attempts.map(({ state }) => state)).toEqual(['released', 'marked']);
    expect(marked.revision).toBeUndefined();
    expect(changesReleased(second, marked, true)).toBe(false);
    const out = releaseCell(marked, '2026-07-10');
    expect(out.attempts.map((attempt) => attempt.returned)).toEqual([returned, '2026-07-10']);
    expect(enterMark(out, 2000, { ...marking, reason: 'Added up wrongly' })).toMatchObject({ revision: 2 });
  });

  it('extends a resubmission on its own: the mark before it stands as it was', () => {
    const lateFirst = releaseCell(cellOf(2850, { received: addDays(due, 2) }), returned);
    const next = beginAttempt(lateFirst, rules);
    const extended = extendTo(next.ok ? next.value : lateFirst, '2026-07-15', { reason: 'In hospital' });
    expect(effectiveMark(extended, essay, rules, due)).toMatchObject({ attemptNumber: 1, value: 2450, pending: false });
    expect(dueDateOf(extended, 1, rules, due)).toBe('2026-07-15');
    expect(endExtension(extended)).toEqual(next.ok ? next.value : undefined);
  });

  it('accepts one attempt that came too late and leaves the others as they are', () => {
    const tooLate: Cell = {
      attempts: [
        { state: 'released', value: 1600, received: addDays(due, 9), returned },
        { state: 'marked', value: 1900, received: addDays(returned, 40) },
      ],
    };
    expect(effectiveMark(tooLate, essay, rules, due)).toMatchObject({ kind: 'not-submitted', tooLate: true });
    const accepted = acceptLate(tooLate, 'The bridge was closed');
    expect(effectiveMark(accepted, essay, rules, due)).toMatchObject({ attemptNumber: 2, value: 900 });
    expect(acceptLate(accepted, undefined)).toEqual(tooLate);
  });

  it('lifts a query and leaves the mark below it', () => {
    expect(liftOutcome(enterOutcome(cellOf(2700), 'HOLD', { reason: 'whose?' }))).toEqual(cellOf(2700));
  });

  it('never makes a result worse by a resubmission under “best”, and never better than the pass mark under the cap', () => {
    const day = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(fc.nat(4000), fc.nat(4000), day, day, fc.boolean(), (one, two, lateOne, lateTwo, capped) => {
        const policy = { ...rules, attemptPolicy: capped ? ('best-capped' as const) : ('best' as const) };
        const cell = releaseCell(cellOf(one, { received: addDays(due, lateOne) }), returned);
        const next = beginAttempt(cell, policy);
        if (!next.ok) throw new Error(next.error.code);
        const both = enterMark(setReceived(next.value, addDays(returned, lateTwo)), two, marking);
        const [before, later] = [effectiveMark(cell, essay, policy, due), effectiveMark(both, essay, policy, due)];
        const valueOf = (mark: typeof before): number => (mark.kind === 'mark' ? mark.value : 0);
        expect(valueOf(later)).toBeGreaterThanOrEqual(valueOf(before));
        if (capped) expect(valueOf(later)).toBeLessThanOrEqual(Math.max(valueOf(before), 2000));
      }),
    );
  });
});
