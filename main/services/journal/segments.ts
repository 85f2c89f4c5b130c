import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Head } from './frame.ts';

/** A file of the journal and the head that its first frame follows. */
export type Segment = { readonly file: string; readonly after: Head };

/** Segments of a journal folder in order. */
export const listSegments = async (folder: string): Promise<readonly Segment[]> =>
  (await readdir(folder))
    .flatMap((name) => {
      const match = /^(\d{12})-([0-9a-f]{64})\.journal$/.exec(name);
      return match === null
        ? []
        : [{ file: path.join(folder, name), after: { seq: Number(match[1]) - 1, hash: match[2] ?? '' } }];
    })
    .sort((a, b) => a.after.seq - b.after.seq);
