import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeSet, RecordPatch } from '#shared/domain/change-sets.ts';
import { stampOf } from '#shared/domain/change-sets.ts';
import type { ErasedRecord } from '#shared/domain/erased-records.ts';
import { erasurePatches, erasureTargets, redactText } from '#shared/domain/erasure.ts';
import type { RowStore } from '#shared/domain/rows.ts';
import { applyChangeSet } from '#shared/domain/rows.ts';

const set = (
  n: number,
  patches: readonly RecordPatch[],
  why: ChangeSet['why'] = { code: 'marks-keyed' },
): ChangeSet => ({
  v: 1,
  device: 'aaaa',
  n,
  clock: `${String(n).padStart(12, '0')}.0000`,
  by: { name: 'Demonstration', role: 'coordinator' },
  why,
  kind: 'do',
  patches,
});

const own: readonly ErasedRecord[] = [
  { t: 'people', id: 'p1' },
  { t: 'enrolments', id: 'e1' },
  { t: 'sheets', id: 'e1' },
  { t: 'awards', id: 'e1' },
];

const secret = fc.string({ minLength: 1, maxLength: 12 }).map((text) => `§${text.replace(/["\\]/g, '')}§`);

/** Histories of a person and a classmate: every word about the person has the sign § in it. */
const histories = fc.array(
  fc.oneof(
    secret.map((givenNames): RecordPatch => ({
      t: 'people',
      id: 'p1',
      new: { id: 'p1', givenNames, familyName: givenNames, alternates: [{ name: givenNames, phone: givenNames }] },
    })),
    secret.map((note): RecordPatch => ({
      t: 'enrolments',
      id: 'e1',
      new: { id: 'e1', personId: 'p1', cohortId: 'c', status: 'awarded', enrolledOn: '2024-01-01', statusNote: note },
    })),
    secret.map((feedback): RecordPatch => ({
      t: 'sheets',
      id: 'e1',
      new: { id: 'e1', cohortId: 'c', personId: 'p1', cells: { a: { attempts: [{ state: 'marked', feedback }] } } },
    })),
    secret.map((name): RecordPatch => ({
      t: 'awards',
      id: 'e1',
      new: { id: 'e1', cohortId: 'c', personId: 'p1', awardedOn: '2025-01-01', name },
    })),
    secret.map((confirmedName): RecordPatch => ({
      t: 'awardLists',
      id: 'l',
      new: {
        id: 'l',
        lines: [
          { enrolmentId: 'e1', personId: 'p1', confirmedName, overall: 1, modules: [], hours: 1 },
          { enrolmentId: 'e2', personId: 'p2', confirmedName: 'Tšepiso', overall: 2, modules: [], hours: 2 },
        ],
      },
    })),
    secret.map((note): RecordPatch => ({ t: 'boards', id: 'c', new: { id: 'c', notes: { e1: note, e2: 'fine' } } })),
    fc.constant<RecordPatch>({
      t: 'people',
      id: 'p2',
      new: { id: 'p2', givenNames: 'Tšepiso', familyName: 'Mokoena', alternates: [] },
    }),
  ),
  { minLength: 1, maxLength: 12 },
);

const textsOf = (patches: readonly RecordPatch[]): readonly string[] =>
  patches.map((patch, index) => {
    const about = patch.id === 'p2' ? {} : { values: { name: '§name§', count: 2 }, note: '§note§' };
    return JSON.stringify(set(index + 1, [patch], { code: 'marks-keyed', ...about }));
  });

const replayed = (texts: readonly string[]): RowStore => {
  const rows: RowStore = new Map();
  for (const text of texts) applyChangeSet(rows, JSON.parse(text) as ChangeSet);
  return rows;
};

const erasureOf = (
  texts: readonly string[],
): { readonly erasure: string; readonly records: readonly ErasedRecord[] } => {
  const rows = replayed(texts);
  const found = own.flatMap((record) => {
    const row = rows.get(record.t)?.get(record.id);
    return row === undefined ? [] : [{ record, row }];
  });
  const others = (['awardLists', 'boards'] as const).flatMap((t) =>
    [...(rows.get(t)?.values() ?? [])].map((row) => ({ t, row })),
  );
  return {
    erasure: JSON.stringify(set(texts.length + 1, erasurePatches(found, others, '2026-01-01'))),
    records: found.map(({ record }) => record),
  };
};

const json = (rows: RowStore): string => JSON.stringify([...rows].map(([t, table]) => [t, [...table].sort()]).sort());

describe('what an erasure leaves of the history', () => {
  it('holds no word about the person, keeps every word about others, and is the same when done twice', () => {
    fc.assert(
      fc.property(histories, (patches) => {
        const texts = textsOf(patches);
        const targets = erasureTargets(own);
        const left = texts.map((text) => redactText(text, targets));
        expect(left.join('')).not.toContain('§');
        expect(left.map((text) => redactText(text, targets))).toEqual(left);
        for (const [index, patch] of patches.entries()) if (patch.id === 'p2') expect(left[index]).toBe(texts[index]);
      }),
    );
  });

  it('gives the same records when it is replayed as the history that was there', () => {
    fc.assert(
      fc.property(histories, (patches) => {
        const texts = textsOf(patches);
        const { erasure, records } = erasureOf(texts);
        if (records.length === own.length) expect(erasure).not.toContain('§');
        const targets = erasureTargets(records);
        const before = replayed([...texts, erasure]);
        const after = replayed([...texts.map((text) => redactText(text, targets)), redactText(erasure, targets)]);
        expect(json(after)).toBe(json(before));
      }),
    );
  });

  it('takes single fields away and leaves the rest of the record', () => {
    const records: readonly ErasedRecord[] = [{ t: 'people', id: 'p1', f: ['phone', 'alternates'] }];
    const text = JSON.stringify(
      set(1, [
        { t: 'people', id: 'p1', new: { id: 'p1', givenNames: 'Grace', phone: '§', alternates: [{ name: '§' }] } },
        {
          t: 'people',
          id: 'p1',
          set: [
            { p: 'phone', b: '§', a: '§', r: '' },
            { p: 'givenNames', a: 'Grace', r: '' },
          ],
        },
      ]),
    );
    const left = JSON.parse(redactText(text, erasureTargets(records))) as ChangeSet;
    expect(left.patches).toEqual([
      { t: 'people', id: 'p1', new: { id: 'p1', givenNames: 'Grace', alternates: [] } },
      { t: 'people', id: 'p1', set: [{ p: 'givenNames', a: 'Grace', r: '' }] },
    ]);
    expect(stampOf(left)).toBe('000000000001.0000-aaaa');
  });
});
