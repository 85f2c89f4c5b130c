import { describe, expect, it } from 'vitest';
import type { AlumnusLine } from '#shared/domain/alumni-lines.ts';
import { countByWave, filterLines, isInState } from '#renderer/features/alumni/due-filters.ts';

const today = '2026-05-25';
const line = (change: Partial<AlumnusLine>): AlumnusLine =>
  ({
    id: 'a:m18',
    country: 'RW',
    wave: { id: 'm18', offsetMonths: 18 },
    callable: true,
    callOn: today,
    phase: 'in-window',
    status: 'in-window',
    ...change,
  }) as AlumnusLine;

describe('the due list', () => {
  it('leaves someone who asked for another day until that day', () => {
    expect(isInState(line({ callOn: '2026-05-28' }), 'today', today)).toBe(false);
    expect(isInState(line({ callOn: '2026-05-28' }), 'today', '2026-05-28')).toBe(true);
  });

  it('does not call those who ended the wave, whatever its window', () => {
    const refused = line({ callable: false, status: 'refused', phase: 'overdue' });
    expect([
      isInState(refused, 'today', today),
      isInState(refused, 'overdue', today),
      isInState(refused, 'ended', today),
    ]).toEqual([false, false, true]);
  });

  it('keeps those not open yet apart from those who ended', () => {
    const early = line({ callable: false, status: 'due', phase: 'due' });
    expect([isInState(early, 'due', today), isInState(early, 'ended', today)]).toEqual([true, false]);
  });

  it('counts an interview broken off among the attempted', () => {
    expect(isInState(line({ status: 'partial' }), 'attempted', today)).toBe(true);
  });

  it('lets through what every filter lets through', () => {
    const lines = [line({}), line({ country: 'KE' }), line({ wave: { id: 'm6', offsetMonths: 6 } })];
    expect(filterLines(lines, { state: 'today', country: 'RW', offsetMonths: 18 }, today)).toEqual([lines[0]]);
  });

  it('counts each wave in the order of time, also where none is left', () => {
    const lines = [
      line({ wave: { id: 'm24', offsetMonths: 24 }, callable: false }),
      line({}),
      line({}),
      line({ wave: { id: 'm6', offsetMonths: 6 } }),
    ];
    expect([...countByWave(lines, { state: 'today', offsetMonths: 18 }, today)]).toEqual([
      [6, 1],
      [18, 2],
      [24, 0],
    ]);
  });
});
