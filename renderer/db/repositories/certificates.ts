import type { Award } from '#shared/domain/awards.ts';
import { checkName } from '#shared/domain/certificate-names.ts';
import type { NameFinding, NameFit } from '#shared/domain/certificate-names.ts';
import type { CertificateDocument, CertificateRecord, CertificateSnapshot } from '#shared/domain/certificates.ts';
import { asSpecimen, awardTextLines, buildCertificateDocument, certificateDate } from '#shared/domain/certificates.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { CertificateId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import { formatSerial } from '#shared/domain/serials.ts';
import type { PublicKeyRecord } from '#shared/domain/workspace.ts';
import { canonicalJson } from '#shared/lib/json.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { today } from '#renderer/desktop/clock.ts';
import { getRecord, listByCohort } from '../records.ts';
import type { RecordChange } from '../write-path.ts';
import { commit } from '../write-path.ts';
import { templateWords, wordsOfEdition } from './certificate-templates.ts';
import { currentList } from './results.ts';
import { takeSerials } from './serial-blocks.ts';

/** An award without a certificate, its name checked; `holds` where it cannot be printed as it is, `fit` how the engine would set it. */
export type AwaitingCertificate = {
  readonly award: Award;
  readonly findings: readonly NameFinding[];
  readonly holds: boolean;
  readonly fit: NameFit | undefined;
};

export type IssueOptions = { readonly cohortId: string; readonly template: string; readonly language: string };

/** What issuing did: the new rows of the register in printing order, and the names that were held back. */
export type IssueReport = {
  readonly issued: readonly CertificateRecord[];
  readonly held: readonly AwaitingCertificate[];
};

const sha256Hex = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
};

/**
 * Awards of a cohort that never had a certificate, their names checked against the template's fonts. Who has one, even revoked, gets another only
 * by a decision.
 */
export const awaitingCertificates = async (
  cohortId: string,
  template: string,
  language: string,
): Promise<Result<readonly AwaitingCertificate[]>> => {
  const words = templateWords(template, language);
  if (!words.ok) return words;
  const [awards, certificates] = await Promise.all([
    listByCohort('awards', cohortId),
    listByCohort('certificates', cohortId),
  ]);
  const have = new Set(certificates.map(({ enrolmentId }) => enrolmentId));
  const collator = new Intl.Collator(language);
  const waiting = awards.filter(({ id }) => !have.has(id)).toSorted((a, b) => collator.compare(a.name, b.name));
  if (waiting.length === 0) return ok([]);
  const fits = await desktop.certificatesCheckNames({
    names: waiting.map(({ name }) => name),
    template: words.value.reference,
  });
  if (!fits.ok) return fits;
  return ok(
    waiting.map((award, index) => {
      const fit = fits.value[index];
      const findings = checkName({ name: award.name, confirmed: true, ...(fit === undefined ? {} : { fit }) });
      return { award, findings, holds: findings.some(({ severity }) => severity === 'stop'), fit };
    }),
  );
};

/** What is awarded, whole: the code is all that a reader of the paper has. */
const awardTitle = ({ award, title }: Pick<ProgrammeVersion, 'award' | 'title'>, language: string): string =>
  `${inLanguage(award, language)} – ${inLanguage(title, language)}`.normalize('NFC');

type Draft = Omit<CertificateSnapshot, 'payload' | 'keyId'>;

const draftOf = (
  serial: string,
  award: Award,
  context: {
    readonly cohort: Cohort;
    readonly programme: ProgrammeVersion;
    readonly results: CertificateSnapshot['results'];
    readonly options: IssueOptions;
  },
): Result<Draft> => {
  const { cohort, programme, options, results } = context;
  const words = templateWords(options.template, options.language);
  if (!words.ok) return words;
  const values = {
    version: programme.version,
    modules: programme.modules.length,
    place: cohort.place,
    date: certificateDate(award.awardedOn, options.language),
  };
  return ok({
    serial,
    name: award.name.normalize('NFC'),
    programme: { title: inLanguage(programme.title, options.language), version: programme.version },
    award: awardTitle(programme, options.language),
    ...awardTextLines(words.value.phrases, values),
    place: cohort.place,
    awardedOn: award.awardedOn,
    issuedOn: today(),
    results,
    signatories:
      cohort.signatories.length > 0
        ? cohort.signatories
        : words.value.phrases.offices.map((office) => ({ name: '', office })),
    ...(cohort.partner === '' ? {} : { partner: { name: cohort.partner } }),
    template: words.value.reference,
    language: options.language,
  });
};

/** The description of an issued certificate, from its snapshot alone. Error: `template-unknown` where its edition is not shipped. */
export const documentOf = ({ snapshot }: Pick<CertificateRecord, 'snapshot'>): Result<CertificateDocument> => {
  const phrases = wordsOfEdition(snapshot.template, snapshot.language);
  return phrases === undefined
    ? fail('template-unknown', { name: snapshot.template.name })
    : ok(buildCertificateDocument(snapshot, phrases));
};

/**
 * What a certificate for an award would look like, as a specimen: no serial is taken and its code is not signed. Errors: `cohort-missing`, those of the
 * template.
 */
export const specimenOf = async (award: Award, options: IssueOptions): Promise<Result<CertificateDocument>> => {
  const cohort = await getRecord('cohorts', options.cohortId);
  const programme = cohort === undefined ? undefined : await getRecord('programmes', cohort.programmeId);
  if (cohort === undefined || programme === undefined) return fail('cohort-missing', { code: options.cohortId });
  const serial = formatSerial({
    programme: programme.code,
    country: cohort.country,
    year: Number(today().slice(0, 4)),
    number: 1,
  });
  const draft = draftOf(serial, award, {
    cohort,
    programme,
    results: { overall: award.overall, hours: 0, modules: [] },
    options,
  });
  if (!draft.ok) return draft;
  const document = documentOf({ snapshot: { ...draft.value, payload: '', keyId: '' } });
  return document.ok ? ok(asSpecimen(document.value)) : document;
};

const signed = async (
  drafts: readonly Draft[],
): Promise<Result<{ readonly snapshots: readonly CertificateSnapshot[]; readonly key: PublicKeyRecord }>> => {
  const payloads = drafts.map(({ serial, name, award, awardedOn }) => ({ serial, name, award, date: awardedOn }));
  const signatures = await desktop.keysSignPayloads({ payloads });
  if (!signatures.ok) return signatures;
  const { key, texts } = signatures.value;
  return ok({
    snapshots: drafts.map((draft, index) => ({ ...draft, payload: texts[index] ?? '', keyId: key.id })),
    key,
  });
};

const registerRows = async (
  awards: readonly Award[],
  snapshots: readonly CertificateSnapshot[],
): Promise<Result<readonly CertificateRecord[]>> => {
  const documents: CertificateDocument[] = [];
  for (const snapshot of snapshots) {
    const document = documentOf({ snapshot });
    if (!document.ok) return document;
    documents.push(document.value);
  }
  const hashes = await desktop.certificatesHashDocuments({ documents: documents as never });
  if (!hashes.ok) return hashes;
  const snapshotHashes = await Promise.all(snapshots.map((snapshot) => sha256Hex(canonicalJson(snapshot))));
  return ok(
    awards.flatMap((award, index): readonly CertificateRecord[] => {
      const snapshot = snapshots[index];
      if (snapshot === undefined) return [];
      return [
        {
          id: asId<CertificateId>(snapshot.serial),
          serial: snapshot.serial,
          enrolmentId: award.id,
          personId: award.personId,
          cohortId: award.cohortId,
          status: 'issued',
          issuedOn: snapshot.issuedOn,
          snapshot,
          snapshotHash: snapshotHashes[index] ?? '',
          fileHash: hashes.value[index] ?? '',
          prints: [],
        },
      ];
    }),
  );
};

/** A key belongs to the programme whose workspace it is, not to the person at the laptop that day. */
const ownedKey = async (key: PublicKeyRecord): Promise<PublicKeyRecord> => {
  const workspace = await getRecord('workspace', 'workspace');
  return workspace === undefined || workspace.name === '' ? key : { ...key, owner: workspace.name };
};

/** Prepares everything inside the write path's turn; the caller writes it as one change. */
const prepare = async (
  options: IssueOptions,
  wanted: readonly Award[],
): Promise<Result<{ readonly rows: readonly CertificateRecord[]; readonly changes: readonly RecordChange[] }>> => {
  const cohort = await getRecord('cohorts', options.cohortId);
  const programme = cohort === undefined ? undefined : await getRecord('programmes', cohort.programmeId);
  if (cohort === undefined || programme === undefined) return fail('cohort-missing', { code: options.cohortId });
  // Asked again inside the turn: two runs at once must not give one award two certificates.
  const have = new Set((await listByCohort('certificates', cohort.id)).map(({ enrolmentId }) => enrolmentId));
  const awards = wanted.filter(({ id }) => !have.has(id));
  if (awards.length === 0) return fail('nothing-to-issue');
  const lines = new Map(
    currentList(await listByCohort('awardLists', cohort.id))?.lines.map((line) => [line.enrolmentId, line]),
  );
  const taken = await takeSerials(
    { programme: programme.code, country: cohort.country, year: Number(today().slice(0, 4)) },
    awards.length,
  );
  if (!taken.ok) return taken;
  const drafts: Draft[] = [];
  for (const [index, award] of awards.entries()) {
    const line = lines.get(award.id);
    const results = { overall: award.overall, hours: line?.hours ?? 0, modules: line?.modules ?? [] };
    const draft = draftOf(taken.value.serials[index] ?? '', award, { cohort, programme, results, options });
    if (!draft.ok) return draft;
    drafts.push(draft.value);
  }
  const snapshots = await signed(drafts);
  if (!snapshots.ok) return snapshots;
  const rows = await registerRows(awards, snapshots.value.snapshots);
  if (!rows.ok) return rows;
  const key = (await getRecord('publicKeys', snapshots.value.key.id)) ?? (await ownedKey(snapshots.value.key));
  return ok({
    rows: rows.value,
    changes: [
      ...taken.value.blocks.map((block): RecordChange => ({ table: 'serialBlocks', id: block.id, next: block })),
      { table: 'publicKeys', id: key.id, next: key },
      ...rows.value.map((row): RecordChange => ({ table: 'certificates', id: row.id, next: row })),
    ],
  });
};

/**
 * Issues certificates to all awarded who have none, as one change: serials, snapshots, file hashes and register rows stand together or not at all.
 * Names that cannot be set stay back with the reason. Errors: `nothing-to-issue`, `names-held-back`, those of the template, key and disk.
 */
export const issueCertificates = async (options: IssueOptions): Promise<Result<IssueReport, Failure>> => {
  const waiting = await awaitingCertificates(options.cohortId, options.template, options.language);
  if (!waiting.ok) return waiting;
  const held = waiting.value.filter(({ holds }) => holds);
  const awards = waiting.value.filter(({ holds }) => !holds).map(({ award }) => award);
  if (awards.length === 0)
    return held.length === 0 ? fail('nothing-to-issue') : fail('names-held-back', { count: held.length });
  let prepared: Awaited<ReturnType<typeof prepare>> | undefined;
  const written = await commit({ code: 'certificates-issued', values: { count: awards.length } }, async () => {
    prepared = await prepare(options, awards);
    return prepared.ok ? prepared.value.changes : [];
  });
  if (!written.ok) return written;
  if (prepared === undefined) return fail('nothing-to-issue');
  if (!prepared.ok) return prepared;
  return ok({ issued: prepared.value.rows, held });
};
