import type { TableName } from '#shared/domain/tables.ts';
import { groupBy } from '#shared/lib/group-by.ts';
import { database } from './database.ts';
import { listByPerson } from './records.ts';

/** From so many changed records on, reading everything again costs less than finding out what they belong to. */
const manyTouched = 5000;

type CohortTable = 'awards' | 'enrolments' | 'followUps' | 'callPlans';

/** What a memory depends on: a change in one of the tables of `whole` makes all of it old, one in `ofCohort` or of a person that of their cohorts. */
export type Dependence = { readonly whole: readonly TableName[]; readonly ofCohort: readonly CohortTable[] };

const touchedSince = async (seq: number): Promise<ReadonlyMap<TableName, readonly string[]>> => {
  const changes = await database.changes.where('seq').above(seq).toArray();
  const touches = new Set(changes.flatMap((change) => change.touches));
  return groupBy(touches, (touch) => touch.slice(0, touch.indexOf('/')) as TableName);
};

/** The cohorts that hold records changed after a write; undefined where all must be read again. */
export const cohortsTouchedSince = async (
  seq: number,
  { whole, ofCohort }: Dependence,
): Promise<ReadonlySet<string> | undefined> => {
  const touched = await touchedSince(seq);
  const idsIn = (table: TableName): readonly string[] =>
    (touched.get(table) ?? []).map((touch) => touch.slice(table.length + 1));
  if (whole.some((table) => touched.has(table))) return undefined;
  if ([...ofCohort, 'people' as const].reduce((sum, table) => sum + idsIn(table).length, 0) > manyTouched)
    return undefined;
  const cohorts = new Set<string>();
  for (const table of ofCohort) {
    // Rows, not records: what was deleted or undone changes what is shown too.
    const rows = await database[table].bulkGet([...idsIn(table)]);
    for (const row of rows) if (row?.c !== undefined) cohorts.add(row.c);
  }
  for (const personId of idsIn('people')) {
    for (const enrolment of await listByPerson('enrolments', personId)) cohorts.add(enrolment.cohortId);
  }
  return cohorts;
};
