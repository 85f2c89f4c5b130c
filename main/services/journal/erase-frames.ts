import { readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ErasedRecord, Erasure, FrameAttestation } from '#shared/domain/erased-records.ts';
import type { ErasureTargets } from '#shared/domain/erasure.ts';
import { erasureTargets, redactText } from '#shared/domain/erasure.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { Attestations } from './attestations.ts';
import { loadAttestations } from './attestations.ts';
import type { Frame } from './frame.ts';
import { encodeFrame, genesisHash, parseFrames, textHash } from './frame.ts';
import { readFrames } from './read-frames.ts';
import { listSegments } from './segments.ts';

/** The frames that say something of the records, each with what would be left of it. Nothing is written. */
export const planErasure = async (
  folder: string,
  records: readonly ErasedRecord[],
): Promise<readonly FrameAttestation[]> => {
  const targets = erasureTargets(records);
  const found: FrameAttestation[] = [];
  for await (const { seq, hash, text } of readFrames(folder, { seq: 0, hash: genesisHash })) {
    const left = redactText(text, targets);
    if (left !== text) found.push({ seq, hash, sha256: textHash(left) });
  }
  return found;
};

type Redact = (frame: Frame) => Frame;

const redactWith = (attestations: Attestations): Redact => {
  const targetsOf = new Map<Erasure, ErasureTargets>();
  return (frame) => {
    const claim = attestations.last(frame.seq);
    if (claim === undefined || (frame.erased === true && claim.sha256 === textHash(frame.text))) return frame;
    const targets = targetsOf.get(claim.erasure) ?? erasureTargets(claim.erasure.records);
    targetsOf.set(claim.erasure, targets);
    const left = redactText(frame.text, targets);
    if (textHash(left) !== claim.sha256)
      throw new Error(`Frame ${frame.seq} would not be what the erasure says is left of it`);
    return { ...frame, text: left, erased: true };
  };
};

/**
 * Carries every erasure that was written down through the segments: each file that still says what was erased is written anew beside the old one, synced,
 * and put in its place. What was cut off earlier ends and left by cut-off writes goes, too. A process killed at any point does the rest the next time.
 * The open segment must be empty (the journal begins a new one first). Returns how many frames were changed.
 */
export const carryErasures = async (folder: string): Promise<number> => {
  const attestations = await loadAttestations(folder);
  const redact = redactWith(attestations);
  let changed = 0;
  for (const { file, after } of attestations.frames === 0 ? [] : await listSegments(folder)) {
    const { frames, torn } = parseFrames(await readFile(file), after, attestations.vouched);
    if (torn) throw new Error(`${path.basename(file)} cannot be read to its end`);
    const left = frames.map(redact);
    const own = left.filter((frame, index) => frame !== frames[index]).length;
    if (own > 0) await writeWhole(file, left.map(encodeFrame).join(''));
    changed += own;
  }
  for (const name of await readdir(folder))
    if (/\.cut-\d+$|\.part$/.test(name)) await rm(path.join(folder, name), { force: true });
  return changed;
};
