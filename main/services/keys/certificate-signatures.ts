import type {
  CertificatePayload,
  PayloadContentErrorCode,
  PayloadReadErrorCode,
} from '#shared/domain/certificate-payload.ts';
import { payloadToSign, readPayloadText, signedPayloadText } from '#shared/domain/certificate-payload.ts';
import type { PublicKeyRecord } from '#shared/domain/workspace.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { ok } from '#shared/lib/result.ts';
import { holds } from './holds.ts';
import type { SigningKeys } from './signing-keys.ts';

/**
 * What a code says and whether it is ours: `genuine` was signed by a key known here, `altered` names such a key but its signature does
 * not hold, `unknown-key` was signed by someone else, or is made up. Whether it was revoked since is not in the code.
 */
export type Verification = {
  readonly verdict: 'genuine' | 'altered' | 'unknown-key';
  readonly content: CertificatePayload;
  readonly owner?: string;
};

/** Signs what a certificate's code will say; the key's id is put in. */
export const signPayload = (
  keys: SigningKeys,
  content: Omit<CertificatePayload, 'keyId'>,
): Result<string, Failure<PayloadContentErrorCode>> => {
  const signed = payloadToSign({ ...content, keyId: keys.keyId });
  return signed.ok ? ok(signedPayloadText(signed.value, keys.sign(signed.value))) : signed;
};

/** Reads a code and checks its signature with the keys known. Two keys may share an id; one whose signature holds is enough. */
export const verifyPayload = (
  scanned: string,
  publicKeys: readonly PublicKeyRecord[],
): Result<Verification, Failure<PayloadReadErrorCode>> => {
  const read = readPayloadText(scanned);
  if (!read.ok) return read;
  const { payload: content, signature, signed } = read.value;
  const candidates = publicKeys.filter(({ id }) => id === content.keyId);
  if (candidates.length === 0) return ok({ verdict: 'unknown-key', content });
  const signer = candidates.find(({ publicKey }) => holds(publicKey, signed, signature));
  return ok(signer ? { verdict: 'genuine', content, owner: signer.owner } : { verdict: 'altered', content });
};
