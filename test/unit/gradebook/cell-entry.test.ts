import { describe, expect, it } from 'vitest';
import { applyEntry, applyText, cellText } from '#renderer/features/gradebook/cell-entry.ts';
import { asId } from '#shared/domain/ids.ts';
import type { CriterionId } from '#shared/domain/ids.ts';
import type { Cell } from '#shared/domain/marks.ts';

const keying = { today: '2026-05-20', by: 'T. Kgosi', released: false };
const essay = { max: 2000 };
const marked: Cell = { attempts: [{ state: 'marked', value: 1400, marker: 'A. Banda', received: '2026-05-02' }] };

const enter = (cell: Cell | undefined, text: string, released = false) => {
  const read = applyText(cell, text, essay, { ...keying, released });
  if (!read.ok) throw new Error(read.error.code);
  return read.value.entered;
};

describe('typing into a cell', () => {
  it('names the marker of a first mark and keeps the one who marked before', () => {
    expect(enter(undefined, '12,5').cell.attempts[0]).toMatchObject({
      value: 1250,
      state: 'marked',
      marked: '2026-05-20',
      marker: 'T. Kgosi',
    });
    expect(enter(marked, '15').cell.attempts[0]).toMatchObject({ value: 1500, marker: 'A. Banda' });
  });

  it('changes nothing where the same is typed again or nothing into a blank cell', () => {
    expect(enter(marked, '14').changed).toBe(false);
    expect(enter(undefined, '').changed).toBe(false);
    expect(applyEntry({ attempts: [], outcome: 'NS' }, { kind: 'outcome', outcome: 'NS' }, keying).changed).toBe(false);
  });

  it('refuses a mark above the maximum with both numbers', () => {
    expect(applyText(marked, '24', essay, keying)).toEqual({
      ok: false,
      error: { code: 'mark-above-maximum', details: { text: '24', mark: 24, max: 20 } },
    });
  });

  it('asks for a reason only where a released mark changes, and counts the revision', () => {
    expect(enter(marked, '15').needsReason).toBe(false);
    expect(enter(undefined, '15', true).needsReason).toBe(false);
    expect(enter(marked, '14', true).needsReason).toBe(false);
    expect(enter(marked, '15', true).needsReason).toBe(true);
    const changed = applyEntry(
      marked,
      { kind: 'mark', value: 1500 },
      { ...keying, released: true },
      'added up wrongly',
    );
    expect(changed.cell).toMatchObject({ revision: 2, reason: 'added up wrongly' });
  });

  it('gives new marks the received date set for this parcel, and leaves known dates', () => {
    const parcel = { ...keying, received: '2026-05-18' };
    expect(applyEntry(undefined, { kind: 'mark', value: 100 }, parcel).cell.attempts[0]?.received).toBe('2026-05-18');
    expect(applyEntry(marked, { kind: 'mark', value: 100 }, parcel).cell.attempts[0]?.received).toBe('2026-05-02');
  });

  it('says that a total typed gives up the criterion marks behind the one before', () => {
    const [first, second] = [asId<CriterionId>('c1'), asId<CriterionId>('c2')];
    const summed: Cell = { attempts: [{ state: 'marked', value: 1400, criteria: { [first]: 800, [second]: 600 } }] };
    const begun: Cell = { attempts: [{ state: 'received', criteria: { [first]: 800 } }] };
    expect(enter(summed, '15')).toMatchObject({ criteriaGone: true });
    expect(enter(summed, '15').cell.attempts[0]).not.toHaveProperty('criteria');
    expect(enter(begun, '15').criteriaGone).toBe(true);
    expect(enter(summed, '14').criteriaGone).toBe(false);
    expect(enter(marked, '15').criteriaGone).toBe(false);
    expect(enter(summed, 'ex').criteriaGone).toBe(false);
  });

  it('shows for editing and copying the mark as given, or the letters of the outcome', () => {
    expect(cellText({ attempts: [{ state: 'marked', value: 1250 }] }, 'fr')).toBe('12,5');
    expect(cellText({ attempts: [{ state: 'marked', value: 0 }] }, 'en')).toBe('0');
    expect(cellText({ attempts: [], outcome: 'EX' }, 'fr')).toBe('DISP');
    expect(cellText(undefined, 'en')).toBe('');
  });
});
