import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, divide, fraction, fromDecimal, multiply, roundHalfUp, toTenths, zero } from '#shared/domain/fractions.ts';

const whole = fc.bigInt({ min: 0n, max: 10n ** 30n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 30n });

describe('exact fractions', () => {
  it('read decimals as they are written', () => {
    expect([0.1, 33.3, 60, 1e-7, 2.5e21].map((value) => fromDecimal(value)).map(({ n, d }) => [n, d])).toEqual([
      [1n, 10n],
      [333n, 10n],
      [60n, 1n],
      [1n, 10_000_000n],
      [2_500_000_000_000_000_000_000n, 1n],
    ]);
    expect(() => fromDecimal(Number.NaN)).toThrow('finite');
    expect(() => fraction(1n, 0n)).toThrow('denominator');
  });

  it('add, multiply and divide without loss, however long the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(whole, positive), { minLength: 1, maxLength: 12 }), (parts) => {
        const sum = parts.map(([n, d]) => fraction(n, d)).reduce(add, zero);
        const under = parts.reduce((product, [, d]) => product * d, 1n);
        const over = parts.reduce((total, [n, d]) => total + (n * under) / d, 0n);
        expect(sum.n * under).toBe(over * sum.d);
      }),
    );
    fc.assert(
      fc.property(whole, positive, positive, positive, (a, b, c, d) => {
        const [first, second] = [fraction(a, b), fraction(c, d)];
        const back = divide(multiply(first, second), second);
        expect(back.n * b).toBe(a * back.d);
      }),
    );
  });

  it('round half up, once', () => {
    expect(
      [
        [1n, 2n],
        [3n, 2n],
        [49n, 100n],
        [0n, 7n],
      ].map(([n = 0n, d = 1n]) => roundHalfUp(fraction(n, d))),
    ).toEqual([1, 2, 0, 0]);
    expect(
      [
        [27n, 40n],
        [4995n, 10_000n],
        [49_949n, 100_000n],
        [1n, 3n],
      ].map(([n = 0n, d = 1n]) => toTenths(fraction(n, d))),
    ).toEqual([675, 500, 499, 333]);
  });
});
