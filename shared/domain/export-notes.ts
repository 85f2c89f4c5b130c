import type { IsoInstant } from '#shared/lib/dates.ts';

/**
 * That data left the workspace: what (`kind`, message key `exports.about.kinds.<kind>`), into which file, with names or without. One record per export, never
 * changed. `what` is the name of the file without its folder, and the cohort where it is of one.
 */
export type ExportNote = {
  readonly id: string;
  readonly at: IsoInstant;
  readonly by: string;
  readonly kind: string;
  readonly what: string;
  readonly rows: number;
  readonly named: boolean;
};
