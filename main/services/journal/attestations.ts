import { readFile } from 'node:fs/promises';
import type { Erasure } from '#shared/domain/erased-records.ts';
import { erasureIn } from '#shared/domain/erasure.ts';
import type { Frame, Vouched } from './frame.ts';
import { parseFrames, textHash } from './frame.ts';
import { listSegments } from './segments.ts';

type Claim = { readonly hash: string; readonly sha256: string; readonly erasure: Erasure };

/** What the erasures of a journal vouch for. */
export type Attestations = {
  /** Whether the text of an erased frame is one that an erasure left. Until an erasure is carried through, the text of the one before it holds as well. */
  readonly vouched: Vouched;
  /** What the last erasure that concerns a frame leaves of it; undefined where none does. */
  readonly last: (seq: number) => Claim | undefined;
  readonly frames: number;
};

type Claims = Map<number, Claim[]>;

const isVouched = (claims: Claims, { seq, hash, text }: Frame): boolean => {
  const own = claims.get(seq);
  if (own === undefined) return false;
  const sha256 = textHash(text);
  return own.some((claim) => claim.hash === hash && claim.sha256 === sha256);
};

/**
 * Goes through frames that may carry erasures from the last to the first: one that is itself proven by the chain is believed, one that was erased in part only
 * where a later one vouches for it. An erasure speaks of frames before it alone.
 */
const attestationsOf = (carriers: readonly Frame[]): Attestations => {
  const claims: Claims = new Map();
  for (const frame of carriers.toReversed()) {
    if (frame.erased === true && !isVouched(claims, frame)) continue;
    const erasure = erasureIn(frame.text);
    for (const { seq, hash, sha256 } of erasure?.frames ?? []) {
      if (erasure === undefined || seq >= frame.seq) continue;
      const own = claims.get(seq);
      if (own === undefined) claims.set(seq, [{ hash, sha256, erasure }]);
      else own.push({ hash, sha256, erasure });
    }
  }
  return {
    vouched: (frame) => isVouched(claims, frame),
    last: (seq) => claims.get(seq)?.[0],
    frames: claims.size,
  };
};

const mayCarry = ({ text }: Frame): boolean => text.includes('"kind":"erase"');

/** What the erasures in one segment vouch for. */
export const attestationsIn = (bytes: Buffer, after: { readonly seq: number; readonly hash: string }): Attestations =>
  attestationsOf(parseFrames(bytes, after, () => true).frames.filter(mayCarry));

/** What all erasures of a journal vouch for; `from` leaves out segments that end before this number. */
export const loadAttestations = async (folder: string, from = 0): Promise<Attestations> => {
  const segments = await listSegments(folder);
  const first = Math.max(
    0,
    segments.findLastIndex(({ after }) => after.seq <= from),
  );
  const carriers: Frame[] = [];
  for (const { file, after } of segments.slice(first))
    carriers.push(...parseFrames(await readFile(file), after, () => true).frames.filter(mayCarry));
  return attestationsOf(carriers);
};
