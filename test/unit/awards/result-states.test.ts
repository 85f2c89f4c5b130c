import { describe, expect, it } from 'vitest';
import { countByFilter, fitsFilter, stateOf } from '#renderer/features/awards/result-states.ts';

type Line = Parameters<typeof stateOf>[0];

const line = (codes: readonly string[], awarded = false): Line =>
  ({
    eligibility: { eligible: codes.length === 0, missing: codes.map((code) => ({ code, key: code })) },
    award: awarded ? { id: 'e1' } : undefined,
  }) as unknown as Line;

describe('where a learner stands before the board', () => {
  it('is eligible where nothing is missing, and awarded once a list is frozen', () => {
    expect(stateOf(line([]))).toBe('eligible');
    expect(stateOf(line([], true))).toBe('awarded');
    expect(stateOf(line(['hours'], true))).toBe('awarded');
  });

  it('tells a missing name alone from anything else', () => {
    expect(stateOf(line(['name']))).toBe('name');
    expect(stateOf(line(['below', 'name']))).toBe('missing');
  });

  it('asks nothing of those who left, who stand under all alone', () => {
    const left = line(['status', 'below', 'name']);
    expect(stateOf(left)).toBe('left');
    expect(fitsFilter(left, 'missing')).toBe(false);
    expect(fitsFilter(left, 'all')).toBe(true);
  });

  it('counts each learner once beside all', () => {
    const lines = [line([]), line(['name']), line(['hours']), line([], true), line(['status'])];
    expect(countByFilter(lines)).toEqual({ all: 5, eligible: 1, missing: 1, name: 1, awarded: 1 });
  });
});
