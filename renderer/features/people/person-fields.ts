import { alternateFieldNames, alternateFields, withAlternates, withTyped } from '#shared/domain/contact-fields.ts';
import type { Person } from '#shared/domain/people.ts';

/** The fields of a person's form; two alternates are asked for. */
export const personFieldNames = [
  'givenNames',
  'familyName',
  'number',
  'sex',
  'born',
  'phone',
  'email',
  'community',
  'country',
  'nationalId',
  ...alternateFieldNames,
] as const;
export type PersonField = (typeof personFieldNames)[number];
export type PersonFields = Readonly<Record<PersonField, string>>;

/** A person as text for a form; what is not known is empty. */
export const personFields = (person: Omit<Person, 'id'>): PersonFields => {
  return {
    givenNames: person.givenNames,
    familyName: person.familyName,
    number: person.number ?? '',
    sex: person.sex ?? '',
    born: person.born ?? '',
    phone: person.phone ?? '',
    email: person.email ?? '',
    community: person.community ?? '',
    country: person.country ?? '',
    nationalId: person.nationalId ?? '',
    ...alternateFields(person),
  };
};

export const nobody: Omit<Person, 'id'> = { givenNames: '', familyName: '', alternates: [] };

const optional = ['number', 'sex', 'born', 'phone', 'email', 'community', 'country', 'nationalId'] as const;

/** A person with the fields that were typed; an emptied field is taken away, contacts beyond the second stay. */
export const withPersonFields = <P extends Omit<Person, 'id'>>(person: P, typed: Partial<PersonFields>): P => ({
  ...withTyped(person, optional, typed),
  givenNames: typed.givenNames ?? person.givenNames,
  familyName: typed.familyName ?? person.familyName,
  alternates: withAlternates(person.alternates, typed),
});
