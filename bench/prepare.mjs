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

/** The certificate engine and its peer as a program for Node. */
export const buildCertificates = async () => {
  await build({
    root: inRoot('bench'),
    configFile: false,
    logLevel: 'warn',
    build: {
      target: 'node20',
      ssr: inRoot('bench', 'certificates', 'render.ts'),
      outDir: join(built, 'certificates'),
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'render.mjs' } },
    },
  });
  return join(built, 'certificates', 'render.mjs');
};

/** The results of a cohort as a program for Node. */
export const buildResults = async () => {
  await build({
    root: inRoot('bench'),
    configFile: false,
    logLevel: 'warn',
    build: {
      target: 'node20',
      ssr: inRoot('bench', 'harness', 'grid-data.ts'),
      outDir: join(built, 'results'),
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'results.mjs' } },
    },
  });
  return join(built, 'results', 'results.mjs');
};

/** The rows of many alumni and the pure function over them as a program for Node. */
export const buildOutcomes = async () => {
  await build({
    root: inRoot('bench'),
    configFile: false,
    logLevel: 'warn',
    build: {
      target: 'node20',
      ssr: inRoot('bench', 'harness', 'outcome-data.ts'),
      outDir: join(built, 'outcomes'),
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'outcomes.mjs' } },
    },
  });
  return join(built, 'outcomes', 'outcomes.mjs');
};
