import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alumniLines, mayBeOpen } from '#shared/domain/alumni-lines.ts';
import type { Award } from '#shared/domain/awards.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import { defaultProgramme } from '#shared/domain/default-programme.ts';
import { newFollowUp } from '#shared/domain/follow-up-calls.ts';
import type { FollowUp } from '#shared/domain/follow-ups.ts';
import type { AwardListId, CohortId, EnrolmentId, PersonId, ProgrammeId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import type { Enrolment } from '#shared/domain/people.ts';
import { awardedCohorts } from './awarded-cohorts.ts';

const programme = defaultProgramme({
  id: asId<ProgrammeId>('p'),
  version: '1',
  validFrom: '2024-01-01',
  rulesSetBy: 'The authors',
  rulesSetOn: '2024-01-01',
});
const graduation = '2024-11-22';

const cohort: Cohort = {
  id: asId<CohortId>('c'),
  code: '2023-RW',
  name: 'Kigali 2023',
  programmeId: programme.id,
  country: 'RW',
  place: 'Kigali',
  partner: 'Imena',
  cycle: '3',
  starts: '2023-04-01',
  census: '2023-05-06',
  graduation,
  due: {},
  released: {},
  signatories: [],
};
const awardOf = (name: string): Award => ({
  id: asId<EnrolmentId>(name),
  cohortId: cohort.id,
  personId: asId<PersonId>(`person-${name}`),
  awardListId: asId<AwardListId>('l'),
  awardedOn: '2024-11-01',
  name,
  overall: 700,
});
const enrolmentOf = (name: string, consentCalls?: boolean): Enrolment => ({
  id: asId<EnrolmentId>(name),
  personId: asId<PersonId>(`person-${name}`),
  cohortId: cohort.id,
  status: 'awarded',
  enrolledOn: '2023-03-20',
  ...(consentCalls === undefined ? {} : { consentCalls }),
});
const followUpOf = (name: string, more: Partial<FollowUp>): FollowUp => ({
  ...newFollowUp(awardOf(name), 'm18'),
  ...more,
});

describe('the due list', () => {
  const names = ['ana', 'bo', 'chipo', 'dudu', 'esi'];
  const today = '2026-05-25';
  const records = {
    programme,
    cohorts: [cohort],
    awards: names.map(awardOf),
    people: [],
    enrolments: names.map((name) => enrolmentOf(name, name !== 'dudu')),
    followUps: [
      followUpOf('ana', {
        status: 'attempted',
        attempts: [{ at: '2026-05-24T10:00:00.000Z', outcome: 'call-back', by: 'J', next: '2026-05-28' }],
      }),
      followUpOf('chipo', { status: 'partial', answers: { sameCommunity: 'yes' } }),
      followUpOf('esi', { status: 'complete', completedOn: '2026-05-20' }),
    ],
  };
  const lines = (change: Partial<typeof records> = {}, query: { readonly today: string } = { today }) =>
    alumniLines(awardedCohorts({ ...records, ...change }), query);

  it('lists who can be called, interviews broken off first and later appointments last, and then the others', () => {
    expect(lines().map(({ enrolmentId, callOn, block }) => [enrolmentId, block ?? callOn])).toEqual([
      ['chipo', '2026-05-25'],
      ['bo', '2026-05-25'],
      ['ana', '2026-05-28'],
      ['dudu', 'no-consent'],
      ['esi', 'complete'],
    ]);
  });

  it('names the record that a call will be kept in', () => {
    expect(lines()[0]).toMatchObject({ id: 'chipo:m18', wave: { offsetMonths: 18 }, dueOn: '2026-05-22' });
  });

  it('is empty where no window is open', () => {
    expect(lines({}, { today: '2025-12-24' })).toEqual([]);
    expect(mayBeOpen(programme, { today: '2025-12-24' })(graduation)).toBe(false);
    expect(mayBeOpen(programme, { today })(graduation)).toBe(true);
  });

  it('counts from the award where the cohort has no graduation day', () => {
    const { graduation: _graduation, ...open } = cohort;
    expect(lines({ cohorts: [open] })[0]?.dueOn).toBe('2026-05-01');
    expect(mayBeOpen(programme, { today: '2025-12-24' })(undefined)).toBe(true);
  });

  it('leaves out who was erased', () => {
    const awards = records.awards.map((award) => (award.id === 'bo' ? { ...award, erasedOn: today } : award));
    expect(lines({ awards }).map(({ enrolmentId }) => enrolmentId)).not.toContain('bo');
  });

  it('lists every wave of one cohort, open or not', () => {
    const all = alumniLines(awardedCohorts(records), { today, cohortId: cohort.id });
    expect(all).toHaveLength(names.length * programme.rules.waves.length);
    const one = alumniLines(awardedCohorts(records), { today, cohortId: cohort.id, offsetMonths: 24 });
    expect(one.map(({ wave }) => wave.offsetMonths)).toEqual(names.map(() => 24));
  });

  it('does not depend on the order of the records', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(records.awards, { minLength: 5 }),
        fc.shuffledSubarray(records.followUps, { minLength: 3 }),
        (awards, followUps) => {
          expect(lines({ awards, followUps })).toEqual(lines());
        },
      ),
    );
  });
});
