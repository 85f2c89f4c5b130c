import { describe, expect, it } from 'vitest';
import { contactFields, withContacts, withMentor } from '#renderer/features/alumni/contacts-fields.ts';
import { asId } from '#shared/domain/ids.ts';
import type { CohortId, EnrolmentId, PersonId } from '#shared/domain/ids.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';

const person: Person = {
  id: asId<PersonId>('p'),
  givenNames: 'Júlia',
  familyName: 'Cossa',
  phone: '+258 1',
  alternates: [
    { name: 'Vestine', relation: 'sister', phone: '+258 2' },
    { name: 'Paulo', phone: '+258 3' },
    { name: 'Third', phone: '+258 4' },
  ],
};
const enrolment: Enrolment = {
  id: asId<EnrolmentId>('e'),
  personId: person.id,
  cohortId: asId<CohortId>('c'),
  status: 'awarded',
  enrolledOn: '2023-01-15',
  mentorGroup: 'Jean-Bosco Habimana',
};

describe('the contacts of an alumnus', () => {
  it('stay as they are where nothing was typed', () => {
    expect(withContacts(person, {})).toEqual(person);
    expect(withMentor(enrolment, {})).toBe(enrolment);
  });

  it('take what was typed, and leave a third contact alone', () => {
    const changed = withContacts(person, { phone: ' +258 9 ', bestTime: 'after 18:00', alternate2Phone: '+258 8' });
    expect(changed).toMatchObject({ phone: '+258 9', bestTime: 'after 18:00' });
    expect(changed.alternates).toEqual([
      person.alternates[0],
      { name: 'Paulo', phone: '+258 8' },
      person.alternates[2],
    ]);
  });

  it('lose an emptied field and an emptied contact', () => {
    const changed = withContacts(person, {
      phone: '',
      alternate1Name: '',
      alternate1Relation: '',
      alternate1Phone: '',
    });
    expect(changed).not.toHaveProperty('phone');
    expect(changed.alternates.map(({ name }) => name)).toEqual(['Paulo', 'Third']);
  });

  it('give the mentor a telephone, by the name of the mentor group', () => {
    expect(contactFields(person, enrolment)).toMatchObject({ mentorName: 'Jean-Bosco Habimana', mentorPhone: '' });
    expect(withMentor(enrolment, { mentorPhone: '+258 5' }).mentor).toEqual({
      name: 'Jean-Bosco Habimana',
      phone: '+258 5',
    });
  });
});
