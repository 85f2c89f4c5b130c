import type { IsoInstant } from '#shared/lib/dates.ts';

/** That data left the workspace: what, for whom, with names or without. One record per export, never changed. */
export type ExportNote = {
  readonly id: string;
  readonly at: IsoInstant;
  readonly by: string;
  readonly kind: string;
  readonly what: string;
  readonly rows: number;
  readonly named: boolean;
};
