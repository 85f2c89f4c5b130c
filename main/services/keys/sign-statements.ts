import { createHash } from 'node:crypto';
import type { Credential, ProofOptions } from '#shared/domain/open-badges.ts';
import { badgeBytes } from '#shared/domain/open-badges.ts';
import type { RevocationList, SignedRevocations } from '#shared/domain/revocations.ts';
import { revocationsToSign } from '#shared/domain/revocations.ts';
import type { SigningKeys } from './signing-keys.ts';

/** A list of what is no longer in force, signed; the key's id is put in. */
export const signRevocations = (keys: SigningKeys, list: Omit<RevocationList, 'keyId'>): SignedRevocations => {
  const own: RevocationList = { ...list, keyId: keys.keyId };
  return { ...own, signature: Buffer.from(keys.sign(revocationsToSign(own))).toString('base64url') };
};

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** The signature of a credential by `eddsa-jcs-2022`: over the hash of the options and the hash of the credential. */
export const signCredential = (keys: SigningKeys, credential: Credential, options: ProofOptions): Uint8Array => {
  const bytes = badgeBytes(credential, options);
  return keys.sign(Buffer.concat([sha256(bytes.options), sha256(bytes.credential)]));
};
