import type { AlternateContact, Person } from '#shared/domain/people.ts';

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
  'alternate1Name',
  'alternate1Relation',
  'alternate1Phone',
  'alternate2Name',
  'alternate2Relation',
  'alternate2Phone',
] as const;
export type PersonField = (typeof personFieldNames)[number];
export type PersonFields = Readonly<Record<PersonField, string>>;

/** A person as text for a form; what is not known is empty. */
export const personFields = (person: Omit<Person, 'id'>): PersonFields => {
  const [first, second] = person.alternates;
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
    alternate1Name: first?.name ?? '',
    alternate1Relation: first?.relation ?? '',
    alternate1Phone: first?.phone ?? '',
    alternate2Name: second?.name ?? '',
    alternate2Relation: second?.relation ?? '',
    alternate2Phone: second?.phone ?? '',
  };
};

export const nobody: Omit<Person, 'id'> = { givenNames: '', familyName: '', alternates: [] };

const optional = ['number', 'sex', 'born', 'phone', 'email', 'community', 'country', 'nationalId'] as const;

const withContact = (
  before: AlternateContact | undefined,
  name?: string,
  relation?: string,
  phone?: string,
): AlternateContact | undefined => {
  const next = {
    name: name ?? before?.name ?? '',
    relation: relation ?? before?.relation ?? '',
    phone: phone ?? before?.phone ?? '',
  };
  if (Object.values(next).every((value) => value.trim() === '')) return undefined;
  return {
    name: next.name.trim(),
    phone: next.phone.trim(),
    ...(next.relation.trim() === '' ? {} : { relation: next.relation.trim() }),
  };
};

/** A person with the fields that were typed; an emptied field is taken away, contacts beyond the second stay. */
export const withPersonFields = <P extends Omit<Person, 'id'>>(person: P, typed: Partial<PersonFields>): P => {
  const rest: Record<string, unknown> = { ...person };
  for (const field of optional) {
    const value = typed[field]?.trim().normalize('NFC');
    if (value === '') delete rest[field];
    else if (value !== undefined) rest[field] = value;
  }
  const [first, second, ...others] = person.alternates;
  const alternates = [
    withContact(first, typed.alternate1Name, typed.alternate1Relation, typed.alternate1Phone),
    withContact(second, typed.alternate2Name, typed.alternate2Relation, typed.alternate2Phone),
    ...others,
  ].filter((contact) => contact !== undefined);
  return {
    ...(rest as P),
    givenNames: typed.givenNames ?? person.givenNames,
    familyName: typed.familyName ?? person.familyName,
    alternates,
  };
};
