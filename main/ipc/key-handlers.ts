import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app } from 'electron';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { Reply } from '#shared/ipc/contract.ts';
import { readRevocations } from '#shared/domain/revocations.ts';
import { writeWhole } from '../services/files/write-whole.ts';
import { signPayload, verifyPayload } from '../services/keys/certificate-signatures.ts';
import { holds } from '../services/keys/holds.ts';
import { sealKey, unsealKey } from '../services/keys/key-backup.ts';
import { readPublicKeysFile } from '../services/keys/public-keys-file.ts';
import { signCredential, signRevocations } from '../services/keys/sign-statements.ts';
import type { SigningKeys } from '../services/keys/signing-keys.ts';
import { openKeyFile, openSigningKeys, publicKeyRecord, replaceKey, rotateKey } from '../services/keys/signing-keys.ts';
import type { Services } from '../services/start-services.ts';
import type { Handlers } from './register.ts';

type Own = Extract<keyof Handlers, `keys:${string}`>;
type SignRequest = Parameters<Handlers['keys:sign-payloads']>[0];

const signAll = (keys: SigningKeys, { payloads }: SignRequest, owner: string): Reply<'keys:sign-payloads'> => {
  const texts: string[] = [];
  for (const payload of payloads) {
    const text = signPayload(keys, payload);
    if (!text.ok) return text;
    texts.push(text.value);
  }
  return ok({ key: publicKeyRecord(keys, owner), texts });
};

const textOf = (file: string): Promise<string | undefined> => readFile(file, 'utf8').catch(() => undefined);

/** Writes a file whole or not at all; says plainly where the disk is full or the place cannot be written. */
const put = async (file: string, text: string, mode?: number): Promise<Result<number, Failure>> => {
  try {
    await writeWhole(file, text, mode);
    return ok(Buffer.byteLength(text));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOSPC'
      ? fail('certificate-disk-full', { folder: path.dirname(file) })
      : fail('file-not-writable', { path: file });
  }
};

const readable = 0o644;

/** Signing keys and what is signed with them. The key is opened when it is first needed. */
export const keyHandlers = ({ workspace, settings }: Services): Pick<Handlers, Own> => {
  const now = (): string => new Date().toISOString();
  const owner = (): string => settings.get().person?.name ?? '';
  const open = (): ReturnType<typeof openSigningKeys> => openSigningKeys(workspace.folder, now);
  const answered = (keys: Awaited<ReturnType<typeof open>>): Reply<'keys:read-current'> =>
    keys.ok ? ok(publicKeyRecord(keys.value, owner())) : keys;
  return {
    'keys:sign-payloads': async (request) => {
      const keys = await open();
      return keys.ok ? signAll(keys.value, request, owner()) : keys;
    },
    'keys:verify-payload': ({ text, keys }) => verifyPayload(text, keys),
    'keys:read-keys': async ({ path: file }): Promise<Reply<'keys:read-keys'>> => {
      const text = await textOf(file);
      if (text === undefined) return fail('file-not-readable', { path: file });
      const keys = readPublicKeysFile(text);
      return keys.ok ? ok([...keys.value]) : keys;
    },
    'keys:read-current': async () => answered(await open()),
    'keys:rotate-key': async () => answered(await rotateKey(workspace.folder, now)),
    'keys:write-backup': async ({ path: file, passphrase }): Promise<Reply<'keys:write-backup'>> => {
      const opened = await openKeyFile(workspace.folder, now);
      if (!opened.ok) return opened;
      const sealed = await sealKey(opened.value.file, passphrase, now());
      if (!sealed.ok) return sealed;
      const written = await put(file, sealed.value);
      return written.ok ? ok(null) : written;
    },
    'keys:restore-backup': async ({ path: file, passphrase }) => {
      const text = await textOf(file);
      if (text === undefined) return fail('file-not-readable', { path: file });
      const key = await unsealKey(text, passphrase);
      return key.ok ? answered(await replaceKey(workspace.folder, key.value)) : key;
    },
    'keys:sign-revocations': async ({ list }): Promise<Reply<'keys:sign-revocations'>> => {
      const keys = await open();
      return keys.ok ? ok(`${JSON.stringify(signRevocations(keys.value, list), null, 1)}\n`) : keys;
    },
    'keys:read-revocations': async ({ path: file, keys }): Promise<Reply<'keys:read-revocations'>> => {
      const text = await textOf(file);
      if (text === undefined) return fail('file-not-readable', { path: file });
      const list = readRevocations(text, keys, holds);
      return list.ok ? ok(JSON.stringify(list.value)) : list;
    },
    'keys:sign-credentials': async ({ credentials }): Promise<Reply<'keys:sign-credentials'>> => {
      const keys = await open();
      if (!keys.ok) return keys;
      return ok(
        credentials.map(({ credential, options }) =>
          Buffer.from(signCredential(keys.value, credential, options)).toString('base64url'),
        ),
      );
    },
    'keys:read-verifier-page': async (): Promise<Reply<'keys:read-verifier-page'>> => {
      const file = path.join(app.getAppPath(), 'out', 'verifier', 'verifier.html');
      const text = await textOf(file);
      return text === undefined ? fail('file-not-readable', { path: file }) : ok(text);
    },
    'keys:write-file': async ({ path: file, text }): Promise<Reply<'keys:write-file'>> => {
      const bytes = await put(file, text, readable);
      return bytes.ok ? ok({ path: file, bytes: bytes.value }) : bytes;
    },
  };
};
