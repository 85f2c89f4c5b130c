import Dexie from 'dexie';
import type { Table } from 'dexie';
import type { Cell } from '#shared/domain/marks.ts';
import type { SeededCohort } from './seeded-data.ts';

/**
 * The layout that most mark books have: one record for each mark, found by its cohort, with what ours hold: the cell, whose it is, and the stamp of the
 * write. A peer; the app has nothing like it.
 */
type MarkRow = {
  readonly id: string;
  readonly c: string;
  readonly s: string;
  readonly d: Cell & {
    readonly cohortId: string;
    readonly personId: string;
    readonly enrolmentId: string;
    readonly assignmentId: string;
  };
};

type RowDatabase = Dexie & { readonly marks: Table<MarkRow, string> };

const database = new Dexie('bench-rows', { chromeTransactionDurability: 'strict' }) as RowDatabase;
database.version(1).stores({ marks: 'id, c' });

const stamp = '019b0c000000.0000-00000000';

const rowsOf = ({ sheets }: SeededCohort): readonly MarkRow[] =>
  sheets.flatMap(({ id, cohortId, personId, cells }) =>
    Object.entries(cells).map(([assignmentId, cell]) => ({
      id: `${id}/${assignmentId}`,
      c: cohortId,
      s: stamp,
      d: { ...cell, cohortId, personId, enrolmentId: id, assignmentId },
    })),
  );

/** Writes the marks of cohorts, one bulkPut in one transaction for all of them; milliseconds, without the making of the rows. */
export const writeRows = async (cohorts: readonly SeededCohort[]): Promise<number> => {
  await database.open();
  const rows = cohorts.flatMap(rowsOf);
  const before = performance.now();
  await database.transaction('rw', database.marks, () => database.marks.bulkPut(rows));
  return performance.now() - before;
};

/** Reads the marks of a cohort and groups them by enrolment, as a grid needs them. */
export const readRows = async (cohortId: string): Promise<ReadonlyMap<string, ReadonlyMap<string, MarkRow>>> => {
  const byEnrolment = new Map<string, Map<string, MarkRow>>();
  for (const row of await database.marks.where('c').equals(cohortId).toArray()) {
    const own = byEnrolment.get(row.d.enrolmentId) ?? new Map<string, MarkRow>();
    byEnrolment.set(row.d.enrolmentId, own.set(row.d.assignmentId, row));
  }
  return byEnrolment;
};

/** How many marks there are. */
export const countRows = (): Promise<number> => database.marks.count();
