import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { built } from './prepare.mjs';

/** A fresh folder on the disk of the checkout: a temporary folder may lie in memory, where syncing costs nothing. */
export const freshFolder = async (name) => {
  await mkdir(built, { recursive: true });
  return mkdtemp(join(built, `${name}-`));
};

/** @param {string} folder */
export const removeFolder = (folder) => rm(folder, { recursive: true, force: true, maxRetries: 5 });

/**
 * Starts the real app on a workspace, with another page in its window where one is given.
 *
 * @param {{ app: string, workspace: string, windowFolder?: string }} options
 */
export const startApp = async ({ app, workspace, windowFolder }) => {
  const env = { ...process.env, ...(windowFolder === undefined ? {} : { FIELDCOURSE_WINDOW_FOLDER: windowFolder }) };
  const electron = await _electron.launch({
    executablePath: process.env.ELECTRON_EXEC_PATH,
    args: [app, '--workspace', workspace],
    env,
  });
  const page = await electron.firstWindow();
  return { page, evaluate: (work) => electron.evaluate(work), close: () => electron.close() };
};

/** The app with the bench's page, its database open. */
export const startHarness = async ({ app, workspace, windowFolder }) => {
  const running = await startApp({ app, workspace, windowFolder });
  await running.page.waitForFunction(() => 'bench' in window);
  await running.page.evaluate(() => window.bench.open());
  return running;
};
