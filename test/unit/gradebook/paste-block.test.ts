import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PasteTarget } from '#renderer/features/gradebook/paste-block.ts';
import { planPaste, readBlock, writeBlock } from '#renderer/features/gradebook/paste-block.ts';

/** Two assignments of 40 and 20, then a computed column; the third learner left. */
const target = ({ row, column }: { row: number; column: number }): PasteTarget | undefined => {
  if (row > 3 || column > 2) return undefined;
  if (column === 2) return { kind: 'computed', text: '67.5' };
  const holds = row === 1 && column === 0;
  return row === 2 ? { kind: 'locked' } : { kind: 'assignment', max: column === 0 ? 4000 : 2000, holds };
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
    expect(fates('\t14\n3\t–')).toEqual(['blank', 'set', 'set', 'blank']);
  });

  it('asks before a blank empties a cell that holds something', () => {
    const plan = planPaste('12\n\n', cell, target);
    expect(plan.fits).toBe(false);
    expect(plan.cells.map(({ fate }) => fate.kind)).toEqual(['set', 'over']);
  });

  it('repeats a block in a selection that it fills a whole number of times, as a spreadsheet does', () => {
    const plan = planPaste('1\t2', { top: 0, bottom: 1, left: 0, right: 1 }, target);
    expect(plan.fits).toBe(true);
    expect(plan.cells.map(({ at: { row, column }, text }) => [row, column, text])).toEqual([
      [0, 0, '1'],
      [0, 1, '2'],
      [1, 0, '1'],
      [1, 1, '2'],
    ]);
  });

  it('shows a block first that is neither as large as the selection nor goes into it', () => {
    const plan = planPaste('1\n2', { top: 0, bottom: 0, left: 0, right: 1 }, target);
    expect(plan.fits).toBe(false);
    expect(plan.shapes).toEqual({ block: { rows: 2, columns: 1 }, selected: { rows: 1, columns: 2 } });
    expect(plan.cells).toHaveLength(2);
  });

  it('takes a computed figure that stands there already for no change, another for one that does not fit', () => {
    expect(fates('1\t2\t67.5')).toEqual(['set', 'set', 'same']);
    expect(fates('1\t2\t80.0')).toEqual(['set', 'set', 'computed']);
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
