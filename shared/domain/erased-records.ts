import type { TableName } from './tables.ts';

/** A record that an erasure makes anonymous: the whole of it, or the fields `f` alone. */
export type ErasedRecord = { readonly t: TableName; readonly id: string; readonly f?: readonly string[] };

/** What stands in for a frame of the history since an erasure: its number, its hash in the chain, and the SHA-256 (hex) of the text that is left. */
export type FrameAttestation = { readonly seq: number; readonly hash: string; readonly sha256: string };

/** What an erasure takes away, and what it vouches for in the history. Ids are random and say nothing of a person. */
export type Erasure = { readonly records: readonly ErasedRecord[]; readonly frames: readonly FrameAttestation[] };
