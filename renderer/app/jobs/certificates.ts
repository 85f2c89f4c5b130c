import type { DocumentKind } from '#shared/domain/certificates.ts';
import { documentKinds } from '#shared/domain/certificates.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { Result } from '#shared/lib/result.ts';
import { cohortCertificates, printCertificates } from '#renderer/db/repositories/certificate-files.ts';
import { modulesOfCohort } from '#renderer/db/repositories/certificate-overview.ts';
import { writeHandOverSheet } from '#renderer/db/repositories/certificate-papers.ts';
import type { IssueOptions } from '#renderer/db/repositories/certificate-subjects.ts';
import { isDocument, statementDetailKinds } from '#renderer/db/repositories/certificate-subjects.ts';
import { templatesFor } from '#renderer/db/repositories/certificate-templates.ts';
import { issueCertificates } from '#renderer/db/repositories/certificates.ts';
import { findCohort } from '#renderer/db/repositories/results.ts';
import { newId } from '#renderer/db/new-id.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import type { JobContext, RunJob } from './job.ts';

const isKind = (text: string): text is DocumentKind => documentKinds.some((kind) => kind === text);

const optionsOf = async ({ option, language }: JobContext, cohort: Cohort): Promise<Result<IssueOptions>> => {
  const kind = option('document') ?? 'certificate';
  if (!isKind(kind)) return fail('document-unknown', { document: kind });
  const wanted = option('module');
  const module = (await modulesOfCohort(cohort.id)).find(({ number }) => String(number) === wanted);
  if (kind === 'module-attendance' && module === undefined) return fail('module-unknown', { module: wanted ?? '' });
  const detail = statementDetailKinds.find((one) => one === (option('detail') ?? 'modules'));
  if (detail === undefined) return fail('detail-unknown', { detail: option('detail') ?? '' });
  const template = option('template') ?? (await templatesFor(kind))[0]?.name ?? '';
  return ok({
    cohortId: cohort.id,
    template,
    language: option('language') ?? language,
    kind,
    ...(module === undefined ? {} : { module: module.id }),
    ...(kind === 'transcript' ? { detail } : {}),
  });
};

const nameOf = ({ kind = 'certificate' }: IssueOptions, { option }: JobContext): string => {
  if (kind === 'certificate') return 'certificates';
  return kind === 'module-attendance' ? `${kind}-${option('module') ?? ''}` : kind;
};

/** With nothing new to issue there may be files still to be written. */
const goesOn: ReadonlySet<string> = new Set(['nothing-to-issue', 'names-held-back']);

/** `run certificates`: issues what is awarded and not yet issued and writes the files; with nothing new to issue it prints the register again. */
export const runCertificates: RunJob = async (context) => {
  const { option, flag, language, print, progress } = context;
  const code = option('cohort') ?? '';
  const folder = option('out') ?? '';
  const cohort = await findCohort(code);
  if (cohort === undefined) return fail('cohort-missing', { code });
  const options = await optionsOf(context, cohort);
  if (!options.ok) return options;
  const writable = await desktop.filesCheckFolder({ path: folder });
  if (!writable.ok) return writable;
  const issued = await issueCertificates(options.value);
  // Names that are held back keep nobody's paper back who has a serial already.
  if (!issued.ok && !goesOn.has(issued.error.code)) return issued;
  const held = issued.ok ? issued.value.held : [];
  for (const { subject, findings } of held)
    await print({ 'held-back': subject.name, findings: findings.map((finding) => finding.code) });
  const fresh = issued.ok ? issued.value.issued : [];
  const asked = isDocument(await modulesOfCohort(cohort.id), options.value);
  const inForce = (await cohortCertificates(cohort.id)).filter((record) => record.status === 'issued' && asked(record));
  if (inForce.length === 0) return issued.ok ? fail('nothing-to-issue') : issued;
  const unwritten = inForce.filter(({ prints }) => prints.length === 0);
  const records = fresh.length > 0 ? unwritten : inForce;
  const printed = await printCertificates({
    runId: newId(),
    records,
    mode: flag('merged') ? 'merged' : 'single',
    folder,
    fileName: `${nameOf(options.value, context)}-${cohort.code}.pdf`,
    reason: fresh.length > 0 ? 'issue' : 'reprint',
    onProgress: progress,
  });
  if (!printed.ok) return printed;
  if (printed.value.error !== null) return { ok: false, error: printed.value.error };
  for (const file of printed.value.files)
    await print({ file: file.path, sha256: file.sha256, bytes: file.bytes, serials: file.serials });
  if (flag('hand-over')) {
    const sheet = await writeHandOverSheet(cohort, records, { folder, fileName: `hand-over-${cohort.code}` }, language);
    if (!sheet.ok) return sheet;
    await print({ 'hand-over-sheet': sheet.value.path });
  }
  return ok({
    job: 'certificates',
    cohort: cohort.code,
    issued: fresh.length,
    printed: printed.value.printed.length,
    held: issued.ok ? held.length : Number(issued.error.details?.['count'] ?? 0),
  });
};
