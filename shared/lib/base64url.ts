const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bytes as base64url without padding (RFC 4648, section 5). */
export const base64urlEncode = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const value = (a << 16) | (b << 8) | c;
    const count = Math.min(4, Math.ceil(((bytes.length - at) * 4) / 3));
    for (let place = 0; place < count; place += 1) text += letters[(value >> (18 - 6 * place)) & 63];
  }
  return text;
};

/** The bytes of such a text; undefined where it is not the one text that the encoder writes. */
export const base64urlDecode = (text: string): Uint8Array | undefined => {
  const values = Array.from(text, (letter) => letters.indexOf(letter));
  if (values.includes(-1) || text.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  for (let at = 0, to = 0; at < values.length; at += 4) {
    const value =
      ((values[at] ?? 0) << 18) | ((values[at + 1] ?? 0) << 12) | ((values[at + 2] ?? 0) << 6) | (values[at + 3] ?? 0);
    for (let place = 0; place < 3 && to < bytes.length; place += 1) bytes[to++] = (value >> (16 - 8 * place)) & 255;
  }
  return base64urlEncode(bytes) === text ? bytes : undefined;
};
