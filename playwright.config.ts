import { existsSync, readFileSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// The Electron that scripts/setup.mjs found; variables that are set already come first.
const found = new URL('./.cache/electron-environment.json', import.meta.url);
if (existsSync(found)) {
  const environment = JSON.parse(readFileSync(found, 'utf8')) as Record<string, string>;
  for (const [name, value] of Object.entries(environment)) process.env[name] ??= value;
}

const results = process.env['FIELDCOURSE_RESULTS'];

// A journey that a busy machine broke may be made once more, and the summary says so; a database test that fails once in a while has lost data.
const journeyRetries = process.env['CI'] ? 1 : 0;

export default defineConfig({
  // One Electron at a time: the tests measure, kill and restart it.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results',
  reporter: results ? [['list'], ['json', { outputFile: results }]] : [['list']],
  projects: [
    { name: 'db', testDir: 'test/db', testMatch: '**/*.{spec,test}.ts', retries: 0 },
    { name: 'e2e', testDir: 'test/e2e', testMatch: '**/*.spec.ts', retries: journeyRetries },
    { name: 'packaged', testDir: 'test/e2e', testMatch: '**/*.spec.ts', grep: /@packaged/, retries: journeyRetries },
  ],
});
