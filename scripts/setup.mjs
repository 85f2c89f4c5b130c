// Everything a bare machine needs, nothing twice. Works straight after the clone: Node's own modules only until npm ci ran.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './dependencies.mjs';
import { describeRuntime, electronEnvironment, provideElectron } from './electron-runtime.mjs';
import { inRoot } from './paths.mjs';
import { runMain, say, Stop } from './say.mjs';
import { checkSandbox, provideSystemPackages } from './system-packages.mjs';

const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Stop(
    `Node ${process.versions.node} is too old`,
    'install Node 20.19 or newer from https://nodejs.org and run the same command again',
  );
};

/**
 * @param {{ forTests?: boolean, quiet?: boolean }} [options]
 * @returns {Promise<{ runtime: import('./electron-runtime.mjs').Runtime, env: NodeJS.ProcessEnv }>}
 */
export const setup = async ({ forTests = false, quiet = false } = {}) => {
  checkNode();
  await installDependencies();
  const runtime = await provideElectron();
  await provideSystemPackages(runtime.executable, forTests);
  await checkSandbox(runtime.executable);
  if (!quiet) say(describeRuntime(runtime));
  const env = electronEnvironment(runtime);
  mkdirSync(inRoot('.cache'), { recursive: true });
  // playwright.config.ts reads this, so that `npx playwright test` finds the same Electron.
  writeFileSync(inRoot('.cache', 'electron-environment.json'), JSON.stringify(env));
  return { runtime, env: { ...process.env, ...env } };
};

if (process.argv[1] === fileURLToPath(import.meta.url))
  await runMain(async () => void (await setup({ forTests: process.argv.includes('--for-tests') })));
