/** The UTF-8 bytes of a text; undefined where the text has half a surrogate pair, which no bytes can carry. */
export const utf8Encode = (text: string): Uint8Array | undefined => {
  try {
    const escaped = encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return Uint8Array.from(escaped, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
};

/** The text of UTF-8 bytes; undefined where the bytes are not UTF-8 in its only form. */
export const utf8Decode = (bytes: Uint8Array): string | undefined => {
  const escaped = Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
};
