import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signPayload, verifyPayload } from '#main/services/keys/certificate-signatures.ts';
import { readPublicKeysFile } from '#main/services/keys/public-keys-file.ts';
import { openSigningKeys, publicKeyRecord, type SigningKeys } from '#main/services/keys/signing-keys.ts';
import { payloadToSign, signedPayloadText } from '#shared/domain/certificate-payload.ts';
import { publicKeysFile } from '#shared/domain/public-keys.ts';
import { seededRandom } from '#shared/lib/seeded-random.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'keys-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const now = (): string => '2026-03-01T08:00:00.000Z';

const open = async (workspace = folder): Promise<SigningKeys> => {
  const opened = await openSigningKeys(workspace, now);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};

const content = {
  serial: 'CWCY-SZ-2026-00042-B',
  name: 'Ngũgĩ wa Kamau',
  award: 'Community Based Work with Children and Youth',
  date: '2026-03-28',
};

const signed = (keys: SigningKeys, change: Partial<typeof content> = {}): string => {
  const payload = signPayload(keys, { ...content, ...change });
  if (!payload.ok) throw new Error(payload.error.code);
  return payload.value;
};

describe('signing keys', () => {
  it('are made on first use and stay the same', async () => {
    const first = await open();
    const second = await open();
    expect(second).toMatchObject({ keyId: first.keyId, publicKey: first.publicKey, since: now() });
    expect(signed(second)).toBe(signed(first));
  });

  it.runIf(process.platform !== 'win32')('can be read by their owner alone', async () => {
    await open();
    expect((await stat(path.join(folder, 'keys', 'signing-key.json'))).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['cut', (text: string) => text.slice(0, 40)],
    ['empty', () => ''],
    ['not ours', () => '{"version":1}'],
    [
      'mixed up',
      (text: string) => text.replace(/"keyId": "."/, '"keyId": "0"').replace(/("keyId": ")[0-9a-f]{8}/, '$100000000'),
    ],
  ])('that are %s are an error and are left as they are', async (_, damage) => {
    await open();
    const file = path.join(folder, 'keys', 'signing-key.json');
    const damaged = damage(await readFile(file, 'utf8'));
    await writeFile(file, damaged);
    expect(await openSigningKeys(folder, now)).toMatchObject({ ok: false, error: { code: 'signing-key-damaged' } });
    expect(await readFile(file, 'utf8')).toBe(damaged);
  });

  it('say where they cannot be written', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    expect(await openSigningKeys(file, now)).toMatchObject({ ok: false, error: { code: 'signing-key-unwritable' } });
  });
});

describe('a signed payload', () => {
  it('echoes what it says and who signed it', async () => {
    const keys = await open();
    expect(verifyPayload(signed(keys), [publicKeyRecord(keys, 'Laptop of Nomsa')])).toEqual({
      ok: true,
      value: { verdict: 'genuine', content: { ...content, keyId: keys.keyId }, owner: 'Laptop of Nomsa' },
    });
  });

  it('is of an unknown key where that key was never exchanged', async () => {
    const keys = await open();
    const other = await open(path.join(folder, 'other'));
    expect(verifyPayload(signed(keys), [publicKeyRecord(other, 'x')])).toMatchObject({
      ok: true,
      value: { verdict: 'unknown-key' },
    });
    expect(verifyPayload(signed(keys), [publicKeyRecord(other, 'x'), publicKeyRecord(keys, 'y')])).toMatchObject({
      ok: true,
      value: { verdict: 'genuine', owner: 'y' },
    });
  });

  it('is altered where another name stands before the same signature', async () => {
    const keys = await open();
    const mine = payloadToSign({ ...content, keyId: keys.keyId });
    const forged = payloadToSign({ ...content, name: 'Somebody Else', keyId: keys.keyId });
    if (!mine.ok || !forged.ok) throw new Error('both can be written');
    const text = signedPayloadText(forged.value, keys.sign(mine.value));
    expect(verifyPayload(text, [publicKeyRecord(keys, 'x')])).toMatchObject({
      ok: true,
      value: { verdict: 'altered', content: { name: 'Somebody Else' } },
    });
  });

  it('is genuine in none of 2,000 altered forms', async () => {
    const keys = await open();
    const known = [publicKeyRecord(keys, 'x')];
    const text = signed(keys);
    const random = seededRandom(2026);
    const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
    const pick = (length: number): number => Math.floor(random() * length);
    const alter = (): string => {
      const at = pick(text.length);
      const kind = pick(4);
      if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
      if (kind === 1) return `${text.slice(0, at)}${alphabet.charAt(pick(45))}${text.slice(at)}`;
      if (kind === 2) return `${text.slice(0, at)}${text.charAt(at + 1)}${text.charAt(at)}${text.slice(at + 2)}`;
      return `${text.slice(0, at)}${alphabet.charAt(pick(45))}${text.slice(at + 1)}`;
    };
    let altered = 0;
    const passed: string[] = [];
    while (altered < 2000) {
      const attempt = alter();
      if (attempt === text) continue;
      altered += 1;
      const verified = verifyPayload(attempt, known);
      if (verified.ok && verified.value.verdict === 'genuine') passed.push(attempt);
    }
    expect(passed).toEqual([]);
    expect(verifyPayload(text, known)).toMatchObject({ ok: true, value: { verdict: 'genuine' } });
  });
});

describe('the file of public keys', () => {
  it('carries every key, and nothing private', async () => {
    const records = [
      publicKeyRecord(await open(), 'Nomsa'),
      publicKeyRecord(await open(path.join(folder, 'b')), 'Ésaïe'),
    ];
    const text = publicKeysFile(records);
    expect(readPublicKeysFile(text)).toEqual({ ok: true, value: records });
    expect(text).not.toContain('privateKey');
  });

  it('is refused whole where one key is not the one its id names', async () => {
    const record = publicKeyRecord(await open(), 'Nomsa');
    const other = publicKeyRecord(await open(path.join(folder, 'b')), 'x');
    expect(readPublicKeysFile(publicKeysFile([{ ...record, publicKey: other.publicKey }]))).toMatchObject({
      ok: false,
    });
    expect(readPublicKeysFile('{"keys":[]}')).toMatchObject({ ok: false, error: { code: 'public-keys-damaged' } });
    expect(readPublicKeysFile('no JSON')).toMatchObject({ ok: false, error: { code: 'public-keys-damaged' } });
  });
});
