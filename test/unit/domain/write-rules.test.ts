import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeSet, RecordData, RecordPatch } from '#shared/domain/change-sets.ts';
import { clockTime, clockZero, tick } from '#shared/domain/clock.ts';
import { diffRecord } from '#shared/domain/record-diff.ts';
import type { RowStore, StoredRow } from '#shared/domain/rows.ts';
import { applyChangeSet, applyPatch, fieldStamp, valueAt } from '#shared/domain/rows.ts';
import { emptyStacks, isReversible, pushChange, reversePatch } from '#shared/domain/undo.ts';
import { canonicalJson } from '#shared/lib/json.ts';

const value = fc.oneof(
  fc.integer(),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.integer(), { maxLength: 3 }),
);
const fieldName = fc.constantFrom('a', 'b', 'c', 'cells');
const cells = fc.dictionary(fc.constantFrom('m1-essay', 'm1-log', 'm2-essay'), value, { noNullPrototype: true });
const record = fc
  .tuple(
    fc.dictionary(
      fieldName.filter((name) => name !== 'cells'),
      value,
      { noNullPrototype: true },
    ),
    fc.option(cells, { nil: undefined }),
  )
  .map(([fields, entries]) => (entries === undefined ? fields : { ...fields, cells: entries }) as RecordData);

const row = (d: RecordData): StoredRow => ({ id: 'e1', d, s: 's0' });

describe('the clock', () => {
  it('never runs backwards, whatever the laptop says, and sorts as text', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 44 }), { minLength: 1 }), (times) => {
        let last = clockZero;
        for (const time of times) {
          const next = tick(last, time);
          expect(next > last).toBe(true);
          expect(clockTime(next)).toBeGreaterThanOrEqual(time > clockTime(last) ? time : clockTime(last));
          last = next;
        }
      }),
    );
  });

  it('takes the next millisecond when its counter is full', () => {
    expect(tick('000000000001.ffff', 0)).toBe('000000000002.0000');
  });
});

describe('what a change writes', () => {
  it('keeps answers of two devices to different questions of the programme’s own, and none is left behind when taken back', () => {
    const start = row({ status: 'partial', answers: { activity: 'self-employed' } });
    const withOwn = (own: RecordData): RecordData => ({
      status: 'partial',
      answers: { activity: 'self-employed', own },
    });
    const [here, there] = [
      diffRecord('followUps', 'e1', start, withOwn({ sure: 4 })),
      diffRecord('followUps', 'e1', start, withOwn({ 'pay/month': 120 })),
    ];
    expect([here, there].map((patch) => patch && 'set' in patch && patch.set.map(({ p }) => p))).toEqual([
      ['answers/own/sure'],
      ['answers/own/pay/month'],
    ]);
    const both = [here, there].reduce(
      (last, patch, index) => (patch ? applyPatch(last, patch, `s${index + 1}`) : last),
      start,
    );
    expect(both.d).toEqual(withOwn({ sure: 4, 'pay/month': 120 }));
    expect(valueAt(both.d, 'answers/own/pay/month')).toBe(120);
    const back = diffRecord('followUps', 'e1', both, start.d);
    expect(back && applyPatch(both, back, 's3').d).toEqual(start.d);
  });

  it('applied to the record before gives the record after', () => {
    fc.assert(
      fc.property(record, record, (before, after) => {
        const patch = diffRecord('sheets', 'e1', row(before), after);
        const result = patch === undefined ? row(before) : applyPatch(row(before), patch, 's1');
        const empty = (data: RecordData): string => canonicalJson(data);
        expect(empty(result.d)).toBe(empty(after));
      }),
    );
  });

  it('is nothing where nothing changed', () => {
    fc.assert(
      fc.property(record, (same) => {
        expect(diffRecord('sheets', 'e1', row(same), structuredClone(same))).toBeUndefined();
      }),
    );
  });

  it('names only the cell that changed on a mark sheet, with the stamp it replaces', () => {
    const before = row({ cells: { 'm1-essay': 1, 'm1-log': 2 } });
    const once = applyPatch(
      before,
      diffRecord('sheets', 'e1', before, { cells: { 'm1-essay': 1, 'm1-log': 3 } }) as RecordPatch,
      's1',
    );
    const patch = diffRecord('sheets', 'e1', once, { cells: { 'm1-essay': 1, 'm1-log': 4 } });
    expect(patch).toEqual({ t: 'sheets', id: 'e1', set: [{ p: 'cells/m1-log', b: 3, a: 4, r: 's1' }] });
    expect(fieldStamp(once, 'cells/m1-essay')).toBe('s0');
  });

  it('patches other fields whole', () => {
    expect(diffRecord('people', 'p1', row({ alternates: ['x'] }), { alternates: ['x', 'y'] })).toEqual({
      t: 'people',
      id: 'p1',
      set: [{ p: 'alternates', b: ['x'], a: ['x', 'y'], r: 's0' }],
    });
  });

  it('refuses field names that would reach into objects of the language', () => {
    const patch: RecordPatch = { t: 'people', id: 'p1', set: [{ p: '__proto__/polluted', a: true, r: 's0' }] };
    expect(() => applyPatch(row({}), patch, 's1')).toThrow(/may not be called/);
    expect(valueAt({}, 'toString')).toBeUndefined();
  });
});

const setOf = (n: number, patches: readonly RecordPatch[], rest: Partial<ChangeSet> = {}): ChangeSet => ({
  v: 1,
  device: 'd1',
  n,
  clock: tick(clockZero, n),
  by: { name: 'Demo', role: 'marker' },
  why: { code: 'marks-keyed' },
  kind: 'do',
  patches,
  ...rest,
});

describe('undo and redo', () => {
  it('bring back exactly what was there, through any number of changes', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 8 }), (states) => {
        let current: StoredRow = row({});
        const done: RecordPatch[] = [];
        const seen: string[] = [canonicalJson(current.d)];
        for (const [index, next] of states.entries()) {
          const patch = diffRecord('sheets', 'e1', current, next);
          if (patch === undefined) continue;
          current = applyPatch(current, patch, `s${index}`);
          done.push(patch);
          seen.push(canonicalJson(current.d));
        }
        for (const [index, patch] of [...done.entries()].reverse()) {
          expect(isReversible(patch, current, 'undo')).toBe(true);
          current = applyPatch(current, reversePatch(patch, current, 'undo') as RecordPatch, `u${index}`);
          expect(canonicalJson(current.d)).toBe(seen[index]);
        }
        for (const [index, patch] of done.entries()) {
          expect(isReversible(patch, current, 'redo')).toBe(true);
          current = applyPatch(current, reversePatch(patch, current, 'redo') as RecordPatch, `r${index}`);
          expect(canonicalJson(current.d)).toBe(seen[index + 1]);
        }
      }),
    );
  });

  it('take a new record away and bring it back', () => {
    const patch: RecordPatch = { t: 'people', id: 'p1', new: { familyName: 'Mokoena' } };
    const made = applyPatch(undefined, patch, 's1');
    const gone = applyPatch(made, reversePatch(patch, made, 'undo') as RecordPatch, 's2');
    expect(gone.x).toBe('s2');
    const back = applyPatch(gone, reversePatch(patch, gone, 'redo') as RecordPatch, 's3');
    expect(back.x).toBeUndefined();
    expect(back.d).toEqual({ familyName: 'Mokoena' });
  });

  it('are refused where somebody changed the field since', () => {
    const patch: RecordPatch = { t: 'sheets', id: 'e1', set: [{ p: 'cells/m1-log', b: 1, a: 2, r: 's0' }] };
    const later = row({ cells: { 'm1-log': 9 } });
    expect(isReversible(patch, later, 'undo')).toBe(false);
  });

  it('are found again after a restart from the change log alone', () => {
    const log = [setOf(1, []), setOf(2, []), setOf(3, [], { kind: 'undo', of: 'd1:2' })];
    expect(log.reduce(pushChange, emptyStacks)).toEqual({ undo: ['d1:1'], redo: ['d1:2'] });
    expect([...log, setOf(4, [], { kind: 'redo', of: 'd1:2' })].reduce(pushChange, emptyStacks)).toEqual({
      undo: ['d1:1', 'd1:2'],
      redo: [],
    });
    expect([...log, setOf(4, [])].reduce(pushChange, emptyStacks)).toEqual({ undo: ['d1:1', 'd1:4'], redo: [] });
  });

  it('cannot take back an issue of certificates nor what it stands on, and leave prints in the log', () => {
    const issued = setOf(2, [], { why: { code: 'certificates-issued' } });
    const printed = setOf(3, [], { why: { code: 'certificates-printed' } });
    expect([setOf(1, []), issued].reduce(pushChange, emptyStacks)).toEqual(emptyStacks);
    expect([setOf(1, []), issued, printed, setOf(4, [])].reduce(pushChange, emptyStacks)).toEqual({
      undo: ['d1:4'],
      redo: [],
    });
  });
});

describe('a replay', () => {
  it('of a change to a record that is not there is a bug and says so', () => {
    const rows: RowStore = new Map();
    expect(() => applyChangeSet(rows, setOf(1, [{ t: 'people', id: 'p9', set: [] }]))).toThrow(/No record people\/p9/);
  });
});
