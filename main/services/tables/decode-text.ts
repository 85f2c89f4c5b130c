import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';

/** Encodings that a text file is read in; the names are those of the Encoding Standard. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/** A text and the encoding it was read in. */
export type DecodedText = { readonly text: string; readonly encoding: Encoding };

const sampleBytes = 65_536;

/** Windows-1252 where it differs from Latin-1: the characters of the bytes 0x80 to 0x9f. Some versions of Node read it as Latin-1. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const decodeWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);

const decodeStrictly = (bytes: Uint8Array, encoding: Encoding): string | undefined => {
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const byteOrderMark = (bytes: Uint8Array): Encoding | undefined => {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
};

/** UTF-16 without a mark: the zero halves of Latin letters and separators all stand on one side, and there are many of them. */
const unmarkedUtf16 = (bytes: Uint8Array): Encoding | undefined => {
  const sample = bytes.subarray(0, sampleBytes);
  if (bytes.length % 2 !== 0 || !sample.includes(0)) return undefined;
  let [even, odd] = [0, 0];
  for (let i = 0; i < sample.length; i += 1) if (sample[i] === 0) i % 2 === 0 ? (even += 1) : (odd += 1);
  const enough = sample.length / 20;
  if (even === 0 && odd >= enough) return 'utf-16le';
  return odd === 0 && even >= enough ? 'utf-16be' : undefined;
};

const guess = (bytes: Uint8Array): Encoding | undefined => {
  const marked = byteOrderMark(bytes) ?? unmarkedUtf16(bytes);
  if (marked !== undefined || bytes.includes(0)) return marked;
  return decodeStrictly(bytes, 'utf-8') === undefined ? 'windows-1252' : 'utf-8';
};

// Form feed, vertical tab and the end-of-file mark of old editors do occur in texts.

const notText = /[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/;

/**
 * The text of a file: by its byte order mark, else UTF-16 where zero bytes say so, else UTF-8 where it is valid, else Windows-1252, in which
 * Excel writes CSV in French and Portuguese settings. Fails with `table-not-text` where the bytes are no text in the encoding wanted or guessed.
 */
export const decodeText = (bytes: Uint8Array, wanted?: string): Result<DecodedText, Failure<'table-not-text'>> => {
  const encoding = encodings.find((each) => each === wanted) ?? guess(bytes);
  const text = encoding === undefined ? undefined : decodeStrictly(bytes, encoding);
  if (encoding === undefined || text === undefined || notText.test(text)) return fail('table-not-text');
  return ok({ text, encoding });
};
