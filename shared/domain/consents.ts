import type { IsoDate } from '#shared/lib/dates.ts';
import type { LocalText } from './languages.ts';

export const consentPurposes = ['administration', 'follow-up-calls', 'photo', 'sharing'] as const;
/** What a consent is for; each is asked and withdrawn alone (domain.md 8). */
export type ConsentPurpose = (typeof consentPurposes)[number];

/** A dated edition of the words that were read out or signed; `id` is `${purpose}:${version}`. Never changed once used. */
export type ConsentWording = {
  readonly id: string;
  readonly purpose: ConsentPurpose;
  readonly version: number;
  readonly from: IsoDate;
  readonly text: LocalText;
};
