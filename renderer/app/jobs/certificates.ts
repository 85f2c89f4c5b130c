import { fail, ok } from '#shared/lib/result.ts';
import { cohortCertificates, printCertificates } from '#renderer/db/repositories/certificate-files.ts';
import { issueCertificates } from '#renderer/db/repositories/certificates.ts';
import { findCohort } from '#renderer/db/repositories/results.ts';
import { newId } from '#renderer/db/new-id.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import type { RunJob } from './job.ts';

/** `run certificates`: issues what is awarded and not yet issued and writes the files; with nothing new to issue it prints the register again. */
export const runCertificates: RunJob = async ({ option, flag, language, print, progress }) => {
  const code = option('cohort') ?? '';
  const folder = option('out') ?? '';
  const cohort = await findCohort(code);
  if (cohort === undefined) return fail('cohort-missing', { code });
  const writable = await desktop.filesCheckFolder({ path: folder });
  if (!writable.ok) return writable;
  const issued = await issueCertificates({ cohortId: cohort.id, template: option('template') ?? 'classic', language });
  if (!issued.ok && issued.error.code !== 'nothing-to-issue') return issued;
  const held = issued.ok ? issued.value.held : [];
  for (const { award, findings } of held)
    await print({ 'held-back': award.name, findings: findings.map((finding) => finding.code) });
  const fresh = issued.ok ? issued.value.issued : [];
  const inForce = (await cohortCertificates(cohort.id)).filter(({ status }) => status === 'issued');
  if (inForce.length === 0) return fail('nothing-to-issue');
  const printed = await printCertificates({
    runId: newId(),
    records: fresh.length > 0 ? fresh : inForce,
    mode: flag('merged') ? 'merged' : 'single',
    folder,
    fileName: `certificates-${cohort.code}.pdf`,
    reason: fresh.length > 0 ? 'issue' : 'reprint',
    onProgress: progress,
  });
  if (!printed.ok) return printed;
  if (printed.value.error !== null) return { ok: false, error: printed.value.error };
  for (const file of printed.value.files)
    await print({ file: file.path, sha256: file.sha256, bytes: file.bytes, serials: file.serials });
  return ok({
    job: 'certificates',
    cohort: cohort.code,
    issued: fresh.length,
    printed: printed.value.printed.length,
    held: held.length,
  });
};
