import { plannedHours, plannedModuleHours } from '#shared/domain/attendance-hours.ts';
import { designValues, documentLanguages, officesOf, resultTables } from '#shared/domain/certificate-values.ts';
import type { CertificateRecord, CertificateSnapshot, DocumentKind } from '#shared/domain/certificates.ts';
import { fillPattern } from '#shared/domain/certificates.ts';
import type { Signatory } from '#shared/domain/cohorts.ts';
import { cohortTitle } from '#shared/domain/cohorts.ts';
import type { DocumentTables } from '#shared/domain/designed-documents.ts';
import type { CertificateId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import { rulesOf } from '#shared/domain/programme-rules.ts';
import { formatSerial } from '#shared/domain/serials.ts';
import type { TemplateDesign } from '#shared/domain/template-design.ts';
import type { PublicKeyRecord } from '#shared/domain/workspace.ts';
import { canonicalJson } from '#shared/lib/json.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { today } from '#renderer/desktop/clock.ts';
import kinds from '../../../resources/documents/kinds.json' with { type: 'json' };
import { getRecord, getRecords } from '../records.ts';
import type { RecordChange } from '../write-path.ts';
import type { IssueOptions, Subject, SubjectContext } from './certificate-subjects.ts';
import { moduleOf } from './certificate-subjects.ts';
import type { Described } from './certificate-documents.ts';
import { asSpecimens, designWords, documentsOf, hashesOf } from './certificate-documents.ts';
import { designInUse } from './certificate-templates.ts';
import { takeSerials } from './serial-blocks.ts';
import type { StatementDetails } from './statement-details.ts';
import { statementDetails } from './statement-details.ts';

type Draft = Omit<CertificateSnapshot, 'payload' | 'keyId'>;

/** What is awarded or attested, whole: the code is all that a reader of the paper has. */
const awardTitle = ({ programme }: SubjectContext, subject: Subject, language: string, kind: DocumentKind): string => {
  const title = inLanguage(programme.title, language);
  const what = kind === 'certificate' ? inLanguage(programme.award, language) : inLanguage(kinds[kind], language);
  return `${fillPattern(what, { number: String(subject.module?.number ?? '') })} – ${title}`.normalize('NFC');
};

const optional = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };

/** The rows of a statement of results, in the languages of the document. */
const tablesOf = (
  { cohort, programme }: SubjectContext,
  { results }: Subject,
  languages: readonly string[],
  { attempts, hours, ...more }: StatementDetails,
): DocumentTables => {
  const titles = new Map(programme.modules.map(({ number, title }) => [number, title]));
  const pass = rulesOf(cohort, programme).passMark / 100;
  return resultTables(
    {
      modules: results.modules.map(({ number, title, result }) => ({
        number,
        title: titles.get(number) ?? { en: title },
        result,
        passed: result >= pass * 10,
        ...optional('attempt', attempts.get(number)),
        ...optional('hours', hours.get(number)),
      })),
      overall: results.overall,
      hours: `${String(results.hours)} / ${String(plannedHours(programme))}`,
      pass,
      ...more,
    },
    languages,
    designWords,
  );
};

/** A certificate is signed by all whom the cohort names; lesser documents by as many as they have lines for, the first ones. */
const signatoriesOf = (
  all: readonly Signatory[],
  { design, kind }: { readonly design: TemplateDesign; readonly kind: DocumentKind },
): readonly Signatory[] =>
  kind === 'certificate' ? all : all.slice(0, design.blocks.filter((block) => block.kind === 'signature').length);

const detailsFor = async (
  context: SubjectContext,
  options: IssueOptions,
): Promise<((enrolmentId: string) => StatementDetails) | undefined> =>
  options.kind === 'transcript' ? statementDetails(context, options) : undefined;

/** The words of every placeholder of a document, as they are at issue. */
const valuesOf = (
  {
    serial,
    name,
    learnerNumber,
  }: { readonly serial: string; readonly name: string; readonly learnerNumber: string | undefined },
  subject: Subject,
  { cohort, programme }: SubjectContext,
  language: string,
  design: TemplateDesign,
): NonNullable<Draft['values']> =>
  designValues(
    design,
    language,
    {
      name,
      serial,
      programme,
      modules: programme.modules.length,
      place: cohort.place,
      awardedOn: subject.awardedOn,
      issuedOn: today(),
      learnerNumber,
      overall: subject.results.overall,
      hours: subject.results.hours,
      hoursPlanned: subject.module === undefined ? plannedHours(programme) : plannedModuleHours(subject.module),
      merit: subject.merit,
      module: subject.module,
      cohort: cohortTitle(cohort),
      partner: cohort.partner === '' ? undefined : { name: cohort.partner },
    },
    designWords,
  );

const draftOf = (
  serial: string,
  subject: Subject,
  context: SubjectContext,
  options: IssueOptions,
  design: TemplateDesign,
  own: { readonly learnerNumber: string | undefined; readonly details: StatementDetails | undefined },
): Draft => {
  const { cohort, programme } = context;
  const { language, kind = 'certificate' } = options;
  const module = moduleOf(subject, language);
  const name = subject.name.normalize('NFC');
  const { results, awardedOn } = subject;
  return {
    serial,
    name,
    programme: { title: inLanguage(programme.title, language), version: programme.version },
    award: awardTitle(context, subject, language, kind),
    awardText: [],
    placeAndDate: '',
    place: cohort.place,
    awardedOn,
    issuedOn: today(),
    results,
    signatories: signatoriesOf(cohort.signatories.length > 0 ? cohort.signatories : officesOf(design, language), {
      design,
      kind,
    }),
    ...(cohort.partner === '' ? {} : { partner: { name: cohort.partner } }),
    template: { name: design.name, version: design.version },
    language,
    ...(kind === 'certificate' ? {} : { kind }),
    ...(module === undefined ? {} : { module }),
    ...(subject.merit ? { merit: true as const } : {}),
    values: valuesOf({ serial, name, learnerNumber: own.learnerNumber }, subject, context, language, design),
    ...(own.details === undefined
      ? {}
      : { tables: tablesOf(context, subject, documentLanguages(design, language), own.details) }),
  };
};

/** The cohort and its programme version. Error: `cohort-missing`. */
export const contextOf = async (cohortId: string): Promise<Result<SubjectContext>> => {
  const cohort = await getRecord('cohorts', cohortId);
  const programme = cohort === undefined ? undefined : await getRecord('programmes', cohort.programmeId);
  return cohort === undefined || programme === undefined
    ? fail('cohort-missing', { code: cohortId })
    : ok({ cohort, programme });
};

const seriesOf = ({ cohort, programme }: SubjectContext) => ({
  programme: programme.code,
  country: cohort.country,
  year: Number(today().slice(0, 4)),
});

/**
 * What a document for somebody would look like, as a specimen: no serial is taken and its code is not signed. Errors: `cohort-missing`, those of the
 * template.
 */
export const specimenOf = async (subject: Subject, options: IssueOptions): Promise<Result<Described>> => {
  const [context, design] = await Promise.all([
    contextOf(options.cohortId),
    designInUse(options.template, options.language),
  ]);
  if (!context.ok) return context;
  if (!design.ok) return design;
  const serial = formatSerial({ ...seriesOf(context.value), number: 1 });
  const learnerNumber = (await getRecord('people', subject.personId))?.number;
  const details = await detailsFor(context.value, options);
  const draft = draftOf(serial, subject, context.value, options, design.value, {
    learnerNumber,
    details: details?.(subject.id),
  });
  const described = await documentsOf([{ snapshot: { ...draft, payload: '', keyId: '' } }]);
  return described.ok ? ok(asSpecimens(described.value)) : described;
};

const sha256Hex = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
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
  subjects: readonly Subject[],
  snapshots: readonly CertificateSnapshot[],
): Promise<Result<readonly CertificateRecord[]>> => {
  const described = await documentsOf(snapshots.map((snapshot) => ({ snapshot })));
  if (!described.ok) return described;
  const hashes = await hashesOf(described.value);
  if (!hashes.ok) return hashes;
  const snapshotHashes = await Promise.all(snapshots.map((snapshot) => sha256Hex(canonicalJson(snapshot))));
  return ok(
    subjects.flatMap((subject, index): readonly CertificateRecord[] => {
      const snapshot = snapshots[index];
      if (snapshot === undefined) return [];
      return [
        {
          id: asId<CertificateId>(snapshot.serial),
          serial: snapshot.serial,
          enrolmentId: subject.id,
          personId: subject.personId,
          cohortId: subject.cohortId,
          status: 'issued',
          issuedOn: snapshot.issuedOn,
          snapshot,
          snapshotHash: snapshotHashes[index] ?? '',
          fileHash: hashes.value[index] ?? '',
          prints: [],
          ...(snapshot.kind === undefined ? {} : { kind: snapshot.kind }),
        },
      ];
    }),
  );
};

/** A key belongs to the programme whose workspace it is, not to the person at the laptop that day. */
export const ownedKey = async (key: PublicKeyRecord): Promise<PublicKeyRecord> => {
  const workspace = await getRecord('workspace', 'workspace');
  return workspace === undefined || workspace.name === '' ? key : { ...key, owner: workspace.name };
};

/** New rows of the register and the changes that write them, with the serials and the key that they use. */
export type PreparedRows = {
  readonly rows: readonly CertificateRecord[];
  readonly changes: readonly RecordChange[];
};

/**
 * Takes serials, freezes snapshots, signs and hashes. Must run inside the write path's turn: what it returns becomes true only when all its changes are
 * written as one.
 */
export const prepareRows = async (
  subjects: readonly Subject[],
  context: SubjectContext,
  options: IssueOptions,
): Promise<Result<PreparedRows>> => {
  const design = await designInUse(options.template, options.language);
  if (!design.ok) return design;
  const taken = await takeSerials(seriesOf(context), subjects.length);
  if (!taken.ok) return taken;
  const people = await getRecords(
    'people',
    subjects.map(({ personId }) => personId),
  );
  const numberOf = new Map(people.map(({ id, number }) => [id, number]));
  const details = await detailsFor(context, options);
  const drafts = subjects.map((subject, index) =>
    draftOf(taken.value.serials[index] ?? '', subject, context, options, design.value, {
      learnerNumber: numberOf.get(subject.personId),
      details: details?.(subject.id),
    }),
  );
  const snapshots = await signed(drafts);
  if (!snapshots.ok) return snapshots;
  const rows = await registerRows(subjects, snapshots.value.snapshots);
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
