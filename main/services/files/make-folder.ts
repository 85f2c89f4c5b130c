import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

const isFolder = (at: string): boolean => statSync(at, { throwIfNoEntry: false })?.isDirectory() === true;

/** Makes a folder and those above it one by one: Node's own `recursive` never ends where the system denies that a parent can be made. */
export const makeFolder = (folder: string, mode?: number): void => {
  if (isFolder(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent, mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Somebody else made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !isFolder(folder)) throw error;
  }
};
