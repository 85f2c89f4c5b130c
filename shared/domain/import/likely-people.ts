import { fold } from '#shared/lib/fold.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { Person } from '../people.ts';
import { fullName } from '../people.ts';
import { phoneKey } from './match-people.ts';
import { readDate } from './read-dates.ts';

/** What a person can be recognised by in a file, in little room: an index keeps it of everybody. */
export type Recognisable = {
  readonly words: readonly string[];
  readonly number: string;
  readonly nationalId: string;
  readonly phone: string;
  readonly born: string;
  readonly community: string;
};

const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const compact = (text: string): string => wordsOf(text).join('');

/** What a person can be recognised by. */
export const recognisable = (person: Person): Recognisable => ({
  words: wordsOf(fullName(person)),
  number: compact(person.number ?? ''),
  nationalId: compact(person.nationalId ?? ''),
  phone: phoneKey(person.phone ?? ''),
  born: person.born ?? '',
  community: compact(person.community ?? ''),
});

const datesOf = (text: string, today: IsoDate): readonly string[] =>
  /\d/.test(text)
    ? (['day-first', 'month-first'] as const).flatMap((style) => {
        const read = readDate(text, style, today);
        return read.ok ? [read.value] : [];
      })
    : [];

/**
 * Sieves people by a file before anybody says what its columns hold: lets through all whom a row could be about by number, national id, telephone, birth
 * date with community, or because the row holds every word of the name; and a few more. Whoever is held back shares nothing with the file.
 */
export const likelySieve = (
  rows: readonly (readonly string[])[],
  today: IsoDate,
): ((person: Recognisable) => boolean) => {
  const [texts, phones, dates] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const rowsOfWord = new Map<string, Set<number>>();
  rows.forEach((row, place) => {
    for (const cell of row) {
      if (cell === '') continue;
      texts.add(compact(cell));
      phones.add(phoneKey(cell));
      for (const date of datesOf(cell.trim(), today)) dates.add(date);
      for (const word of wordsOf(cell)) {
        const own = rowsOfWord.get(word);
        if (own === undefined) rowsOfWord.set(word, new Set([place]));
        else own.add(place);
      }
    }
  });
  const has = (set: ReadonlySet<string>, key: string): boolean => key !== '' && set.has(key);
  const named = (words: readonly string[]): boolean => {
    const [first, ...others] = words.map((word) => rowsOfWord.get(word));
    if (first === undefined || others.includes(undefined)) return false;
    return [...first].some((place) => others.every((own) => own?.has(place) === true));
  };
  return ({ words, number, nationalId, phone, born, community }) =>
    has(texts, number) ||
    has(texts, nationalId) ||
    has(phones, phone) ||
    (has(dates, born) && (community === '' || has(texts, community))) ||
    named(words);
};
