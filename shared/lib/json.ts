/** Anything that survives JSON unchanged. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** JSON with object keys in code-unit order and no white space, so that equal values give equal text. `undefined` members are left out. */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  const record = value as Record<string, unknown>;
  const members = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`);
  return `{${members.join(',')}}`;
};

const countMembers = (value: object): number => {
  let count = 0;
  for (const key in value) if ((value as Record<string, unknown>)[key] !== undefined) count += 1;
  return count;
};

/**
 * True where two JSON values are the same, whatever the order of their keys: their canonical texts are equal, which are not made. Absent (undefined) is not
 * the same as null.
 */
export const sameJson = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item: unknown, index) => sameJson(item ?? null, (b as unknown[])[index] ?? null));
  }
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key in one) if (one[key] !== undefined && !sameJson(one[key], other[key])) return false;
  return countMembers(a) === countMembers(b);
};
