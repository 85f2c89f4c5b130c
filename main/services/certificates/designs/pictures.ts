import { inflateSync } from 'node:zlib';
import type { KitAsset } from '#shared/domain/designed-documents.ts';
import { compress, type Canvas, type PdfReference } from '../pdf-objects.ts';

/** A picture ready to be embedded: a JPEG as it is, or plain samples with an optional mask of how opaque each is. */
export type ReadyPicture = {
  readonly width: number;
  readonly height: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly content: Uint8Array;
  readonly mask?: Uint8Array;
};

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const isPng = (bytes: Uint8Array): boolean => signature.every((byte, at) => bytes[at] === byte);

const paeth = (a: number, b: number, c: number): number => {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
};

const predictedByte = (filter: number, left: number, above: number, corner: number): number => {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  return filter === 4 ? paeth(left, above, corner) : 0;
};

/** Takes the filters of a PNG's rows back. */
const unfiltered = (raw: Uint8Array, height: number, stride: number, bytes: number): Uint8Array | undefined => {
  if (raw.length < height * (stride + 1)) return undefined;
  const out = new Uint8Array(height * stride);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    const from = y * (stride + 1) + 1;
    if (filter === 0) {
      out.set(raw.subarray(from, from + stride), y * stride);
      continue;
    }
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x >= bytes ? (out[at - bytes] ?? 0) : 0;
      const above = y > 0 ? (out[at - stride] ?? 0) : 0;
      const corner = x >= bytes && y > 0 ? (out[at - stride - bytes] ?? 0) : 0;
      out[at] = (raw[from + x] ?? 0) + predictedByte(filter, left, above, corner);
    }
  }
  return out;
};

const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 4: 2, 6: 4 };

type Header = { readonly width: number; readonly height: number; readonly channels: number };

const chunksOf = (bytes: Uint8Array): { readonly header?: Header; readonly packed: Uint8Array } => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header: Header | undefined;
  const parts: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      const channels = channelsOf[body[9] ?? 9];
      // Eight bits a channel, not interlaced: what a browser's canvas writes, and what is kept of every picture.
      if (channels !== undefined && body[8] === 8 && body[12] === 0)
        header = { width: view.getUint32(at + 8), height: view.getUint32(at + 12), channels };
    } else if (type === 'IDAT') parts.push(body);
    at += 12 + length;
  }
  return { packed: Buffer.concat(parts), ...(header ? { header } : {}) };
};

const readPng = (bytes: Uint8Array): ReadyPicture | undefined => {
  const { header, packed } = chunksOf(bytes);
  if (header === undefined || header.width * header.height > 1 << 26) return undefined;
  const { width, height, channels } = header;
  const samples = unfiltered(inflateSync(packed), height, width * channels, channels);
  if (samples === undefined) return undefined;
  const colours = channels < 3 ? 1 : 3;
  const data = { ColorSpace: colours === 1 ? 'DeviceGray' : 'DeviceRGB', BitsPerComponent: 8 };
  if (colours === channels) return { width, height, data, content: samples };
  const content = new Uint8Array(width * height * colours);
  const mask = new Uint8Array(width * height);
  for (let at = 0; at < mask.length; at += 1) {
    mask[at] = samples[at * channels + colours] ?? 0;
    // What cannot be seen is white, so that equal pictures pack well.
    for (let c = 0; c < colours; c += 1)
      content[at * colours + c] = mask[at] === 0 ? 255 : (samples[at * channels + c] ?? 0);
  }
  return { width, height, data, content, ...(mask.every((opaque) => opaque === 255) ? {} : { mask }) };
};

/** Width, height and number of colours of a JPEG, from its frame header. */
const readJpeg = (bytes: Uint8Array): ReadyPicture | undefined => {
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const colours = bytes[at + 9];
      if (bytes[at + 4] !== 8 || (colours !== 1 && colours !== 3)) return undefined;
      return {
        height: (bytes[at + 5] ?? 0) * 256 + (bytes[at + 6] ?? 0),
        width: (bytes[at + 7] ?? 0) * 256 + (bytes[at + 8] ?? 0),
        data: { ColorSpace: colours === 1 ? 'DeviceGray' : 'DeviceRGB', BitsPerComponent: 8, Filter: 'DCTDecode' },
        content: bytes,
      };
    }
    at += 2 + length;
  }
  return undefined;
};

const kept = new Map<string, ReadyPicture>();
const mostKept = 24;

/** Samples are packed once: a preview draws them again with every change. */
const packed = (picture: ReadyPicture): ReadyPicture => {
  const { data, content, mask } = picture;
  if (data['Filter'] !== undefined) return picture;
  return {
    ...picture,
    data: { ...data, Filter: 'FlateDecode' },
    content: compress(content),
    ...(mask ? { mask: compress(mask) } : {}),
  };
};

/** Reads a picture as it is kept with a template: PNG of eight bits a channel, or JPEG in grey or RGB. Undefined where it is none. */
export const readPicture = ({ id, data }: KitAsset): ReadyPicture | undefined => {
  const known = kept.get(id);
  if (known) return known;
  try {
    const picture = isPng(data) ? readPng(data) : data[0] === 0xff && data[1] === 0xd8 ? readJpeg(data) : undefined;
    if (!picture || picture.width === 0 || picture.height === 0) return undefined;
    const oldest = kept.keys().next();
    if (kept.size >= mostKept && !oldest.done) kept.delete(oldest.value);
    const ready = packed(picture);
    kept.set(id, ready);
    return ready;
  } catch {
    return undefined;
  }
};

/** Puts a picture into the file. */
export const embedPicture = (canvas: Canvas, picture: ReadyPicture): PdfReference => {
  const { width, height, data, content, mask } = picture;
  const size = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height };
  const grey = { ...size, ColorSpace: 'DeviceGray', BitsPerComponent: 8, Filter: 'FlateDecode' };
  const soft = mask && canvas.stream(grey, mask);
  return canvas.stream({ ...size, ...data, ...(soft ? { SMask: soft } : {}) }, content);
};
