import { checkName } from '#shared/domain/certificate-names.ts';
import type { NameFinding, NameFit } from '#shared/domain/certificate-names.ts';
import type { CertificateRecord } from '#shared/domain/certificates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { commit } from '../write-path.ts';
import type { PreparedRows } from './certificate-drafts.ts';
import { contextOf, prepareRows } from './certificate-drafts.ts';
import type { IssueOptions, Subject } from './certificate-subjects.ts';
import { havingDocument, waitingSubjects } from './certificate-subjects.ts';
import { designInUse, kitOf } from './certificate-templates.ts';

/** Somebody without the document, the name checked; `holds` where it cannot be printed as it is, `fit` how the engine would set it. */
export type AwaitingCertificate = {
  readonly subject: Subject;
  readonly findings: readonly NameFinding[];
  readonly holds: boolean;
  readonly fit: NameFit | undefined;
};

/** What issuing did: the new rows of the register in printing order, and the names that were held back. */
export type IssueReport = {
  readonly issued: readonly CertificateRecord[];
  readonly held: readonly AwaitingCertificate[];
};

/**
 * Who can get a document and never had it, their names checked against the template's fonts. Who has one, even revoked, gets another only by a decision.
 * Errors: `cohort-missing`, those of the template.
 */
export const awaitingCertificates = async (options: IssueOptions): Promise<Result<readonly AwaitingCertificate[]>> => {
  const design = await designInUse(options.template, options.language);
  if (!design.ok) return design;
  const kit = await kitOf([design.value]);
  if (!kit.ok) return kit;
  const context = await contextOf(options.cohortId);
  if (!context.ok) return context;
  const waiting = await waitingSubjects(context.value, options);
  if (waiting.length === 0) return ok([]);
  const fits = await desktop.certificatesCheckNames({
    names: waiting.map(({ name }) => name),
    template: { name: design.value.name, version: design.value.version },
    kit: kit.value,
  });
  if (!fits.ok) return fits;
  return ok(
    waiting.map((subject, index) => {
      const fit = fits.value[index];
      const findings = checkName({
        name: subject.name,
        confirmed: subject.confirmed,
        ...(fit === undefined ? {} : { fit }),
      });
      return { subject, findings, holds: findings.some(({ severity }) => severity === 'stop'), fit };
    }),
  );
};

/** Prepares everything inside the write path's turn; the caller writes it as one change. */
const prepare = async (options: IssueOptions, wanted: readonly Subject[]): Promise<Result<PreparedRows>> => {
  const context = await contextOf(options.cohortId);
  if (!context.ok) return context;
  // Asked again inside the turn: two runs at once must not give one award two certificates.
  const having = await havingDocument(context.value, options);
  const subjects = wanted.filter(({ id }) => !having.has(id));
  return subjects.length === 0 ? fail('nothing-to-issue') : prepareRows(subjects, context.value, options);
};

/**
 * Issues a document to all who wait for it, as one change: serials, snapshots, file hashes and register rows stand together or not at all. Names that
 * cannot be set stay back with the reason. Errors: `nothing-to-issue`, `names-held-back`, those of the template, key and disk.
 */
export const issueCertificates = async (options: IssueOptions): Promise<Result<IssueReport, Failure>> => {
  const waiting = await awaitingCertificates(options);
  if (!waiting.ok) return waiting;
  const held = waiting.value.filter(({ holds }) => holds);
  const subjects = waiting.value.filter(({ holds }) => !holds).map(({ subject }) => subject);
  if (subjects.length === 0)
    return held.length === 0 ? fail('nothing-to-issue') : fail('names-held-back', { count: held.length });
  let prepared: Result<PreparedRows> | undefined;
  const written = await commit({ code: 'certificates-issued', values: { count: subjects.length } }, async () => {
    prepared = await prepare(options, subjects);
    return prepared.ok ? prepared.value.changes : [];
  });
  if (!written.ok) return written;
  if (prepared === undefined) return fail('nothing-to-issue');
  if (!prepared.ok) return prepared;
  return ok({ issued: prepared.value.rows, held });
};
