import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, sameJson } from '#shared/lib/json.ts';

const leaf = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.constantFrom('', 'a', null, true, undefined));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }),
  ),
}));

const reversed = (given: unknown): unknown => {
  if (given === null || typeof given !== 'object') return given;
  if (Array.isArray(given)) return given.map(reversed);
  return Object.fromEntries(
    Object.entries(given)
      .toReversed()
      .map(([key, each]) => [key, reversed(each)]),
  );
};

describe('sameJson', () => {
  it('says of any two values what their canonical texts say', () => {
    fc.assert(
      fc.property(
        value.filter((one) => one !== undefined),
        value.filter((one) => one !== undefined),
        (a, b) => {
          expect(sameJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('does not look at the order of keys', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(sameJson(one, reversed(one))).toBe(true);
      }),
    );
  });

  it('tells absent from null, and takes an undefined member for an absent one', () => {
    expect(sameJson({ a: undefined }, {})).toBe(true);
    expect(sameJson({ a: null }, {})).toBe(false);
    expect(sameJson(undefined, null)).toBe(false);
  });
});
