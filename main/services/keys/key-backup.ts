import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '#shared/lib/json.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { KeyFile } from './signing-keys.ts';
import { keyFileSchema, keysFrom } from './signing-keys.ts';

export type KeyBackupErrorCode =
  'key-passphrase-short' | 'key-backup-damaged' | 'key-backup-newer' | 'key-backup-passphrase';

/** OWASP's recommendation for scrypt: 128 MiB and about half a second. */
const cost = { n: 2 ** 17, r: 8, p: 1 } as const;
const leastPassphrase = 10;

const base64 = z.string().regex(/^[A-Za-z0-9_-]+$/);
const headSchema = z.object({
  format: z.literal('fieldcourse-key-backup'),
  version: z.number().int(),
  keyId: z.string().regex(/^[0-9a-f]{8}$/),
  publicKey: base64,
  made: z.string(),
  // Bounds: a hostile file must not make the laptop compute for hours.
  kdf: z.object({
    name: z.literal('scrypt'),
    n: z
      .number()
      .int()
      .min(2 ** 14)
      .max(2 ** 18),
    r: z.number().int().min(8).max(16),
    p: z.number().int().min(1).max(4),
    salt: base64,
  }),
  cipher: z.object({ name: z.literal('aes-256-gcm'), nonce: base64 }),
});
const backupSchema = z.object({ ...headSchema.shape, sealed: base64 });
type Head = z.infer<typeof headSchema>;

const keyFrom = (passphrase: string, { n, r, p, salt }: Head['kdf']): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(
      passphrase.normalize('NFKC'),
      Buffer.from(salt, 'base64url'),
      32,
      { N: n, r, p, maxmem: 160 * n * r },
      (error, key) => (error === null ? resolve(key) : reject(error)),
    ),
  );

/** The head is sealed in too: whoever changes it makes the backup unreadable. */
const bound = (head: Head): Buffer => Buffer.from(canonicalJson(headSchema.parse(head)));

/** Seals a key with a passphrase (scrypt, AES-256-GCM) into the text of a file. Error: `key-passphrase-short`. */
export const sealKey = async (
  file: KeyFile,
  passphrase: string,
  made: string,
): Promise<Result<string, Failure<KeyBackupErrorCode>>> => {
  if (passphrase.length < leastPassphrase) return fail('key-passphrase-short', { least: leastPassphrase });
  const nonce = randomBytes(12);
  const head: Head = {
    format: 'fieldcourse-key-backup',
    version: 1,
    keyId: file.keyId,
    publicKey: file.publicKey,
    made,
    kdf: { name: 'scrypt', ...cost, salt: randomBytes(16).toString('base64url') },
    cipher: { name: 'aes-256-gcm', nonce: nonce.toString('base64url') },
  };
  const cipher = createCipheriv('aes-256-gcm', await keyFrom(passphrase, head.kdf), nonce).setAAD(bound(head));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(file), 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return ok(`${JSON.stringify({ ...head, sealed: sealed.toString('base64url') }, null, 2)}\n`);
};

const unseal = (key: Buffer, head: Head, sealed: Buffer): unknown => {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(head.cipher.nonce, 'base64url'));
    decipher.setAAD(bound(head)).setAuthTag(sealed.subarray(-16));
    return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]).toString('utf8'));
  } catch {
    return undefined;
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Opens a backup. Errors: `key-backup-damaged`, `key-backup-newer`, `key-backup-passphrase` (another passphrase, or somebody changed the file). */
export const unsealKey = async (
  text: string,
  passphrase: string,
): Promise<Result<KeyFile, Failure<KeyBackupErrorCode>>> => {
  const backup = backupSchema.safeParse(parsed(text));
  if (!backup.success) return fail('key-backup-damaged');
  const { sealed, ...head } = backup.data;
  if (head.version !== 1) return fail('key-backup-newer', { version: head.version });
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 32 || Buffer.from(head.cipher.nonce, 'base64url').length !== 12) return fail('key-backup-damaged');
  const opened = unseal(await keyFrom(passphrase, head.kdf), head, bytes);
  if (opened === undefined) return fail('key-backup-passphrase');
  const file = keyFileSchema.safeParse(opened);
  return file.success && keysFrom(file.data) !== undefined ? ok(file.data) : fail('key-backup-damaged');
};
