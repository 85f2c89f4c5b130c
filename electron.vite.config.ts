import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;
const here = (path: string): string => resolve(root, path);
// scripts/build.mjs builds elsewhere and renames.
const out = (part: string): string => resolve(process.env['FIELDCOURSE_OUT'] ?? here('out'), part);

// Worker threads are entries of their own and land beside index.js, so that
// `new URL('./certificates-worker.js', import.meta.url)` holds from any chunk of the main process.
const workers: Record<string, string> = Object.fromEntries(
  ['certificates', 'backups', 'papers']
    .map((service) => [`${service}-worker`, here(`main/services/${service}/worker.ts`)] as const)
    .filter(([, path]) => existsSync(path)),
);

// The oldest Electron the app runs on is 33: Chromium 130, Node 20.18.
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      outDir: out('main'),
      sourcemap: false,
      minify: false,
      externalizeDeps: { exclude: ['zod', 'i18next', 'electron-store', 'electron-log'] },
      rollupOptions: {
        input: { index: here('main/index.ts'), ...workers },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          // A start reads less; names stay, so that a trace in the log can be read.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: out('preload'),
      sourcemap: false,
      minify: false,
      // A sandboxed preload can require nothing but electron: everything else is bundled in.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: here('main/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('renderer'),
    base: './',
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: out('renderer'),
      emptyOutDir: true,
      sourcemap: false,
      // Fonts and images stay files: the content security policy allows no data: fonts.
      assetsInlineLimit: 0,
      minify: true,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { index: here('renderer/index.html') },
        // What every start needs is one file: each further one is a question to the main process, which is busy then.
        output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
      },
    },
  },
});
