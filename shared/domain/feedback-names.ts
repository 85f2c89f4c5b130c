import { fold } from '#shared/lib/fold.ts';
import type { Person } from './people.ts';

/** A name as it is held against a text. */
type Named = Pick<Person, 'id' | 'givenNames' | 'familyName'>;

/** Another learner's name in a text: the word as it was written, where it stands, and whose name it may be. */
type NameFound = {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  readonly person: Named;
};

/** The least letters of a name that is looked for: shorter ones are too often words. */
const leastLetters = 3;

const letters = /[\p{L}\p{M}]+(?:['’‘ʼ`´][\p{L}\p{M}]+)*/gu;

const partsOf = ({ givenNames, familyName }: Omit<Named, 'id'>): readonly string[] =>
  [...`${givenNames} ${familyName}`.matchAll(letters)]
    .map(([part]) => fold(part))
    .filter((part) => [...part].length >= leastLetters);

/** Names by each of their parts, folded; the first learner of a name stands for all who bear it. */
export type NameIndex = ReadonlyMap<string, Named>;

/** Prepares the names of a cohort's learners for `otherNames`. */
export const nameIndex = (people: readonly Named[]): NameIndex => {
  const index = new Map<string, Named>();
  for (const person of people) for (const part of partsOf(person)) if (!index.has(part)) index.set(part, person);
  return index;
};

/**
 * The names of other learners in a text: whole words, accents and capitals aside, given or family names of more than two letters, `Chipo’s` as `Chipo`.
 * Words of the learner's own name are never reported. Each word is reported once, in the order of the text.
 */
export const otherNames = (text: string, index: NameIndex, own: Omit<Named, 'id'>): readonly NameFound[] => {
  const mine = new Set(partsOf(own));
  const found = new Map<string, NameFound>();
  for (const match of text.matchAll(letters)) {
    const whole = fold(match[0]);
    const key = index.has(whole) ? whole : whole.replace(/'s$/u, '').replace(/^[dl]'/u, '');
    const person = index.get(key);
    if (person === undefined || mine.has(key) || found.has(key)) continue;
    found.set(key, { word: match[0], from: match.index, to: match.index + match[0].length, person });
  }
  return [...found.values()];
};

/** True where a text holds any learner's name: such a sentence is not kept for others. */
export const holdsName = (text: string, index: NameIndex): boolean =>
  otherNames(text, index, { givenNames: '', familyName: '' }).length > 0;
