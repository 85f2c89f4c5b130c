import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Script } from '#shared/domain/moderation-sample.ts';
import { countReasons, drawSample, scriptOf } from '#shared/domain/moderation-sample.ts';
import { newSeed, readSeed } from '#shared/domain/moderation-seed.ts';
import { cellOf, criteriaOf, programme } from '../domain/sheet-builders.ts';
import { draw, enrolment, essay, goodScripts, script } from './builders.ts';

const byLot = (scripts: readonly Script[], seed = 7): number =>
  drawSample(scripts, draw(seed)).filter(({ reasons }) => reasons.some((one) => one === 'lot' || one === 'marker'))
    .length;

const anyScripts = fc
  .array(
    fc.record({
      value: fc.integer({ min: 0, max: 80 }).map((half) => half * 50),
      marker: fc.constantFrom('A', 'B', 'C', undefined),
      missesCriterion: fc.boolean(),
    }),
    { minLength: 11, maxLength: 150 },
  )
  .map((drafts) => drafts.map((draft, index) => script(index, draft.value, draft)));

const seeds = fc.integer({ min: 1, max: 4_294_967_295 });

describe('the size of the sample', () => {
  it.each([
    [25, 5],
    [69, 9],
    [122, 12],
  ])('is for %i scripts of one marker %i by lot', (count, size) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(byLot(goodScripts(count), seed)).toBe(size);
      }),
    );
  });

  it('is the whole batch up to ten scripts, and no longer with eleven', () => {
    expect(drawSample(goodScripts(10), draw())).toHaveLength(10);
    expect(drawSample(goodScripts(10), draw()).every(({ reasons }) => reasons[0] === 'whole')).toBe(true);
    expect(drawSample(goodScripts(11), draw()).length).toBeLessThan(11);
  });

  it('has at least two of each marker, or all where there are fewer', () => {
    const scripts = [
      ...goodScripts(20),
      script(100, 2900, { marker: 'One script' }),
      script(101, 2900, { marker: 'Three scripts' }),
      script(102, 2900, { marker: 'Three scripts' }),
      script(103, 2900, { marker: 'Three scripts' }),
    ];
    const sample = new Set(drawSample(scripts, draw()).map(({ enrolmentId }) => enrolmentId));
    expect(sample).toContain(enrolment(100));
    expect([101, 102, 103].filter((one) => sample.has(enrolment(one))).length).toBeGreaterThanOrEqual(2);
  });

  it('is by lot the greater of the square root, rounded up, and the scripts each marker needs', () => {
    fc.assert(
      fc.property(anyScripts, seeds, (scripts, seed) => {
        const markers = [...new Set(scripts.map(({ marker }) => marker))];
        const needed = markers
          .map((marker) => Math.min(2, scripts.filter((one) => one.marker === marker).length))
          .reduce((sum, one) => sum + one, 0);
        expect(byLot(scripts, seed)).toBe(Math.max(Math.ceil(Math.sqrt(scripts.length)), needed));
      }),
    );
  });
});

describe('the sample', () => {
  it('is the same for the same seed, in whatever order the scripts come', () => {
    fc.assert(
      fc.property(anyScripts, seeds, fc.integer({ min: 0, max: 150 }), (scripts, seed, cut) => {
        const turned = [...scripts.slice(cut), ...scripts.slice(0, cut)].toReversed();
        expect(drawSample(turned, draw(seed))).toEqual(drawSample(scripts, draw(seed)));
      }),
    );
  });

  it('is another for another seed', () => {
    const ids = (seed: number) => drawSample(goodScripts(122), draw(seed)).map(({ enrolmentId }) => enrolmentId);
    expect(ids(1)).not.toEqual(ids(2));
  });

  it('holds every fail, everything within two marks of the pass mark and the highest, and says so', () => {
    fc.assert(
      fc.property(anyScripts, seeds, (scripts, seed) => {
        const reasons = new Map(drawSample(scripts, draw(seed)).map((one) => [one.enrolmentId, one.reasons]));
        const highest = Math.max(...scripts.map(({ value }) => value));
        for (const { enrolmentId, value, missesCriterion } of scripts) {
          const own = reasons.get(enrolmentId) ?? [];
          expect(own.includes('below-pass')).toBe(value < 2000);
          expect(own.includes('near-pass')).toBe(value >= 1800 && value <= 2200);
          expect(own.includes('highest')).toBe(value === highest);
          expect(own.includes('must-pass')).toBe(missesCriterion);
        }
      }),
    );
  });

  it('measures nearness to the pass mark in marks, whatever the maximum', () => {
    const small = { ...draw(), assignment: { ...essay, max: 2000 } };
    const sample = drawSample([...goodScripts(20), script(50, 1200), script(51, 1201)], small);
    const near = sample.filter(({ reasons }) => reasons.includes('near-pass')).map(({ enrolmentId }) => enrolmentId);
    expect(near).toEqual([enrolment(50)]);
  });

  it('counts a script under each of its reasons', () => {
    const sample = drawSample([script(1, 1900), script(2, 3000)], draw());
    expect([...countReasons(sample)]).toEqual([
      ['whole', 2],
      ['below-pass', 1],
      ['near-pass', 1],
      ['highest', 1],
    ]);
  });
});

describe('a script', () => {
  const [, second] = programme.modules;
  const rubric = second?.assignments[0] ?? essay;

  it('is what has a mark and no outcome over it', () => {
    expect(scriptOf(enrolment(1), undefined, essay)).toBeUndefined();
    expect(scriptOf(enrolment(1), { attempts: [{ state: 'received' }] }, essay)).toBeUndefined();
    expect(scriptOf(enrolment(1), { ...cellOf(2700), outcome: 'HOLD' }, essay)).toBeUndefined();
    expect(scriptOf(enrolment(1), cellOf(0), essay)?.value).toBe(0);
  });

  it('misses a criterion that must be passed only where that was keyed below its least mark', () => {
    const missed = (marks: Readonly<Record<string, number>>) =>
      scriptOf(enrolment(1), cellOf(2700, { criteria: criteriaOf(marks) }), rubric)?.missesCriterion;
    expect(missed({ 'm2-essay-c3': 450 })).toBe(true);
    expect(missed({ 'm2-essay-c3': 500 })).toBe(false);
    expect(missed({ 'm2-essay-c1': 100 })).toBe(false);
  });
});

describe('a seed', () => {
  it('is a whole number from 1 to 4294967295', () => {
    expect(['7', ' 42 ', '4294967295'].map(readSeed)).toEqual([7, 42, 4_294_967_295]);
    expect(['0', '', '1.5', '-3', '4294967296', 'seed'].map(readSeed)).toEqual(Array(6).fill(undefined));
  });

  it('can be read back where it was made new', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_294_967_295 }), (bits) => {
        expect(readSeed(String(newSeed(bits)))).toBe(newSeed(bits));
      }),
    );
  });
});
