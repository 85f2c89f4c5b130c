import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Papa from 'papaparse';
import writeXlsxFile from 'write-excel-file/node';
import { freshFolder, removeFolder, startHarness } from '../running-app.mjs';
import { median } from '../statistics.mjs';

const seed = 2026;
/** Cohorts seeded with one change set: seeding is not what is measured. */
const atOnce = 20;

const seedCohorts = async (page, cohorts, size) => {
  for (let from = 1; from <= cohorts; from += atOnce)
    await page.evaluate(
      ([at, count, alumni]) => window.bench.seedOutcomes(2026, at, count, alumni),
      [from, Math.min(atOnce, cohorts + 1 - from), size],
    );
};

const startSeeded = async ({ app, harness }, folder, cohorts, size) => {
  const running = await startHarness({ app, workspace: folder, windowFolder: harness });
  await running.page.evaluate(() => window.bench.empty());
  await seedCohorts(running.page, cohorts, size);
  return running;
};

/** The same cells, written by the spreadsheet library in one go: milliseconds. */
const libraryWriting = async (csv) => {
  const { data } = Papa.parse((await readFile(csv, 'utf8')).replace(/^\ufeff/, ''), { skipEmptyLines: true });
  const cells = data.map((row, index) =>
    row.map((text) => {
      if (text === '') return null;
      if (index > 0 && /^\d{4}-\d\d-\d\d$/.test(text))
        return { value: new Date(`${text}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
      return index > 0 && /^\d{1,3}$/.test(text)
        ? { value: Number(text), type: Number }
        : { value: text, type: String };
    }),
  );
  const began = performance.now();
  await writeXlsxFile(cells).toBuffer();
  return performance.now() - began;
};

/** The greatest memory of the app's own two processes so far, in MB: that of main, and that of the window. */
const peaks = (running) =>
  running.evaluate(({ app }) => {
    const of = (type) =>
      Math.max(
        ...app.getAppMetrics().flatMap((one) => (one.type === type ? [one.memory.peakWorkingSetSize / 1024] : [])),
      );
    return { main: of('Browser'), window: of('Tab') };
  });

const measureExport = async (options, folder, cohorts, size) => {
  const running = await startSeeded(options, join(folder, 'workspace'), cohorts, size);
  await running.close();
  // A fresh start: what was needed to seed is not the export's memory.
  const again = await startHarness({
    app: options.app,
    workspace: join(folder, 'workspace'),
    windowFolder: options.harness,
  });
  const xlsx = join(folder, 'follow-up.xlsx');
  const written = await again.page.evaluate((path) => window.bench.exportFollowUps(path), xlsx);
  const memory = await peaks(again);
  if (written.told < 5) throw new Error('The export did not say how far it was');
  const csv = join(folder, 'follow-up.csv');
  await again.page.evaluate((path) => window.bench.exportFollowUps(path), csv);
  const stopping = join(folder, 'stopped.xlsx');
  await again.page.evaluate((path) => window.bench.stopExport(path), stopping);
  const left = await access(stopping).then(
    () => true,
    () => false,
  );
  if (left) throw new Error('A stopped export left a file');
  await again.close();
  return { written, memory, peer: await libraryWriting(csv) };
};

/** Any filter of the outcomes page, the due list with many cohorts against one, and a long export against the spreadsheet library. */
export const measureOutcomes = async ({ app, harness, outcomes, quick, say }) => {
  const [cohorts, size, rounds] = quick ? [40, 25, 5] : [1000, 100, 15];
  const [exported, exportSize] = quick ? [10, 50] : [250, 100];
  const [one, many, third] = [await freshFolder('one'), await freshFolder('many'), await freshFolder('given-out')];
  try {
    const { rowsOfCohorts, timePasses } = await import(pathToFileURL(outcomes).href);
    const rows = rowsOfCohorts(seed, cohorts, size);
    const passes = timePasses(rows, rounds + 1).slice(1);
    const alone = await startSeeded({ app, harness }, one, 1, size);
    say(`seeding ${cohorts * size} alumni with ${cohorts * size * 4} follow-ups`);
    const full = await startSeeded({ app, harness }, many, cohorts, size);
    const first = await full.page.evaluate(() => window.bench.firstOutcomes());
    if (first.rows !== rows.length) throw new Error(`${first.rows} rows in the page, ${rows.length} in Node`);
    const filters = (await full.page.evaluate((times) => window.bench.timeFilters(times), rounds + 1)).slice(1);
    const due = { alone: [], full: [] };
    for (let round = 0; round < rounds + 1; round += 1) {
      const [few, all] = [
        await alone.page.evaluate(() => window.bench.timeDue(3)),
        await full.page.evaluate(() => window.bench.timeDue(3)),
      ];
      if (few.due !== all.due || few.due === 0) throw new Error('The two due lists are not the same');
      if (round > 0) {
        due.alone.push(...few.ms);
        due.full.push(...all.ms);
      }
    }
    await Promise.all([alone.close(), full.close()]);
    say(`exporting ${exported * exportSize * 4} follow-ups`);
    const given = await measureExport({ app, harness }, third, exported, exportSize);
    const row = (work, ours, peer, unit, against, goal) => ({
      work,
      ours,
      peer,
      unit,
      against,
      ratio: ours / peer,
      ...(goal === undefined ? {} : { goal: { atMost: goal } }),
    });
    return [
      row(
        `outcomes of ${rows.length.toLocaleString('en')} alumni × 4 waves, any filter`,
        median(filters),
        median(passes),
        'ms',
        'one pass of the pure function in Node',
        1.5,
      ),
      row(
        'reading the rows for the first filter',
        first.ms,
        median(passes),
        'ms',
        'one pass of the pure function in Node',
      ),
      row(
        `due list with ${cohorts} cohorts`,
        median(due.full),
        median(due.alone),
        'ms',
        'the same with one cohort',
        1.3,
      ),
      row(
        `export of ${given.written.rows.toLocaleString('en')} follow-ups as XLSX`,
        given.written.ms,
        given.peer,
        'ms',
        'write-excel-file with the same cells',
        1.5,
      ),
      row('memory of the main process while exporting', given.memory.main, 400, 'MB', 'the limit', 1),
      row('memory of the window while exporting', given.memory.window, 400, 'MB', 'the limit', 1),
    ];
  } finally {
    await Promise.all([one, many, third].map(removeFolder));
  }
};
