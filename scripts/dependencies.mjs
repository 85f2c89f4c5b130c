import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot, npmCommand } from './paths.mjs';
import { runCommand } from './run-command.mjs';
import { say, Stop } from './say.mjs';

const lockFile = inRoot('package-lock.json');
const stampFile = inRoot('node_modules', '.fieldcourse-lock');
const installedFile = inRoot('node_modules', '.package-lock.json');

const lockHash = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex');

/** Whether what npm installed, by its own account, is what the lock file says. */
const matchesLock = () => {
  if (!existsSync(installedFile)) return false;
  const locked = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(locked).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || installed[path]?.version === version || (!installed[path] && (optional || devOptional)),
  );
};

const upToDate = () => {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash()) return true;
  if (!matchesLock()) return false;
  writeFileSync(stampFile, lockHash());
  return true;
};

const whatToDo = (output) =>
  output.includes('are in sync')
    ? 'package.json and package-lock.json differ: run `npm install` and commit both'
    : 'check that the package registry can be reached, then run the same command again';

/** Installs the dependencies of the lock file when node_modules is missing or differs from it. */
export const installDependencies = async () => {
  if (upToDate()) return;
  say('installing the dependencies of package-lock.json (npm ci)');
  const npm = npmCommand();
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--progress=false'];
  const { code, output } = npm
    ? await runCommand(npm[0] ?? '', [...npm.slice(1), ...args], { quiet: true })
    : await runCommand('npm', args, { quiet: true, shell: process.platform === 'win32' });
  if (code !== 0) {
    process.stderr.write(`${output.trim().split('\n').slice(0, 12).join('\n')}\n`);
    throw new Stop('npm ci did not succeed', whatToDo(output));
  }
  writeFileSync(stampFile, lockHash());
};
