import type { IsoDate } from '#shared/lib/dates.ts';
import type { LocalText } from './languages.ts';

export const consentPurposes = ['administration', 'follow-up-calls', 'photo', 'sharing'] as const;
/** What a consent is for; each is asked and withdrawn alone (domain.md 8). */
export type ConsentPurpose = (typeof consentPurposes)[number];

export const consentMethods = ['signed', 'spoken', 'message'] as const;
/** How a person said so: on paper, by word of mouth, or in a written message. */
export type ConsentMethod = (typeof consentMethods)[number];

/** A dated edition of the words that were read out or signed; `id` is `${purpose}:${version}`. Never changed once used. */
export type ConsentWording = {
  readonly id: string;
  readonly purpose: ConsentPurpose;
  readonly version: number;
  readonly from: IsoDate;
  readonly text: LocalText;
};

/** One consent of a person: to which edition, when and how; and, where it was taken back, when and how. Nothing of it is ever overwritten. */
export type Consent = {
  readonly purpose: ConsentPurpose;
  /** The edition that was read out or signed; absent where nobody wrote it down. */
  readonly wording?: string;
  readonly on: IsoDate;
  readonly how: ConsentMethod;
  readonly withdrawn?: { readonly on: IsoDate; readonly how: ConsentMethod };
};

/** The part of a person that holds their consents. */
type Consenting = { readonly consents?: readonly Consent[] };

/** How a person stands to a purpose. `declined`: said no, or took a consent back. */
export type ConsentState = 'given' | 'declined' | 'not-asked';

/** The id of an edition. */
export const wordingId = (purpose: ConsentPurpose, version: number): string => `${purpose}:${version}`;

const consentsTo = (person: Consenting | undefined, purpose: ConsentPurpose): readonly Consent[] =>
  (person?.consents ?? []).filter((consent) => consent.purpose === purpose);

/** The consent to a purpose that counts: the last one written down; undefined where there is none. */
export const lastConsent = (person: Consenting | undefined, purpose: ConsentPurpose): Consent | undefined =>
  consentsTo(person, purpose).at(-1);

/**
 * How a person stands to a purpose now. For follow-up calls the flag of the enrolment (`consentCalls`: from the registration form, or said on the telephone)
 * counts as well, and a no in either place is a no. A consent that was taken back is a no from that moment on.
 */
export const consentFor = (
  person: Consenting | undefined,
  enrolment: { readonly consentCalls?: boolean } | undefined,
  purpose: ConsentPurpose,
): ConsentState => {
  const last = lastConsent(person, purpose);
  const flag = purpose === 'follow-up-calls' ? enrolment?.consentCalls : undefined;
  if (last?.withdrawn !== undefined || flag === false) return 'declined';
  return last !== undefined || flag === true ? 'given' : 'not-asked';
};

/** The person with one more consent. A consent to the same purpose before it stays in the list. */
export const giveConsent = <P extends Consenting>(person: P, consent: Consent): P => ({
  ...person,
  consents: [...(person.consents ?? []), consent],
});

/** The person with the consent to a purpose taken back; a person who never gave one is noted as having said no. */
export const withdrawConsent = <P extends Consenting>(
  person: P,
  purpose: ConsentPurpose,
  withdrawn: NonNullable<Consent['withdrawn']>,
): P => {
  const consents = person.consents ?? [];
  const at = consents.findLastIndex((consent) => consent.purpose === purpose);
  const last = consents[at];
  if (last === undefined) return giveConsent(person, { purpose, ...withdrawn, withdrawn });
  if (last.withdrawn !== undefined) return person;
  return { ...person, consents: consents.with(at, { ...last, withdrawn }) };
};

/** The edition of a purpose's wording that is in use on a day: the latest that holds by then. */
export const wordingInUse = (
  wordings: readonly ConsentWording[],
  purpose: ConsentPurpose,
  on: IsoDate,
): ConsentWording | undefined =>
  wordings
    .filter((wording) => wording.purpose === purpose && wording.from <= on)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.version - b.version))
    .at(-1);

/** The number of the next edition of a purpose's wording. */
export const nextVersion = (wordings: readonly ConsentWording[], purpose: ConsentPurpose): number =>
  1 + Math.max(0, ...wordings.filter((wording) => wording.purpose === purpose).map(({ version }) => version));
