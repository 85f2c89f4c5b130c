import { describe, expect, it } from 'vitest';
import type { Award } from '#shared/domain/awards.ts';
import { defaultProgramme } from '#shared/domain/default-programme.ts';
import { newFollowUp } from '#shared/domain/follow-up-calls.ts';
import { circumstancesOf, phaseOn, waveDates, waveState } from '#shared/domain/follow-up-waves.ts';
import type { FollowUp } from '#shared/domain/follow-ups.ts';
import type { AwardListId, CohortId, EnrolmentId, PersonId, ProgrammeId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import type { Enrolment } from '#shared/domain/people.ts';

const programme = defaultProgramme({
  id: asId<ProgrammeId>('p'),
  version: '1',
  validFrom: '2024-01-01',
  rulesSetBy: 'The authors',
  rulesSetOn: '2024-01-01',
});
const { rules } = programme;
const eighteen = { id: 'm18', offsetMonths: 18 };
const graduation = '2024-11-22';
const dates = waveDates(graduation, eighteen, rules);
const willing = circumstancesOf({ status: 'awarded', consentCalls: true }, []);

const cohortId = asId<CohortId>('c');
const awardOf = (name: string): Award => ({
  id: asId<EnrolmentId>(name),
  cohortId,
  personId: asId<PersonId>(`person-${name}`),
  awardListId: asId<AwardListId>('l'),
  awardedOn: '2024-11-01',
  name,
  overall: 700,
});
const enrolmentOf = (name: string, consentCalls?: boolean): Enrolment => ({
  id: asId<EnrolmentId>(name),
  personId: asId<PersonId>(`person-${name}`),
  cohortId,
  status: 'awarded',
  enrolledOn: '2023-03-20',
  ...(consentCalls === undefined ? {} : { consentCalls }),
});
const followUpOf = (name: string, more: Partial<FollowUp>): FollowUp => ({
  ...newFollowUp(awardOf(name), 'm18'),
  ...more,
});

describe('waveDates', () => {
  it('counts whole months from the graduation and opens 30 days before until 90 days after', () => {
    expect(dates).toEqual({ dueOn: '2026-05-22', opens: '2026-04-22', closes: '2026-08-20' });
  });

  it('falls on the last day of a shorter month', () => {
    expect(waveDates('2024-08-31', { id: 'm6', offsetMonths: 6 }, rules).dueOn).toBe('2025-02-28');
  });
});

describe('phaseOn', () => {
  it.each([
    ['2026-04-21', 'due'],
    ['2026-04-22', 'in-window'],
    ['2026-05-22', 'in-window'],
    ['2026-05-23', 'overdue'],
    ['2026-08-20', 'overdue'],
    ['2026-08-21', 'closed'],
  ])('on %s is %s', (today, phase) => {
    expect(phaseOn(today, dates)).toBe(phase);
  });
});

describe('waveState', () => {
  it('lets someone be called in the window, and not before or after it', () => {
    expect(waveState(dates, undefined, willing, '2026-05-25')).toMatchObject({
      status: 'in-window',
      callable: true,
      asksConsent: false,
    });
    expect(waveState(dates, undefined, willing, '2026-03-01')).toMatchObject({
      status: 'due',
      callable: false,
      block: 'not-open',
    });
    expect(waveState(dates, undefined, willing, '2026-09-01')).toMatchObject({ callable: false, block: 'closed' });
  });

  it('never calls who did not agree, and asks first where nobody recorded it', () => {
    const no = circumstancesOf({ status: 'awarded', consentCalls: false }, []);
    expect(waveState(dates, undefined, no, '2026-05-25')).toMatchObject({ callable: false, block: 'no-consent' });
    const unknown = circumstancesOf({ status: 'awarded' }, []);
    expect(waveState(dates, undefined, unknown, '2026-05-25')).toMatchObject({ callable: true, asksConsent: true });
  });

  it.each(['complete', 'refused', 'unreachable', 'deceased', 'opted-out'] as const)(
    'does not call again after %s',
    (status) => {
      expect(waveState(dates, followUpOf('a', { status }), willing, '2026-05-25')).toMatchObject({
        status,
        callable: false,
        block: status,
      });
    },
  );

  it('carries an opt-out, a death and "do not call again" over to every other wave', () => {
    const later = (other: Partial<FollowUp>) =>
      waveState(dates, undefined, circumstancesOf(enrolmentOf('a', true), [followUpOf('a', other)]), '2026-05-25');
    expect(later({ status: 'opted-out' }).block).toBe('opted-out');
    expect(later({ status: 'deceased' }).block).toBe('deceased');
    expect(later({ status: 'complete', answers: { mayCallAgain: 'no' } }).block).toBe('opted-out');
    expect(later({ status: 'refused' }).callable).toBe(true);
  });
});
