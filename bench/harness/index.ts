import Dexie, { liveQuery } from 'dexie';
import type { Table } from 'dexie';
import { openDatabase } from '#renderer/db/open-database.ts';
import { loadCohortFrame, loadCohortMarks, loadCohortSheets } from '#renderer/db/repositories/marks.ts';
import { startWorkspace } from '#renderer/db/repositories/workspace.ts';
import type { RecordChange } from '#renderer/db/write-path.ts';
import { commit } from '#renderer/db/write-path.ts';
import { setAuthor, writeState } from '#renderer/db/write-state.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { makeContext, makeRow, makeRowCache } from '#renderer/features/gradebook/marks-rows.ts';
import { seededRandom } from '#shared/lib/seeded-random.ts';
import { gridProgramme, makeGridCohort, ruleOf } from './grid-data.ts';
import { outcomeBench } from './outcome-bench.ts';
import { countRows, readRows, writeRows } from './row-per-mark.ts';
import type { CohortSize, SeededCohort } from './seeded-data.ts';
import { makeSeededCohort, programme } from './seeded-data.ts';

const author = { name: 'Bench', role: 'coordinator' } as const;

const write = async (changes: readonly RecordChange[]): Promise<void> => {
  const written = await commit({ code: 'workspace-started' }, changes);
  if (!written.ok) throw new Error(written.error.code);
};

const recordsOf = ({ cohort, people, enrolments }: SeededCohort): readonly RecordChange[] => [
  { table: 'cohorts', id: cohort.id, next: cohort },
  ...people.map((next): RecordChange => ({ table: 'people', id: next.id, next })),
  ...enrolments.map((next): RecordChange => ({ table: 'enrolments', id: next.id, next })),
];

const sheetsOf = ({ sheets }: SeededCohort): readonly RecordChange[] =>
  sheets.map((next) => ({ table: 'sheets', id: next.id, next }));

const open = async (): Promise<void> => {
  const boot = await desktop.appGetBoot();
  setAuthor(author);
  const opened = await openDatabase(boot);
  if (opened.kind !== 'ready') throw new Error(`The workspace opened as ${opened.kind}`);
};

/** Milliseconds of each of `rounds` rounds, each the mean of `times` runs: the clock of a page is too coarse for one. */
const timed = async (rounds: number, times: number, work: () => Promise<unknown>): Promise<number[]> => {
  const found: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = performance.now();
    for (let time = 0; time < times; time += 1) await work();
    found.push((performance.now() - before) / times);
  }
  return found;
};

/** What the grid does when a rule changes: the write, the live query that tells of it, and the results and looks of every row. */
const timeRecompute = async (
  cohortId: string,
  round: number,
): Promise<{ readonly whole: number; readonly computed: number }> => {
  const marks = await loadCohortMarks(cohortId);
  if (marks === undefined) throw new Error('There is no such cohort');
  const { learners, sheets, cohort } = marks;
  const rows = learners.map((learner) => makeRow(learner, sheets.get(learner.enrolment.id), undefined));
  const attendance = { sessions: [], registers: new Map() };
  const parts = { attendance, today: '2026-06-15', me: author.name, language: 'en' };
  const passMark = ruleOf(round);
  let began = 0;
  const done = new Promise<{ whole: number; computed: number }>((resolve, reject) => {
    const watching = liveQuery(() => loadCohortFrame(cohortId)).subscribe({
      next: (frame) => {
        if (frame?.cohort.ruleOverrides?.passMark?.value !== passMark) return;
        const heard = performance.now();
        const cache = makeRowCache(makeContext({ cohort: frame.cohort, programme: frame.programme, ...parts }));
        const known = rows.filter((row) => cache.view(row).result.overall !== undefined).length;
        const ended = performance.now();
        watching.unsubscribe();
        if (known === 0) reject(new Error('Nobody has a result'));
        resolve({ whole: ended - began, computed: ended - heard });
      },
      error: reject,
    });
  });
  // The query has been answered once before the rule changes.
  await new Promise((resolve) => setTimeout(resolve, 100));
  began = performance.now();
  const ruleOverrides = { passMark: { value: passMark, by: author.name, on: '2026-06-15', reason: 'Bench' } };
  await write([{ table: 'cohorts', id: cohortId, next: { ...cohort, ruleOverrides } }]);
  return done;
};

type Bare = Dexie & { readonly records: Table<{ readonly id: string }, string> };
const bare = new Dexie('bench-bare', { chromeTransactionDurability: 'strict' }) as Bare;
bare.version(1).stores({ records: 'id, c' });

/** What bench/measures/*.mjs call in the page: the app's own database layer and the peers beside it. */
const bench = {
  ...outcomeBench,
  open,
  demonstration: async (): Promise<void> => {
    const started = await startWorkspace({
      kind: 'demonstration',
      name: 'Demonstration',
      author,
      today: '2026-06-15',
      seed: 2026,
    });
    if (!started.ok) throw new Error(started.error.code);
  },
  empty: async (): Promise<void> => {
    const started = await startWorkspace({ kind: 'new', name: 'Bench', author, today: '2026-06-15' });
    if (!started.ok) throw new Error(started.error.code);
  },
  person: () => desktop.settingsWriteSettings({ person: { ...author }, language: 'en' }),
  programme: () => write([{ table: 'programmes', id: programme.id, next: programme }]),
  /** Seeds cohorts `from` to `from + count - 1` in one change set, with or without their marks; the id of the first. */
  seed: async (seed: number, from: number, count: number, size: CohortSize, withMarks: boolean): Promise<string> => {
    const random = seededRandom(seed + from);
    const cohorts = Array.from({ length: count }, (_, index) => makeSeededCohort(random, from + index, size));
    await write(cohorts.flatMap((cohort) => [...recordsOf(cohort), ...(withMarks ? sheetsOf(cohort) : [])]));
    return cohorts[0]?.cohort.id ?? '';
  },
  seedRows: (seed: number, from: number, count: number, size: CohortSize): Promise<number> => {
    const random = seededRandom(seed + from);
    return writeRows(Array.from({ length: count }, (_, index) => makeSeededCohort(random, from + index, size)));
  },
  countRows,
  timeMarks: (cohortId: string, rounds: number, times: number) => timed(rounds, times, () => loadCohortMarks(cohortId)),
  timeFrame: (cohortId: string, rounds: number, times: number) => timed(rounds, times, () => loadCohortFrame(cohortId)),
  timeSheets: (cohortId: string, rounds: number, times: number) =>
    timed(rounds, times, () => loadCohortSheets(cohortId)),
  timeRows: (cohortId: string, rounds: number, times: number) => timed(rounds, times, () => readRows(cohortId)),
  marksOf: async (cohortId: string): Promise<number> =>
    [...((await loadCohortMarks(cohortId))?.sheets.values() ?? [])].reduce(
      (sum, sheet) => sum + Object.keys(sheet.cells).length,
      0,
    ),
  rowsOf: async (cohortId: string): Promise<number> =>
    [...(await readRows(cohortId)).values()].reduce((sum, own) => sum + own.size, 0),
  /** Imports the marks of seeded cohorts, a change set each; milliseconds of each, without the making of the data. */
  importMarks: async (seed: number, from: number, count: number, size: CohortSize): Promise<number[]> => {
    const found: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const changes = sheetsOf(makeSeededCohort(seededRandom(seed + from + index), from + index, size));
      const before = performance.now();
      await write(changes);
      found.push(performance.now() - before);
    }
    return found;
  },
  /** Milliseconds of one put of a sheet-sized record with strict durability: the database's share of the bare cost. */
  putBare: async (time: number, marks: number): Promise<number> => {
    await bare.open();
    const [sheet] = makeSeededCohort(seededRandom(7), 1, { learners: 1, marks }).sheets;
    const record = { id: `r${time % 40}`, c: 'c1', d: sheet, s: String(time) };
    const before = performance.now();
    await bare.records.put(record);
    return performance.now() - before;
  },
  /** Milliseconds of each of `times` one-cell commits without a screen: where the time between key and saved goes. */
  commitCells: async (cohortId: string, times: number): Promise<number[]> => {
    const marks = await loadCohortMarks(cohortId);
    const sheets = [...(marks?.sheets.values() ?? [])];
    const found: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const sheet = sheets[time % sheets.length];
      const [assignment] = Object.keys(sheet?.cells ?? {});
      if (sheet === undefined || assignment === undefined) throw new Error('There is no sheet with a mark to change');
      const cells = {
        ...sheet.cells,
        [assignment]: { attempts: [{ state: 'marked' as const, value: 100 * (time % 20) + 25, marked: '2026-03-02' }] },
      };
      const before = performance.now();
      await write([{ table: 'sheets', id: sheet.id, next: { ...sheet, cells } }]);
      found.push(performance.now() - before);
    }
    return found;
  },
  /** Seeds a cohort of the invented programme of 40 columns; its id. */
  seedGrid: async (seed: number, size: { readonly learners: number; readonly marks: boolean }): Promise<string> => {
    await write([{ table: 'programmes', id: gridProgramme.id, next: gridProgramme }]);
    const seeded = makeGridCohort(seed, size.learners, size.marks);
    await write([...recordsOf(seeded), ...sheetsOf(seeded)]);
    return seeded.cohort.id;
  },
  /** All marks of a cohort in hundredths, smallest first. */
  valuesOf: async (cohortId: string): Promise<number[]> =>
    [...((await loadCohortMarks(cohortId))?.sheets.values() ?? [])]
      .flatMap((sheet) => Object.values(sheet.cells).flatMap((cell) => cell.attempts.at(-1)?.value ?? []))
      .sort((a, b) => a - b),
  /** Milliseconds of one strict transaction that puts `learners` sheets of `marks` marks and one change set of `bytes` bytes. */
  putAllBare: async (time: number, learners: number, marks: number, bytes: number): Promise<number> => {
    await bare.open();
    const { sheets } = makeSeededCohort(seededRandom(7), 1, { learners, marks });
    const log = { id: `log-${time}`, d: 'x'.repeat(bytes) };
    const records = sheets.map((d, index) => ({ id: `all-${index}`, c: 'c1', d, s: String(time) }));
    const before = performance.now();
    await bare.transaction('rw', bare.records, () =>
      Promise.all([bare.records.bulkPut(records), bare.records.put(log)]),
    );
    return performance.now() - before;
  },
  timeRecompute,
  head: () => writeState().head,
};

export type Bench = typeof bench;

declare global {
  interface Window {
    bench: Bench;
  }
}

window.bench = bench;
