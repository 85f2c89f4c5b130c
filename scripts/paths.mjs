import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {...string} parts */
export const inRoot = (...parts) => join(root, ...parts);

/** The folder for what several checkouts of one user can share; FIELDCOURSE_CACHE moves it. */
export const userCache = () => {
  if (process.env.FIELDCOURSE_CACHE) return process.env.FIELDCOURSE_CACHE;
  const home = homedir();
  if (process.platform === 'win32')
    return join(process.env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'fieldcourse-dev');
  if (process.platform === 'darwin') return join(home, 'Library', 'Caches', 'fieldcourse-dev');
  return join(process.env.XDG_CACHE_HOME ?? join(home, '.cache'), 'fieldcourse-dev');
};

/**
 * How to start npm without a shell: npm's own JavaScript file, run by this Node.
 *
 * @returns {readonly string[] | undefined}
 */
export const npmCommand = () => {
  const bin = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ];
  const cli = candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  return cli ? [process.execPath, cli] : undefined;
};
