import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { genesisHash, parseFrames } from './frame.ts';
import type { Head } from './frame.ts';

/** What reading the whole chain from its beginning found. */
export type ChainReport = { readonly frames: number; readonly head: Head; readonly brokenAt: number | null };

/** Reads every segment from the first frame on and proves the chain; `brokenAt` names the first frame that does not follow. */
export const verifyJournal = async (folder: string): Promise<ChainReport> => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.journal')).sort();
  let head: Head = { seq: 0, hash: genesisHash };
  for (const name of files) {
    if (!name.startsWith(`${String(head.seq + 1).padStart(12, '0')}-${head.hash}`))
      return { frames: head.seq, head, brokenAt: head.seq + 1 };
    const parsed = parseFrames(await readFile(path.join(folder, name)), head);
    const last = parsed.frames.at(-1);
    if (last !== undefined) head = { seq: last.seq, hash: last.hash };
    if (parsed.torn) return { frames: head.seq, head, brokenAt: head.seq + 1 };
  }
  return { frames: head.seq, head, brokenAt: null };
};
