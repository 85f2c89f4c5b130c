// npm run package [-- --for-test] [-- electron-builder's own arguments]
//
// Without arguments: the unpacked folder of this system in dist/. With --for-test: the same in dist/test, with the one
// fuse left on that Playwright needs to drive it (EnableNodeCliInspectArguments); that copy is for tests only.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { inRoot } from './paths.mjs';
import { runNode } from './run-command.mjs';
import { runMain, say, Stop } from './say.mjs';
import { setup } from './setup.mjs';

const executableIn = (folder) => {
  const name = readdirSync(folder).find((entry) => entry.endsWith('-unpacked') || /^mac/.test(entry));
  if (!name) return undefined;
  const paths = {
    linux: [name, 'fieldcourse'],
    win32: [name, 'Fieldcourse.exe'],
    darwin: [name, 'Fieldcourse.app', 'Contents', 'MacOS', 'Fieldcourse'],
  };
  const path = join(folder, ...(paths[process.platform] ?? []));
  return existsSync(path) ? path : undefined;
};

/**
 * Packages the built app for this system.
 *
 * @param {import('./electron-runtime.mjs').Runtime} runtime
 * @param {{ forTest?: boolean, args?: readonly string[] }} [options]
 * @returns {Promise<string>} the packaged executable
 */
export const packageApp = async (runtime, { forTest = false, args = [] } = {}) => {
  const folder = forTest ? inRoot('dist', 'test') : inRoot('dist');
  say(`packaging the app into ${forTest ? 'dist/test' : 'dist'}`);
  const { code, output } = await runNode(
    inRoot('node_modules', 'electron-builder', 'cli.js'),
    [
      ...(args.length > 0 ? args : ['--dir']),
      '--publish=never',
      `-c.electronDist=${runtime.dist}`,
      `-c.electronVersion=${runtime.version}`,
      `-c.directories.output=${folder}`,
      ...(forTest ? ['-c.electronFuses.enableNodeCliInspectArguments=true'] : []),
    ],
    { quiet: true },
  );
  const executable = code === 0 ? executableIn(folder) : undefined;
  if (!executable) {
    process.stderr.write(output);
    throw new Stop(
      'packaging failed',
      'see the lines above; `npm run package` alone makes the unpacked folder, which needs no further tools',
    );
  }
  return executable;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    const args = process.argv.slice(2);
    const { runtime } = await setup();
    if (runtime.source === 'registry')
      say('this Electron is too old to be handed to users: release from a machine that reaches the official one');
    await build();
    const forTest = args.includes('--for-test');
    say(`packaged: ${await packageApp(runtime, { forTest, args: args.filter((arg) => arg !== '--for-test') })}`);
  });
}
