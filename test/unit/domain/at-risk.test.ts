import { describe, expect, it } from 'vitest';
import type { RiskInput } from '#shared/domain/at-risk.ts';
import { resubmissionCloses, risksOf } from '#shared/domain/at-risk.ts';
import type { ContactSession, Presence } from '#shared/domain/attendance.ts';
import { asId } from '#shared/domain/ids.ts';
import type { SessionId } from '#shared/domain/ids.ts';
import type { Cell } from '#shared/domain/marks.ts';
import { assignment, cellOf, ids, moduleId, moduleWith, rules, words } from './sheet-builders.ts';

const essay = assignment(1, 40, 60);
const log = assignment(2, 20, 40);

const sessionOf = (number: number): ContactSession => ({
  id: asId<SessionId>(`s${number}`),
  cohortId: ids.cohort,
  moduleId: moduleId('m1'),
  number,
  date: `2026-04-0${number}`,
  hours: 5,
});

/** A learner with these cells; `presences` are those of sessions on the first days of April 2026, all of five hours. */
const learner = (
  cells: Readonly<Record<string, Cell>>,
  change: Partial<RiskInput> = {},
  presences: readonly Presence[] = [],
): RiskInput => ({
  programme: { modules: [moduleWith([essay, log])], rules },
  cohort: { due: { [essay.id]: '2026-05-01', [log.id]: '2026-05-01' } },
  sheet: { cells },
  register: {
    sessions: Object.fromEntries(
      presences.map((presence, at) => [
        `s${at + 1}`,
        { presence, hours: presence === 'absent' || presence === 'excused' ? 0 : 5 },
      ]),
    ),
  },
  sessions: [1, 2, 3, 4, 5].map(sessionOf),
  today: '2026-05-05',
  ...change,
});

const said = (input: RiskInput): readonly string[] => risksOf(input, 'en').map(({ text }) => words(text));
const codes = (input: RiskInput): readonly string[] => risksOf(input, 'en').map(({ code }) => code);

describe('who is at risk, and why', () => {
  it('says nothing of a learner with whom all is well', () => {
    expect(said(learner({ a1: cellOf(3000), a2: cellOf(1500) }, {}, ['present', 'present']))).toEqual([]);
  });

  it('names a first assignment that was not submitted or failed, and no later one', () => {
    expect(said(learner({ a1: { attempts: [], outcome: 'NS' }, a2: cellOf(1500) }))).toEqual([
      'Work 1 of the first module not submitted',
    ]);
    expect(said(learner({ a1: cellOf(1999), a2: cellOf(100) }))).toEqual([
      'Work 1 of the first module below the pass mark',
    ]);
    expect(said(learner({ a1: cellOf(2000), a2: cellOf(100) }))).toEqual([]);
  });

  it('names what is more than seven days late, an extension counted', () => {
    expect(said(learner({ a1: cellOf(3000) }, { today: '2026-05-08' }))).toEqual([]);
    expect(said(learner({ a1: cellOf(3000) }, { today: '2026-05-09' }))).toEqual(['Work 2 of module 1 is 8 days late']);
    const extended: Cell = { attempts: [], outcome: 'DEF', extendedTo: '2026-05-10' };
    expect(said(learner({ a1: cellOf(3000), a2: extended }, { today: '2026-05-17' }))).toEqual([]);
    expect(codes(learner({ a1: cellOf(3000), a2: extended }, { today: '2026-05-18' }))).toEqual(['late']);
  });

  it('puts several late assignments into one reason', () => {
    expect(said(learner({}, { today: '2026-05-12' }))).toEqual(['2 assignments late, the longest by 11 days']);
  });

  it('calls more than 21 days with the marker our delay', () => {
    const held: Cell = { attempts: [{ state: 'with-marker', received: '2026-05-01', withMarkerSince: '2026-05-02' }] };
    const on = (today: string) => risksOf(learner({ a1: cellOf(3000), a2: held }, { today }), 'en');
    expect(on('2026-05-23')).toEqual([]);
    expect(on('2026-05-24')).toMatchObject([{ code: 'marker-delay', ours: true }]);
  });

  it('names a resubmission whose window closes within seven days', () => {
    const returned = cellOf(900, { returned: '2026-05-01' });
    const on = (today: string) => codes(learner({ a1: cellOf(3000), a2: returned }, { today }));
    expect(resubmissionCloses(returned, log, rules)).toBe('2026-05-29');
    expect(on('2026-05-21')).toEqual([]);
    expect(on('2026-05-22')).toEqual(['resubmission']);
    expect(on('2026-05-29')).toEqual(['resubmission']);
    expect(on('2026-05-30')).toEqual([]);
    expect(resubmissionCloses(cellOf(1000, { returned: '2026-05-01' }), log, rules)).toBeUndefined();
  });

  it('names two absences running at the end, and not two that lie back', () => {
    const ok = { a1: cellOf(3000), a2: cellOf(1500) };
    expect(codes(learner(ok, {}, ['present', 'absent', 'absent']))).toContain('absences');
    expect(codes(learner(ok, {}, ['absent', 'absent', 'present']))).not.toContain('absences');
    expect(codes(learner(ok, {}, ['present', 'absent', 'excused']))).not.toContain('absences');
  });

  it('holds hours against the sessions kept so far, at the least share of the rules', () => {
    const ok = { a1: cellOf(3000), a2: cellOf(1500) };
    expect(codes(learner(ok, {}, ['present', 'present', 'present', 'present', 'absent']))).toEqual([]);
    expect(said(learner(ok, {}, ['present', 'present', 'absent']))).toEqual([
      '10 of 15 contact hours so far, under 80 %',
    ]);
    expect(codes(learner(ok, { register: undefined }))).toEqual([]);
  });
});
