import {
  alternateFieldNames,
  alternateFields,
  withAlternates,
  withContact,
  withTyped,
} from '#shared/domain/contact-fields.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';

/** The fields by which an alumnus is reached: two alternates and the mentor are asked for (domain.md 5). */
export const contactFieldNames = [
  'phone',
  'email',
  'community',
  'language',
  'bestTime',
  ...alternateFieldNames,
  'mentorName',
  'mentorPhone',
] as const;
export type ContactField = (typeof contactFieldNames)[number];
export type ContactFields = Readonly<Record<ContactField, string>>;

/** The contacts as text for a form; what is not known is empty. */
export const contactFields = (person: Person, { mentor, mentorGroup }: Enrolment): ContactFields => {
  return {
    phone: person.phone ?? '',
    email: person.email ?? '',
    community: person.community ?? '',
    language: person.language ?? '',
    bestTime: person.bestTime ?? '',
    ...alternateFields(person),
    mentorName: mentor?.name ?? mentorGroup ?? '',
    mentorPhone: mentor?.phone ?? '',
  };
};

const plain = ['phone', 'email', 'community', 'language', 'bestTime'] as const;

/** The person with the contacts that were typed; an emptied field is taken away, alternates beyond the second stay. */
export const withContacts = (person: Person, typed: Partial<ContactFields>): Person => ({
  ...withTyped(person, plain, typed),
  alternates: withAlternates(person.alternates, typed),
});

/** The enrolment with the mentor that was typed. */
export const withMentor = (enrolment: Enrolment, typed: Partial<ContactFields>): Enrolment => {
  if (typed.mentorName === undefined && typed.mentorPhone === undefined) return enrolment;
  const before = enrolment.mentor ?? { name: enrolment.mentorGroup ?? '', phone: '' };
  const mentor = withContact(before, { name: typed.mentorName, phone: typed.mentorPhone });
  const { mentor: _before, ...rest } = enrolment;
  return mentor === undefined ? rest : { ...rest, mentor };
};
