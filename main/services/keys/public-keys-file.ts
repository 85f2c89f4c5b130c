import { z } from 'zod';
import type { PublicKeyRecord } from '#shared/domain/workspace.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { keyIdOf } from './signing-keys.ts';

export type PublicKeysErrorCode = 'public-keys-damaged';

const keySchema = z.object({ id: z.string(), publicKey: z.string(), owner: z.string(), since: z.string() });
const fileSchema = z.object({
  format: z.literal('fieldcourse-public-keys'),
  version: z.literal(1),
  keys: z.array(keySchema),
});

/** Reads a file of public keys. A key whose id is not that of its bytes makes the whole file suspect. */
export const readPublicKeysFile = (text: string): Result<readonly PublicKeyRecord[], Failure<PublicKeysErrorCode>> => {
  try {
    const file = fileSchema.safeParse(JSON.parse(text));
    if (!file.success) return fail('public-keys-damaged');
    const genuine = file.data.keys.every(({ id, publicKey }) => {
      const bytes = Buffer.from(publicKey, 'base64url');
      return bytes.length === 32 && bytes.toString('base64url') === publicKey && keyIdOf(bytes) === id;
    });
    return genuine ? ok(file.data.keys) : fail('public-keys-damaged');
  } catch {
    return fail('public-keys-damaged');
  }
};
