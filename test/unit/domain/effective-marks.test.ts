import fc from 'fast-check';
import type { CriterionId } from '#shared/domain/ids.ts';
import { describe, expect, it } from 'vitest';
import { effectiveMark } from '#shared/domain/effective-marks.ts';
import type { Attempt, Cell } from '#shared/domain/marks.ts';
import type { ProgrammeRules } from '#shared/domain/programmes.ts';
import { addDays } from '#shared/lib/dates.ts';
import { cellOf, rules } from './sheet-builders.ts';

const due = '2026-05-01';
const of40 = { max: 4000 };
const effective = (cell: Cell | undefined, change: Partial<ProgrammeRules> = {}, max = of40) =>
  effectiveMark(cell, max, { ...rules, ...change }, due);
const arriving = (days: number, value = 2850): Cell => cellOf(value, { received: addDays(due, days) });
const attempts = (...values: readonly Partial<Attempt>[]): Cell => ({
  attempts: values.map((one) => ({ state: one.value === undefined ? 'received' : 'marked', received: due, ...one })),
});

describe('the late rule', () => {
  it('takes 5 % of the maximum a day: 28.5 of 40, two days late, counts 24.5', () => {
    expect(effective(arriving(2))).toMatchObject({
      kind: 'mark',
      value: 2450,
      raw: 2850,
      lateDays: 2,
      penalty: 400,
      capped: false,
    });
  });

  it('counts the received date and never the marked date', () => {
    expect(effective(cellOf(2850, { received: due, marked: '2026-07-01' }))).toMatchObject({
      value: 2850,
      lateDays: 0,
    });
  });

  it('counts from the extension where one was given', () => {
    expect(effective({ ...arriving(4), extendedTo: addDays(due, 3) })).toMatchObject({ lateDays: 1, value: 2650 });
    expect(effective({ ...arriving(1), extendedTo: addDays(due, -3) })).toMatchObject({ lateDays: 1 });
  });

  it('counts as not submitted after the last late day', () => {
    expect(effective(arriving(5))).toMatchObject({ kind: 'mark', lateDays: 5, penalty: 1000 });
    expect(effective(arriving(6))).toEqual({ kind: 'not-submitted', tooLate: true, lateDays: 6 });
  });

  it('takes the penalty of the last late day where NS was overridden', () => {
    expect(effective({ ...arriving(30), lateOverride: true, reason: 'The road was flooded' })).toMatchObject({
      kind: 'mark',
      value: 1850,
      penalty: 1000,
    });
  });

  it('is not late where no due date was set or no received date is known', () => {
    expect(effectiveMark(arriving(30), of40, rules, undefined)).toMatchObject({ lateDays: 0 });
    expect(effective({ attempts: [{ state: 'marked', value: 2850 }] })).toMatchObject({ lateDays: 0, value: 2850 });
  });

  it('never gives a mark below zero or above the one given', () => {
    fc.assert(
      fc.property(
        fc.nat(4000),
        fc.integer({ min: -20, max: 60 }),
        fc.nat(10_000),
        fc.nat(40),
        fc.boolean(),
        (value, days, rate, last, override) => {
          const mark = effective(
            { ...arriving(days, value), lateOverride: override },
            { latePenaltyPerDay: rate, lastLateDay: last },
          );
          if (mark.kind !== 'mark') expect(days).toBeGreaterThan(last);
          else expect(mark.value >= 0 && mark.value <= value && mark.parts >= 0 && mark.penalty <= value).toBe(true);
        },
      ),
    );
  });

  it('keeps penalties finer than a hundredth exact until the sum', () => {
    const mark = effective(arriving(1, 2000), { latePenaltyPerDay: 333 }, { max: 2050 });
    expect(mark).toMatchObject({ parts: 2000 * 10_000 - 333 * 2050, value: 1932 });
  });
});

describe('attempts', () => {
  const second = (value: number, more: Partial<Attempt> = {}) =>
    attempts({ value: 1600 }, { value, received: '2026-06-20', ...more });

  it('caps a resubmission at the pass mark, and only where it is over it', () => {
    expect(effective(second(2600))).toMatchObject({ value: 2000, raw: 2600, attemptNumber: 2, capped: true });
    expect(effective(second(1900))).toMatchObject({ value: 1900, attemptNumber: 2, capped: false });
    expect(effective(second(2000))).toMatchObject({ value: 2000, capped: false });
  });

  it('keeps a first attempt that is better than the capped second', () => {
    expect(effective(attempts({ value: 2500 }, { value: 3900 }))).toMatchObject({
      value: 2500,
      attemptNumber: 1,
      capped: false,
    });
  });

  it('counts the earlier of two equal attempts', () => {
    expect(effective(second(1600), { attemptPolicy: 'best' })).toMatchObject({ value: 1600, attemptNumber: 1 });
    expect(effective(attempts({ value: 2000 }, { value: 3900 }))).toMatchObject({ attemptNumber: 1, capped: false });
  });

  it('takes the best or the last where the policy says so, uncapped', () => {
    expect(effective(second(2600), { attemptPolicy: 'best' })).toMatchObject({
      value: 2600,
      attemptNumber: 2,
      capped: false,
    });
    expect(effective(second(1000), { attemptPolicy: 'best' })).toMatchObject({ value: 1600, attemptNumber: 1 });
    expect(effective(second(1000), { attemptPolicy: 'last' })).toMatchObject({ value: 1000, attemptNumber: 2 });
  });

  it('counts the days of a resubmission from the return of the one before, not from the due date', () => {
    const resubmitted = (days: number): Cell =>
      attempts({ value: 1600, returned: '2026-06-01' }, { value: 1900, received: addDays('2026-06-01', days) });
    expect(effective(resubmitted(28))).toMatchObject({ lateDays: 0, value: 1900 });
    expect(effective(resubmitted(29))).toMatchObject({ lateDays: 1, value: 1700, attemptNumber: 2 });
    expect(effective(resubmitted(60))).toMatchObject({ value: 1600, attemptNumber: 1 });
  });

  it('keeps the first mark and says that a resubmission waits for its mark', () => {
    expect(effective(attempts({ value: 1600 }, {}))).toMatchObject({ value: 1600, attemptNumber: 1, pending: true });
    expect(effective(attempts({ value: 1600 }, { state: 'awaited' }))).toMatchObject({ pending: false });
  });
});

describe('blank, 0, NS, EX, DEF and HOLD', () => {
  it('are six different things', () => {
    const below = cellOf(2000);
    expect(effective(undefined)).toEqual({ kind: 'none', state: 'awaited' });
    expect(effective(cellOf(0))).toMatchObject({ kind: 'mark', value: 0 });
    expect(effective({ ...below, outcome: 'NS' })).toEqual({ kind: 'not-submitted', tooLate: false, lateDays: 0 });
    expect(effective({ ...below, outcome: 'EX' })).toEqual({ kind: 'excused' });
    expect(effective({ ...below, outcome: 'HOLD' })).toEqual({ kind: 'held' });
    expect(effective({ ...below, outcome: 'DEF', extendedTo: '2026-06-08' })).toEqual({
      kind: 'extended',
      to: '2026-06-08',
    });
  });

  it('says where a script without a mark is', () => {
    expect(effective(attempts({}))).toEqual({ kind: 'none', state: 'received' });
    expect(effective(attempts({ state: 'with-marker' }))).toEqual({ kind: 'none', state: 'with-marker' });
  });
});

describe('must-pass criteria and attempts', () => {
  const rubric = {
    max: 4000,
    criteria: [
      { id: 'safe', title: { en: 'Keeps children safe', fr: 'Protège les enfants' }, max: 1000, mustPass: 500 },
      { id: 'clear', title: { en: 'Is clear', fr: 'Est clair' }, max: 3000 },
    ],
  };
  const marked = (value: number, safe?: number): Partial<Attempt> =>
    safe === undefined
      ? { value }
      : { value, criteria: { safe, clear: value - safe } as Readonly<Record<CriterionId, number>> };

  it('count a resubmission that meets the criterion before a better attempt that misses it', () => {
    const cell = attempts(marked(3400, 400), marked(2600, 600));
    const first = { attemptNumber: 1, value: 3400, criterion: { id: 'safe' } };
    expect(effective(cell, {}, rubric)).toMatchObject({
      attemptNumber: 2,
      value: 2000,
      capped: true,
      insteadOf: first,
    });
    expect(effective(cell, { attemptPolicy: 'best' }, rubric)).toMatchObject({ value: 2600, insteadOf: first });
  });

  it('keep the better attempt where both miss it or both meet it', () => {
    expect(effective(attempts(marked(3400, 400), marked(2600, 300)), {}, rubric)).toMatchObject({ attemptNumber: 1 });
    expect(effective(attempts(marked(3400, 700), marked(2600, 600)), {}, rubric)).toMatchObject({ attemptNumber: 1 });
  });

  it('count a criterion that nobody keyed as not missed', () => {
    expect(effective(attempts(marked(3400), marked(2600, 600)), {}, rubric)).toMatchObject({ attemptNumber: 1 });
    expect(effective(attempts(marked(3400, 400), marked(1600)), {}, rubric)).toMatchObject({ attemptNumber: 2 });
  });

  it('leave the last attempt to count under the policy of the last', () => {
    const found = effective(attempts(marked(1600, 600), marked(3400, 400)), { attemptPolicy: 'last' }, rubric);
    expect(found).toMatchObject({ attemptNumber: 2, value: 3400 });
    expect(found).not.toHaveProperty('insteadOf');
  });

  it('never let a missed criterion count while another attempt meets it, and take the best of those', () => {
    const one = fc.tuple(
      fc.integer({ min: 1000, max: 4000 }),
      fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined }),
    );
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('best' as const, 'best-capped' as const),
        (list, attemptPolicy) => {
          const found = effective(
            attempts(...list.map(([value, safe]) => marked(value, safe))),
            { attemptPolicy },
            rubric,
          );
          if (found.kind !== 'mark') throw new Error('Every attempt has a mark');
          const worth = list.map(([value], index) =>
            attemptPolicy === 'best-capped' && index > 0 ? Math.min(value, 2000) : value,
          );
          const safe = list.map(([, keyed]) => keyed === undefined || keyed >= 500);
          const eligible = worth.filter((_, index) => safe[index] === true || !safe.includes(true));
          expect(found.value).toBe(Math.max(...eligible));
          expect(safe[found.attemptNumber - 1]).toBe(safe.includes(true));
          expect(found.insteadOf === undefined).toBe(Math.max(...worth) <= found.value);
        },
      ),
    );
  });
});
