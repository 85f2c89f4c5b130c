import { fold } from '#shared/lib/fold.ts';
import type { Person } from '../people.ts';
import { fullName } from '../people.ts';
import type { LearnerRow } from './read-learner-row.ts';

/** What two descriptions can agree or differ in. */
export const identifyingFields = ['number', 'nationalId', 'phone', 'born', 'community'] as const;
export type IdentifyingField = (typeof identifyingFields)[number];

/** A description of a person for matching: somebody known already, or an earlier row of the file. */
export type Identity = {
  readonly keys: Readonly<Partial<Record<IdentifyingField, string>>>;
  readonly nameKey: string;
  readonly words: ReadonlySet<string>;
  readonly givenWords: ReadonlySet<string>;
};

/** How two descriptions compare. `name`: equal in any order and spelling, sharing a given name, sharing another word, nothing in common, or not given. */
export type Comparison = {
  readonly agrees: readonly IdentifyingField[];
  readonly differs: readonly IdentifyingField[];
  readonly name: 'equal' | 'given' | 'part' | 'none' | 'absent';
};

/** `match` the same person, `unsure` to be decided, `name-only` nothing agrees but the name, `different` somebody else. */
export type Verdict = 'match' | 'unsure' | 'name-only' | 'different';

const wordsOf = (name: string): readonly string[] =>
  fold(name)
    .split(/[\s-]+/)
    .filter((word) => word !== '');

const compact = (text: string): string => fold(text).replace(/[\s./_-]+/g, '');

/** The last eight digits: with or without the country's code or the leading zero it is the same telephone. */
export const phoneKey = (phone: string): string => phone.replace(/\D/g, '').replace(/^0+/, '').slice(-8);

const keyOf: Readonly<Record<IdentifyingField, (value: string) => string>> = {
  number: compact,
  nationalId: compact,
  phone: phoneKey,
  born: (value) => value,
  community: fold,
};

type Described = Pick<Person, 'givenNames' | 'familyName'> & Partial<Pick<Person, IdentifyingField>>;

/** What a person is recognised by. Names are compared without accents, case and order. */
export const identityOf = (person: Described): Identity => {
  const words = wordsOf(fullName(person));
  const keys = identifyingFields.flatMap((field) => {
    const key = keyOf[field](person[field] ?? '');
    return key === '' ? [] : [[field, key] as const];
  });
  return {
    keys: Object.fromEntries(keys),
    nameKey: [...words].sort().join(' '),
    words: new Set(words),
    givenWords: new Set(wordsOf(person.givenNames)),
  };
};

/** The same of a row. */
export const identityOfRow = (row: LearnerRow): Identity => identityOf({ ...row.name, ...row.person });

const sharesWord = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((word) => b.has(word));

/** Compares two descriptions in everything that both have. */
export const compareIdentities = (a: Identity, b: Identity): Comparison => {
  const both = identifyingFields.filter((field) => a.keys[field] !== undefined && b.keys[field] !== undefined);
  const name = (): Comparison['name'] => {
    if (a.nameKey === '' || b.nameKey === '') return 'absent';
    if (a.nameKey === b.nameKey) return 'equal';
    if (sharesWord(a.givenWords, b.givenWords)) return 'given';
    return sharesWord(a.words, b.words) ? 'part' : 'none';
  };
  return {
    agrees: both.filter((field) => a.keys[field] === b.keys[field]),
    differs: both.filter((field) => a.keys[field] !== b.keys[field]),
    name: name(),
  };
};

/**
 * Whether two descriptions are one person. A programme number or national id decides where any part of the name agrees; a telephone together with a
 * given name; the whole name together with telephone, birth date or community. The name alone never does: without anything against it, it is to be
 * asked; with another number, national id or birth date, it is somebody else.
 */
export const verdictOf = ({ agrees, differs, name }: Comparison): Verdict => {
  const same = (field: IdentifyingField): boolean => agrees.includes(field);
  const other = (field: IdentifyingField): boolean => differs.includes(field);
  const otherId = other('number') || other('nationalId');
  if (same('number') || same('nationalId')) return otherId || name === 'none' ? 'unsure' : 'match';
  if (name === 'none' || name === 'absent') return 'different';
  if (otherId) return same('phone') && same('born') && name === 'equal' ? 'unsure' : 'different';
  if (name === 'equal') {
    if (other('born')) return same('phone') ? 'unsure' : 'different';
    if (same('phone') || same('born')) return 'match';
    if (same('community')) return other('phone') ? 'unsure' : 'match';
    return 'name-only';
  }
  if (same('phone') && name === 'given') return other('born') ? 'unsure' : 'match';
  return same('born') && (same('phone') || same('community')) ? 'unsure' : 'different';
};

/** Somebody a row may be: `id` of the person, or `line:n` for an earlier row. */
export type Known = {
  readonly id: string;
  readonly person: Described;
  readonly identity: Identity;
  readonly line?: number;
};

/** Finds those who share a key or the whole name with a row. Grows with the rows of the file. */
export type PeopleFinder = {
  readonly add: (known: Known) => void;
  readonly find: (identity: Identity) => readonly Known[];
};

/** Makes a finder. Community alone is no key: too many share it. */
export const peopleFinder = (): PeopleFinder => {
  const byKey = new Map<string, Known[]>();
  const keysOf = ({ keys, nameKey }: Identity): readonly string[] => [
    ...(['number', 'nationalId', 'phone'] as const).flatMap((field) =>
      keys[field] === undefined ? [] : [`${field} ${keys[field]}`],
    ),
    ...(nameKey === '' ? [] : [`name ${nameKey}`]),
    ...(keys.born === undefined ? [] : [`born ${keys.born} ${keys.community ?? ''}`]),
  ];
  return {
    add: (known) => {
      for (const key of keysOf(known.identity)) {
        const list = byKey.get(key);
        if (list === undefined) byKey.set(key, [known]);
        else list.push(known);
      }
    },
    find: (identity) => [...new Set(keysOf(identity).flatMap((key) => byKey.get(key) ?? []))],
  };
};
