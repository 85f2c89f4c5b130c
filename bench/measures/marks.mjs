import { freshFolder, removeFolder, startHarness } from '../running-app.mjs';
import { median, sum } from '../statistics.mjs';

const opened = { learners: 40, marks: 12 };
const others = { learners: 40, marks: 10 };
const imported = { learners: 500, marks: 72 };
/** Cohorts seeded with one change set, or one transaction of rows: seeding is not what is measured. */
const atOnce = 25;

const seedWhole = async (page, cohorts) => {
  for (let from = 2; from < cohorts + 2; from += atOnce) {
    await page.evaluate(
      ([at, count, size]) => window.bench.seed(2026, at, count, size, true),
      [from, Math.min(atOnce, cohorts + 2 - from), others],
    );
  }
};

/** Writes as many marks as rows; milliseconds of the writing alone, all in transactions of `atOnce` cohorts. */
const seedRows = async (page, cohorts) => {
  const found = [await page.evaluate((size) => window.bench.seedRows(2026, 1, 1, size), opened)];
  for (let from = 2; from < cohorts + 2; from += atOnce) {
    found.push(
      await page.evaluate(
        ([at, count, size]) => window.bench.seedRows(2026, at, count, size),
        [from, Math.min(atOnce, cohorts + 2 - from), others],
      ),
    );
  }
  return sum(found);
};

const timeBoth = async (alone, full, cohort, quick) => {
  const rounds = quick ? 8 : 40;
  const times = { alone: [], full: [], frame: [], sheets: [], rows: [] };
  const run = (page, name) => page.evaluate(([work, id]) => window.bench[work](id, 1, 10), [name, cohort]);
  for (let round = 0; round < rounds + 1; round += 1) {
    const next = {
      alone: await run(alone.page, 'timeMarks'),
      full: await run(full.page, 'timeMarks'),
      frame: await run(full.page, 'timeFrame'),
      sheets: await run(full.page, 'timeSheets'),
      rows: await run(full.page, 'timeRows'),
    };
    // The first round warms both sides up.
    if (round > 0) for (const [name, found] of Object.entries(next)) times[name].push(...found);
  }
  return Object.fromEntries(Object.entries(times).map(([name, found]) => [name, median(found)]));
};

/** Opening a cohort's marks in a full and in an empty database, and both layouts' cost of a million marks. */
export const measureMarks = async ({ app, harness, quick, say }) => {
  const cohorts = quick ? 25 : 2500;
  const imports = quick ? 3 : 28;
  const [one, many] = [await freshFolder('alone'), await freshFolder('full')];
  try {
    const [alone, full] = await Promise.all(
      [one, many].map((workspace) => startHarness({ app, workspace, windowFolder: harness })),
    );
    for (const { page } of [alone, full]) await page.evaluate(() => window.bench.empty());
    const ids = [];
    for (const { page } of [alone, full])
      ids.push(await page.evaluate((size) => window.bench.seed(2026, 1, 1, size, true), opened));
    if (ids[0] !== ids[1]) throw new Error('The two databases do not hold the same cohort');
    const [cohort] = ids;
    say(`seeding ${cohorts * others.learners} learners with ${cohorts * others.learners * others.marks} marks`);
    await seedWhole(full.page, cohorts);
    say('writing as many marks as one row each');
    const writing = await seedRows(full.page, cohorts);
    const rows = await full.page.evaluate(() => window.bench.countRows());
    const held = await full.page.evaluate(
      async (id) => [await window.bench.marksOf(id), await window.bench.rowsOf(id)],
      cohort,
    );
    if (held.some((count) => count !== opened.learners * opened.marks))
      throw new Error(`The cohort has ${held.join(' and ')} marks`);
    const times = await timeBoth(alone, full, cohort, quick);
    await full.close();

    // Into the workspace of the one cohort; the numbers of these are others.
    for (let from = 2; from < imports + 2; from += 1) {
      await alone.page.evaluate(([at, size]) => window.bench.seed(2026, at, 1, size, false), [from, imported]);
    }
    const took = await alone.page.evaluate(
      ([count, size]) => window.bench.importMarks(2026, 2, count, size),
      [imports, imported],
    );
    await alone.close();
    const marks = imports * imported.learners * imported.marks;
    const [ours, peer] = [(sum(took) / marks) * 1e6, (writing / rows) * 1e6];
    return [
      {
        work: `open a cohort's marks, ${(cohorts * 400).toLocaleString('en')} others stored`,
        ours: times.full,
        peer: times.alone,
        against: 'the same with that cohort alone',
        unit: 'ms',
        ratio: times.full / times.alone,
        goal: { atMost: 1.1 },
        detail: { learners: cohorts * others.learners, frame: times.frame },
      },
      {
        work: "read a cohort's marks (40 × 12)",
        ours: times.sheets,
        peer: times.rows,
        against: 'one Dexie row a mark',
        unit: 'ms',
        ratio: times.rows / times.sheets,
        goal: { atLeast: 10 },
        detail: { rows },
      },
      {
        work: 'import 1,000,000 marks, journal and log included',
        ours: ours / 1000,
        peer: peer / 1000,
        against: 'one Dexie row a mark',
        unit: 's',
        ratio: peer / ours,
        goal: { atLeast: 30 },
        detail: { marks, eachCommit: median(took), rows, scaled: marks < 1e6 },
      },
    ];
  } finally {
    await Promise.all([one, many].map(removeFolder));
  }
};
