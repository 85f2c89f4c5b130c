// npm run bench [-- --quick] [--only saved,grid,marks,outcomes,certificates,start] [--app DIR]
import { mkdir, writeFile } from 'node:fs/promises';
import { arch, cpus, platform, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inRoot, root } from '../scripts/paths.mjs';
import { runMain, say } from '../scripts/say.mjs';
import { measureCertificates } from './measures/certificates.mjs';
import { measureGrid } from './measures/grid.mjs';
import { measureMarks } from './measures/marks.mjs';
import { measureOutcomes } from './measures/outcomes.mjs';
import { measureSaved } from './measures/saved.mjs';
import { measureStart } from './measures/start.mjs';
import { buildCertificates, buildHarness, buildOutcomes, buildResults } from './prepare.mjs';
import { isMet, tableOf } from './table.mjs';

const measures = {
  start: measureStart,
  saved: measureSaved,
  grid: measureGrid,
  marks: measureMarks,
  outcomes: measureOutcomes,
  certificates: measureCertificates,
};
const names = Object.keys(measures);
/** What the short form measures where nothing is named: it shall take less than a minute. */
const short = ['start', 'saved', 'marks', 'certificates'];

const machine = () => ({
  system: `${platform()} ${arch()}`,
  processors: cpus().length,
  processor: cpus()[0]?.model ?? '',
  memoryGB: Math.round(totalmem() / 1024 ** 3),
  node: process.version,
});

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      app: { type: 'string', default: root },
    },
  });
  const asked = values.only?.split(',') ?? (values.quick ? short : names);
  const wanted = asked.filter((name) => names.includes(name));
  const began = performance.now();
  const options = {
    app: resolve(values.app),
    harness: await buildHarness(),
    program: await buildCertificates(),
    results: wanted.includes('grid') ? await buildResults() : undefined,
    outcomes: wanted.includes('outcomes') ? await buildOutcomes() : undefined,
    quick: values.quick,
    say,
  };
  const rows = [];
  for (const name of wanted) {
    say(`measuring ${name}`);
    const from = performance.now();
    rows.push(...(await measures[name](options)));
    say(`measured ${name} in ${Math.round((performance.now() - from) / 1000)} seconds`);
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(`\n${tableOf(rows)}\n\n`);
  say(
    `${rows.filter((row) => isMet(row) === true).length} of ${rows.filter((row) => row.goal).length} goals met, in ${seconds} seconds`,
  );
  const results = {
    date: new Date().toISOString(),
    quick: values.quick,
    seconds,
    machine: machine(),
    rows: rows.map((row) => ({ ...row, met: isMet(row) ?? null })),
  };
  await mkdir(inRoot('bench', 'results'), { recursive: true });
  await writeFile(inRoot('bench', 'results', 'latest.json'), `${JSON.stringify(results, null, 2)}\n`);
});
