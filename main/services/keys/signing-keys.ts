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

/** What the key's file holds, and what a backup of it seals. */
export const keyFileSchema = z.object({
  version: z.literal(1),
  keyId: z.string().regex(/^[0-9a-f]{8}$/),
  publicKey: z.string(),
  privateKey: z.string(),
  since: z.string(),
});
export type KeyFile = z.infer<typeof keyFileSchema>;

/** The first four bytes of SHA-256 of the raw public key, in hexadecimal. */
export const keyIdOf = (publicKey: Uint8Array): string =>
  createHash('sha256').update(publicKey).digest('hex').slice(0, 8);

const rawPublicKey = (key: KeyObject): Buffer =>
  Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url');

/** The key of a file; undefined where its parts do not belong together. */
export const keysFrom = (file: KeyFile): SigningKeys | undefined => {
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

const parseKeyFile = (text: string): { readonly file: KeyFile; readonly keys: SigningKeys } | undefined => {
  try {
    const file = keyFileSchema.safeParse(JSON.parse(text));
    const keys = file.success ? keysFrom(file.data) : undefined;
    return file.success && keys !== undefined ? { file: file.data, keys } : undefined;
  } catch {
    return undefined;
  }
};

const fileOf = (workspace: string): string => path.join(workspace, 'keys', 'signing-key.json');

const writeKey = async (workspace: string, file: KeyFile): Promise<void> => {
  await mkdir(path.join(workspace, 'keys'), { recursive: true, mode: 0o700 });
  await writeWhole(fileOf(workspace), `${JSON.stringify(file, null, 2)}\n`, 0o600);
};

/** Reads the key's file, made on first use, with the key in it. For `openSigningKeys` and for backups. */
export const openKeyFile = async (
  workspace: string,
  now: () => IsoInstant,
): Promise<Result<{ readonly file: KeyFile; readonly keys: SigningKeys }, Failure<KeyErrorCode>>> => {
  const file = fileOf(workspace);
  try {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (text === undefined) await writeKey(workspace, newKeyFile(now()));
    const opened = parseKeyFile(text ?? (await readFile(file, 'utf8')));
    return opened ? ok(opened) : fail('signing-key-damaged', { file });
  } catch {
    return fail('signing-key-unwritable', { folder: path.dirname(file) });
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
  const opened = await openKeyFile(workspace, now);
  return opened.ok ? ok(opened.value.keys) : opened;
};

/** Puts a key in the place of the one there is; the old private half is gone. Whoever calls has kept the old public half. */
export const replaceKey = async (
  workspace: string,
  file: KeyFile,
): Promise<Result<SigningKeys, Failure<KeyErrorCode>>> => {
  const keys = keysFrom(file);
  if (keys === undefined) return fail('signing-key-damaged', { file: fileOf(workspace) });
  try {
    await writeKey(workspace, file);
    return ok(keys);
  } catch {
    return fail('signing-key-unwritable', { folder: path.dirname(fileOf(workspace)) });
  }
};

/** Makes a new key and puts it in the place of the one there is; also where that one is damaged. */
export const rotateKey = (
  workspace: string,
  now: () => IsoInstant,
): Promise<Result<SigningKeys, Failure<KeyErrorCode>>> => replaceKey(workspace, newKeyFile(now()));

/** The public half as the workspace keeps it for ever. */
export const publicKeyRecord = (keys: SigningKeys, owner: string): PublicKeyRecord => ({
  id: keys.keyId,
  publicKey: keys.publicKey,
  owner,
  since: keys.since,
});
