import { readFile } from 'node:fs/promises';
import type { Attestations } from './attestations.ts';
import { loadAttestations } from './attestations.ts';
import type { Frame, Head } from './frame.ts';
import { holdsErased, parseFrames } from './frame.ts';
import { listSegments } from './segments.ts';

/**
 * Frames after a known head, in order, each proven by the chain or, after an erasure, by what vouches for it. Throws where the head is not part of this
 * journal or where a frame between two segments is missing.
 */
export async function* readFrames(folder: string, after: Head): AsyncGenerator<Frame> {
  const segments = await listSegments(folder);
  const first = Math.max(
    0,
    segments.findLastIndex((segment) => segment.after.seq <= after.seq),
  );
  let reached: Head | undefined;
  let attestations: Attestations | undefined;
  for (const segment of segments.slice(first)) {
    if (reached !== undefined && (segment.after.seq !== reached.seq || segment.after.hash !== reached.hash)) {
      throw new Error(`The journal has a gap after ${reached.seq}`);
    }
    reached = segment.after;
    if (reached.seq === after.seq && reached.hash !== after.hash)
      throw new Error(`The journal says something else at ${after.seq}`);
    const bytes = await readFile(segment.file);
    if (attestations === undefined && holdsErased(bytes))
      attestations = await loadAttestations(folder, segment.after.seq);
    for (const frame of parseFrames(bytes, segment.after, attestations?.vouched).frames) {
      reached = { seq: frame.seq, hash: frame.hash };
      if (frame.seq === after.seq && frame.hash !== after.hash)
        throw new Error(`The journal says something else at ${after.seq}`);
      if (frame.seq > after.seq) yield frame;
    }
  }
  if ((reached?.seq ?? 0) < after.seq) throw new Error(`The journal ends before ${after.seq}`);
}
