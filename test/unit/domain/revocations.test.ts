import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, it } from 'vitest';
import { signPayload } from '#main/services/keys/certificate-signatures.ts';
import { holds as holdsInNode } from '#main/services/keys/holds.ts';
import { signRevocations } from '#main/services/keys/sign-statements.ts';
import type { SigningKeys } from '#main/services/keys/signing-keys.ts';
import { keyIdOf } from '#main/services/keys/signing-keys.ts';
import { holds } from '#renderer/verifier/knowledge.ts';
import { judgeOffline } from '#shared/domain/certificate-verdicts.ts';
import { readRevocations, revocationList } from '#shared/domain/revocations.ts';
import { verifierPage } from '#shared/domain/verifier-page.ts';
import { base64urlEncode } from '#shared/lib/base64url.ts';
import { seededRandom } from '#shared/lib/seeded-random.ts';

const makeKeys = (seed: number): SigningKeys => {
  const secret = Uint8Array.from({ length: 32 }, (_, at) => (seed * 31 + at * 7) & 255);
  const publicKey = ed25519.getPublicKey(secret);
  return {
    keyId: keyIdOf(publicKey),
    publicKey: base64urlEncode(publicKey),
    since: '2026-03-01T08:00:00.000Z',
    sign: (bytes) => ed25519.sign(bytes, secret),
  };
};

const [ours, theirs] = [makeKeys(1), makeKeys(2)];
const record = ({ keyId, publicKey, since }: SigningKeys) => ({ id: keyId, publicKey, owner: 'Lakeside', since });
const keys = [record(ours)];

const content = {
  serial: 'CWCY-SZ-2026-00042-B',
  name: 'Ngũgĩ wa Kamau',
  award: 'Certificate – Community Based Work with Children and Youth',
  date: '2026-03-28',
};
const signed = (by: SigningKeys, serial = content.serial): string => {
  const text = signPayload(by, { ...content, serial });
  if (!text.ok) throw new Error(text.error.code);
  return text.value;
};

const list = signRevocations(
  ours,
  revocationList(
    [
      { serial: 'CWCY-SZ-2026-00042-B', status: 'revoked', endedOn: '2026-05-01' },
      { serial: 'CWCY-SZ-2026-00043-9', status: 'issued' },
    ],
    { owner: 'Lakeside', madeOn: '2026-05-02', keyId: '' },
  ),
);

describe('a list of what is no longer in force', () => {
  it('holds only what is revoked or superseded, and no reasons', () => {
    expect(list.entries).toEqual([{ serial: 'CWCY-SZ-2026-00042-B', state: 'revoked', on: '2026-05-01' }]);
  });

  it('is taken where one of our keys signed it', () => {
    expect(readRevocations(JSON.stringify(list), keys, holds)).toEqual({ ok: true, value: list });
  });

  it('is refused where an entry was taken out, put in or changed', () => {
    const changed = [
      { ...list, entries: [] },
      { ...list, madeOn: '2027-01-01' },
      { ...list, entries: [...list.entries, { serial: 'CWCY-SZ-2026-00043-9', state: 'revoked' }] },
      { ...list, entries: [{ ...list.entries[0], on: '2026-05-03' }] },
    ];
    for (const one of changed)
      expect(readRevocations(JSON.stringify(one), keys, holds)).toEqual({
        ok: false,
        error: { code: 'revocations-damaged' },
      });
  });

  it('is refused where somebody else signed it', () => {
    const foreign = signRevocations(theirs, list);
    expect(readRevocations(JSON.stringify(foreign), keys, holds)).toMatchObject({
      error: { code: 'revocations-unknown-key' },
    });
    const posing = { ...foreign, keyId: ours.keyId };
    expect(readRevocations(JSON.stringify(posing), keys, holds)).toMatchObject({
      error: { code: 'revocations-damaged' },
    });
  });

  it('is refused where it is something else', () => {
    for (const text of ['', '{}', 'null', '[]', '{"format":"fieldcourse-revocations"}'])
      expect(readRevocations(text, keys, holds)).toMatchObject({ error: { code: 'revocations-damaged' } });
  });
});

describe('the verdict without a network', () => {
  it('says genuine, and what the list says of the serial', () => {
    expect(judgeOffline(signed(ours), { keys, list: undefined }, holds)).toMatchObject({
      value: { verdict: 'genuine', owner: 'Lakeside', content: { name: content.name } },
    });
    expect(judgeOffline(signed(ours), { keys, list }, holds)).toMatchObject({
      value: { verdict: 'genuine', ended: { state: 'revoked' }, listed: '2026-05-02' },
    });
  });

  it('says of a key it does not know that it does not', () => {
    expect(judgeOffline(signed(theirs), { keys, list }, holds)).toMatchObject({ value: { verdict: 'unknown-key' } });
  });

  it('says of a serial alone only that it is well formed', () => {
    expect(judgeOffline('cwcy sz 2026 00042 b', { keys, list }, holds)).toMatchObject({
      value: { verdict: 'serial', serial: content.serial, ended: { state: 'revoked' } },
    });
    expect(judgeOffline('CWCY-SZ-2026-00042-K', { keys, list }, holds)).toMatchObject({
      error: { code: 'serial-check' },
    });
  });

  it('verifies none of 2,000 altered codes', () => {
    const random = seededRandom(2026);
    const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
    const whole = signed(ours);
    let altered = 0;
    for (let n = 0; n < 2000; n += 1) {
      const letters = [...whole];
      const changes = 1 + Math.floor(random() * 3);
      for (let change = 0; change < changes; change += 1) {
        const at = Math.floor(random() * letters.length);
        const kind = Math.floor(random() * 3);
        if (kind === 0) letters[at] = alphabet.charAt(Math.floor(random() * alphabet.length));
        else if (kind === 1) letters.splice(at, 1);
        else letters.splice(at, 0, alphabet.charAt(Math.floor(random() * alphabet.length)));
      }
      const text = letters.join('');
      if (text === whole) continue;
      altered += 1;
      const found = judgeOffline(text, { keys, list: undefined }, holds);
      // Spaces round a typed code are forgiven: that is the same code.
      if (text.trim() !== whole) expect(found.ok && found.value.verdict === 'genuine', text).toBe(false);
    }
    expect(altered).toBeGreaterThan(1900);
  });

  it('judges signatures as the app itself does', () => {
    const random = seededRandom(7);
    for (let n = 0; n < 100; n += 1) {
      const bytes = Uint8Array.from({ length: 40 }, () => Math.floor(random() * 256));
      const signature = ours.sign(bytes);
      if (n % 2 === 1) signature[Math.floor(random() * 64)]! ^= 1 << Math.floor(random() * 8);
      expect(holds(ours.publicKey, bytes, signature)).toBe(holdsInNode(ours.publicKey, bytes, signature));
      expect(holds(ours.publicKey, bytes, signature)).toBe(n % 2 === 0);
    }
    expect(holds('no key', new Uint8Array(3), new Uint8Array(64))).toBe(false);
  });
});

describe('the page of the verifier', () => {
  it('takes its content in without ever ending its element', () => {
    const page = '<body><script type="application/json" id="programme">null</script></body>';
    const owner = '</script><script>alert("$&")</script><!--';
    const filled = verifierPage(page, {
      format: 'fieldcourse-verifier',
      version: 1,
      owner,
      madeOn: '2026-05-02',
      language: 'en',
      keys: [],
      list: null,
    });
    expect(filled.match(/<\/script>/g)).toHaveLength(1);
    expect(filled).not.toContain('<!--');
    const text = /id="programme">(.*?)<\/script>/s.exec(filled)?.[1] ?? '';
    expect((JSON.parse(text) as { owner: string }).owner).toBe(owner);
  });

  it('is refused where it has no place for its content', () => {
    expect(() => verifierPage('<body></body>', {} as never)).toThrow('no place');
  });
});
