import type { AlternateContact, Enrolment, Person } from '#shared/domain/people.ts';

/** The fields by which an alumnus is reached: two alternates and the mentor are asked for (domain.md 5). */
export const contactFieldNames = [
  'phone',
  'email',
  'community',
  'language',
  'bestTime',
  'alternate1Name',
  'alternate1Relation',
  'alternate1Phone',
  'alternate2Name',
  'alternate2Relation',
  'alternate2Phone',
  'mentorName',
  'mentorPhone',
] as const;
export type ContactField = (typeof contactFieldNames)[number];
export type ContactFields = Readonly<Record<ContactField, string>>;

/** The contacts as text for a form; what is not known is empty. */
export const contactFields = (person: Person, { mentor, mentorGroup }: Enrolment): ContactFields => {
  const [first, second] = person.alternates;
  return {
    phone: person.phone ?? '',
    email: person.email ?? '',
    community: person.community ?? '',
    language: person.language ?? '',
    bestTime: person.bestTime ?? '',
    alternate1Name: first?.name ?? '',
    alternate1Relation: first?.relation ?? '',
    alternate1Phone: first?.phone ?? '',
    alternate2Name: second?.name ?? '',
    alternate2Relation: second?.relation ?? '',
    alternate2Phone: second?.phone ?? '',
    mentorName: mentor?.name ?? mentorGroup ?? '',
    mentorPhone: mentor?.phone ?? '',
  };
};

const tidy = (text: string | undefined): string | undefined => text?.trim().normalize('NFC');

const contactOf = (
  before: AlternateContact | undefined,
  typed: {
    readonly name?: string | undefined;
    readonly relation?: string | undefined;
    readonly phone?: string | undefined;
  },
): AlternateContact | undefined => {
  const name = tidy(typed.name) ?? before?.name ?? '';
  const relation = tidy(typed.relation) ?? before?.relation ?? '';
  const phone = tidy(typed.phone) ?? before?.phone ?? '';
  if (name === '' && relation === '' && phone === '') return undefined;
  return { name, phone, ...(relation === '' ? {} : { relation }) };
};

const plain = ['phone', 'email', 'community', 'language', 'bestTime'] as const;

/** The person with the contacts that were typed; an emptied field is taken away, alternates beyond the second stay. */
export const withContacts = (person: Person, typed: Partial<ContactFields>): Person => {
  const rest: Record<string, unknown> = { ...person };
  for (const field of plain) {
    const value = tidy(typed[field]);
    if (value === '') delete rest[field];
    else if (value !== undefined) rest[field] = value;
  }
  const [first, second, ...others] = person.alternates;
  const alternates = [
    contactOf(first, { name: typed.alternate1Name, relation: typed.alternate1Relation, phone: typed.alternate1Phone }),
    contactOf(second, { name: typed.alternate2Name, relation: typed.alternate2Relation, phone: typed.alternate2Phone }),
    ...others,
  ].filter((contact) => contact !== undefined);
  return { ...(rest as Person), alternates };
};

/** The enrolment with the mentor that was typed. */
export const withMentor = (enrolment: Enrolment, typed: Partial<ContactFields>): Enrolment => {
  if (typed.mentorName === undefined && typed.mentorPhone === undefined) return enrolment;
  const before = enrolment.mentor ?? { name: enrolment.mentorGroup ?? '', phone: '' };
  const mentor = contactOf(before, { name: typed.mentorName, phone: typed.mentorPhone });
  const { mentor: _before, ...rest } = enrolment;
  return mentor === undefined ? rest : { ...rest, mentor };
};
