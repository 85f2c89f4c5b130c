const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Writes bytes as base45 (RFC 9285): three characters of the alphabet of QR's alphanumeric mode for two bytes. */
export const base45Encode = (bytes: Uint8Array): string => {
  let text = '';
  for (let i = 0; i < bytes.length; i += 2) {
    const first = bytes[i] ?? 0;
    const second = bytes[i + 1];
    const value = second === undefined ? first : first * 256 + second;
    text += `${alphabet[value % 45]}${alphabet[Math.floor(value / 45) % 45]}`;
    if (second !== undefined) text += alphabet[Math.floor(value / 2025)];
  }
  return text;
};

/** Reads base45; undefined where a character, a length or a value cannot come from the encoder. */
export const base45Decode = (text: string): Uint8Array | undefined => {
  if (text.length % 3 === 1) return undefined;
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i += 3) {
    const digits = Array.from(text.slice(i, i + 3), (character) => alphabet.indexOf(character));
    if (digits.some((digit) => digit < 0)) return undefined;
    const value = digits.reduce((sum, digit, place) => sum + digit * 45 ** place, 0);
    if (value > (digits.length === 3 ? 65_535 : 255)) return undefined;
    if (digits.length === 3) bytes.push(value >> 8);
    bytes.push(value & 255);
  }
  return Uint8Array.from(bytes);
};
