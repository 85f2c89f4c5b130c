import { spawn } from 'node:child_process';
import { say, Stop } from './say.mjs';
import { hasDisplay } from './system-packages.mjs';

/**
 * A virtual display where Linux has none. Xvfb picks the free number itself and tells it on its third stream.
 *
 * @returns {Promise<{ env: NodeJS.ProcessEnv, close: () => Promise<void> }>}
 */
export const provideDisplay = async () => {
  if (process.platform !== 'linux' || hasDisplay()) return { env: {}, close: async () => undefined };
  say('starting a virtual display (Xvfb)');
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  process.once('exit', () => server.kill());
  const ended = new Promise((done) => server.once('exit', () => done(undefined)));
  const close = async () => {
    server.kill();
    await ended;
  };
  const number = await new Promise((done) => {
    let text = '';
    server.stdio[3]?.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) done(text.trim());
    });
    server.once('error', () => done(''));
    server.once('exit', () => done(''));
  });
  if (!number) throw new Stop('the virtual display did not start', 'run `Xvfb :99` to see why, or set DISPLAY');
  return { env: { DISPLAY: `:${number}` }, close };
};
