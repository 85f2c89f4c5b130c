import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign as signBytes,
  type KeyObject,
} from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { PublicKeyRecord } from '#shared/domain/workspace.ts';
import type { IsoInstant } from '#shared/lib/dates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { writeWhole } from '../files/write-whole.ts';

export type KeyErrorCode = 'signing-key-damaged' | 'signing-key-unwritable';

/** The workspace's signing key. The private part never leaves the main process. */
export type SigningKeys = {
  readonly keyId: string;
  readonly publicKey: string;
  readonly since: IsoInstant;
  readonly sign: (bytes: Uint8Array) => Uint8Array;
};

const keyFileSchema = z.object({
  version: z.literal(1),
  keyId: z.string().regex(/^[0-9a-f]{8}$/),
  publicKey: z.string(),
  privateKey: z.string(),
  since: z.string(),
});
type KeyFile = z.infer<typeof keyFileSchema>;

/** The first four bytes of SHA-256 of the raw public key, in hexadecimal. */
export const keyIdOf = (publicKey: Uint8Array): string =>
  createHash('sha256').update(publicKey).digest('hex').slice(0, 8);

const rawPublicKey = (key: KeyObject): Buffer =>
  Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url');

const keysFrom = (file: KeyFile): SigningKeys | undefined => {
  try {
    const key = createPrivateKey({ key: Buffer.from(file.privateKey, 'base64url'), format: 'der', type: 'pkcs8' });
    const publicKey = rawPublicKey(key);
    const fits = publicKey.toString('base64url') === file.publicKey && keyIdOf(publicKey) === file.keyId;
    if (key.asymmetricKeyType !== 'ed25519' || !fits) return undefined;
    return {
      keyId: file.keyId,
      publicKey: file.publicKey,
      since: file.since,
      sign: (bytes) => signBytes(null, bytes, key),
    };
  } catch {
    return undefined;
  }
};

const newKeyFile = (now: IsoInstant): KeyFile => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const publicKey = rawPublicKey(privateKey);
  return {
    version: 1,
    keyId: keyIdOf(publicKey),
    publicKey: publicKey.toString('base64url'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'),
    since: now,
  };
};

const parseKeyFile = (text: string): SigningKeys | undefined => {
  try {
    const file = keyFileSchema.safeParse(JSON.parse(text));
    return file.success ? keysFrom(file.data) : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Opens the signing key in `<workspace>/keys`, made on first use. A damaged key is an error and is left as it is: a new one in its place
 * would make old certificates look foreign.
 */
export const openSigningKeys = async (
  workspace: string,
  now: () => IsoInstant,
): Promise<Result<SigningKeys, Failure<KeyErrorCode>>> => {
  const folder = path.join(workspace, 'keys');
  const file = path.join(folder, 'signing-key.json');
  try {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (text === undefined) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeWhole(file, `${JSON.stringify(newKeyFile(now()), null, 2)}\n`, 0o600);
    }
    const keys = parseKeyFile(text ?? (await readFile(file, 'utf8')));
    return keys ? ok(keys) : fail('signing-key-damaged', { file });
  } catch {
    return fail('signing-key-unwritable', { folder });
  }
};

/** The public half as the workspace keeps it for ever. */
export const publicKeyRecord = (keys: SigningKeys, owner: string): PublicKeyRecord => ({
  id: keys.keyId,
  publicKey: keys.publicKey,
  owner,
  since: keys.since,
});
