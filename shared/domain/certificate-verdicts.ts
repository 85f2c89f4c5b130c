import type { IsoDate } from '#shared/lib/dates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { ok } from '#shared/lib/result.ts';
import type { CertificatePayload } from './certificate-payload.ts';
import { readPayloadText } from './certificate-payload.ts';
import type { RevocationEntry, SignatureCheck, SignedRevocations } from './revocations.ts';
import { parseSerial } from './serials.ts';
import type { PublicKeyRecord } from './workspace.ts';

/** What somebody without the register can know: public keys and, where one was handed out, the list of what is no longer in force. */
export type VerifierKnowledge = {
  readonly keys: readonly PublicKeyRecord[];
  readonly list: SignedRevocations | undefined;
};

/**
 * `genuine`: signed by a key known and unaltered; `altered`: it names such a key, but the signature does not hold; `unknown-key`: signed by somebody else
 * or made up; `serial`: only a serial was typed, which proves nothing by itself. `ended`: what the list says of the serial, `listed` the list's day.
 */
export type OfflineVerdict = {
  readonly verdict: 'genuine' | 'altered' | 'unknown-key' | 'serial';
  readonly serial: string;
  readonly content?: CertificatePayload;
  readonly owner?: string;
  readonly ended?: RevocationEntry;
  readonly listed?: IsoDate;
};

/** Judges the text of a code, or a typed serial, without a network and without the register. Errors: `payload-…` and `serial-…`. */
export const judgeOffline = (
  text: string,
  { keys, list }: VerifierKnowledge,
  holds: SignatureCheck,
): Result<OfflineVerdict, Failure> => {
  const typed = text.trim();
  const about = (serial: string): Pick<OfflineVerdict, 'serial' | 'ended' | 'listed'> => {
    const ended = list?.entries.find((entry) => entry.serial === serial);
    return {
      serial,
      ...(ended === undefined ? {} : { ended }),
      ...(list === undefined ? {} : { listed: list.madeOn }),
    };
  };
  if (!/^FC\d*:/i.test(typed)) {
    const serial = parseSerial(typed);
    return serial.ok ? ok({ verdict: 'serial', ...about(serial.value.serial) }) : serial;
  }
  const read = readPayloadText(typed);
  if (!read.ok) return read;
  const { payload: content, signed, signature } = read.value;
  const candidates = keys.filter(({ id }) => id === content.keyId);
  if (candidates.length === 0) return ok({ verdict: 'unknown-key', content, ...about(content.serial) });
  const signer = candidates.find(({ publicKey }) => holds(publicKey, signed, signature));
  return ok(
    signer === undefined
      ? { verdict: 'altered', content, ...about(content.serial) }
      : { verdict: 'genuine', content, owner: signer.owner, ...about(content.serial) },
  );
};
