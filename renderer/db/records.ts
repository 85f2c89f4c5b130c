import type { TableContent, TableName } from '#shared/domain/tables.ts';
import type { IndexedRow } from './database.ts';
import { database } from './database.ts';
import { remember } from './row-cache.ts';
import { writeState } from './write-state.ts';

const contentOf = <T extends TableName>(row: IndexedRow): TableContent[T] => row.d as unknown as TableContent[T];

const alive = <T extends TableName>(rows: readonly (IndexedRow | undefined)[]): readonly TableContent[T][] =>
  rows.flatMap((row) => (row === undefined || row.x !== undefined ? [] : [contentOf<T>(row)]));

/** One record by its id; undefined where there is none or it was deleted. */
export const getRecord = async <T extends TableName>(table: T, id: string): Promise<TableContent[T] | undefined> =>
  alive<T>([await database[table].get(id)])[0];

/** So many ids are better read by one range than one by one. */
const many = 24;

/**
 * Rows by their ids in one read: ids made at one time lie side by side, as the people of a cohort do. Undefined where too many others lie between them;
 * finding that out never costs more than twice the rows wanted.
 */
const readRange = async (
  table: TableName,
  ids: readonly string[],
): Promise<readonly (IndexedRow | undefined)[] | undefined> => {
  const sorted = ids.toSorted();
  const range = database[table].where(':id').between(sorted[0], sorted.at(-1), true, true);
  const most = ids.length * 2;
  if (
    (
      await range
        .clone()
        .limit(most + 1)
        .primaryKeys()
    ).length > most
  )
    return undefined;
  const rows = new Map((await range.toArray()).map((row) => [row.id, row]));
  return ids.map((id) => rows.get(id));
};

/** Records by their ids; missing and deleted ones are left out. */
export const getRecords = async <T extends TableName>(
  table: T,
  ids: readonly string[],
): Promise<readonly TableContent[T][]> => {
  const together = ids.length < many ? undefined : await readRange(table, ids);
  return alive<T>(together ?? (await database[table].bulkGet([...ids])));
};

/** All records of a table. For small tables (programmes, cohorts); screens of large ones ask by cohort. */
export const listRecords = async <T extends TableName>(table: T): Promise<readonly TableContent[T][]> =>
  alive<T>(await database[table].toArray());

/** At most `limit` records whose ids begin so, in the order of their ids. */
export const listBeginning = async <T extends TableName>(
  table: T,
  beginning: string,
  limit: number,
): Promise<readonly TableContent[T][]> =>
  alive<T>(await database[table].where(':id').startsWith(beginning).limit(limit).toArray());

type CohortTable =
  | 'enrolments'
  | 'sheets'
  | 'sessions'
  | 'registers'
  | 'awardLists'
  | 'awards'
  | 'certificates'
  | 'followUps'
  | 'moderations'
  | 'boards'
  | 'callPlans';
type PersonTable = 'enrolments' | 'awards' | 'certificates' | 'followUps';

/** Keeps the rows of a read for the write that may follow, unless a write has overtaken the read. */
const keep = (table: TableName, rows: readonly IndexedRow[], asOf: number): void => {
  const { head, waiting } = writeState();
  if (waiting === 0 && head.seq === asOf) for (const row of rows) remember(table, row);
};

/** Records of one cohort, by index. */
export const listByCohort = async <T extends CohortTable>(
  table: T,
  cohortId: string,
): Promise<readonly TableContent[T][]> => {
  const { head, waiting } = writeState();
  const rows = await database[table].where('c').equals(cohortId).toArray();
  // A key press in the marks grid is saved without reading first.
  if (table === 'sheets' && waiting === 0) keep(table, rows, head.seq);
  return alive<T>(rows);
};

/** Records of one person, by index. */
export const listByPerson = async <T extends PersonTable>(
  table: T,
  personId: string,
): Promise<readonly TableContent[T][]> => alive<T>(await database[table].where('p').equals(personId).toArray());
