import { fold } from '#shared/lib/fold.ts';
import type { Message } from '../message.ts';
import { message } from '../message.ts';
import type { Enrolment, Person } from '../people.ts';
import { fullName } from '../people.ts';
import type { Candidate, SourceRow, Understanding } from './import-kinds.ts';
import { readDate } from './read-dates.ts';
import { splitName } from './read-names.ts';
import type { ReadCell } from './row-cells.ts';
import { fieldLabel, textValue } from './row-cells.ts';

/** A learner of the cohort. */
export type Learner = { readonly enrolment: Enrolment; readonly person: Person };

/** Whom a row of marks or hours says it is about. */
export type LearnerKey = {
  readonly email?: string;
  readonly number?: string;
  readonly name: string;
  readonly born?: string;
};

/** The learner found and by what, or why none was. */
export type FoundLearner =
  | { readonly kind: 'found'; readonly learner: Learner; readonly by: 'email' | 'number' | 'name' | 'decision' }
  | { readonly kind: 'unsure'; readonly reason: Message; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'refused'; readonly reason: Message };

const compact = (text: string): string => fold(text).replace(/[\s./_-]+/g, '');
const nameKey = (name: string): string =>
  fold(name)
    .split(/[\s-]+/)
    .sort()
    .join(' ');

/** Reads the key of a row. */
export const readLearnerKey = (
  row: SourceRow,
  readCell: ReadCell,
  { dateStyles, today }: Understanding,
): LearnerKey => {
  const text = (field: string): string | undefined => readCell(row, field)?.text;
  const parts = [text('givenNames'), text('familyName')].filter((part) => part !== undefined);
  const familyFirst = text('nameFamilyFirst');
  const whole = text('name') ?? (familyFirst === undefined ? undefined : fullName(splitName(familyFirst, true)));
  const [email, number, birth] = [text('email'), text('number'), readCell(row, 'born')];
  const born = birth === undefined ? undefined : readDate(birth.text, dateStyles[birth.column] ?? 'day-first', today);
  const written = parts.length > 0 ? parts.join(' ') : (whole ?? '');
  return {
    name: written.includes(',') ? fullName(splitName(written, false)) : written,
    ...(email === undefined ? {} : { email }),
    ...(number === undefined ? {} : { number }),
    ...(born?.ok === true ? { born: born.value } : {}),
  };
};

type KeyField = 'email' | 'number' | 'name';

/** A learner to be chosen for a row, with what of it agrees and what differs. */
export const candidateOf = ({ enrolment, person }: Learner, agrees: KeyField, differs?: KeyField): Candidate => ({
  id: enrolment.id,
  name: fullName(person),
  details: (['number', 'born', 'community', 'phone'] as const).flatMap((field) => textValue(person[field]) ?? []),
  agrees: [fieldLabel(agrees)],
  differs: differs === undefined ? [] : [fieldLabel(differs)],
});

const group = (
  learners: readonly Learner[],
  keyOf: (learner: Learner) => string,
): ReadonlyMap<string, readonly Learner[]> => {
  const groups = new Map<string, Learner[]>();
  for (const learner of learners) {
    const key = keyOf(learner);
    const list = groups.get(key);
    if (key !== '') list === undefined ? groups.set(key, [learner]) : list.push(learner);
  }
  return groups;
};

const sharesWord = (a: string, b: string): boolean => {
  const words = new Set(nameKey(a).split(' '));
  return nameKey(b)
    .split(' ')
    .some((word) => words.has(word));
};

/**
 * Finds learners of one cohort by e-mail address, by programme number, or by the whole name in any order and spelling where only one learner has it. Two of one name
 * need a number or a birth date. A number with a wholly different name is asked about.
 */
export const learnerFinder = (learners: readonly Learner[]): ((key: LearnerKey) => FoundLearner) => {
  const byEmail = group(learners, ({ person }) => fold(person.email ?? '').trim());
  const byNumber = group(learners, ({ person }) => compact(person.number ?? ''));
  const byName = group(learners, ({ person }) => nameKey(fullName(person)));
  const unsure = (
    code: string,
    found: readonly Learner[],
    values: Readonly<Record<string, string | number>>,
    agrees: KeyField,
    differs?: KeyField,
  ): FoundLearner => ({
    kind: 'unsure',
    reason: message(`import.reason.${code}`, values),
    candidates: found.map((learner) => candidateOf(learner, agrees, differs)),
  });
  const refuse = (code: string, values: Readonly<Record<string, string>>): FoundLearner => ({
    kind: 'refused',
    reason: message(`import.reason.${code}`, values),
  });
  const byNameOnly = ({ name, number, born }: LearnerKey): FoundLearner => {
    const named = byName.get(nameKey(name)) ?? [];
    const possible = named.filter(({ person }) => number === undefined || person.number === undefined);
    const bornThen = born === undefined ? [] : possible.filter(({ person }) => person.born === born);
    const [first] = bornThen.length === 1 ? bornThen : possible;
    if (first === undefined)
      return number === undefined
        ? refuse('not-in-cohort', { name })
        : refuse('number-not-in-cohort', { name, number });
    if (bornThen.length !== 1 && possible.length > 1)
      return unsure('two-of-one-name', possible, { name, count: possible.length }, 'name');
    return { kind: 'found', learner: first, by: 'name' };
  };
  return (key) => {
    const { name, number, email } = key;
    const mailed = email === undefined ? [] : (byEmail.get(fold(email).trim()) ?? []);
    const [owner, another] = mailed;
    if (owner !== undefined && another === undefined) {
      const other = fullName(owner.person);
      return name !== '' && !sharesWord(name, other)
        ? unsure('email-of-other', [owner], { email: email ?? '', name, other }, 'email', 'name')
        : { kind: 'found', learner: owner, by: 'email' };
    }
    const numbered = number === undefined ? [] : (byNumber.get(compact(number)) ?? []);
    const [first, second] = numbered;
    if (second !== undefined) return unsure('two-of-one-number', numbered, { number: number ?? '' }, 'number');
    if (first === undefined) return name === '' && number === undefined ? refuse('no-learner', {}) : byNameOnly(key);
    if (name !== '' && !sharesWord(name, fullName(first.person))) {
      return unsure(
        'number-of-other',
        [first],
        { number: number ?? '', name, other: fullName(first.person) },
        'number',
        'name',
      );
    }
    return { kind: 'found', learner: first, by: 'number' };
  };
};
