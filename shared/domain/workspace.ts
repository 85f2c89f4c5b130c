import type { IsoInstant } from '#shared/lib/dates.ts';

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
};

/** A public signing key that this workspace knows; kept for ever so that old certificates stay verifiable. `id` is the key id. */
export type PublicKeyRecord = {
  readonly id: string;
  readonly publicKey: string;
  readonly owner: string;
  readonly since: IsoInstant;
};
