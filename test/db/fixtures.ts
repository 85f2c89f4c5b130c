import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { _electron, test as base } from '@playwright/test';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
export const harnessFolder = path.join(root, '.cache/harness');

let built: Promise<unknown> | undefined;

/** The app with the database harness in place of its screens, on a workspace folder. */
export type Running = { readonly app: ElectronApplication; readonly page: Page };

/** Starts the real app on a workspace; the page shown is the harness. */
export const startHarness = async (workspace: string, env: Readonly<Record<string, string>> = {}): Promise<Running> => {
  built ??= build({ configFile: path.join(import.meta.dirname, 'harness/vite.config.ts') });
  await built;
  const app = await _electron.launch({
    executablePath: process.env['ELECTRON_EXEC_PATH'] ?? '',
    args: [root, '--workspace', workspace],
    env: { ...(process.env as Record<string, string>), FIELDCOURSE_WINDOW_FOLDER: harnessFolder, ...env },
  });
  const page = await app.firstWindow();
  await page.waitForFunction(() => 'harness' in window);
  return { app, page };
};

/** Opens the database of the harness page and says what the person would be told. */
export const open = (page: Page) =>
  page.evaluate(async () => {
    const { opened } = await window.harness.open();
    return opened.kind === 'ready'
      ? { kind: opened.kind, told: opened.told.map(({ key }) => key), problem: undefined }
      : { kind: opened.kind, told: [], problem: opened.problem };
  });

/** Ends without a chance to tidy up, as when the battery dies. */
export const killHard = async ({ app }: Running): Promise<void> => {
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  app.process().kill('SIGKILL');
  await ended;
};

export const test = base.extend<{ workspace: string; harness: Running }>({
  workspace: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'fieldcourse-db-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  harness: async ({ workspace }, use) => {
    const running = await startHarness(workspace);
    await use(running);
    await running.app.close().catch(() => undefined);
  },
});

export { expect } from '@playwright/test';
