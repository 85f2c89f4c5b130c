import { createHash } from 'node:crypto';

/**
 * One journal line: `FC1 <seq> <hash> <bytes> <text>\n`. The hash is SHA-256(previous hash ‖ text), so that a line proves all lines before it
 * and also serves as its own checksum. The text is one change set as JSON; the journal never looks inside.
 */
export type Frame = { readonly seq: number; readonly hash: string; readonly text: string };

/** Where a journal stands: number and hash of a frame. */
export type Head = { readonly seq: number; readonly hash: string };

/** What the first frame of all is chained to. */
export const genesisHash = '0'.repeat(64);

export const chainHash = (previous: string, text: string): string =>
  createHash('sha256').update(previous, 'hex').update(text, 'utf8').digest('hex');

export const encodeFrame = (frame: Frame): string =>
  `FC1 ${frame.seq} ${frame.hash} ${Buffer.byteLength(frame.text)} ${frame.text}\n`;

export type ParsedFrames = {
  readonly frames: readonly Frame[];
  /** Bytes from the start that hold whole, proven frames. */
  readonly goodBytes: number;
  readonly torn: boolean;
};

const newline = 0x0a;
const longestHeader = 120;

/** Reads frames that follow `seq`/`hash` from bytes; stops at the first that is cut, altered or out of order. */
export const parseFrames = (bytes: Buffer, after: { readonly seq: number; readonly hash: string }): ParsedFrames => {
  const frames: Frame[] = [];
  let { seq, hash } = after;
  let at = 0;
  while (at < bytes.length) {
    const header = /^FC1 (\d+) ([0-9a-f]{64}) (\d+) /.exec(bytes.subarray(at, at + longestHeader).toString('latin1'));
    if (header === null || Number(header[1]) !== seq + 1) break;
    const from = at + header[0].length;
    const to = from + Number(header[3]);
    if (to >= bytes.length || bytes[to] !== newline) break;
    const text = bytes.subarray(from, to).toString('utf8');
    const chained = chainHash(hash, text);
    if (chained !== header[2]) break;
    seq += 1;
    hash = chained;
    frames.push({ seq, hash, text });
    at = to + 1;
  }
  return { frames, goodBytes: at, torn: at < bytes.length };
};
