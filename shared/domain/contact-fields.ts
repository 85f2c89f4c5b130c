import type { AlternateContact, Person } from './people.ts';

/** The fields of the two alternates that are asked for, as a form has them. */
export const alternateFieldNames = [
  'alternate1Name',
  'alternate1Relation',
  'alternate1Phone',
  'alternate2Name',
  'alternate2Relation',
  'alternate2Phone',
] as const;
type AlternateField = (typeof alternateFieldNames)[number];
type Typed<Field extends string> = { readonly [Key in Field]?: string | undefined };

/** What was typed, trimmed and in NFC; undefined where nothing was. */
const tidy = (text: string | undefined): string | undefined => text?.trim().normalize('NFC');

/** The two alternates as text; what is not known is empty. */
export const alternateFields = ({
  alternates,
}: Pick<Person, 'alternates'>): Readonly<Record<AlternateField, string>> => {
  const [first, second] = alternates;
  return {
    alternate1Name: first?.name ?? '',
    alternate1Relation: first?.relation ?? '',
    alternate1Phone: first?.phone ?? '',
    alternate2Name: second?.name ?? '',
    alternate2Relation: second?.relation ?? '',
    alternate2Phone: second?.phone ?? '',
  };
};

/** A contact with what was typed; undefined where nothing is left of it. */
export const withContact = (
  before: AlternateContact | undefined,
  typed: Typed<'name' | 'relation' | 'phone'>,
): AlternateContact | undefined => {
  const name = tidy(typed.name) ?? before?.name ?? '';
  const relation = tidy(typed.relation) ?? before?.relation ?? '';
  const phone = tidy(typed.phone) ?? before?.phone ?? '';
  if (name === '' && relation === '' && phone === '') return undefined;
  return { name, phone, ...(relation === '' ? {} : { relation }) };
};

/** The alternates with what was typed; those beyond the second stay. */
export const withAlternates = (
  [first, second, ...others]: readonly AlternateContact[],
  typed: Typed<AlternateField>,
): readonly AlternateContact[] =>
  [
    withContact(first, {
      name: typed.alternate1Name,
      relation: typed.alternate1Relation,
      phone: typed.alternate1Phone,
    }),
    withContact(second, {
      name: typed.alternate2Name,
      relation: typed.alternate2Relation,
      phone: typed.alternate2Phone,
    }),
    ...others,
  ].filter((contact) => contact !== undefined);

/** A record with the plain fields that were typed; an emptied field is taken away. */
export const withTyped = <R extends object, Field extends string>(
  record: R,
  fields: readonly Field[],
  typed: Typed<Field>,
): R => {
  const next: Record<string, unknown> = Object.fromEntries(Object.entries(record));
  for (const field of fields) {
    const value = tidy(typed[field]);
    if (value === '') delete next[field];
    else if (value !== undefined) next[field] = value;
  }
  return next as R;
};
