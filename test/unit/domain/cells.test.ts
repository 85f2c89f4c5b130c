import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginAttempt,
  clearCell,
  enterMark,
  enterOutcome,
  extendTo,
  handToMarker,
  isReleased,
  receiveScript,
} from '#shared/domain/cells.ts';
import { effectiveMark } from '#shared/domain/effective-marks.ts';
import type { Cell } from '#shared/domain/marks.ts';
import { cellOf, criteriaOf, rules } from './sheet-builders.ts';

const today = '2026-05-20';
const by = { today, marker: 'T. Kgosi (demonstration)' };

describe('entering a mark', () => {
  it('makes the first attempt of an empty cell, marked today by the marker', () => {
    expect(enterMark(undefined, 2700, by)).toEqual({
      attempts: [{ state: 'marked', value: 2700, marked: today, marker: by.marker }],
    });
  });

  it('replaces the mark of the last attempt and keeps the attempts before it and the received date', () => {
    const cell: Cell = {
      attempts: [
        { state: 'marked', value: 1600 },
        { state: 'received', received: '2026-05-02' },
      ],
    };
    expect(enterMark(cell, 2600, { today })).toEqual({
      attempts: [
        { state: 'marked', value: 1600 },
        { state: 'marked', value: 2600, received: '2026-05-02', marked: today },
      ],
    });
  });

  it.each(['NS', 'EX', 'HOLD'] as const)('lifts %s', (outcome) => {
    const cell = enterMark(enterOutcome(undefined, outcome, { reason: 'asked' }), 0, by);
    expect(cell.outcome).toBeUndefined();
    expect(cell.reason).toBeUndefined();
    expect(effectiveMark(cell, { max: 4000 }, rules, undefined)).toMatchObject({ kind: 'mark', value: 0 });
  });

  it('lifts an extension but lets its date count for the late days', () => {
    expect(enterMark(extendTo(undefined, '2026-06-08', { reason: 'ill' }), 2000, by)).toMatchObject({
      extendedTo: '2026-06-08',
      reason: 'ill',
    });
  });

  it('changes nothing where the same mark is typed again', () => {
    const cell = cellOf(2700);
    expect(enterMark(cell, 2700, by)).toBe(cell);
  });

  it('drops criterion marks that no longer add up', () => {
    expect(enterMark(cellOf(2700, { criteria: criteriaOf({ c1: 700 }) }), 2800, by).attempts[0]).not.toHaveProperty(
      'criteria',
    );
  });

  it('makes a new revision of a released mark and keeps it released', () => {
    const cell = enterMark(cellOf(2700, { state: 'released' }), 2900, { ...by, reason: 'Marks added up wrongly' });
    expect(cell).toMatchObject({
      revision: 2,
      reason: 'Marks added up wrongly',
      attempts: [{ state: 'released', value: 2900 }],
    });
    expect(enterMark(cell, 3000, by).revision).toBe(3);
    expect(enterMark(cellOf(2700), 2900, { ...by, released: true })).toMatchObject({ revision: 2 });
    expect(enterMark(undefined, 2900, { ...by, released: true }).revision).toBeUndefined();
  });

  it('takes the moderation back where a moderated mark is changed', () => {
    expect(enterMark(cellOf(2700, { state: 'moderated' }), 2900, by).attempts[0]?.state).toBe('marked');
  });
});

describe('clearing', () => {
  it('brings back received, with the marker, or awaited', () => {
    expect(clearCell(cellOf(2700)).attempts[0]).toEqual({ state: 'received', received: '2026-05-01' });
    expect(
      clearCell(enterMark(handToMarker(receiveScript(undefined, '2026-05-01'), '2026-05-09'), 100, by)).attempts[0]
        ?.state,
    ).toBe('with-marker');
    expect(clearCell(enterMark(undefined, 100, { today })).attempts[0]).toEqual({ state: 'awaited' });
  });

  it('takes outcomes away, an extension with its date', () => {
    expect(clearCell(enterOutcome(undefined, 'NS', { reason: 'no script' }))).toEqual({ attempts: [] });
    expect(clearCell(extendTo(undefined, '2026-06-08', { reason: 'ill' }))).toEqual({ attempts: [] });
  });

  it('brings an extension back where a mark was keyed over it by mistake', () => {
    const extended = extendTo(undefined, '2026-06-08', { reason: 'ill' });
    expect(clearCell(enterMark(extended, 100, { today }))).toEqual({ ...extended, attempts: [{ state: 'awaited' }] });
  });

  it('leaves an empty cell as it is', () => {
    const received = receiveScript(undefined, '2026-05-01');
    expect(clearCell(received)).toBe(received);
  });

  it('leaves no mark behind whatever was keyed before', () => {
    const step = fc.oneof(
      fc.nat(4000).map((value) => (cell: Cell) => enterMark(cell, value, by)),
      fc.constantFrom('NS', 'EX', 'HOLD').map((outcome) => (cell: Cell) => enterOutcome(cell, outcome)),
      fc.constant((cell: Cell) => extendTo(cell, '2026-06-08')),
      fc.constant((cell: Cell) => receiveScript(cell, '2026-05-01')),
      fc.constant((cell: Cell) => handToMarker(cell, '2026-05-02')),
    );
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const cell = clearCell(steps.reduce((current, one) => one(current), { attempts: [] } as Cell));
        expect(['none', 'extended']).toContain(effectiveMark(cell, { max: 4000 }, rules, undefined).kind);
      }),
    );
  });
});

describe('outcomes and attempts', () => {
  it('keeps the mark below an outcome', () => {
    expect(enterOutcome(cellOf(2700), 'HOLD', { reason: 'whose script?' })).toEqual({
      ...cellOf(2700),
      outcome: 'HOLD',
      reason: 'whose script?',
    });
  });

  it('lifts NS when the script arrives after all', () => {
    expect(receiveScript(enterOutcome(undefined, 'NS'), '2026-05-03')).toEqual({
      attempts: [{ state: 'received', received: '2026-05-03' }],
    });
  });

  it('begins as many attempts as the rules allow', () => {
    const two = beginAttempt(cellOf(1600), rules);
    expect(two).toMatchObject({ ok: true, value: { attempts: [{ value: 1600 }, { state: 'awaited' }] } });
    expect(two.ok && beginAttempt(two.value, rules)).toMatchObject({ error: { code: 'attempt-not-marked' } });
    expect(
      beginAttempt(
        {
          attempts: [
            { state: 'marked', value: 1 },
            { state: 'marked', value: 2 },
          ],
        },
        rules,
      ),
    ).toMatchObject({
      error: { code: 'attempts-used-up', details: { attempts: 2 } },
    });
  });

  it('knows a released mark by its module or by itself', () => {
    expect([
      isReleased(cellOf(1), false),
      isReleased(cellOf(1), true),
      isReleased(cellOf(1, { state: 'released' }), false),
    ]).toEqual([false, true, true]);
  });
});
