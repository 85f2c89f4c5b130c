import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { signCredential } from '#main/services/keys/sign-statements.ts';
import type { SigningKeys } from '#main/services/keys/signing-keys.ts';
import { openSigningKeys } from '#main/services/keys/signing-keys.ts';
import type { SignedCredential } from '#shared/domain/open-badges.ts';
import { didOfKey, openBadge, proofOptions, withProof } from '#shared/domain/open-badges.ts';

let folder: string;
let keys: SigningKeys;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'badges-'));
  const opened = await openSigningKeys(folder, () => '2026-03-01T08:00:00.000Z');
  if (!opened.ok) throw new Error(opened.error.code);
  keys = opened.value;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const badge = (): SignedCredential => {
  const credential = openBadge(
    {
      serial: 'CWCY-SZ-2026-00042-B',
      name: 'Ngũgĩ wa Kamau',
      award: 'Certificate – Community Based Work with Children and Youth',
      awardedOn: '2026-03-28',
      programme: { title: 'Community Based Work with Children and Youth', version: 'version 4 (2025)' },
      language: 'en',
    },
    { name: 'Lakeside', publicKey: keys.publicKey },
  );
  const options = proofOptions(keys.publicKey, '2026-05-02T09:00:00.000Z');
  return withProof(credential, options, signCredential(keys, credential, options));
};

// A verifier of its own, by the letter of eddsa-jcs-2022, that shares nothing with the code under test.
const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const base58 = (text: string): Buffer => {
  let value = 0n;
  for (const letter of text) value = value * 58n + BigInt(letters.indexOf(letter));
  const hex = value.toString(16);
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  return Buffer.concat([Buffer.alloc(zeros), Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')]);
};
const jcs = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(jcs).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${jcs(inner)}`).join(',')}}`;
};
const sha256 = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

const verifies = (signed: SignedCredential): boolean => {
  const { proof, ...document } = signed;
  const { proofValue, ...options } = proof;
  const method = /^did:key:z([1-9A-HJ-NP-Za-km-z]+)#z\1$/.exec(options.verificationMethod);
  const multikey = base58(method?.[1] ?? '');
  if (multikey[0] !== 0xed || multikey[1] !== 0x01 || multikey.length !== 34) return false;
  const x = multikey.subarray(2).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const hashes = Buffer.concat([sha256(jcs(options)), sha256(jcs(document))]);
  return verify(null, hashes, key, base58(proofValue.slice(1)));
};

it('carries a proof that an independent verifier accepts', () => {
  expect(verifies(JSON.parse(JSON.stringify(badge())) as SignedCredential)).toBe(true);
});

it('does not verify once the name, the award or the day was changed', () => {
  const whole = JSON.stringify(badge());
  for (const [from, to] of [
    ['Ngũgĩ wa Kamau', 'Somebody Else'],
    ['Certificate –', 'Degree –'],
    ['2026-03-28', '2025-03-28'],
    ['00042-B', '00043-9'],
  ] as const) {
    const changed = whole.replaceAll(from, to);
    expect(changed).not.toBe(whole);
    expect(verifies(JSON.parse(changed) as SignedCredential)).toBe(false);
  }
});

it('is an Open Badges 3.0 achievement credential of the issuer whose key it carries', () => {
  expect(badge()).toMatchObject({
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: didOfKey(keys.publicKey), type: ['Profile'], name: 'Lakeside' },
    validFrom: '2026-03-28T00:00:00Z',
    credentialSubject: {
      identifier: [{ identityHash: 'Ngũgĩ wa Kamau', identityType: 'name', hashed: false }],
      achievement: { type: ['Achievement'], humanCode: 'CWCY-SZ-2026-00042-B' },
    },
    proof: { type: 'DataIntegrityProof', cryptosuite: 'eddsa-jcs-2022', proofPurpose: 'assertionMethod' },
  });
});
