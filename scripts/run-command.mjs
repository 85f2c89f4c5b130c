import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs a program and waits. `quiet` keeps its output for the caller; otherwise both its streams go to standard error.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, stdout?: 'inherit', timeout?: number, shell?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>} 127 when the program does not exist, 124 when it took too long
 */
export const runCommand = (command, args, options = {}) =>
  new Promise((done) => {
    const out = options.quiet ? 'pipe' : options.stdout === 'inherit' ? 'inherit' : 2;
    const child = spawn(command, [...args], {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: ['ignore', out, options.quiet ? 'pipe' : 'inherit'],
      shell: options.shell ?? false,
      windowsHide: true,
    });
    let output = '';
    let timedOut = false;
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const timer = options.timeout
      ? setTimeout(() => {
          timedOut = true;
          child.kill();
        }, options.timeout)
      : undefined;
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward);
    process.on('SIGTERM', forward);
    const finish = (code) => {
      clearTimeout(timer);
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      done({ code: timedOut ? 124 : code, output });
    };
    child.once('error', () => finish(127));
    child.once('close', (code) => finish(code ?? 1));
  });

/**
 * Runs a JavaScript file of a dependency with this Node: no shell, no .bin links.
 *
 * @param {string} file path from the checkout
 * @param {readonly string[]} args
 * @param {Parameters<typeof runCommand>[2]} [options]
 */
export const runNode = (file, args, options = {}) => runCommand(process.execPath, [file, ...args], options);
