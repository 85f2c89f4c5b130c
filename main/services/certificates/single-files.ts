import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/** Pieces of this size are gathered before they are written: a page is many objects of a few bytes. */
const gathered = 1 << 14;

const inLargePieces = (pieces: readonly Uint8Array[]): readonly Uint8Array[] => {
  const large: Uint8Array[] = [];
  let small: Uint8Array[] = [];
  const close = (): void => {
    if (small.length > 0) large.push(Buffer.concat(small));
    small = [];
  };
  for (const piece of pieces) {
    if (piece.length < gathered) small.push(piece);
    else {
      close();
      large.push(piece);
    }
  }
  close();
  return large;
};

/** Not synced one by one: a lost file is written again from the register, and a thousand syncs would take longer than the drawing. */
export const writeSmallFile = (file: string, pieces: readonly Uint8Array[]): void => {
  const temporary = `${file}.${process.pid}.part`;
  try {
    const handle = openSync(temporary, 'w', 0o644);
    try {
      for (const piece of inLargePieces(pieces))
        for (let at = 0; at < piece.length;) at += writeSync(handle, piece, at);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
};

/** The pieces that files of one batch begin with alike: the head and what their pages share. */
const sharedPieces = 2;

/** SHA-256 of files in pieces. What one file begins with as the file before did, by the very same pieces, is not hashed again. */
export const createPiecesHash = (): ((pieces: readonly Uint8Array[]) => string) => {
  let known: { readonly pieces: readonly Uint8Array[]; readonly hash: Hash } | undefined;
  return (pieces) => {
    const first = pieces.slice(0, sharedPieces);
    if (
      known === undefined ||
      known.pieces.length !== first.length ||
      first.some((piece, at) => piece !== known?.pieces[at])
    ) {
      const hash = createHash('sha256');
      for (const piece of first) hash.update(piece);
      known = { pieces: first, hash };
    }
    const hash = known.hash.copy();
    for (const piece of pieces.slice(sharedPieces)) hash.update(piece);
    return hash.digest('hex');
  };
};
