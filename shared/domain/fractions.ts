/** An exact number: numerator over a denominator above zero. Sums of marks stay exact until the one rounding at the end. */
export type Fraction = { readonly n: bigint; readonly d: bigint };

export const zero: Fraction = { n: 0n, d: 1n };

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** Denominators up to here are left as they are: finding the lowest terms costs more than it saves. */
const comfortable = 1n << 128n;

/** The fraction of two whole numbers. `d` must be above zero. Not always in lowest terms. */
export const fraction = (n: bigint, d: bigint): Fraction => {
  if (d <= 0n) throw new Error('A fraction needs a denominator above zero');
  if (d < comfortable) return { n, d };
  const divisor = gcd(n, d);
  return divisor <= 1n ? { n, d } : { n: n / divisor, d: d / divisor };
};

/** A number as it is written in decimals, exactly: 0.1 is one tenth, not the nearest float. */
export const fromDecimal = (value: number): Fraction => {
  if (Number.isInteger(value)) return { n: BigInt(value), d: 1n };
  if (!Number.isFinite(value)) throw new Error('Only finite numbers are fractions');
  const [digits = '', exponent = '0'] = String(value).split('e');
  const [whole = '', decimals = ''] = digits.split('.');
  const power = Number(exponent) - decimals.length;
  const n = BigInt(whole + decimals);
  return power >= 0 ? fraction(n * 10n ** BigInt(power), 1n) : fraction(n, 10n ** BigInt(-power));
};

export const add = (a: Fraction, b: Fraction): Fraction =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : fraction(a.n * b.d + b.n * a.d, a.d * b.d);

export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);

/** Divides by a fraction above zero. */
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);

/** The nearest whole number to a fraction of zero or more; a half goes up. */
export const roundHalfUp = (value: Fraction): number => Number((2n * value.n + value.d) / (2n * value.d));

/** A share as tenths of a per cent, rounded once, half up: 27/40 is 675. This is the only rounding of a result. */
export const toTenths = (share: Fraction): number => roundHalfUp({ n: share.n * 1000n, d: share.d });
