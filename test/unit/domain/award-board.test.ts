import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { borderlineCases, distribution, medianOf } from '#shared/domain/award-board.ts';
import { learnerResult } from '#shared/domain/module-results.ts';
import { assignment, cellOf, inputOf, moduleWith } from './sheet-builders.ts';

const works = [0, 1, 2, 3, 4].map((index) => ({ ...assignment(index + 1, 100, 1) }));
const modules = works.map((work, index) => moduleWith([work], index + 1));

describe('a borderline case', () => {
  it('is a final module mark at most the margin above or below the pass mark, both ends included', () => {
    const marks = [4790, 4800, 5000, 5200, 5210];
    const cells = Object.fromEntries(marks.map((mark, index) => [`a${index + 1}`, cellOf(mark)]));
    const result = learnerResult(inputOf(modules, cells));
    expect(borderlineCases(result, 5000, 200).map(({ result: { module }, points }) => [module.number, points])).toEqual(
      [
        [2, -20],
        [3, 0],
        [4, 20],
      ],
    );
    expect(borderlineCases(result, 5000, 300)).toHaveLength(5);
  });

  it('is never one without a final mark', () => {
    expect(borderlineCases(learnerResult(inputOf(modules, {})), 5000, 200)).toEqual([]);
  });
});

describe('a distribution', () => {
  it('puts every result into exactly one class', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 })), (results) => {
        const classes = distribution(results);
        return classes.length === 10 && classes.reduce((sum, { count }) => sum + count, 0) === results.length;
      }),
    );
    const counts = distribution([0, 99, 100, 499, 500, 999, 1000]);
    expect(counts.map(({ count }) => count)).toEqual([2, 1, 0, 0, 1, 1, 0, 0, 0, 2]);
    expect(counts[4]).toEqual({ from: 400, to: 499, count: 1 });
  });

  it('has a middle', () => {
    expect(medianOf([])).toBeUndefined();
    expect(medianOf([700, 100, 500])).toBe(500);
    expect(medianOf([501, 600])).toBe(551);
  });
});
