import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Frame } from './frame.ts';
import { parseFrames } from './frame.ts';
import type { Head } from './frame.ts';

/** Segments of a journal folder in order, each with the head it follows. */
export const listSegments = async (
  folder: string,
): Promise<readonly { readonly file: string; readonly after: Head }[]> =>
  (await readdir(folder))
    .flatMap((name) => {
      const match = /^(\d{12})-([0-9a-f]{64})\.journal$/.exec(name);
      return match === null
        ? []
        : [{ file: path.join(folder, name), after: { seq: Number(match[1]) - 1, hash: match[2] ?? '' } }];
    })
    .sort((a, b) => a.after.seq - b.after.seq);

/**
 * Frames after a known head, in order, each proven by the chain. Throws where the head is not part of this journal or where a frame
 * between two segments is missing.
 */
export async function* readFrames(folder: string, after: Head): AsyncGenerator<Frame> {
  const segments = await listSegments(folder);
  const first = Math.max(
    0,
    segments.findLastIndex((segment) => segment.after.seq <= after.seq),
  );
  let reached: Head | undefined;
  for (const segment of segments.slice(first)) {
    if (reached !== undefined && (segment.after.seq !== reached.seq || segment.after.hash !== reached.hash)) {
      throw new Error(`The journal has a gap after ${reached.seq}`);
    }
    reached = segment.after;
    if (reached.seq === after.seq && reached.hash !== after.hash)
      throw new Error(`The journal says something else at ${after.seq}`);
    for (const frame of parseFrames(await readFile(segment.file), segment.after).frames) {
      reached = { seq: frame.seq, hash: frame.hash };
      if (frame.seq === after.seq && frame.hash !== after.hash)
        throw new Error(`The journal says something else at ${after.seq}`);
      if (frame.seq > after.seq) yield frame;
    }
  }
  if ((reached?.seq ?? 0) < after.seq) throw new Error(`The journal ends before ${after.seq}`);
}
