import { describe, expect, it } from 'vitest';
import type { CohortId, EnrolmentId, PersonId, SessionId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';
import { choosableStatuses, enrolmentFields, withEnrolmentFields } from '#renderer/features/people/enrolment-fields.ts';
import { readHours } from '#renderer/features/people/hours-text.ts';
import { everybody, filterLearners, learnerRows } from '#renderer/features/people/learner-rows.ts';
import { nobody, personFields, withPersonFields } from '#renderer/features/people/person-fields.ts';

const person: Person = {
  id: asId<PersonId>('p'),
  givenNames: 'Ngũgĩ',
  familyName: 'Wanjirũ',
  number: '2026-KE-001',
  phone: '+254 700 000 001',
  sex: 'male',
  alternates: [
    { name: 'Amina', relation: 'sister', phone: '+254 700 000 002' },
    { name: 'Otieno', phone: '+254 700 000 003' },
    { name: 'Third', phone: '1' },
  ],
};
const enrolment: Enrolment = {
  id: asId<EnrolmentId>('e'),
  personId: person.id,
  cohortId: asId<CohortId>('c'),
  status: 'active',
  enrolledOn: '2026-01-10',
  site: 'Nakuru',
  baseline: { activity: 'unpaid-volunteer', community: 'Kisumu Ndogo', secondaryDone: true },
};
const given = { today: '2026-06-01', fullName: 'Ngũgĩ Wanjirũ' };

describe('a person’s form', () => {
  it('changes nothing when nothing was typed, also when every field is given back as it was', () => {
    expect(withPersonFields(person, {})).toEqual(person);
    expect(withPersonFields(person, personFields(person))).toEqual(person);
  });

  it('takes an emptied field away and keeps contacts beyond the second', () => {
    const changed = withPersonFields(person, {
      phone: ' ',
      alternate1Name: '',
      alternate1Relation: '',
      alternate1Phone: '',
    });
    expect(changed).not.toHaveProperty('phone');
    expect(changed.alternates.map(({ name }) => name)).toEqual(['Otieno', 'Third']);
  });

  it('makes a person from nothing with only what was typed', () => {
    expect(withPersonFields(nobody, { givenNames: 'Chipo', familyName: 'Banda', born: '1990-02-03' })).toEqual({
      givenNames: 'Chipo',
      familyName: 'Banda',
      born: '1990-02-03',
      alternates: [],
    });
  });
});

describe('an enrolment’s form', () => {
  it('changes nothing when every field is given back as it was', () => {
    expect(withEnrolmentFields(enrolment, enrolmentFields(enrolment), given)).toEqual(enrolment);
  });

  it('dates a withdrawal today unless a day is typed, and drops reason, note and day when the learner comes back', () => {
    const left = withEnrolmentFields(
      enrolment,
      { status: 'withdrawn', statusReason: 'moved', statusNote: 'To Kitwe' },
      given,
    );
    expect(left).toMatchObject({
      status: 'withdrawn',
      statusReason: 'moved',
      statusNote: 'To Kitwe',
      statusOn: '2026-06-01',
    });
    expect(withEnrolmentFields(left, { status: 'active' }, given)).toEqual(enrolment);
  });

  it('gives a death its reason', () => {
    expect(withEnrolmentFields(enrolment, { status: 'deceased' }, given)).toMatchObject({
      status: 'deceased',
      statusReason: 'death',
    });
  });

  it('keeps the rest of the baseline when the activity changes, and takes it away with the activity', () => {
    expect(withEnrolmentFields(enrolment, { activity: 'paid-employee' }, given).baseline).toEqual({
      activity: 'paid-employee',
      community: 'Kisumu Ndogo',
      secondaryDone: true,
    });
    expect(withEnrolmentFields(enrolment, { activity: '' }, given)).not.toHaveProperty('baseline');
  });

  it('confirms the full name where no other was typed, and unconfirms without losing the name', () => {
    const confirmed = withEnrolmentFields(enrolment, { nameConfirmedOn: '2026-06-01' }, given);
    expect(confirmed).toMatchObject({ confirmedName: 'Ngũgĩ Wanjirũ', nameConfirmedOn: '2026-06-01' });
    const taken = withEnrolmentFields(confirmed, { nameConfirmedOn: '' }, given);
    expect(taken.confirmedName).toBe('Ngũgĩ Wanjirũ');
    expect(taken).not.toHaveProperty('nameConfirmedOn');
  });

  it('does not offer the statuses that follow the award list', () => {
    expect(choosableStatuses('active')).not.toContain('awarded');
    expect(choosableStatuses('awarded')).toContain('awarded');
  });
});

describe('the register of learners', () => {
  const compare = (a: string, b: string): number => a.localeCompare(b, 'en');
  const other: Person = { id: asId<PersonId>('q'), givenNames: 'Abeba', familyName: 'Tesfaye', alternates: [] };
  const { baseline: _baseline, ...bare } = enrolment;
  const rows = learnerRows(
    [
      {
        person,
        enrolment,
        register: {
          id: enrolment.id,
          cohortId: enrolment.cohortId,
          sessions: { [asId<SessionId>('s')]: { presence: 'present', hours: 5 } },
        },
      },
      {
        person: other,
        enrolment: { ...bare, id: asId<EnrolmentId>('f'), status: 'withdrawn', site: 'Ndola' },
        register: undefined,
      },
    ],
    compare,
  );
  const names = (change: Partial<typeof everybody>): readonly string[] =>
    filterLearners(rows, { ...everybody, ...change }, 96).map(({ name }) => name);

  it('is in the order of the names, with the hours of each', () => {
    expect(rows.map(({ name, hours }) => [name, hours])).toEqual([
      ['Abeba Tesfaye', 0],
      ['Ngũgĩ Wanjirũ', 5],
    ]);
  });

  it('finds by name without accents, by number and by telephone', () => {
    expect(names({ text: 'wanjiru NGUGI' })).toEqual(['Ngũgĩ Wanjirũ']);
    expect(names({ text: 'ke-001' })).toEqual(['Ngũgĩ Wanjirũ']);
    expect(names({ text: '700 000 001' })).toEqual(['Ngũgĩ Wanjirũ']);
    expect(names({ text: 'nobody' })).toEqual([]);
  });

  it('narrows to what is missing: names and hours only of learners now in the cohort, baseline of everybody', () => {
    expect(names({ lack: 'no-baseline' })).toEqual(['Abeba Tesfaye']);
    expect(names({ lack: 'no-name' })).toEqual(['Ngũgĩ Wanjirũ']);
    expect(names({ lack: 'few-hours' })).toEqual(['Ngũgĩ Wanjirũ']);
    expect(names({ lack: 'left', site: 'Ndola' })).toEqual(['Abeba Tesfaye']);
  });
});

describe('hours as typed', () => {
  it('take a point or a comma, tell empty from nought, and refuse what is not a number of hours', () => {
    expect(readHours(' 12,5 ')).toBe(12.5);
    expect(readHours('0')).toBe(0);
    expect(readHours('')).toBeNull();
    expect(['-1', '1e3', '5 h', '1.234'].map(readHours)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
