import { join } from 'node:path';
import { build } from 'vite';
import { inRoot } from '../scripts/paths.mjs';

/** Where the bench's own pages and programs are built; beside the app's build, which it does not touch. */
export const built = inRoot('.cache', 'bench');

/** The page with the app's database layer and its peers, shown in place of the app's window. */
export const buildHarness = async () => {
  await build({
    root: inRoot('bench', 'harness'),
    base: './',
    configFile: false,
    logLevel: 'warn',
    build: {
      target: 'chrome130',
      outDir: join(built, 'harness'),
      emptyOutDir: true,
      modulePreload: { polyfill: false },
    },
  });
  return join(built, 'harness');
};

/** A program of the bench for Node, as one file named after its folder. */
const buildProgram = async (name, ...entry) => {
  await build({
    root: inRoot('bench'),
    configFile: false,
    logLevel: 'warn',
    build: {
      target: 'node20',
      ssr: inRoot('bench', ...entry),
      outDir: join(built, name),
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  return join(built, name, `${name}.mjs`);
};

/** The certificate engine and its peer. */
export const buildCertificates = () => buildProgram('certificates', 'certificates', 'render.ts');

/** The results of a cohort. */
export const buildResults = () => buildProgram('results', 'harness', 'grid-data.ts');

/** The rows of many alumni and the pure function over them. */
export const buildOutcomes = () => buildProgram('outcomes', 'harness', 'outcome-data.ts');
