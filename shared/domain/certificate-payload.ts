import { base45Decode, base45Encode } from '#shared/lib/base45.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { addDays, daysBetween, isIsoDate } from '#shared/lib/dates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { utf8Decode, utf8Encode } from '#shared/lib/utf8.ts';
import type { SerialParts } from './serials.ts';
import { formatSerial, parseSerial, serialPartsProblem } from './serials.ts';

/**
 * What the code of a certificate says (domain.md 7). `keyId` is eight hexadecimal digits; `date` the day of the award.
 *
 * As bytes, numbers big-endian: version 1 · key id 4 · length and letters of the programme · country 2 · year − 2000 · number 3 ·
 * days since 2000-01-01 2 · length and UTF-8 of the name · length and UTF-8 of the award · Ed25519 signature 64. As text: `FC1:` and
 * base45, all of it in QR's alphanumeric mode. Signed are the letters `FC1:` followed by the bytes before the signature.
 */
export type CertificatePayload = {
  readonly keyId: string;
  readonly serial: string;
  readonly name: string;
  readonly award: string;
  readonly date: IsoDate;
};

/** A payload as read, with its signature and the bytes that were signed; whether the signature holds is for the key's holder to say. */
export type SignedCertificatePayload = {
  readonly payload: CertificatePayload;
  readonly signature: Uint8Array;
  readonly signed: Uint8Array;
};

/** Why a payload cannot be written. */
export type PayloadContentErrorCode =
  'payload-serial' | 'payload-key' | 'payload-date' | 'payload-text' | 'payload-too-long';

/** Why a text is no payload. */
export type PayloadReadErrorCode = 'payload-not-a-certificate' | 'payload-newer' | 'payload-damaged';

const prefix = 'FC1:';
const version = 1;
const signatureLength = 64;
const epoch = '2000-01-01';
/** Version 12 of a QR code at level M, the last whose modules are 0.40 mm in a block of 30 mm. */
const longestText = 419;

const isNfc = (text: string): boolean => text.normalize('NFC') === text;

const textField = (text: string): readonly number[] | undefined => {
  const bytes = utf8Encode(text);
  if (!bytes || bytes.length === 0 || bytes.length > 255 || !isNfc(text)) return undefined;
  return [bytes.length, ...bytes];
};

const letters = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0));

const serialField = (parts: SerialParts): readonly number[] => [
  parts.programme.length,
  ...letters(parts.programme),
  ...letters(parts.country),
  parts.year - 2000,
  parts.number >> 16,
  (parts.number >> 8) & 255,
  parts.number & 255,
];

const bodyBytes = (payload: CertificatePayload): Result<Uint8Array, Failure<PayloadContentErrorCode>> => {
  const serial = parseSerial(payload.serial);
  if (!serial.ok || serial.value.serial !== payload.serial) return fail('payload-serial', { serial: payload.serial });
  if (!/^[0-9a-f]{8}$/.test(payload.keyId)) return fail('payload-key', { key: payload.keyId });
  const days = isIsoDate(payload.date) ? daysBetween(epoch, payload.date) : -1;
  if (days < 0 || days > 65_535) return fail('payload-date', { date: payload.date });
  const name = textField(payload.name);
  const award = textField(payload.award);
  if (!name || !award) return fail('payload-text', { text: name ? payload.award : payload.name });
  const key = Array.from({ length: 4 }, (_, i) => Number.parseInt(payload.keyId.slice(i * 2, i * 2 + 2), 16));
  return ok(Uint8Array.from([version, ...key, ...serialField(serial.value), days >> 8, days & 255, ...name, ...award]));
};

const joined = (...parts: readonly ArrayLike<number>[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => Array.from(part)));

const textLength = (bytes: number): number => prefix.length + Math.floor(bytes / 2) * 3 + (bytes % 2) * 2;

/** The bytes to sign for a payload: `FC1:` and the body. */
export const payloadToSign = (payload: CertificatePayload): Result<Uint8Array, Failure<PayloadContentErrorCode>> => {
  const body = bodyBytes(payload);
  if (!body.ok) return body;
  const length = textLength(body.value.length + signatureLength);
  if (length > longestText) return fail('payload-too-long', { length, most: longestText });
  return ok(joined(letters(prefix), body.value));
};

/** The text of the code for signed bytes (from `payloadToSign`) and their 64-byte signature. */
export const signedPayloadText = (signed: Uint8Array, signature: Uint8Array): string => {
  if (signature.length !== signatureLength)
    throw new Error(`An Ed25519 signature has 64 bytes, not ${signature.length}`);
  return `${prefix}${base45Encode(joined(signed.subarray(prefix.length), signature))}`;
};

type Reader = { readonly bytes: Uint8Array; at: number };

const take = (reader: Reader, length: number): Uint8Array | undefined => {
  if (reader.at + length > reader.bytes.length) return undefined;
  reader.at += length;
  return reader.bytes.subarray(reader.at - length, reader.at);
};

const takeNumber = (reader: Reader, length: number): number =>
  take(reader, length)?.reduce((value, byte) => value * 256 + byte, 0) ?? -1;

const takeText = (reader: Reader): string | undefined => {
  const bytes = take(reader, Math.max(0, takeNumber(reader, 1)));
  return bytes && utf8Decode(bytes);
};

const readBody = (body: Uint8Array): CertificatePayload | undefined => {
  const reader: Reader = { bytes: body, at: 1 };
  const key = take(reader, 4);
  const programme = takeText(reader);
  const country = take(reader, 2);
  const year = takeNumber(reader, 1) + 2000;
  const number = takeNumber(reader, 3);
  const days = takeNumber(reader, 2);
  const name = takeText(reader);
  const award = takeText(reader);
  if (!key || !programme || !country || name === undefined || award === undefined || reader.at !== body.length)
    return undefined;
  const parts: SerialParts = { programme, country: String.fromCharCode(...country), year, number };
  if (serialPartsProblem(parts)) return undefined;
  const keyId = Array.from(key, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { keyId, serial: formatSerial(parts), name, award, date: addDays(epoch, days) };
};

/**
 * Reads the text of a code. Only the one text that the encoder writes is taken: another spelling of the same bytes is `payload-damaged`.
 * Line ends round the text are ignored, as scanners add them.
 */
export const readPayloadText = (scanned: string): Result<SignedCertificatePayload, Failure<PayloadReadErrorCode>> => {
  const text = scanned.replace(/^[\r\n]+|[\r\n]+$/g, '');
  const newer = /^FC(\d+):/.exec(text);
  if (!newer) return fail('payload-not-a-certificate');
  if (!text.startsWith(prefix)) return fail('payload-newer', { version: newer[1] ?? '' });
  const bytes = base45Decode(text.slice(prefix.length));
  if (!bytes || bytes.length <= signatureLength) return fail('payload-damaged');
  if (bytes[0] !== version) return fail('payload-damaged');
  const body = bytes.slice(0, -signatureLength);
  const payload = readBody(body);
  if (!payload) return fail('payload-damaged');
  const signed = payloadToSign(payload);
  const signature = bytes.slice(-signatureLength);
  if (!signed.ok || signedPayloadText(signed.value, signature) !== text) return fail('payload-damaged');
  return ok({ payload, signature, signed: signed.value });
};
