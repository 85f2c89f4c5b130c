import { readdir, truncate } from 'node:fs/promises';
import path from 'node:path';
import log from 'electron-log/main';

/** Sends the log to a file of the workspace. Standard output belongs to the terminal jobs, so nothing is printed there. */
export const openLog = (folder: string): void => {
  log.transports.file.resolvePathFn = () => path.join(folder, 'logs', 'fieldcourse.log');
  log.transports.file.maxSize = 2 * 1024 * 1024;
  log.transports.console.level = false;
};

/** Empties the log and those before it: what went wrong may name somebody who was erased since. */
export const emptyLogs = async (folder: string): Promise<void> => {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) await truncate(path.join(folder, name)).catch(() => undefined);
};

export { log };
