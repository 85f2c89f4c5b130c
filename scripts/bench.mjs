// npm run bench [-- --quick]
import { build } from './build.mjs';
import { provideDisplay } from './display.mjs';
import { inRoot } from './paths.mjs';
import { runNode } from './run-command.mjs';
import { runMain } from './say.mjs';
import { setup } from './setup.mjs';

await runMain(async () => {
  const { env } = await setup();
  await build();
  const display = await provideDisplay();
  const { code } = await runNode(inRoot('bench', 'run.mjs'), process.argv.slice(2), {
    env: { ...env, ...display.env },
    stdout: 'inherit',
  });
  await display.close();
  return code;
});
