import { createHash } from 'node:crypto';

/**
 * One journal line: `FC1 <seq> <hash> <bytes> <text>\n`. The hash is SHA-256(previous hash ‖ text), so that a line proves all lines before it
 * and also serves as its own checksum. The text is one change set as JSON; the journal looks inside only for erasures.
 * `FCE` instead of `FC1` is a frame after an erasure: its hash is still that of the text that was there, so that the chain holds, and the text that is left
 * counts only where a later frame vouches for it (attestations.ts).
 */
export type Frame = { readonly seq: number; readonly hash: string; readonly text: string; readonly erased?: true };

/** Where a journal stands: number and hash of a frame. */
export type Head = { readonly seq: number; readonly hash: string };

/** What the first frame of all is chained to. */
export const genesisHash = '0'.repeat(64);

export const chainHash = (previous: string, text: string): string =>
  createHash('sha256').update(previous, 'hex').update(text, 'utf8').digest('hex');

export const textHash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export const encodeFrame = (frame: Frame): string =>
  `${frame.erased === true ? 'FCE' : 'FC1'} ${frame.seq} ${frame.hash} ${Buffer.byteLength(frame.text)} ${frame.text}\n`;

export type ParsedFrames = {
  readonly frames: readonly Frame[];
  /** Bytes from the start that hold whole, proven frames. */
  readonly goodBytes: number;
  readonly torn: boolean;
};

const newline = 0x0a;
const longestHeader = 120;

/** Whether somebody vouches for an erased frame. */
export type Vouched = (frame: Frame) => boolean;

const nobody: Vouched = () => false;

/** Whether bytes hold erased frames. A text has no line break, so only a header can look like this. */
export const holdsErased = (bytes: Buffer): boolean =>
  bytes.includes('\nFCE ') || bytes.subarray(0, 4).equals(Buffer.from('FCE '));

/** Reads frames that follow `seq`/`hash` from bytes; stops at the first that is cut, altered, out of order, or erased without anybody vouching for it. */
export const parseFrames = (bytes: Buffer, after: Head, vouched: Vouched = nobody): ParsedFrames => {
  const frames: Frame[] = [];
  let { seq, hash } = after;
  let at = 0;
  while (at < bytes.length) {
    const header = /^FC([1E]) (\d+) ([0-9a-f]{64}) (\d+) /.exec(
      bytes.subarray(at, at + longestHeader).toString('latin1'),
    );
    if (header === null || Number(header[2]) !== seq + 1) break;
    const from = at + header[0].length;
    const to = from + Number(header[4]);
    if (to >= bytes.length || bytes[to] !== newline) break;
    const text = bytes.subarray(from, to).toString('utf8');
    const frame: Frame = {
      seq: seq + 1,
      hash: header[3] ?? '',
      text,
      ...(header[1] === 'E' ? { erased: true } : {}),
    };
    if (frame.erased === true ? !vouched(frame) : chainHash(hash, text) !== frame.hash) break;
    seq = frame.seq;
    hash = frame.hash;
    frames.push(frame);
    at = to + 1;
  }
  return { frames, goodBytes: at, torn: at < bytes.length };
};
