import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  payloadToSign,
  readPayloadText,
  signedPayloadText,
  type CertificatePayload,
} from '#shared/domain/certificate-payload.ts';
import { formatSerial } from '#shared/domain/serials.ts';
import { addDays } from '#shared/lib/dates.ts';

const signature = Uint8Array.from({ length: 64 }, (_, index) => (index * 37) % 256);

const usual: CertificatePayload = {
  keyId: '0a1b2c3d',
  serial: 'CWCY-SZ-2026-00042-B',
  name: 'Ngũgĩ wa Kamau',
  award: 'Community Based Work with Children and Youth',
  date: '2026-03-28',
};

const textOf = (payload: CertificatePayload): string => {
  const signed = payloadToSign(payload);
  if (!signed.ok) throw new Error(signed.error.code);
  return signedPayloadText(signed.value, signature);
};

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((value) => value.normalize('NFC'))
  .filter((value) => value.length > 0 && new TextEncoder().encode(value).length <= 80);

const payloads: fc.Arbitrary<CertificatePayload> = fc.record({
  keyId: fc.integer({ min: 0, max: 0xffffffff }).map((id) => id.toString(16).padStart(8, '0')),
  serial: fc
    .tuple(
      fc.constantFrom('CWCY', 'PSS2'),
      fc.constantFrom('SZ', 'LS'),
      fc.integer({ min: 2000, max: 2199 }),
      fc.integer({ min: 1, max: 99_999 }),
    )
    .map(([programme, country, year, number]) => formatSerial({ programme, country, year, number })),
  name: text,
  award: text,
  date: fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('2000-01-01', days)),
});

describe('the payload of a certificate’s code', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(payloads, (payload) => {
        const read = readPayloadText(textOf(payload));
        expect(read).toMatchObject({ ok: true, value: { payload, signature } });
      }),
    );
  });

  it('is written in the alphanumeric characters of a QR code and stays within version 9 at level M for usual names', () => {
    expect(textOf(usual)).toMatch(/^FC1:[0-9A-Z $%*+\-./:]+$/);
    expect(textOf(usual).length).toBeLessThanOrEqual(221);
    expect(textOf({ ...usual, name: 'Nkosazana Dlamini-Tšepiso' }).length).toBeLessThanOrEqual(262);
  });

  it('is never taken with another content after one character was changed', () => {
    const original = textOf(usual);
    const change = fc.tuple(
      fc.nat(original.length - 1),
      fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'),
    );
    fc.assert(
      fc.property(change, ([at, character]) => {
        const changed = `${original.slice(0, at)}${character}${original.slice(at + 1)}`;
        const read = readPayloadText(changed);
        const same =
          read.ok &&
          JSON.stringify(read.value.payload) === JSON.stringify(usual) &&
          read.value.signature.every((b, i) => b === signature[i]);
        expect(same).toBe(changed === original);
      }),
      { numRuns: 500 },
    );
  });

  it('has one spelling only', () => {
    const original = textOf(usual);
    for (const other of [
      original.toLowerCase(),
      ` ${original}`,
      `${original} `,
      `${original}0`,
      original.replace('FC1:', 'FC01:'),
    ]) {
      expect(readPayloadText(other).ok).toBe(false);
    }
  });

  it('is read with the line end that a scanner adds', () => {
    expect(readPayloadText(`${textOf(usual)}\r\n`).ok).toBe(true);
  });

  it.each([
    ['https://example.org', 'payload-not-a-certificate'],
    ['', 'payload-not-a-certificate'],
    ['FC2:ABC', 'payload-newer'],
    ['FC1:', 'payload-damaged'],
    ['FC1:A', 'payload-damaged'],
    ['FC1:ÄÖÜ', 'payload-damaged'],
    [`FC1:${':'.repeat(300)}`, 'payload-damaged'],
  ])('says of %s: %s', (scanned, code) => {
    expect(readPayloadText(scanned)).toMatchObject({ ok: false, error: { code } });
  });

  it('is damaged when cut anywhere', () => {
    const original = textOf(usual);
    for (let length = 4; length < original.length; length += 1)
      expect(readPayloadText(original.slice(0, length)).ok).toBe(false);
  });

  it.each([
    [{ serial: 'CWCY-SZ-2026-00042-K' }, 'payload-serial'],
    [{ keyId: 'XYZ' }, 'payload-key'],
    [{ date: '2026-02-30' }, 'payload-date'],
    [{ date: '1999-12-31' }, 'payload-date'],
    [{ name: '' }, 'payload-text'],
    [{ name: 'e\u0301' }, 'payload-text'],
    [{ name: '\ud800' }, 'payload-text'],
    [{ award: 'x'.repeat(256) }, 'payload-text'],
    [{ award: 'x'.repeat(200) }, 'payload-too-long'],
  ])('cannot be written with %j: %s', (change, code) => {
    expect(payloadToSign({ ...usual, ...change })).toMatchObject({ ok: false, error: { code } });
  });
});
