import path from 'node:path';
import { defineConfig } from 'vite';

// The database layer of the window in a page of its own, served by the app in place of its window (FIELDCOURSE_WINDOW_FOLDER).
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  logLevel: 'warn',
  build: {
    target: 'chrome130',
    outDir: path.resolve(import.meta.dirname, '../../../.cache/harness'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
  },
});
