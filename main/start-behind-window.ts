import type { BrowserWindow } from 'electron';
import { app } from 'electron';
import type { Job } from '#shared/ipc/contract.ts';
import type { Answerer } from './ipc/door.ts';
import { makeHandlers } from './ipc/handlers.ts';
import { makeAnswerer } from './ipc/register.ts';
import { log, openLog } from './services/logging/log.ts';
import { startServices } from './services/start-services.ts';

/** Opens the services while the window loads, and ends the app with a clear sentence where they cannot be opened. */
export const startBehindWindow = async (
  base: string,
  folder: string,
  job: Job | undefined,
  window: BrowserWindow,
): Promise<Answerer> => {
  openLog(folder);
  const opened = await startServices(base, folder, job, app.getLocale(), Date.now);
  if (!opened.ok) {
    const { refuseToStart } = await import('./refuse-to-start.ts');
    refuseToStart(opened.error, job !== undefined);
    return new Promise<Answerer>(() => undefined);
  }
  log.info(`Fieldcourse ${app.getVersion()} on ${process.platform}, workspace ${folder}`);
  return makeAnswerer(makeHandlers(opened.value, window));
};
