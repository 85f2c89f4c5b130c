// npm run dev: the app with hot reload.
import { rmSync } from 'node:fs';
import { provideDisplay } from './display.mjs';
import { inRoot } from './paths.mjs';
import { runNode } from './run-command.mjs';
import { runMain } from './say.mjs';
import { setup } from './setup.mjs';

await runMain(async () => {
  const { env } = await setup();
  // What dev leaves in out/ is not the build that npm start looks for.
  rmSync(inRoot('out', '.built-from'), { force: true });
  const display = await provideDisplay();
  const args = ['dev', '--watch', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])];
  const { code } = await runNode(inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), args, {
    env: { ...env, ...display.env },
    stdout: 'inherit',
  });
  await display.close();
  return code;
});
