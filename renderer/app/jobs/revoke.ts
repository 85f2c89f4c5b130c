import { parseSerial } from '#shared/domain/serials.ts';
import { ok } from '#shared/lib/result.ts';
import { revokeCertificate } from '#renderer/db/repositories/certificate-changes.ts';
import type { RunJob } from './job.ts';

/** `run revoke SERIAL --reason TEXT`: takes a certificate back for good. */
export const runRevoke: RunJob = async ({ job, option }) => {
  const serial = parseSerial(job.files[0] ?? '');
  if (!serial.ok) return serial;
  const revoked = await revokeCertificate(serial.value.serial, option('reason') ?? '');
  if (!revoked.ok) return revoked;
  const { status, endedOn, revokedReason } = revoked.value;
  return ok({ job: 'revoke', serial: revoked.value.serial, status, on: endedOn, reason: revokedReason });
};
