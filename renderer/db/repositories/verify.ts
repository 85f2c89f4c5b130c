import type { CertificateStatus } from '#shared/domain/certificates.ts';
import { parseSerial } from '#shared/domain/serials.ts';
import type { PublicKeyRecord } from '#shared/domain/workspace.ts';
import type { Reply } from '#shared/ipc/contract.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { getRecord, listRecords } from '../records.ts';

type Verified = Extract<Reply<'keys:verify-payload'>, { ok: true }>['value'];

/** What the register of this workspace says of a serial. */
export type RegisterWord = {
  readonly status: CertificateStatus;
  readonly issuedOn: string;
  readonly supersededBy?: string;
  readonly revokedReason?: string;
  readonly name: string;
  readonly award: string;
  readonly awardedOn: string;
};

/**
 * What a certificate says and how far that is proven: `signed` by its code (genuine, altered or of an unknown key), and what the register here knows of its
 * serial. A typed serial proves nothing by itself: then only the register speaks.
 */
export type VerificationReport = {
  readonly serial: string;
  readonly signed: Verified | undefined;
  readonly register: RegisterWord | undefined;
};

const registerWord = async (serial: string): Promise<RegisterWord | undefined> => {
  const record = await getRecord('certificates', serial);
  if (record === undefined) return undefined;
  const { status, issuedOn, supersededBy, revokedReason, snapshot } = record;
  return {
    status,
    issuedOn,
    ...(supersededBy === undefined ? {} : { supersededBy }),
    ...(revokedReason === undefined ? {} : { revokedReason }),
    name: snapshot.name,
    award: snapshot.award,
    awardedOn: snapshot.awardedOn,
  };
};

/**
 * Verifies the text of a code, or a typed serial. `extraKeys` are public keys handed out by another programme. Errors: those of a damaged code
 * (`payload-…`) and of a wrong serial, which name the wrong part (`serial-…`).
 */
export const verifyText = async (
  text: string,
  extraKeys: readonly PublicKeyRecord[] = [],
): Promise<Result<VerificationReport, Failure>> => {
  const typed = text.trim();
  if (!typed.startsWith('FC1:')) {
    const serial = parseSerial(typed);
    if (!serial.ok) return serial;
    return ok({ serial: serial.value.serial, signed: undefined, register: await registerWord(serial.value.serial) });
  }
  const keys = [...(await listRecords('publicKeys')), ...extraKeys];
  const signed = await desktop.keysVerifyPayload({ text: typed, keys });
  if (!signed.ok) return signed;
  const { serial } = signed.value.content;
  return ok({ serial, signed: signed.value, register: await registerWord(serial) });
};
