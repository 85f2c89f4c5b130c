import fc from 'fast-check';
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
