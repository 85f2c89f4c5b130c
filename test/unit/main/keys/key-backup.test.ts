import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signPayload, verifyPayload } from '#main/services/keys/certificate-signatures.ts';
import { sealKey, unsealKey } from '#main/services/keys/key-backup.ts';
import type { SigningKeys } from '#main/services/keys/signing-keys.ts';
import {
  openKeyFile,
  openSigningKeys,
  publicKeyRecord,
  replaceKey,
  rotateKey,
} from '#main/services/keys/signing-keys.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'backup-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const now = (): string => '2026-03-01T08:00:00.000Z';
const passphrase = 'the mango tree behind the clinic';

const valueOf = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly code: string } },
): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

const payload = (keys: SigningKeys): string =>
  valueOf(
    signPayload(keys, {
      serial: 'CWCY-SZ-2026-00042-B',
      name: 'Ngũgĩ wa Kamau',
      award: 'Certificate',
      date: '2026-03-28',
    }),
  );

describe('a backup of the signing key', () => {
  it('opens with its passphrase, on another laptop, and signs as before', async () => {
    const { file, keys } = valueOf(await openKeyFile(folder, now));
    const text = valueOf(await sealKey(file, passphrase, now()));
    const other = path.join(folder, 'other');
    valueOf(await openSigningKeys(other, now));
    const restored = valueOf(await replaceKey(other, valueOf(await unsealKey(text, passphrase))));
    expect(restored.keyId).toBe(keys.keyId);
    expect(valueOf(await openSigningKeys(other, now)).publicKey).toBe(keys.publicKey);
    expect(verifyPayload(payload(restored), [publicKeyRecord(keys, 'Lakeside')])).toMatchObject({
      value: { verdict: 'genuine' },
    });
  });

  it('does not hold the private key in clear', async () => {
    const { file } = valueOf(await openKeyFile(folder, now));
    const text = valueOf(await sealKey(file, passphrase, now()));
    expect(text).toContain(file.publicKey);
    expect(text).not.toContain(file.privateKey);
    expect(text).not.toContain(file.privateKey.slice(-20));
  });

  it('does not open with another passphrase, nor once a letter of it was changed', async () => {
    const { file } = valueOf(await openKeyFile(folder, now));
    const text = valueOf(await sealKey(file, passphrase, now()));
    expect(await unsealKey(text, `${passphrase}.`)).toMatchObject({ error: { code: 'key-backup-passphrase' } });
    const renamed = text.replace(/"keyId": "(.)/, (_all, first: string) => `"keyId": "${first === '0' ? '1' : '0'}`);
    expect(await unsealKey(renamed, passphrase)).toMatchObject({ error: { code: 'key-backup-passphrase' } });
    const cut = text.replace(/"sealed": "..../, '"sealed": "AAAA');
    expect(await unsealKey(cut, passphrase)).toMatchObject({ error: { code: 'key-backup-passphrase' } });
  });

  it('asks for a passphrase that is long enough', async () => {
    const { file } = valueOf(await openKeyFile(folder, now));
    expect(await sealKey(file, 'short', now())).toMatchObject({ error: { code: 'key-passphrase-short' } });
  });

  it('says what a file is that is no backup, or one of a newer form', async () => {
    const { file } = valueOf(await openKeyFile(folder, now));
    const text = valueOf(await sealKey(file, passphrase, now()));
    for (const other of ['', '{}', '%PDF-1.7', JSON.stringify(file)])
      expect(await unsealKey(other, passphrase)).toMatchObject({ error: { code: 'key-backup-damaged' } });
    expect(await unsealKey(text.replace('"version": 1', '"version": 2'), passphrase)).toMatchObject({
      error: { code: 'key-backup-newer' },
    });
    const costly = text.replace('"n": 131072', '"n": 1073741824');
    expect(await unsealKey(costly, passphrase)).toMatchObject({ error: { code: 'key-backup-damaged' } });
  });
});

it('signs with the new key after a rotation, while the old public key still verifies what it signed', async () => {
  const before = valueOf(await openSigningKeys(folder, now));
  const old = payload(before);
  const after = valueOf(await rotateKey(folder, () => '2027-01-01T08:00:00.000Z'));
  expect(after.keyId).not.toBe(before.keyId);
  expect(valueOf(await openSigningKeys(folder, now)).keyId).toBe(after.keyId);
  const known = [publicKeyRecord(before, 'Lakeside'), publicKeyRecord(after, 'Lakeside')];
  for (const text of [old, payload(after)])
    expect(verifyPayload(text, known)).toMatchObject({ value: { verdict: 'genuine' } });
});
