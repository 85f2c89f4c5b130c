import type { IsoDate } from '#shared/lib/dates.ts';

export const retentionKinds = ['contacts', 'marks', 'baseline', 'answers'] as const;
/** Kinds of data that are kept for a time. The register of certificates is kept for ever and is none of them. */
export type RetentionKind = (typeof retentionKinds)[number];

/** Months that each kind is kept after a person's last day with the programme, and who decided so when. */
export type Retention = {
  readonly months: Readonly<Record<RetentionKind, number>>;
  readonly setBy: string;
  readonly setOn: IsoDate;
};

/**
 * Months by kind where the workspace decided on nothing (our own choice, no source): contacts and answers as long as the last wave and a report need them,
 * marks as long as a complaint may come.
 */
export const defaultMonths: Readonly<Record<RetentionKind, number>> = {
  contacts: 36,
  marks: 84,
  baseline: 60,
  answers: 60,
};

/** The least and the most months that can be set: less would take away what is still needed, more is for ever. */
export const monthsRange = { least: 1, most: 600 };

/** True for a number of months that can be set. */
export const isMonths = (value: number): boolean =>
  Number.isInteger(value) && value >= monthsRange.least && value <= monthsRange.most;
