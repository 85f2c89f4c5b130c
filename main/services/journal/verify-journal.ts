import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { loadAttestations } from './attestations.ts';
import type { Head } from './frame.ts';
import { genesisHash, parseFrames, textHash } from './frame.ts';

/**
 * What reading the whole chain from its beginning found; `brokenAt` names the first frame that does not follow. `erased` frames stand for a text that was
 * erased; of `toErase` an erasure was written down and not yet carried through.
 */
export type ChainReport = {
  readonly frames: number;
  readonly head: Head;
  readonly brokenAt: number | null;
  readonly erased: number;
  readonly toErase: number;
};

/** Reads every segment from the first frame on and proves the chain, and what the erasures left of it. */
export const verifyJournal = async (folder: string): Promise<ChainReport> => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.journal')).sort();
  const attestations = await loadAttestations(folder);
  let head: Head = { seq: 0, hash: genesisHash };
  let erased = 0;
  let toErase = 0;
  const broken = (): ChainReport => ({ frames: head.seq, head, brokenAt: head.seq + 1, erased, toErase });
  for (const name of files) {
    if (!name.startsWith(`${String(head.seq + 1).padStart(12, '0')}-${head.hash}`)) return broken();
    const parsed = parseFrames(await readFile(path.join(folder, name)), head, attestations.vouched);
    for (const frame of parsed.frames) {
      head = { seq: frame.seq, hash: frame.hash };
      const last = attestations.frames === 0 ? undefined : attestations.last(frame.seq);
      if (frame.erased === true) erased += 1;
      if (last !== undefined && (frame.erased !== true || last.sha256 !== textHash(frame.text))) toErase += 1;
    }
    if (parsed.torn) return broken();
  }
  return { frames: head.seq, head, brokenAt: null, erased, toErase };
};
