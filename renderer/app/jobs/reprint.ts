import { mayBeReprinted } from '#shared/domain/certificates.ts';
import { parseSerial } from '#shared/domain/serials.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { printCertificates } from '#renderer/db/repositories/certificate-files.ts';
import { newId } from '#renderer/db/new-id.ts';
import { getRecord } from '#renderer/db/records.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import type { RunJob } from './job.ts';

/** `run reprint SERIAL`: writes one certificate again, the same to the last byte, and notes the print with its reason; a revoked one is not handed out anew. */
export const runReprint: RunJob = async ({ job, option, print }) => {
  const serial = parseSerial(job.files[0] ?? '');
  if (!serial.ok) return serial;
  const record = await getRecord('certificates', serial.value.serial);
  if (record === undefined) return fail('certificate-missing', { serial: serial.value.serial });
  if (!mayBeReprinted(record))
    return fail(record.erasedOn === undefined ? 'certificate-revoked' : 'certificate-erased', {
      serial: record.serial,
    });
  const folder = option('out') ?? '';
  const writable = await desktop.filesCheckFolder({ path: folder });
  if (!writable.ok) return writable;
  const printed = await printCertificates({
    runId: newId(),
    records: [record],
    mode: 'single',
    folder,
    fileName: '',
    reason: option('reason') ?? 'reprint',
  });
  if (!printed.ok) return printed;
  const { error, files } = printed.value;
  const [file] = files;
  if (error !== null) return { ok: false, error };
  if (file === undefined) return fail('nothing-to-print');
  await print({ file: file.path, sha256: file.sha256, bytes: file.bytes, serials: file.serials });
  return ok({
    job: 'reprint',
    serial: record.serial,
    status: record.status,
    same: file.sha256 === record.fileHash,
    prints: record.prints.length + 1,
  });
};
