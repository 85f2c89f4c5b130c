import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeLicences } from './licences.mjs';
import { inRoot } from './paths.mjs';
import { runNode } from './run-command.mjs';
import { runMain, say, Stop } from './say.mjs';

const sources = [
  'main',
  'renderer',
  'shared',
  'resources',
  'docs/guide',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const stamp = inRoot('out', '.built-from');

const filesOf = (path) => {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => filesOf(join(path, entry.name)));
};

/** Changes when a source is added, removed or written. */
const fingerprint = () => {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesOf(inRoot(source))).sort()) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
};

// Two builds at once may meet here; an app that runs from out/ holds it on Windows.
const putInPlace = async (fresh, out, attempts = 3) => {
  try {
    await rm(out, { recursive: true, force: true, maxRetries: 3 });
    await rename(fresh, out);
  } catch (error) {
    if (attempts > 1) return putInPlace(fresh, out, attempts - 1);
    throw new Stop(
      `the new build could not be put in place (${error instanceof Error ? error.message : error})`,
      'close every running Fieldcourse and run the same command again',
    );
  }
};

/** Builds the three parts and the verifier into out/ when a source changed; the new build is made beside it and renamed into place. */
export const build = async () => {
  writeLicences();
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('building the app');
  const fresh = inRoot('.cache', `out-${process.pid}`);
  const { code, output } = await runNode(
    inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
    ['build', '--logLevel', 'warn'],
    {
      quiet: true,
      env: { ...process.env, FIELDCOURSE_OUT: fresh, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: undefined },
    },
  );
  if (code !== 0) {
    await rm(fresh, { recursive: true, force: true });
    process.stderr.write(output);
    throw new Stop('the build failed', 'correct the source named above, then run the same command again');
  }
  // Read only now: straight after the clone there is no builder yet.
  const { buildVerifier } = await import('./build-verifier.mjs');
  await buildVerifier(join(fresh, 'verifier'));
  await writeFile(join(fresh, '.built-from'), wanted);
  await putInPlace(fresh, inRoot('out'));
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await runMain(build);
