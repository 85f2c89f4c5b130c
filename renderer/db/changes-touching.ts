import type { ChangeSet } from '#shared/domain/change-sets.ts';
import { database, manyKey } from './database.ts';

/** Texts of change sets already read: a change set never changes. */
const read = new Map<string, ChangeSet>();
const mostRead = 200;

const parsed = (id: string, text: string): ChangeSet => {
  const known = read.get(id);
  if (known !== undefined) return known;
  const set = JSON.parse(text) as ChangeSet;
  if (read.size >= mostRead) read.clear();
  read.set(id, set);
  return set;
};

/** The change sets that touch any of these records, named `table/id`; the oldest first. */
export const changesTouching = async (records: readonly string[]): Promise<readonly ChangeSet[]> => {
  const wanted = new Set(records);
  // A change set of very many records is not in the index by record; it is looked through by the list of what it touches.
  const found = await database.changes
    .where('t')
    .anyOf([...records, manyKey])
    .distinct()
    .toArray();
  return found
    .filter(({ touches }) => touches.some((touched) => wanted.has(touched)))
    .toSorted((a, b) => a.seq - b.seq)
    .map(({ id, text }) => parsed(id, text));
};
