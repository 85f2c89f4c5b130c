import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base58Decode, base58Encode } from '#shared/lib/base58.ts';
import { base64urlDecode, base64urlEncode } from '#shared/lib/base64url.ts';

it('writes base64url as Node does and reads back only that one text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const text = base64urlEncode(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(base64urlDecode(text)).toEqual(bytes);
    }),
  );
  expect(base64urlDecode('AB')).toBeUndefined();
  expect(base64urlDecode('A+A=')).toBeUndefined();
  expect(base64urlDecode('AAAAA')).toBeUndefined();
});

it('writes base58 that reads back, leading zeros and all', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(base58Decode(base58Encode(bytes))).toEqual(bytes);
    }),
  );
  expect(base58Encode(new TextEncoder().encode('Hello World!'))).toBe('2NEpo7TZRRrLZSi2U');
  expect(base58Encode(Uint8Array.from([0, 0, 0x28, 0x7f, 0xb4, 0xcd]))).toBe('11233QC4');
  expect(base58Decode('0OIl')).toBeUndefined();
});
