import { describe, expect, it } from 'vitest';
import type { CohortToday } from '#renderer/db/repositories/today.ts';
import { needsOf } from '#renderer/features/today/needs.ts';
import { asId } from '#shared/domain/ids.ts';

const cohort = (code: string, more: Partial<CohortToday> = {}): CohortToday => ({
  cohort: {
    id: asId(code),
    code,
    name: code,
    programmeId: asId('p'),
    country: 'ZM',
    place: 'Lusaka',
    partner: '',
    cycle: '3',
    starts: '2026-01-12',
    census: '2026-02-12',
    due: {},
    released: {},
    signatories: [],
  },
  learners: 40,
  modules: [],
  now: 1,
  toMark: 0,
  delayed: { count: 0, longest: 0 },
  eligible: 0,
  lacking: 0,
  unconfirmed: 0,
  frozen: false,
  ...more,
});

const busy = cohort('2026-A', { toMark: 3, delayed: { count: 2, longest: 25 }, eligible: 5, unconfirmed: 1 });
const calls = { count: 4, mine: 0, agreed: 0, closing: 0, months: [18], cohortCodes: ['2024-A'] };
const kinds = (role: Parameters<typeof needsOf>[2]): readonly string[] =>
  needsOf([busy], calls, role).map(({ kind }) => kind);

describe('needsOf', () => {
  it('puts first what the role can end', () => {
    expect(kinds('marker')[0]).toBe('toMark');
    expect(kinds('coordinator')[0]).toBe('delayed');
    expect(kinds('programme-officer')[0]).toBe('calls');
  });

  it('leaves out what is nought', () => {
    expect(needsOf([cohort('2026-B')], { ...calls, count: 0 }, 'coordinator')).toEqual([]);
  });

  it('adds cohorts up and leads to the one with most', () => {
    const more = cohort('2026-C', { toMark: 9 });
    const [row] = needsOf([busy, more], undefined, 'marker');
    expect(row).toMatchObject({ kind: 'toMark', count: 12, href: '/cohorts/2026-C/marks' });
  });

  it('does not ask for awards that are on a frozen list already', () => {
    const frozen = cohort('2026-D', { eligible: 30, frozen: true });
    expect(needsOf([frozen], undefined, 'coordinator')).toEqual([]);
  });
});
