import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, TemplateDesign } from '#shared/domain/template-design.ts';
import {
  assetsOf,
  blockOffPage,
  blockWarnings,
  pageSize,
  readDesign,
  withVariant,
} from '#shared/domain/template-designs.ts';
import { keyStep, moved, snap } from '#renderer/features/templates/work/snapping.ts';
import { shipped, shippedFiles } from '../main/certificates/design-documents.ts';

const line = (change: Partial<Block> = {}): Block =>
  ({
    id: 'line',
    kind: 'line',
    x: 20,
    y: 20,
    width: 40,
    height: 0,
    colour: '#000000',
    stroke: 0.2,
    ...change,
  }) as Block;

const design = (blocks: readonly Block[], change: Partial<TemplateDesign> = {}): TemplateDesign => ({
  ...shipped('classic-2'),
  blocks: [...blocks],
  ...change,
});

describe('reading a design', () => {
  it.each(shippedFiles)('takes the shipped %s, which has no block off the page', (file) => {
    expect(blockOffPage(shipped(file))).toBeUndefined();
  });

  it('says that a newer form needs a newer app, and where a damaged one is damaged', () => {
    expect(readDesign({ ...shipped('modern'), format: 2 })).toEqual({
      ok: false,
      error: { code: 'template-newer', details: { format: 2 } },
    });
    expect(readDesign({ ...shipped('modern'), page: { size: 'A9', orientation: 'portrait' } })).toMatchObject({
      ok: false,
      error: { code: 'template-damaged', details: { where: 'page.size' } },
    });
    for (const value of [null, 3, 'x', {}, []]) expect(readDesign(value)).toMatchObject({ ok: false });
  });

  it('refuses two blocks of one id', () => {
    expect(readDesign(design([line(), line()]))).toMatchObject({ ok: false, error: { code: 'template-damaged' } });
  });

  it('gives back what it was given, whatever is written and read', () => {
    for (const file of shippedFiles)
      expect(readDesign(JSON.parse(JSON.stringify(shipped(file))))).toEqual({ ok: true, value: shipped(file) });
  });
});

describe('a block and the page', () => {
  it('is warned about exactly where it leaves the page', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 320, noNaN: true }),
        fc.double({ min: -50, max: 320, noNaN: true }),
        fc.double({ min: 0, max: 200, noNaN: true }),
        (x, y, width) => {
          const block = line({ x, y, width });
          const page = pageSize(design([block]));
          const off = x < -0.005 || y < -0.005 || x + width > page.width + 0.005 || y > page.height + 0.005;
          expect(blockWarnings(design([block]), block).includes('off-page')).toBe(off);
        },
      ),
    );
  });

  it('turns with the sheet', () => {
    expect(pageSize({ page: { size: 'A5', orientation: 'landscape' } })).toEqual({ width: 210, height: 148 });
    expect(pageSize({ page: { size: 'Letter', orientation: 'portrait' } })).toEqual({ width: 215.9, height: 279.4 });
  });
});

describe('moving blocks', () => {
  it('steps by 1, 5 and 0.1 mm and comes back to where it was', () => {
    expect(keyStep('ArrowLeft', { shiftKey: false, altKey: false })).toEqual([-1, 0]);
    expect(keyStep('ArrowDown', { shiftKey: true, altKey: false })).toEqual([0, 5]);
    expect(keyStep('ArrowUp', { shiftKey: false, altKey: true })).toEqual([0, -0.1]);
    expect(keyStep('a', { shiftKey: false, altKey: false })).toBeUndefined();
    const there = [1, 2, 3, 4, 5, 6, 7].reduce((block) => moved(block, 0.1, -0.1), line());
    const back = [1, 2, 3, 4, 5, 6, 7].reduce((block) => moved(block, -0.1, 0.1), there);
    expect(back).toEqual(line());
  });

  it('comes to rest on the middle of the page, on margins and on other blocks, else on a tenth', () => {
    const other = line({ id: 'other', x: 60, y: 90, width: 30 });
    const page = design([line(), other]);
    expect(snap(page, line(), { x: 128.2, y: 104.4 }, 1.5)).toMatchObject({
      x: 128.5,
      y: 105,
      guides: { x: 148.5, y: 105 },
    });
    expect(snap(page, line(), { x: 59.2, y: 40 }, 1.5)).toMatchObject({ x: 60, guides: { x: 60 } });
    expect(snap(page, line(), { x: 33.333, y: 40.04 }, 0)).toMatchObject({
      x: 33.3,
      y: 40,
      guides: { x: undefined, y: undefined },
    });
  });
});

describe('partners', () => {
  it('changes only the blocks that the partner has words or pictures for', () => {
    const hash = 'c'.repeat(64);
    const picture: Block = {
      id: 'p',
      kind: 'picture',
      x: 20,
      y: 20,
      width: 10,
      height: 10,
      asset: 'd'.repeat(64),
      alt: {},
      align: 'left',
    };
    const whole = design([line(), picture], {
      variants: [{ id: 'v', partner: 'Lakeside', texts: {}, pictures: { p: hash } }],
    });
    expect(withVariant(whole, 'Lakeside').blocks).toEqual([line(), { ...picture, asset: hash }]);
    expect(withVariant(whole, 'Other')).toBe(whole);
    expect(assetsOf(whole)).toEqual([hash, 'd'.repeat(64)]);
  });
});
