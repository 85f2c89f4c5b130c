import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsAround, stepTo } from '#renderer/features/gradebook/in-sight.ts';

const windows = fc.tuple(fc.nat(600), fc.nat(40)).map(([first, more]) => ({ first, last: first + more }));
const sizeOf = ({ first, last }: { readonly first: number; readonly last: number }): number => last - first + 1;

describe('the rows in sight', () => {
  it('are those that can be seen and four more at either edge', () => {
    expect(rowsAround({ count: 600, rowHeight: 24, height: 480 }, 2400)).toEqual({ first: 96, last: 123 });
    expect(rowsAround({ count: 600, rowHeight: 24, height: 480 }, 0)).toEqual({ first: 0, last: 23 });
    expect(rowsAround({ count: 10, rowHeight: 24, height: 480 }, 0)).toEqual({ first: 0, last: 9 });
    expect(rowsAround({ count: 0, rowHeight: 24, height: 480 }, 0)).toEqual({ first: 0, last: -1 });
  });

  it('come a few in a frame and never with a row that is not wanted', () => {
    fc.assert(
      fc.property(windows, windows, fc.integer({ min: 1, max: 12 }), (from, to, most) => {
        const next = stepTo(from, to, most);
        const kept = Math.max(0, Math.min(from.last, to.last) - Math.max(from.first, to.first) + 1);
        expect(next.first).toBeGreaterThanOrEqual(to.first);
        expect(next.last).toBeLessThanOrEqual(to.last);
        expect(sizeOf(next)).toBe(Math.min(sizeOf(to), kept + most));
      }),
    );
  });

  it('are all there after enough frames', () => {
    fc.assert(
      fc.property(windows, windows, fc.integer({ min: 1, max: 12 }), (from, to, most) => {
        let at = from;
        for (let frame = 0; frame <= sizeOf(to); frame += 1) at = stepTo(at, to, most);
        expect(at).toEqual(to);
      }),
    );
  });
});
