import { describe, expect, it } from 'vitest';
import { apportion, newDraw } from '#shared/domain/demonstration/draw.ts';

describe('apportion', () => {
  it('shares out the whole in proportion, within the caps', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(10, [8, 1, 1], [4, 9, 9])).toEqual([4, 3, 3]);
    expect(() => apportion(5, [1, 1], [2, 2])).toThrow();
  });
});

describe('newDraw', () => {
  it('draws so many different items', () => {
    const drawn = newDraw(5, '2026-05-25').sample([1, 2, 3, 4, 5, 6], 4);
    expect(new Set(drawn).size).toBe(4);
  });
});
