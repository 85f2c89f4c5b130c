import type { TableContent, TableName } from '#shared/domain/tables.ts';
import type { IndexedRow } from './database.ts';
import { database } from './database.ts';
import { recall, remember } from './row-cache.ts';
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

/** Reads rows and keeps them for the write that may follow, unless a write overtook the read. */
const readAndKeep = async <R>(read: () => Promise<R>, keep: (found: R) => void): Promise<R> => {
  const before = writeState();
  const [seq, quiet] = [before.head.seq, before.waiting === 0];
  const found = await read();
  const { head, waiting } = writeState();
  if (quiet && waiting === 0 && head.seq === seq) keep(found);
  return found;
};

/** Learns of which of these ids there is a row, so that the first write to one need not ask. */
export const readAhead = async (table: TableName, ids: readonly string[]): Promise<void> => {
  const unknown = ids.filter((id) => recall(table, id) === undefined);
  if (unknown.length === 0) return;
  await readAndKeep(
    () => database[table].bulkGet(unknown),
    (rows) => unknown.forEach((id, index) => remember(table, id, rows[index] ?? null)),
  );
};

/** As `getRecords`, from memory where all are known there. For what a write is made from: a live query does not hear of it. */
export const recallRecords = async <T extends TableName>(
  table: T,
  ids: readonly string[],
): Promise<readonly TableContent[T][]> => {
  const known = ids.map((id) => recall(table, id));
  return known.includes(undefined) ? getRecords(table, ids) : alive<T>(known.map((row) => row ?? undefined));
};

/** Records of one cohort, by index. */
export const listByCohort = async <T extends CohortTable>(
  table: T,
  cohortId: string,
): Promise<readonly TableContent[T][]> => {
  const read = () => database[table].where('c').equals(cohortId).toArray();
  // A key press in the marks grid is saved without reading first.
  const keep = (found: readonly IndexedRow[]): void => found.forEach((row) => remember(table, row.id, row));
  const rows = await (table === 'sheets' ? readAndKeep(read, keep) : read());
  return alive<T>(rows);
};

/** Records of one person, by index. */
export const listByPerson = async <T extends PersonTable>(
  table: T,
  personId: string,
): Promise<readonly TableContent[T][]> => alive<T>(await database[table].where('p').equals(personId).toArray());
