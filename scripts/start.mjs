// npm start [-- arguments of the app]
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { build } from './build.mjs';
import { provideDisplay } from './display.mjs';
import { root } from './paths.mjs';
import { runMain } from './say.mjs';
import { setup } from './setup.mjs';

// What Chromium tells about a machine without a desktop: [pid:date/time:ERROR:file.cc(line)] …
const chromiumNoise = /^\[\d+:\d{4}\/\d{6}\.\d+:(INFO|WARNING|ERROR):\S+\.cc\(\d+\)\]/;

const launch = (executable, args, env) =>
  new Promise((done) => {
    const child = spawn(executable, [root, ...args], {
      cwd: process.cwd(),
      env,
      stdio: ['inherit', 'inherit', 'pipe'],
    });
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (!chromiumNoise.test(line)) process.stderr.write(`${line}\n`);
    });
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward);
    process.on('SIGTERM', forward);
    child.once('error', () => done(1));
    child.once('close', (code) => done(code ?? 1));
  });

await runMain(async () => {
  const args = process.argv.slice(2);
  const { runtime, env } = await setup({ quiet: args[0] === 'run' });
  await build();
  const display = await provideDisplay();
  try {
    return await launch(runtime.executable, args, { ...env, ...display.env });
  } finally {
    await display.close();
  }
});
