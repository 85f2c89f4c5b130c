import type { ChangeSet } from '#shared/domain/change-sets.ts';
import { database } from './database.ts';

/** The change sets that touch any of these records, named `table/id`; the oldest first. */
export const changesTouching = async (records: readonly string[]): Promise<readonly ChangeSet[]> => {
  const wanted = new Set(records);
  // A change set of more than a hundred records is found as `many` alone; what it touches is listed in it.
  const found = await database.changes
    .where('t')
    .anyOf([...records, 'many'])
    .distinct()
    .toArray();
  return found
    .filter(({ touches }) => touches.some((touched) => wanted.has(touched)))
    .toSorted((a, b) => a.seq - b.seq)
    .map(({ text }) => JSON.parse(text) as ChangeSet);
};
