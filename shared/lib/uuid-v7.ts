/**
 * Makes a UUID version 7 (RFC 9562): 48 bits of milliseconds, then random bits. Sorted by text it is sorted by time.
 * @param now milliseconds since 1970-01-01 UTC
 * @param random sixteen random bytes
 */
export const uuidV7 = (now: number, random: Uint8Array): string => {
  const bytes = random.slice(0, 16);
  for (let i = 0; i < 6; i += 1) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256;
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
