import { createPublicKey, verify } from 'node:crypto';
import type { SignatureCheck } from '#shared/domain/revocations.ts';

/** Whether an Ed25519 signature was made with a public key (base64url); a key that is none holds nothing. */
export const holds: SignatureCheck = (publicKey, signed, signature) => {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    return verify(null, signed, key, signature);
  } catch {
    return false;
  }
};
