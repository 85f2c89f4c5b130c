import { describe, expect, it } from 'vitest';
import type { Script } from '#shared/domain/moderation-sample.ts';
import { compareSample, findingsOf, marksAgree } from '#shared/domain/moderation-comparison.ts';
import { defaultModerationRules as rules } from '#shared/domain/moderation-rules.ts';
import { batchStatistics, markerStatistics } from '#shared/domain/moderation-statistics.ts';
import type { SecondMark } from '#shared/domain/moderation.ts';
import { enrolment, script } from './builders.ts';

const max = 4000;
const second = (first: number, value: number, more: Partial<SecondMark> = {}): SecondMark => ({
  first,
  value,
  by: 'M. Moderator (demonstration)',
  on: '2026-05-20',
  ...more,
});
const agreed = (value: number) => ({ value, note: 'Page 3', by: 'M. Moderator', on: '2026-05-21' });

const compare = (scripts: readonly Script[], seconds: Readonly<Record<number, SecondMark>>, sampled = scripts.length) =>
  compareSample(
    {
      sample: Array.from({ length: sampled }, (_, index) => ({
        enrolmentId: enrolment(index),
        reasons: ['lot'] as const,
      })),
      seconds: Object.fromEntries(Object.entries(seconds).map(([number, one]) => [enrolment(Number(number)), one])),
    },
    scripts,
    max,
    rules,
  );

describe('two marks', () => {
  it('agree up to five per cent of the maximum, in either direction', () => {
    expect(marksAgree(2000, 2200, max, rules)).toBe(true);
    expect(marksAgree(2200, 2000, max, rules)).toBe(true);
    expect(marksAgree(2000, 2201, max, rules)).toBe(false);
  });

  it('stand, differ, are agreed on, or wait, each script for itself', () => {
    const scripts = [script(0, 2000), script(1, 2000), script(2, 2600), script(3, 2000)];
    const states = compare(scripts, {
      0: second(2000, 2100),
      1: second(2000, 2500),
      2: second(2000, 3000, { agreed: agreed(2600) }),
    }).map(({ state }) => state);
    expect(states).toEqual(['stands', 'differs', 'agreed', 'waiting']);
  });

  it('are compared anew where the first mark was changed afterwards, also after an agreement', () => {
    const [one, other] = compare([script(0, 2300), script(1, 2700)], {
      0: second(2000, 2100),
      1: second(2000, 3000, { agreed: agreed(2600) }),
    });
    expect([one?.state, other?.state]).toEqual(['changed', 'changed']);
  });

  it('need no second mark where the script is gone', () => {
    const comparisons = compare([script(0, 2000)], { 0: second(2000, 2000) }, 2);
    expect(comparisons[1]?.state).toBe('gone');
    expect(findingsOf(comparisons, max, rules)).toMatchObject({ sampled: 1, finished: true });
  });
});

describe('a batch', () => {
  it('is flagged where the mean signed difference is over five per cent, and not at five', () => {
    const scripts = [script(0, 2000), script(1, 2000)];
    const flagged = (...values: readonly number[]) =>
      findingsOf(
        compare(scripts, Object.fromEntries(values.map((one, index) => [index, second(2000, one)]))),
        max,
        rules,
      ).flagged;
    expect(flagged(2200, 2200)).toBe(false);
    expect(flagged(2200, 2201)).toBe(true);
    expect(flagged(1800, 1799)).toBe(true);
    expect(flagged(2600, 1400)).toBe(false);
  });

  it('is finished when every script of the sample has its second mark and its agreement', () => {
    const scripts = [script(0, 2000), script(1, 2000)];
    const finished = (seconds: Readonly<Record<number, SecondMark>>) =>
      findingsOf(compare(scripts, seconds), max, rules).finished;
    expect(finished({})).toBe(false);
    expect(finished({ 0: second(2000, 2000) })).toBe(false);
    expect(finished({ 0: second(2000, 2000), 1: second(2000, 3000) })).toBe(false);
    expect(finished({ 0: second(2000, 2000), 1: second(2000, 2100) })).toBe(true);
    expect(findingsOf([], max, rules).finished).toBe(false);
  });
});

describe('the statistics', () => {
  const scripts = [
    script(0, 2000, { marker: 'A' }),
    script(1, 3000, { marker: 'A' }),
    script(2, 1000, { marker: 'A' }),
    script(3, 2600, { marker: 'B' }),
  ];
  const comparisons = compare(scripts, {
    0: second(2000, 2100),
    1: second(3000, 2900),
    3: second(2000, 3000, { agreed: agreed(2600) }),
  });
  const batch = { scripts, comparisons, max, passMark: 5000 };

  it('are for each marker number, mean, standard deviation, share passed and mean difference', () => {
    expect(markerStatistics(batch)).toEqual([
      {
        marker: 'A',
        scripts: 3,
        mean: 2000,
        deviation: 1000,
        passed: 2,
        passShare: 667,
        compared: 2,
        meanDifference: 0,
      },
      {
        marker: 'B',
        scripts: 1,
        mean: 2000,
        deviation: undefined,
        passed: 1,
        passShare: 1000,
        compared: 1,
        meanDifference: 1000,
      },
    ]);
  });

  it('of all markers hold what the markers gave, not what was agreed on', () => {
    expect(batchStatistics(batch)).toMatchObject({ marker: null, scripts: 4, mean: 2000, compared: 3 });
    expect(batchStatistics({ ...batch, scripts: [] })).toBeUndefined();
  });
});
