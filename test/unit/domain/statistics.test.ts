import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, estimate, shareInTenths, wilson } from '#shared/domain/statistics.ts';

const counts = fc
  .tuple(fc.nat(2000), fc.nat(2000), fc.nat(2000))
  .map((numbers) => [...numbers].sort((a, b) => a - b))
  .map(([count = 0, known = 0, base = 0]) => ({ count, known: known + 1, base: base + 1 }));

describe('shareInTenths', () => {
  it.each([
    [492, 553, 890],
    [309, 492, 628],
    [216, 309, 699],
    [49, 400, 123],
    [1, 2000, 1],
    [1, 2001, 0],
    [0, 7, 0],
    [7, 7, 1000],
  ])('rounds %i of %i half up to %i tenths', (part, whole, tenths) => {
    expect(shareInTenths(part, whole)).toBe(tenths);
  });

  it('has no share of nobody', () => {
    expect(shareInTenths(0, 0)).toBeUndefined();
  });
});

describe('wilson', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3: score without continuity correction.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('gives the published interval for %i of %i', (part, whole, low, high) => {
    const interval = wilson(part, whole);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('stays between 0 and 1 and holds the share', () => {
    fc.assert(
      fc.property(counts, ({ count, known }) => {
        const interval = wilson(count, known);
        expect(interval?.low).toBeGreaterThanOrEqual(0);
        expect(interval?.high).toBeLessThanOrEqual(1);
        expect(interval?.low).toBeLessThanOrEqual(count / known);
        expect(interval?.high).toBeGreaterThanOrEqual(count / known);
      }),
    );
  });
});

describe('boundsOf', () => {
  it('holds the share of the known', () => {
    fc.assert(
      fc.property(counts, (each) => {
        const bounds = boundsOf(each);
        expect(bounds?.low).toBeLessThanOrEqual(each.count / each.known);
        expect(bounds?.high).toBeGreaterThanOrEqual(each.count / each.known);
      }),
    );
  });

  it('is never narrower with one more unknown', () => {
    fc.assert(
      fc.property(counts, (each) => {
        const [before, after] = [boundsOf(each), boundsOf({ ...each, base: each.base + 1 })];
        expect(after?.low).toBeLessThanOrEqual(before?.low ?? 0);
        expect(after?.high).toBeGreaterThanOrEqual(before?.high ?? 1);
      }),
    );
  });

  it('meets the share where all are known', () => {
    expect(boundsOf({ count: 3, known: 4, base: 4 })).toEqual({ low: 0.75, high: 0.75 });
  });
});

describe('estimate', () => {
  it('gives the worked example of retention', () => {
    expect(estimate({ count: 216, known: 309, base: 492 })).toEqual({
      suppressed: false,
      count: 216,
      known: 309,
      base: 492,
      share: 699,
      indicative: false,
      interval: { low: 646, high: 747 },
      bounds: { low: 439, high: 811 },
    });
  });

  it('keeps the numbers of fewer than five people to itself', () => {
    expect(estimate({ count: 4, known: 60, base: 80 })).toEqual({ suppressed: true, because: 'few', base: 80 });
    expect(estimate({ count: 4, known: 4, base: 4 })).toEqual({ suppressed: true, because: 'few', base: null });
  });

  it('says that nobody is known rather than 0 %', () => {
    expect(estimate({ count: 0, known: 0, base: 12 })).toEqual({ suppressed: true, because: 'nobody', base: 12 });
  });

  it.each([
    [29, true],
    [30, false],
  ])('is only indicative under thirty known: %i', (known, indicative) => {
    expect(estimate({ count: 10, known, base: 40 })).toMatchObject({ indicative });
  });
});
