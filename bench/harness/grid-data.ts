import type { Cohort } from '#shared/domain/cohorts.ts';
import { asId } from '#shared/domain/ids.ts';
import type { AssignmentId, ModuleId, ProgrammeId } from '#shared/domain/ids.ts';
import type { Cell, MarkSheet } from '#shared/domain/marks.ts';
import { learnerResult } from '#shared/domain/module-results.ts';
import type { Module, ProgrammeVersion } from '#shared/domain/programmes.ts';
import { seededRandom } from '#shared/lib/seeded-random.ts';
import type { SeededRandom } from '#shared/lib/seeded-random.ts';
import type { SeededCohort } from './seeded-data.ts';
import { makeSeededCohort, programme } from './seeded-data.ts';

/** Assignments of each module: with both figures of each module and the overall, 40 columns. */
const assignments = [6, 3, 3, 3, 3, 3, 4];

const moduleOf = (count: number, index: number): Module => ({
  id: asId<ModuleId>(`grid-${index + 1}`),
  number: index + 1,
  title: { en: `Module ${index + 1}` },
  weight: 1,
  sessions: 4,
  hoursPerSession: 5,
  needsSignOff: false,
  assignments: Array.from({ length: count }, (_, at) => ({
    id: asId<AssignmentId>(`grid-${index + 1}-${at + 1}`),
    title: { en: `Work ${at + 1}` },
    max: 2000,
    weight: 10 + at,
    criteria: [],
  })),
});

/** An invented programme of 40 columns. */
export const gridProgramme: ProgrammeVersion = {
  ...programme,
  id: asId<ProgrammeId>('grid-1'),
  modules: assignments.map(moduleOf),
};

/** A script that came and was marked; one in eight is with its marker, one in sixteen was not submitted. */
const makeCell = (random: SeededRandom): Cell => {
  const [drawn, value] = [random(), Math.floor(random() * 41) * 50];
  if (drawn < 1 / 16) return { attempts: [], outcome: 'NS' };
  const came = { received: '2026-02-20', withMarkerSince: '2026-02-23', marker: 'Bench' };
  return {
    attempts: [
      drawn < 3 / 16 ? { state: 'with-marker', ...came } : { state: 'marked', ...came, value, marked: '2026-03-02' },
    ],
  };
};

const cellsOf = (random: SeededRandom): Readonly<Record<string, Cell>> =>
  Object.fromEntries(
    gridProgramme.modules.flatMap((module) => module.assignments.map(({ id }) => [id, makeCell(random)])),
  );

/** A cohort of the invented programme, with all its marks or with none. */
export const makeGridCohort = (seed: number, learners: number, marks: boolean): SeededCohort => {
  const random = seededRandom(seed);
  const seeded = makeSeededCohort(random, 1, { learners, marks: 0 });
  const cohort: Cohort = { ...seeded.cohort, programmeId: gridProgramme.id };
  const sheets = marks ? seeded.sheets.map((sheet): MarkSheet => ({ ...sheet, cells: cellsOf(random) })) : [];
  return { ...seeded, cohort, sheets };
};

/** The pass mark of a round, in hundredths of a per cent: a rule that differs from round to round. */
export const ruleOf = (round: number): number => 4000 + round * 100;

const made = new Map<number, SeededCohort>();

/** Milliseconds of the pure function over a whole cohort after a rule changed; the cohort is the one of the window, made once. */
export const timeResults = ({ learners }: { readonly learners: number }, round: number): number => {
  const data = made.get(learners) ?? makeGridCohort(2026, learners, true);
  made.set(learners, data);
  const changed = { ...gridProgramme, rules: { ...gridProgramme.rules, passMark: ruleOf(round) } };
  const before = performance.now();
  let passed = 0;
  for (const [index, sheet] of data.sheets.entries()) {
    const enrolment = data.enrolments[index];
    const result = learnerResult({
      programme: changed,
      cohort: data.cohort,
      sheet,
      ...(enrolment === undefined ? {} : { enrolment }),
    });
    if (result.overall !== undefined) passed += 1;
  }
  const took = performance.now() - before;
  if (passed === 0) throw new Error('Nobody has a result');
  return took;
};
