// npm run check: types, lint, import rules, dead code, messages, format. All are run; any failure fails.
import { fileURLToPath } from 'node:url';
import { installDependencies } from './dependencies.mjs';
import { inRoot } from './paths.mjs';
import { runNode } from './run-command.mjs';
import { runMain, say } from './say.mjs';

const tool = (...parts) => inRoot('node_modules', ...parts);

/** @type {readonly (readonly [string, string, readonly string[]])[]} */
const checks = [
  ['types', tool('typescript', 'bin', 'tsc'), ['--build']],
  ['lint', tool('eslint', 'bin', 'eslint.js'), ['.', '--cache', '--cache-location', inRoot('.cache', 'eslint')]],
  [
    'import rules',
    tool('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
    ['--config', '.dependency-cruiser.cjs', 'main', 'renderer', 'shared', 'test'],
  ],
  ['dead code', tool('knip', 'bin', 'knip.js'), []],
  ['messages', fileURLToPath(new URL('./check-messages.mjs', import.meta.url)), []],
  ['format', tool('prettier', 'bin', 'prettier.cjs'), ['--check', '--log-level', 'warn', '.']],
];

await runMain(async () => {
  await installDependencies();
  const wanted = process.argv.slice(2);
  const failed = [];
  for (const [name, file, args] of checks) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    say(`checking ${name}`);
    const { code } = await runNode(file, args, { stdout: 'inherit' });
    if (code !== 0) failed.push(name);
  }
  say(failed.length === 0 ? 'all checks passed' : `failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
});
