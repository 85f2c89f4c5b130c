// npm test [-- unit|db|e2e|packaged [arguments of vitest or Playwright]]
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { build } from './build.mjs';
import { provideDisplay } from './display.mjs';
import { packageApp } from './package.mjs';
import { inRoot } from './paths.mjs';
import { runNode } from './run-command.mjs';
import { runMain, say, Stop } from './say.mjs';
import { setup } from './setup.mjs';

const stages = ['unit', 'db', 'e2e', 'packaged'];
const titles = {
  unit: 'unit and contract tests',
  db: 'database tests',
  e2e: 'journeys in Electron',
  packaged: 'journey in the packaged app',
};

const resultsFile = (stage) => inRoot('.cache', 'results', `${stage}.json`);

const runVitest = (args, env) =>
  runNode(
    inRoot('node_modules', 'vitest', 'vitest.mjs'),
    ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${resultsFile('unit')}`, ...args],
    { env, stdout: 'inherit' },
  );

const runPlaywright = (stage, args, env) =>
  runNode(inRoot('node_modules', '@playwright', 'test', 'cli.js'), ['test', `--project=${stage}`, ...args], {
    env: { ...env, FIELDCOURSE_RESULTS: resultsFile(stage) },
    stdout: 'inherit',
  });

/** Passed (`again`: at the second try), failed and skipped as the runner counted them. */
const totals = (stage) => {
  if (!existsSync(resultsFile(stage))) return { passed: 0, again: 0, failed: 0, skipped: 0 };
  const results = JSON.parse(readFileSync(resultsFile(stage), 'utf8'));
  return results.stats
    ? {
        passed: results.stats.expected + results.stats.flaky,
        again: results.stats.flaky,
        failed: results.stats.unexpected,
        skipped: results.stats.skipped,
      }
    : {
        passed: results.numPassedTests,
        again: 0,
        failed: results.numFailedTests,
        skipped: results.numPendingTests + results.numTodoTests,
      };
};

const runStage = async (stage, args, { runtime, env }) => {
  say(`running the ${titles[stage]}`);
  rmSync(resultsFile(stage), { force: true });
  const started = Date.now();
  const more = stage === 'packaged' ? { FIELDCOURSE_PACKAGED: await packageApp(runtime, { forTest: true }) } : {};
  const { code } =
    stage === 'unit' ? await runVitest(args, env) : await runPlaywright(stage, args, { ...env, ...more });
  const counted = totals(stage);
  return {
    stage,
    ...counted,
    seconds: Math.round((Date.now() - started) / 1000),
    ok: code === 0 && counted.passed > 0,
  };
};

const report = (outcomes) => {
  const line = (name, { passed, again, failed, skipped, seconds, ok }) =>
    `${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(28)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${String(skipped).padStart(4)} skipped ${String(seconds).padStart(5)} s${again > 0 ? `, ${again} at the second try` : ''}`;
  const sum = (field) => outcomes.reduce((total, outcome) => total + outcome[field], 0);
  const ok = outcomes.every((outcome) => outcome.ok);
  process.stdout.write('\n');
  for (const outcome of outcomes) process.stdout.write(`${line(titles[outcome.stage], outcome)}\n`);
  process.stdout.write(
    `${line('all tests', { passed: sum('passed'), again: sum('again'), failed: sum('failed'), skipped: sum('skipped'), seconds: sum('seconds'), ok })}\n`,
  );
  return ok ? 0 : 1;
};

await runMain(async () => {
  const [filter, ...args] = process.argv.slice(2);
  if (filter && !stages.includes(filter))
    throw new Stop(`there are no tests called ${filter}`, `choose one of ${stages.join(', ')}, or none for all`);
  const { runtime, env } = await setup({ forTests: true });
  if (filter !== 'unit') await build();
  const display = filter === 'unit' ? undefined : await provideDisplay();
  const outcomes = [];
  for (const stage of filter ? [filter] : stages)
    outcomes.push(await runStage(stage, args, { runtime, env: { ...env, ...display?.env } }));
  await display?.close();
  return report(outcomes);
});
