// Writes a screenshot again with at most 256 colours: a picture of a screen needs no more, and takes a third of the space.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const chunksOf = (png) => {
  const chunks = [];
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
};

const paeth = (left, above, corner) => {
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
};

const guesses = [() => 0, (left) => left, (_, above) => above, (left, above) => (left + above) >> 1, paeth];

/** The colours of a PNG of 8 bits a channel without interlacing, as Chromium writes it: three or four bytes a dot. */
const decode = (png) => {
  const chunks = chunksOf(png);
  const head = chunks[0]?.data ?? Buffer.alloc(13);
  const [width, height, channels] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9] === 6 ? 4 : 3];
  const packed = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const line = width * channels;
  const bytes = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    const guess = guesses[packed[y * (line + 1)] ?? 0] ?? paeth;
    for (let x = 0; x < line; x += 1) {
      const at = y * line + x;
      const left = x < channels ? 0 : (bytes[at - channels] ?? 0);
      const above = y === 0 ? 0 : (bytes[at - line] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (bytes[at - line - channels] ?? 0);
      bytes[at] = (packed[y * (line + 1) + 1 + x] ?? 0) + guess(left, above, corner);
    }
  }
  return { width, height, channels, bytes };
};

const distance = (a, b) => {
  const [r, g, bl] = [(a >> 16) - (b >> 16), ((a >> 8) & 255) - ((b >> 8) & 255), (a & 255) - (b & 255)];
  return 3 * r * r + 4 * g * g + 2 * bl * bl;
};

/** The colours met most often, none too near another that is there already; all others become the nearest of them. */
const choosePalette = (counts) => {
  const byUse = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const palette = [];
  for (const apart of [260, 60, 0]) {
    for (const colour of byUse) {
      if (palette.length === 256) return palette;
      if (palette.every((other) => distance(colour, other) > apart)) palette.push(colour);
    }
  }
  return palette;
};

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/**
 * @param {Buffer} png a screenshot
 * @returns {Buffer} the same picture with a palette
 */
export const smallPng = (png) => {
  const { width, height, channels, bytes } = decode(png);
  const colourAt = (dot) =>
    ((bytes[dot * channels] ?? 0) << 16) | ((bytes[dot * channels + 1] ?? 0) << 8) | (bytes[dot * channels + 2] ?? 0);
  const counts = new Map();
  for (let dot = 0; dot < width * height; dot += 1) counts.set(colourAt(dot), (counts.get(colourAt(dot)) ?? 0) + 1);
  const palette = choosePalette(counts);
  const nearest = new Map(palette.map((colour, index) => [colour, index]));
  const placeOf = (colour) => {
    const known = nearest.get(colour);
    if (known !== undefined) return known;
    let best = 0;
    for (let i = 1; i < palette.length; i += 1)
      if (distance(colour, palette[i] ?? 0) < distance(colour, palette[best] ?? 0)) best = i;
    nearest.set(colour, best);
    return best;
  };
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = placeOf(colourAt(y * width + x));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const content = deflateSync(rows, { level: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', content),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
