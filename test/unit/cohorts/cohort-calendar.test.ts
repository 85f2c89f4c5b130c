import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateProblems, planContactSessions, proposeDueDates, suggestCode } from '#shared/domain/cohort-calendar.ts';
import { defaultProgramme } from '#shared/domain/default-programme.ts';
import type { CohortId, ProgrammeId, SessionId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import { addDays } from '#shared/lib/dates.ts';

const programme = defaultProgramme({
  id: asId<ProgrammeId>('p'),
  version: '4',
  validFrom: '2025-01-01',
  rulesSetBy: 'N. Dlamini',
  rulesSetOn: '2025-01-01',
});

describe('the dates of a cohort', () => {
  it('are accepted where the census is on or after the first day and the graduation after it', () => {
    expect(dateProblems({ starts: '2026-03-01', census: '2026-03-01' })).toEqual([]);
    expect(dateProblems({ starts: '2026-03-01', census: '2026-04-05', graduation: '2027-10-01' })).toEqual([]);
  });

  it('name every field whose day does not exist', () => {
    const problems = dateProblems({ starts: '2026-02-30', census: '', graduation: '2027-13-01' });
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'starts no-such-date',
      'census no-such-date',
      'graduation no-such-date',
    ]);
    expect(problems[0]?.details).toEqual({ value: '2026-02-30' });
  });

  it('are refused where the census or the graduation comes too early, each beside its field', () => {
    const problems = dateProblems({ starts: '2026-03-01', census: '2026-02-28', graduation: '2026-03-01' });
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'census cohort-census-order',
      'graduation cohort-graduation-order',
    ]);
  });
});

describe('the calendar proposed from the first day', () => {
  it('gives every assignment a due day, the modules twelve weeks apart', () => {
    const due = proposeDueDates(programme, '2026-03-02');
    expect(Object.keys(due)).toHaveLength(12);
    expect(due).toMatchObject({
      'm1-essay': '2026-05-25',
      'm1-log': '2026-05-25',
      'm6-essay': addDays('2026-03-02', 6 * 84),
    });
  });

  it('plans six modules of four sessions of five hours, each session before the due day of its module', () => {
    let made = 0;
    const sessions = planContactSessions(asId<CohortId>('c'), programme, '2026-03-02', () =>
      asId<SessionId>(`s${(made += 1)}`),
    );
    const due: Readonly<Record<string, string>> = proposeDueDates(programme, '2026-03-02');
    expect(sessions).toHaveLength(24);
    expect(new Set(sessions.map(({ id }) => id)).size).toBe(24);
    expect(sessions.reduce((sum, { hours }) => sum + hours, 0)).toBe(120);
    for (const { date = '9999', moduleId } of sessions) expect(date < (due[`${moduleId}-essay`] ?? '')).toBe(true);
  });
});

describe('a suggested code', () => {
  it('is year and country, counted on while it is taken, however the others were typed', () => {
    expect(suggestCode('2026-03-01', 'ZM', [])).toBe('2026-ZM');
    expect(suggestCode('2026-03-01', 'ZM', ['2026-zm', '2026-ZM2'])).toBe('2026-ZM3');
    expect(suggestCode('2026-03-01', '', [])).toBe('2026');
  });

  it('is never one that is there already', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 40 }), (numbers) => {
        const taken = numbers.map((number) => (number === 1 ? '2026-ZM' : `2026-ZM${number}`));
        expect(taken).not.toContain(suggestCode('2026-01-05', 'ZM', taken));
      }),
    );
  });
});
