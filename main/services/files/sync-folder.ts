import { open } from 'node:fs/promises';

/** Makes a rename or a new file in a folder durable. Windows has no such call and needs none for NTFS metadata. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
