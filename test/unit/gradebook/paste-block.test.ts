import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PasteTarget } from '#renderer/features/gradebook/paste-block.ts';
import { planPaste, readBlock, writeBlock } from '#renderer/features/gradebook/paste-block.ts';

/** Two assignments of 40 and 20, then a computed column; the third learner left. */
const target = ({ row, column }: { row: number; column: number }): PasteTarget | undefined => {
  if (row > 3 || column > 2) return undefined;
  if (column === 2) return { kind: 'computed' };
  return row === 2 ? { kind: 'locked' } : { kind: 'assignment', max: column === 0 ? 4000 : 2000 };
};

const cell = { top: 0, bottom: 0, left: 0, right: 0 };
const fates = (text: string, range = cell): readonly string[] =>
  planPaste(text, range, target).cells.map(({ fate }) => fate.kind);

describe('pasting a block', () => {
  it('reads what Excel and LibreOffice put on the clipboard, decimal commas included', () => {
    const plan = planPaste('12,5\t14\r\n31\t"20"\r\n', cell, target);
    expect(plan.fits).toBe(true);
    expect(plan.cells.map(({ fate }) => fate.kind === 'set' && fate.entry)).toEqual([
      { kind: 'mark', value: 1250 },
      { kind: 'mark', value: 1400 },
      { kind: 'mark', value: 3100 },
      { kind: 'mark', value: 2000 },
    ]);
  });

  it('leaves cells alone where the block is blank or has a dash', () => {
    expect(fates('\t14\n–\t ')).toEqual(['blank', 'set', 'blank', 'blank']);
  });

  it('names each cell that does not fit and why', () => {
    const plan = planPaste('41\t20.5\nabc\tN', cell, target);
    expect(plan.fits).toBe(false);
    expect(plan.cells.map(({ fate }) => (fate.kind === 'refused' ? fate.failure.code : fate.kind))).toEqual([
      'mark-above-maximum',
      'mark-above-maximum',
      'mark-not-a-number',
      'set',
    ]);
  });

  it('says what falls on a computed column, on a learner who left, or off the edge', () => {
    expect(fates('1\t2\t3\t4')).toEqual(['set', 'set', 'computed', 'outside']);
    expect(fates('1\n2\n3\n4\n5')).toEqual(['set', 'set', 'locked', 'set', 'outside']);
  });

  it('fills a range with a single copied cell, and only its assignments', () => {
    const plan = planPaste('NS', { top: 0, bottom: 1, left: 0, right: 2 }, target);
    expect(plan.cells).toHaveLength(4);
    expect(plan.fits).toBe(true);
  });

  it('reads back every block that it writes', () => {
    const text = fc.string({ maxLength: 6 }).map((value) => value.replaceAll('\r', ''));
    const block = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(block, (rows) => {
        expect(readBlock(writeBlock(rows))).toEqual(rows);
      }),
    );
  });
});
