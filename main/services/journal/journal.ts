import { mkdir, open, readFile, truncate, writeFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { fdatasyncSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { syncFolder } from '../files/sync-folder.ts';
import type { ErasedRecord, FrameAttestation } from '#shared/domain/erased-records.ts';
import { attestationsIn } from './attestations.ts';
import { carryErasures, planErasure } from './erase-frames.ts';
import type { Frame, Head } from './frame.ts';
import { chainHash, encodeFrame, genesisHash, holdsErased, parseFrames } from './frame.ts';
import { readFrames } from './read-frames.ts';
import type { Segment } from './segments.ts';
import { listSegments } from './segments.ts';

export type AppendError = 'disk-full' | 'disk-error' | 'journal-moved';

export type Journal = {
  readonly head: () => Head;
  /** What was found wrong at opening, for the person to be told; empty after a clean end. */
  readonly repairs: readonly JournalRepair[];
  /** Appends texts after `after` and returns when they are on the disk. On an error nothing of them stays. */
  readonly append: (after: Head, texts: readonly string[]) => Promise<Result<Head>>;
  /** Frames after `after`, at most about `maxBytes`; throws where `after` is not part of this journal. */
  readonly read: (after: Head, maxBytes: number) => Promise<readonly Frame[]>;
  /** Starts a new segment, so that the next start reads only what comes after a snapshot. */
  readonly rotate: () => Promise<void>;
  /** The frames that say something of these records, and what an erasure would leave of each. */
  readonly planErasure: (records: readonly ErasedRecord[]) => Promise<readonly FrameAttestation[]>;
  /** Carries the erasures that were written down through all files; how many frames were changed. */
  readonly carryErasures: () => Promise<number>;
  readonly close: () => Promise<void>;
};

export type JournalRepair = {
  readonly kind: 'torn-tail' | 'damaged-segment';
  readonly bytes: number;
  readonly kept: string;
};

/**
 * Up to so many bytes are written on the spot where the last sync took less than so many milliseconds: the way to another thread and back would take as
 * long again. A slow disk and a large append are waited for elsewhere, so that the windows never stand still.
 */
const [smallAppend, quickSync] = [64 * 1024, 2];

/** Appends bytes at `at` and returns when they are on the disk, with the milliseconds that the sync took. `lastSync`: what it took last time. */
const appendDurably = async (handle: FileHandle, bytes: Buffer, at: number, lastSync: number): Promise<number> => {
  const onTheSpot = bytes.length <= smallAppend && lastSync < quickSync;
  for (let done = 0; done < bytes.length;) {
    const [left, to] = [bytes.length - done, at + done];
    done += onTheSpot
      ? writeSync(handle.fd, bytes, done, left, to)
      : (await handle.write(bytes, done, left, to)).bytesWritten;
  }
  const before = performance.now();
  if (onTheSpot) fdatasyncSync(handle.fd);
  else await handle.datasync();
  return performance.now() - before;
};

const segmentName = (head: Head): string => `${String(head.seq + 1).padStart(12, '0')}-${head.hash}.journal`;

const headOf = (after: Head, frames: readonly Frame[]): Head => {
  const last = frames.at(-1);
  return last === undefined ? after : { seq: last.seq, hash: last.hash };
};

/** Cuts a torn or altered end off a segment; what was cut is kept beside it as evidence. */
const cutTail = async (segment: Segment, bytes: Buffer, goodBytes: number): Promise<JournalRepair> => {
  const kept = `${segment.file}.cut-${goodBytes}`;
  await writeFile(kept, bytes.subarray(goodBytes));
  await truncate(segment.file, goodBytes);
  const complete = bytes.at(-1) === 0x0a;
  return {
    kind: complete ? 'damaged-segment' : 'torn-tail',
    bytes: bytes.length - goodBytes,
    kept: path.basename(kept),
  };
};

const errorCode = (error: unknown): AppendError => {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'disk-error';
};

const buildFrames = (head: Head, texts: readonly string[]): readonly Frame[] => {
  let { seq, hash } = head;
  return texts.map((text) => {
    seq += 1;
    hash = chainHash(hash, text);
    return { seq, hash, text };
  });
};

const openLast = async (
  folder: string,
): Promise<{ segment: Segment; head: Head; size: number; repairs: JournalRepair[] }> => {
  const segments = await listSegments(folder);
  const segment = segments.at(-1) ?? {
    file: path.join(folder, segmentName({ seq: 0, hash: genesisHash })),
    after: { seq: 0, hash: genesisHash },
  };
  if (segments.length === 0) {
    await writeFile(segment.file, '', { mode: 0o600 });
    await syncFolder(folder);
    return { segment, head: segment.after, size: 0, repairs: [] };
  }
  const bytes = await readFile(segment.file);
  const vouched = holdsErased(bytes) ? attestationsIn(bytes, segment.after).vouched : undefined;
  const parsed = parseFrames(bytes, segment.after, vouched);
  const repairs = parsed.torn ? [await cutTail(segment, bytes, parsed.goodBytes)] : [];
  return { segment, head: headOf(segment.after, parsed.frames), size: parsed.goodBytes, repairs };
};

const readSome = async (folder: string, after: Head, maxBytes: number): Promise<readonly Frame[]> => {
  const frames: Frame[] = [];
  let size = 0;
  for await (const frame of readFrames(folder, after)) {
    frames.push(frame);
    size += frame.text.length;
    if (size > maxBytes) break;
  }
  return frames;
};

/** Opens (or makes) the journal in a folder. Only its last segment is read; `verifyJournal` reads all. */
export const openJournal = async (folder: string): Promise<Journal> => {
  await mkdir(folder, { recursive: true });
  const opened = await openLast(folder);
  let { head, size } = opened;
  let handle: FileHandle = await open(opened.segment.file, 'r+');
  let queue: Promise<unknown> = Promise.resolve();
  let lastSync = Number.POSITIVE_INFINITY;

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const run = queue.then(work, work);
    queue = run.catch(() => undefined);
    return run;
  };

  const appendNow = async (after: Head, texts: readonly string[]): Promise<Result<Head>> => {
    if (after.seq !== head.seq || after.hash !== head.hash)
      return fail('journal-moved', { expected: after.seq, found: head.seq });
    const frames = buildFrames(head, texts);
    const bytes = Buffer.from(frames.map(encodeFrame).join(''));
    try {
      lastSync = await appendDurably(handle, bytes, size, lastSync);
    } catch (error) {
      await handle.truncate(size).catch(() => undefined);
      return fail(errorCode(error));
    }
    size += bytes.length;
    head = headOf(head, frames);
    return ok(head);
  };

  const rotateNow = async (): Promise<void> => {
    if (size === 0) return;
    const next = path.join(folder, segmentName(head));
    await writeFile(next, '', { mode: 0o600, flag: 'wx' });
    await syncFolder(folder);
    await handle.close();
    handle = await open(next, 'r+');
    size = 0;
  };

  return {
    head: () => head,
    repairs: opened.repairs,
    append: (after, texts) => inTurn(() => appendNow(after, texts)),
    read: (after, maxBytes) => inTurn(() => readSome(folder, after, maxBytes)),
    rotate: () => inTurn(rotateNow),
    planErasure: (records) => inTurn(() => planErasure(folder, records)),
    carryErasures: () =>
      inTurn(async () => {
        // The file that is appended to is never written anew.
        await rotateNow();
        return carryErasures(folder);
      }),
    close: () => inTurn(() => handle.close()),
  };
};
