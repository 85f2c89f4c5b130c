// node scripts/with-electron.mjs <file.mjs | program> [arguments]: runs it with Electron, the built app and a display at hand.
import { build } from './build.mjs';
import { provideDisplay } from './display.mjs';
import { runCommand } from './run-command.mjs';
import { runMain, Stop } from './say.mjs';
import { setup } from './setup.mjs';

await runMain(async () => {
  const [program, ...args] = process.argv.slice(2);
  if (!program)
    throw new Stop(
      'nothing to run',
      'name a .mjs file or a program: node scripts/with-electron.mjs scripts/screenshots.mjs',
    );
  const { env } = await setup({ forTests: true });
  await build();
  const display = await provideDisplay();
  const [command, given] = /\.[cm]?js$/.test(program) ? [process.execPath, [program, ...args]] : [program, args];
  const { code } = await runCommand(command, given, { env: { ...env, ...display.env }, stdout: 'inherit' });
  await display.close();
  return code;
});
