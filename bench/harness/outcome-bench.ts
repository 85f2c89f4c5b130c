import { runExport } from '#renderer/db/repositories/exports.ts';
import { listAlumni } from '#renderer/db/repositories/follow-ups.ts';
import { outcomeRows, rowsOfCycle } from '#renderer/db/repositories/outcomes.ts';
import type { RecordChange } from '#renderer/db/write-path.ts';
import { commit } from '#renderer/db/write-path.ts';
import { outcomes } from '#shared/domain/outcomes.ts';
import type { OutcomeCohort } from './outcome-data.ts';
import { filters, makeOutcomeCohort, outcomeDay, outcomeProgramme } from './outcome-data.ts';

const recordsOf = ({ cohort, people, enrolments, awards, followUps }: OutcomeCohort): readonly RecordChange[] => [
  { table: 'cohorts', id: cohort.id, next: cohort },
  ...people.map((next): RecordChange => ({ table: 'people', id: next.id, next })),
  ...enrolments.map((next): RecordChange => ({ table: 'enrolments', id: next.id, next })),
  ...awards.map((next): RecordChange => ({ table: 'awards', id: next.id, next })),
  ...followUps.map((next): RecordChange => ({ table: 'followUps', id: next.id, next })),
];

const write = async (changes: readonly RecordChange[]): Promise<void> => {
  const written = await commit({ code: 'workspace-started' }, changes);
  if (!written.ok) throw new Error(written.error.code);
};

let transactions = 0;
const begin = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')?.value as
  IDBDatabase['transaction'] | undefined;

/** From now on every transaction of the database is counted. */
const countTransactions = (): void => {
  if (begin === undefined) throw new Error('IDBDatabase has no transaction');
  IDBDatabase.prototype.transaction = function (...args: Parameters<IDBDatabase['transaction']>) {
    transactions += 1;
    return begin.apply(this, args);
  };
};

/** What bench/measures/outcomes.mjs calls in the page. */
export const outcomeBench = {
  seedOutcomes: async (seed: number, from: number, count: number, size: number): Promise<void> => {
    if (from === 1) await write([{ table: 'programmes', id: outcomeProgramme.id, next: outcomeProgramme }]);
    await write(
      Array.from({ length: count }, (_, index) => makeOutcomeCohort(seed, from + index, size)).flatMap(recordsOf),
    );
  },
  /** Milliseconds until the rows are there for the first time, and how many they are. */
  firstOutcomes: async (): Promise<{ readonly ms: number; readonly rows: number }> => {
    const before = performance.now();
    const rows = await outcomeRows();
    return { ms: performance.now() - before, rows: rows.length };
  },
  /** Milliseconds of a filter as the page computes it, in rounds; a transaction of the database on the way is an error. */
  timeFilters: async (rounds: number): Promise<number[]> => {
    countTransactions();
    const found: number[] = [];
    const touched = transactions;
    for (let round = 0; round < rounds; round += 1) {
      const before = performance.now();
      for (const filter of filters) outcomes(rowsOfCycle(await outcomeRows(), filter.cycle), filter);
      found.push((performance.now() - before) / filters.length);
    }
    if (transactions !== touched) throw new Error(`${transactions - touched} transactions for filters`);
    return found;
  },
  /** Milliseconds of each reading of the due list, and how many are due. */
  timeDue: async (rounds: number): Promise<{ readonly ms: number[]; readonly due: number }> => {
    const ms: number[] = [];
    let due = 0;
    for (let round = 0; round < rounds; round += 1) {
      const before = performance.now();
      due = (await listAlumni({ today: outcomeDay })).length;
      ms.push(performance.now() - before);
    }
    return { ms, due };
  },
  /** Writes the follow-up list of all cohorts; milliseconds, rows, and how often it said how far it was. */
  exportFollowUps: async (
    path: string,
  ): Promise<{ readonly ms: number; readonly rows: number; readonly told: number }> => {
    let told = 0;
    const before = performance.now();
    const written = await runExport(
      { kind: 'follow-up', path, language: 'en' },
      {
        onProgress: () => {
          told += 1;
        },
      },
    );
    if (!written.ok) throw new Error(written.error.code);
    return { ms: performance.now() - before, rows: written.value.rows, told };
  },
  /** Begins the same and stops it at the first news; milliseconds from the stop to the end. */
  stopExport: async (path: string): Promise<number> => {
    const controller = new AbortController();
    let stopped = 0;
    const written = await runExport(
      { kind: 'follow-up', path, language: 'en' },
      {
        signal: controller.signal,
        onProgress: () => {
          if (stopped === 0) stopped = performance.now();
          controller.abort();
        },
      },
    );
    if (written.ok || written.error.code !== 'export-cancelled') throw new Error('The export was not stopped');
    return performance.now() - stopped;
  },
};
