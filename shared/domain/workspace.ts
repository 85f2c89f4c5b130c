import type { IsoInstant } from '#shared/lib/dates.ts';
import type { Retention } from './retention-times.ts';

export const roles = [
  'coordinator',
  'facilitator',
  'mentor',
  'marker',
  'moderator',
  'programme-officer',
  'viewer',
] as const;
export type Role = (typeof roles)[number];

/** The data of one installation; one record, `id` is always `workspace`. `demonstration` marks invented data on every screen. */
export type Workspace = {
  readonly id: 'workspace';
  readonly name: string;
  readonly demonstration: boolean;
  readonly created: IsoInstant;
  /** How long each kind of data is kept, where the workspace decided on other times than the default ones. */
  readonly retention?: Retention;
  /** Those who call alumni, with the languages they speak. */
  readonly interviewers?: Readonly<Record<string, readonly string[]>>;
  /** An erasure was written down and has not yet been carried through journal, snapshots and database. */
  readonly erasing?: true;
};

/** A public signing key that this workspace knows; kept for ever so that old certificates stay verifiable. `id` is the key id. */
export type PublicKeyRecord = {
  readonly id: string;
  readonly publicKey: string;
  readonly owner: string;
  readonly since: IsoInstant;
};
