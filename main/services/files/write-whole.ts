import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from './sync-folder.ts';

/** Writes a file so that it is either there whole or not at all: a temporary file beside it, synced, then renamed. */
export const writeWhole = async (file: string, content: string | Uint8Array, mode = 0o600): Promise<void> => {
  const temporary = `${file}.${process.pid}.part`;
  try {
    const handle = await open(temporary, 'w', mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
    await syncFolder(path.dirname(file));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
};
