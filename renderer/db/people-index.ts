import type { Recognisable } from '#shared/domain/import/likely-people.ts';
import { recognisable } from '#shared/domain/import/likely-people.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';
import { fullName } from '#shared/domain/people.ts';
import type { TableName } from '#shared/domain/tables.ts';
import { fold } from '#shared/lib/fold.ts';
import type { IndexedRow } from './database.ts';
import { database } from './database.ts';

/** A person as the search shows them. */
export type FoundPerson = {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly cohortIds: readonly string[];
};

type Entry = {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly folded: string;
  readonly known: Recognisable;
};

const people = new Map<string, Entry>();
const cohortsOf = new Map<string, Map<string, string>>();
const listeners = new Set<() => void>();
let building: Promise<void> | undefined;
let version = 0;

const addPerson = (row: IndexedRow): void => {
  if (row.x !== undefined) {
    people.delete(row.id);
    return;
  }
  const person = row.d as unknown as Person;
  const name = fullName(person);
  people.set(row.id, {
    id: row.id,
    name,
    number: person.number ?? '',
    folded: fold(`${name} ${person.number ?? ''}`),
    known: recognisable(person),
  });
};

const addEnrolment = (row: IndexedRow): void => {
  const { personId, cohortId } = row.d as unknown as Enrolment;
  const own = cohortsOf.get(personId) ?? new Map<string, string>();
  cohortsOf.set(personId, own);
  if (row.x === undefined) own.set(row.id, cohortId);
  else own.delete(row.id);
};

const tellAll = (): void => {
  version += 1;
  for (const listener of listeners) listener();
};

const chunk = 5000;

const readAll = async (table: 'people' | 'enrolments', add: (row: IndexedRow) => void): Promise<void> => {
  let after = '';
  for (;;) {
    const rows = await database[table].where('id').above(after).limit(chunk).toArray();
    rows.forEach(add);
    const last = rows.at(-1);
    if (last === undefined || rows.length < chunk) return;
    after = last.id;
  }
};

/** Reads names and cohorts once into memory, in pieces so that the window stays responsive. Later calls wait for the same work. */
export const buildPeopleIndex = (): Promise<void> => {
  building ??= (async () => {
    await readAll('enrolments', addEnrolment);
    await readAll('people', addPerson);
    tellAll();
  })();
  return building;
};

/** Keeps the index up with a write. Called by the write path. */
export const indexChanged = (rows: ReadonlyMap<TableName, readonly IndexedRow[]>): void => {
  if (building === undefined) return;
  const [changedPeople, changedEnrolments] = [rows.get('people'), rows.get('enrolments')];
  if (changedPeople === undefined && changedEnrolments === undefined) return;
  changedPeople?.forEach(addPerson);
  changedEnrolments?.forEach(addEnrolment);
  tellAll();
};

const found = (entry: Entry): FoundPerson => ({
  id: entry.id,
  name: entry.name,
  number: entry.number,
  cohortIds: [...new Set(cohortsOf.get(entry.id)?.values())],
});

const rank = (entry: Entry, words: readonly string[], whole: string): number => {
  if (entry.folded.startsWith(whole)) return 0;
  return words.every((word) => entry.folded.split(' ').some((part) => part.startsWith(word))) ? 1 : 2;
};

/**
 * People whose name or number holds every word of the text, accents and case aside; best matches first, at most `limit`. An empty text finds
 * everybody in alphabetical order.
 */
export const searchPeople = async (text: string, limit: number): Promise<readonly FoundPerson[]> => {
  await buildPeopleIndex();
  const whole = fold(text);
  const words = whole.split(' ').filter((word) => word !== '');
  const hits: { readonly entry: Entry; readonly rank: number }[] = [];
  for (const entry of people.values()) {
    if (words.every((word) => entry.folded.includes(word))) hits.push({ entry, rank: rank(entry, words, whole) });
  }
  return hits
    .sort((a, b) => a.rank - b.rank || (a.entry.folded < b.entry.folded ? -1 : 1))
    .slice(0, limit)
    .map(({ entry }) => found(entry));
};

/** The ids of all whom a sieve lets through, from memory. */
export const peopleThrough = async (sieve: (known: Recognisable) => boolean): Promise<readonly string[]> => {
  await buildPeopleIndex();
  return [...people.values()].filter(({ known }) => sieve(known)).map(({ id }) => id);
};

/** How many people the index knows, and how many enrolments each cohort has; from memory. */
export const peopleCounts = async (): Promise<{
  readonly people: number;
  readonly byCohort: ReadonlyMap<string, number>;
}> => {
  await buildPeopleIndex();
  const byCohort = new Map<string, number>();
  for (const own of cohortsOf.values())
    for (const cohort of own.values()) byCohort.set(cohort, (byCohort.get(cohort) ?? 0) + 1);
  return { people: people.size, byCohort };
};

/** Watches the index; the number grows with each change (for useSyncExternalStore). */
export const watchPeopleIndex = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The state watched by `watchPeopleIndex`. */
export const peopleIndexVersion = (): number => version;
