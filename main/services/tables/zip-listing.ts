/** What the directory of a zip archive says: its file names and how large they are together once unpacked. */
export type ZipListing = { readonly names: readonly string[]; readonly bytes: number };

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const longestComment = 65_535;

/** Reads the directory of a zip archive without unpacking anything; undefined where there is none or it does not hold. */
export const listZip = (file: Buffer): ZipListing | undefined => {
  let end = file.length - 22;
  const first = Math.max(0, end - longestComment);
  while (end >= first && file.readUInt32LE(end) !== endMark) end -= 1;
  if (end < first || end < 0) return undefined;
  let at = file.readUInt32LE(end + 16);
  const names: string[] = [];
  let bytes = 0;
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > end || file.readUInt32LE(at) !== entryMark) return undefined;
    bytes += file.readUInt32LE(at + 24);
    const nameLength = file.readUInt16LE(at + 28);
    names.push(file.toString('utf8', at + 46, at + 46 + nameLength));
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return { names, bytes };
};
