import { describe, expect, it } from 'vitest';
import type { CellLook, CellSituation } from '#shared/domain/cell-looks.ts';
import { cellLook } from '#shared/domain/cell-looks.ts';
import { enterMark, enterOutcome, extendTo, handToMarker, receiveScript } from '#shared/domain/cells.ts';
import type { Cell } from '#shared/domain/marks.ts';
import { cellOf, rules, words } from './sheet-builders.ts';

const situation: CellSituation = { assignment: { max: 4000 }, rules, due: '2026-05-01', today: '2026-05-20' };

const shown = (look: CellLook, language: 'en' | 'fr' = 'en') => ({
  glyph: look.glyph,
  text: look.text === undefined ? undefined : words(look.text, language),
  figure: look.figure,
  said: words(look.screenReader, language),
});

const shownAs = (cell: Cell | undefined, change: Partial<CellSituation> = {}, language: 'en' | 'fr' = 'en') =>
  shown(cellLook(cell, { ...situation, ...change }), language);

const received = receiveScript(undefined, '2026-04-30');
const second = (value: number): Cell => ({
  attempts: [
    { state: 'marked', value: 1600, received: '2026-05-01' },
    { state: 'marked', value, received: '2026-06-01' },
  ],
});

describe('the look of a cell', () => {
  it.each<[string, Cell | undefined, string | undefined, string | undefined, number | undefined, string]>([
    ['awaited', undefined, 'awaited', undefined, undefined, 'awaited, no script yet'],
    ['received', received, 'received', undefined, undefined, 'received, not marked'],
    [
      'with the marker',
      handToMarker(received, '2026-05-09'),
      'marker',
      '11 d',
      undefined,
      'with the marker for 11 days',
    ],
    ['marked', cellOf(2400), undefined, undefined, 2400, '24, marked'],
    ['zero', cellOf(0), undefined, undefined, 0, '0, marked'],
    ['moderated', cellOf(2900, { state: 'moderated' }), 'moderated', undefined, 2900, '29, moderated'],
    ['released', cellOf(3100, { state: 'released' }), 'released', undefined, 3100, '31, released'],
    ['NS', enterOutcome(undefined, 'NS'), 'ns', 'NS', undefined, 'not submitted, counts 0 in the final mark'],
    ['EX', enterOutcome(undefined, 'EX'), 'ex', 'EX', undefined, 'excused, left out of both sums'],
    ['DEF', extendTo(undefined, '2026-06-08'), 'def', '8 Jun', undefined, 'extended to 8 June'],
    ['HOLD', enterOutcome(cellOf(1), 'HOLD'), 'hold', 'HOLD', undefined, 'on hold, query open'],
    ['late', cellOf(2850, { received: '2026-05-03' }), 'late', '2 d', 2450, '24.5, 2 days late, 4 taken off'],
    ['second attempt', second(1900), 'attempt', '2nd', 1900, '19, attempt 2'],
    ['capped', second(2600), 'capped', undefined, 2000, '20, attempt 2, capped at the pass mark'],
    [
      'revised',
      enterMark(cellOf(2700, { state: 'released' }), 2900, { today: '2026-05-20' }),
      'revised',
      'r2',
      2900,
      '29, changed after release, revision 2',
    ],
    [
      'anomaly',
      enterMark(undefined, 1350, { today: '2026-05-20' }),
      'anomaly',
      undefined,
      1350,
      '13.5, mark without a received date',
    ],
    [
      'too late',
      cellOf(2850, { received: '2026-05-08' }),
      'ns',
      'NS',
      undefined,
      '7 days late, more than 5: counts as not submitted',
    ],
  ])('shows %s by glyph and words', (_name, cell, glyph, text, figure, said) => {
    expect(shownAs(cell)).toEqual({ glyph, text, figure, said });
  });

  it('turns amber over 21 days with the marker and says that it is our delay', () => {
    const late = handToMarker(received, '2026-04-28');
    expect(cellLook(handToMarker(received, '2026-04-29'), situation).tone).toBe('marker');
    expect(cellLook(late, situation).tone).toBe('delay');
    expect(shownAs(late).said).toBe('with the marker for 22 days (over 21, our delay)');
  });

  it('shows a clash before anything else', () => {
    expect(shownAs(cellOf(2400), { clash: true })).toEqual({
      glyph: 'clash',
      text: '2 marks',
      figure: undefined,
      said: 'two marks from two laptops, to be decided',
    });
  });

  it('draws the lock of a mark released on its own; of a released module the heading says it', () => {
    const cell = cellOf(3100, { state: 'released' });
    expect(shownAs(cell).glyph).toBe('released');
    expect(shownAs(cell, { released: true }).glyph).toBeUndefined();
  });

  it('says released of each mark of a released module', () => {
    expect(shownAs(cellOf(2850, { received: '2026-05-03' }), { released: true }).said).toBe(
      '24.5, 2 days late, 4 taken off, released',
    );
  });

  it('shows that a resubmission has arrived beside the mark that stands', () => {
    const cell: Cell = { attempts: [...cellOf(1600).attempts, { state: 'received', received: '2026-06-01' }] };
    expect(shownAs(cell)).toMatchObject({
      glyph: 'received',
      figure: 1600,
      said: '16, a later attempt is here, not marked',
    });
  });

  it('speaks French', () => {
    const said = [
      undefined,
      received,
      handToMarker(received, '2026-05-09'),
      handToMarker(received, '2026-04-26'),
      enterOutcome(undefined, 'NS'),
      enterOutcome(undefined, 'EX'),
      enterOutcome(undefined, 'HOLD'),
      extendTo(undefined, '2026-06-08'),
      cellOf(2850, { received: '2026-05-03' }),
    ]
      .map((cell) => shownAs(cell, {}, 'fr'))
      .map((look) => [look.text, look.said]);
    expect(said).toEqual([
      [undefined, 'attendu, pas encore de copie'],
      [undefined, 'reçu, non noté'],
      ['11 j', 'chez le correcteur depuis 11 jours'],
      ['24 j', 'chez le correcteur depuis 24 jours, plus de 21, notre retard'],
      ['NR', 'non remis, compte 0 dans la note finale'],
      ['DISP', 'dispensé, hors des deux sommes'],
      ['ATT', 'en attente, question ouverte'],
      ['8 juin', 'prolongé au 8 juin'],
      ['2 j', '24,5, 2 jours de retard, 4 de moins'],
    ]);
  });
});
