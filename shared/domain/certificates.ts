import type { IsoDate, IsoInstant } from '#shared/lib/dates.ts';
import type { Signatory } from './cohorts.ts';
import type { DesignValues, DocumentTables } from './designed-documents.ts';
import type { CertificateId, CohortId, EnrolmentId, PersonId } from './ids.ts';
import { localeOf } from './languages.ts';
import type { Serial } from './serials.ts';

/** The words beside a partner's or a ministry's emblem. */
export type LogoLabel = { readonly name: string; readonly detail?: string };

/** The words round the seal; templates without a seal leave them out. */
export type SealText = { readonly text: string; readonly year: string };

/** Results as they stood at issue. `overall` is per cent in tenths, a module's `result` likewise; `hours` were attended. */
export type ResultsSummary = {
  readonly overall: number;
  readonly hours: number;
  readonly modules: readonly { readonly number: number; readonly title: string; readonly result: number }[];
};

/**
 * What a document of the register is: the certificate of the award, the statement of results, a certificate of attendance of the whole programme or of one
 * module. All take their serials from the same blocks. One without a kind is a certificate.
 */
export const documentKinds = ['certificate', 'transcript', 'attendance', 'module-attendance'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** A template and its edition; editions are never changed once used, so a reprint finds the same one. */
export type TemplateReference = { readonly name: string; readonly version: number };

/**
 * Everything a certificate says, frozen at issue: nothing on the paper is looked up again, so a reprint is the same whatever has
 * changed since. Texts are NFC and already in the certificate's `language`; `payload` is the signed text of the code.
 */
export type CertificateSnapshot = {
  readonly serial: Serial;
  readonly name: string;
  readonly programme: { readonly title: string; readonly version: string };
  readonly award: string;
  readonly awardText: readonly string[];
  readonly placeAndDate: string;
  readonly place: string;
  readonly awardedOn: IsoDate;
  readonly issuedOn: IsoDate;
  readonly results: ResultsSummary;
  readonly signatories: readonly Signatory[];
  readonly partner?: LogoLabel;
  readonly ministry?: LogoLabel;
  readonly seal?: SealText;
  readonly template: TemplateReference;
  readonly language: string;
  readonly payload: string;
  readonly keyId: string;
  /** The words of every placeholder, for a template that is a `TemplateDesign`; the first edition of classic has none. */
  readonly values?: DesignValues;
  /** The rows of its tables of results. */
  readonly tables?: DocumentTables;
  readonly kind?: DocumentKind;
  /** The module that a `module-attendance` is about. */
  readonly module?: { readonly number: number; readonly title: string };
  /** Completed with merit, by the rule of the programme version. */
  readonly merit?: true;
};

export const certificateStatuses = ['issued', 'superseded', 'revoked'] as const;
export type CertificateStatus = (typeof certificateStatuses)[number];

/** One printing of a certificate: when, by whom, why. */
export type CertificatePrint = { readonly at: IsoInstant; readonly by: string; readonly reason: string };

/**
 * One row of the register. Never deleted; a correction supersedes, misconduct revokes. `snapshotHash` is the SHA-256 (hex) of the
 * snapshot's canonical JSON, `fileHash` that of the certificate's own file.
 */
export type CertificateRecord = {
  readonly id: CertificateId;
  readonly serial: Serial;
  readonly enrolmentId: EnrolmentId;
  readonly personId: PersonId;
  readonly cohortId: CohortId;
  readonly status: CertificateStatus;
  readonly issuedOn: IsoDate;
  readonly snapshot: CertificateSnapshot;
  readonly snapshotHash: string;
  readonly fileHash: string;
  readonly prints: readonly CertificatePrint[];
  readonly handedOver?: IsoDate;
  readonly supersededBy?: CertificateId;
  /** The certificate that this one stands for since a correction. */
  readonly supersedes?: CertificateId;
  readonly revokedReason?: string;
  /** When it was superseded or revoked. */
  readonly endedOn?: IsoDate;
  readonly kind?: DocumentKind;
  /** Day on which it was made anonymous: it stays in the register, and can no longer be printed. */
  readonly erasedOn?: IsoDate;
};

/** What a document of the register is; the first certificates were written without saying so. */
export const kindOf = ({ kind }: Pick<CertificateRecord, 'kind'>): DocumentKind => kind ?? 'certificate';

/** True for a document that may be printed again: a revoked one is not handed out anew, and an erased one has nothing left to print. */
export const mayBeReprinted = ({ status, erasedOn }: Pick<CertificateRecord, 'status' | 'erasedOn'>): boolean =>
  status !== 'revoked' && erasedOn === undefined;

/**
 * The fixed words of a template in one language, and the patterns of those that are filled at issue: `{{version}}`, `{{modules}}`,
 * `{{place}}`, `{{date}}`, `{{serial}}`, `{{name}}`.
 */
export type CertificatePhrases = {
  readonly heading: string;
  readonly certify: string;
  readonly verification: string;
  readonly documentTitle: string;
  readonly awardText: readonly string[];
  readonly placeAndDate: string;
  readonly numbers: readonly string[];
  readonly codeDescription: string;
  readonly logosDescription: string;
  readonly sealDescription: string;
  /** Who signs where a cohort names nobody: lines without a name, for whoever holds the office. */
  readonly offices: readonly string[];
};

/** A complete, plain description of one certificate: all its strings, no clock, nothing to look up but the template's measures. */
export type CertificateDocument = {
  readonly template: TemplateReference;
  readonly language: string;
  readonly issuedOn: IsoDate;
  readonly title: string;
  readonly subject: string;
  readonly heading: string;
  readonly programmeTitle: string;
  readonly certify: string;
  readonly name: string;
  readonly awardText: readonly string[];
  readonly placeAndDate: string;
  readonly signatories: readonly Signatory[];
  readonly partner?: LogoLabel;
  readonly ministry?: LogoLabel;
  readonly seal?: SealText;
  readonly verification: string;
  readonly serial: string;
  readonly payload: string;
  readonly codeDescription: string;
  readonly logosDescription: string;
  readonly sealDescription: string;
};

/** Fills `{{word}}` places of a pattern; an unknown place stays visible. */
export const fillPattern = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{\{(\w+)\}\}/g, (place, word: string) => values[word] ?? place);

/** What the award text of a snapshot is made from; `date` is already in the certificate's language. */
export type AwardTextValues = {
  readonly version: string;
  readonly modules: number;
  readonly place: string;
  readonly date: string;
};

const unbroken = (text: string): string => text.replace(/ /g, '\u00A0');

/** Makes the award text and the line of place and date at issue. The version never breaks across lines. */
export const awardTextLines = (
  phrases: CertificatePhrases,
  values: AwardTextValues,
): Pick<CertificateSnapshot, 'awardText' | 'placeAndDate'> => {
  const words = {
    version: unbroken(values.version),
    modules: phrases.numbers[values.modules] ?? String(values.modules),
    place: values.place,
    date: unbroken(values.date),
  };
  return {
    awardText: phrases.awardText.map((line) => fillPattern(line, words).normalize('NFC')),
    placeAndDate: fillPattern(phrases.placeAndDate, words).normalize('NFC'),
  };
};

/** A calendar day in words of a language, for the certificate's text at issue (28 March 2026, 28 mars 2026, 1er mars 2026). */
export const certificateDate = (date: IsoDate, language: string): string => {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  const words = format.format(new Date(`${date}T00:00:00Z`));
  return language === 'fr' ? words.replace(/^1 /, '1er ') : words;
};

/** Describes a certificate from its snapshot and the template's words in the snapshot's language. Equal inputs give equal descriptions. */
export const buildCertificateDocument = (
  snapshot: CertificateSnapshot,
  phrases: CertificatePhrases,
): CertificateDocument => {
  const values = { serial: snapshot.serial, name: snapshot.name };
  return {
    template: snapshot.template,
    language: snapshot.language,
    issuedOn: snapshot.issuedOn,
    title: fillPattern(phrases.documentTitle, values),
    subject: snapshot.award,
    heading: phrases.heading,
    programmeTitle: snapshot.programme.title,
    certify: phrases.certify,
    name: snapshot.name,
    awardText: snapshot.awardText,
    placeAndDate: snapshot.placeAndDate,
    signatories: snapshot.signatories,
    ...(snapshot.partner ? { partner: snapshot.partner } : {}),
    ...(snapshot.ministry ? { ministry: snapshot.ministry } : {}),
    ...(snapshot.seal ? { seal: snapshot.seal } : {}),
    verification: phrases.verification,
    serial: snapshot.serial,
    payload: snapshot.payload,
    codeDescription: fillPattern(phrases.codeDescription, values),
    logosDescription: phrases.logosDescription,
    sealDescription: phrases.sealDescription,
  };
};

/** The text that the code of previews and drafts carries: it calls itself a specimen and is never signed. */
export const specimenPayload = 'SPECIMEN. THIS IS NOT A CERTIFICATE. NOTHING WAS AWARDED.';

/** The same document as a specimen for previews and drafts: its code is not signed and its serial cannot be mistaken. */
export const asSpecimen = (document: CertificateDocument): CertificateDocument => ({
  ...document,
  serial: document.serial.replace(/[^-]/g, '0'),
  payload: specimenPayload,
});

/**
 * The file of one certificate: `serial_surname.pdf`, in letters that every file system takes. `surname` is what follows the last
 * space; marks on letters are dropped; a name without Latin letters leaves the serial alone.
 */
export const certificateFileName = (serial: string, name: string): string => {
  const last = name.trim().split(/\s+/).at(-1) ?? '';
  const surname = last
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/[łŁ]/g, (letter) => (letter === 'ł' ? 'l' : 'L'))
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))
    .replace(/[^A-Za-z0-9-]/g, '')
    .slice(0, 60);
  const safeSerial = serial.replace(/[^A-Za-z0-9-]/g, '');
  return surname === '' ? `${safeSerial}.pdf` : `${safeSerial}_${surname}.pdf`;
};
