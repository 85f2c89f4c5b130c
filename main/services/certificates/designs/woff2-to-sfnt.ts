import type { FontkitFont } from 'fontkit';

type PathCommand = { readonly command: string; readonly args: readonly number[] };
type Opened = FontkitFont & {
  readonly numGlyphs: number;
  readonly directory: { readonly tables: Readonly<Record<string, unknown>> };
  _getTableStream(tag: string): { readonly buffer: Uint8Array; readonly pos: number } | null;
  getGlyph(id: number): {
    readonly advanceWidth: number;
    readonly path: { readonly commands: readonly PathCommand[] };
  };
};

type Point = { readonly x: number; readonly y: number; readonly on: boolean };

const kept = ['OS/2', 'cmap', 'head', 'hhea', 'maxp', 'name', 'post', 'GDEF', 'GPOS', 'GSUB', 'CFF '];

/** The contours of a glyph as points on and off its quadratic curves; a point that repeats the first is left out. */
const contoursOf = (commands: readonly PathCommand[]): readonly (readonly Point[])[] => {
  const contours: Point[][] = [];
  const point = (x = 0, y = 0, on = true): Point => ({ x: Math.round(x), y: Math.round(y), on });
  for (const { command, args } of commands) {
    if (command === 'moveTo') contours.push([point(args[0], args[1])]);
    else if (command === 'lineTo') contours.at(-1)?.push(point(args[0], args[1]));
    else if (command === 'quadraticCurveTo')
      contours.at(-1)?.push(point(args[0], args[1], false), point(args[2], args[3]));
  }
  return contours.flatMap((contour) => {
    const [first, last] = [contour[0], contour.at(-1)];
    const closed = contour.length > 1 && last?.on === true && first?.x === last.x && first.y === last.y;
    const points = closed ? contour.slice(0, -1) : contour;
    return points.length > 1 ? [points] : [];
  });
};

const encodeGlyph = (contours: readonly (readonly Point[])[]): Buffer => {
  const points = contours.flat();
  if (points.length === 0) return Buffer.alloc(0);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const head = Buffer.alloc(10 + 2 * contours.length + 2);
  head.writeInt16BE(contours.length, 0);
  [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].forEach((value, at) =>
    head.writeInt16BE(value, 2 + 2 * at),
  );
  let end = -1;
  contours.forEach((contour, at) => head.writeUInt16BE((end += contour.length), 10 + 2 * at));
  const body = Buffer.alloc(points.length * 5);
  points.forEach(({ x, y, on }, at) => {
    body[at] = on ? 1 : 0;
    body.writeInt16BE(x - (xs[at - 1] ?? 0), points.length + 2 * at);
    body.writeInt16BE(y - (ys[at - 1] ?? 0), points.length * 3 + 2 * at);
  });
  const whole = Buffer.concat([head, body]);
  return whole.length % 4 === 0 ? whole : Buffer.concat([whole, Buffer.alloc(4 - (whole.length % 4))]);
};

const lowest = (contours: readonly (readonly Point[])[]): number => {
  const xs = contours.flat().map(({ x }) => x);
  return xs.length === 0 ? 0 : Math.min(...xs);
};

/** Outlines, their places and their widths in the plain tables of TrueType. */
const outlines = (font: Opened): Readonly<Record<'glyf' | 'loca' | 'hmtx', Buffer>> => {
  const glyphs: Buffer[] = [];
  const loca = Buffer.alloc(4 * (font.numGlyphs + 1));
  const hmtx = Buffer.alloc(4 * font.numGlyphs);
  let offset = 0;
  for (let id = 0; id < font.numGlyphs; id += 1) {
    const glyph = font.getGlyph(id);
    const contours = contoursOf(glyph.path.commands);
    const encoded = encodeGlyph(contours);
    glyphs.push(encoded);
    hmtx.writeUInt16BE(Math.round(glyph.advanceWidth), 4 * id);
    hmtx.writeInt16BE(lowest(contours), 4 * id + 2);
    offset += encoded.length;
    loca.writeUInt32BE(offset, 4 * (id + 1));
  }
  return { glyf: Buffer.concat(glyphs), loca, hmtx };
};

const pad = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

const checksum = (bytes: Buffer): number => {
  const whole = pad(bytes);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
};

const assemble = (tables: ReadonlyMap<string, Buffer>, flavour: number): Buffer => {
  const tags = [...tables.keys()].sort();
  const head = Buffer.alloc(12 + 16 * tags.length);
  const power = 2 ** Math.floor(Math.log2(tags.length));
  head.writeUInt32BE(flavour, 0);
  [tags.length, power * 16, Math.log2(power), (tags.length - power) * 16].forEach((value, at) =>
    head.writeUInt16BE(value, 4 + 2 * at),
  );
  let offset = head.length;
  const bodies: Buffer[] = [];
  tags.forEach((tag, at) => {
    const bytes = tables.get(tag) ?? Buffer.alloc(0);
    head.write(tag, 12 + 16 * at, 'latin1');
    head.writeUInt32BE(checksum(bytes), 16 + 16 * at);
    head.writeUInt32BE(offset, 20 + 16 * at);
    head.writeUInt32BE(bytes.length, 24 + 16 * at);
    const padded = pad(bytes);
    bodies.push(padded);
    offset += padded.length;
  });
  return Buffer.concat([head, ...bodies]);
};

/** A font that was packed for the web as a plain TrueType or OpenType font: only such a one can be embedded as a subset. Instructions are left out. */
export const unpackFont = (packed: FontkitFont): Uint8Array => {
  const font = packed as Opened;
  // Asking for a glyph unpacks the tables.
  font.getGlyph(0);
  const tables = new Map<string, Buffer>();
  for (const tag of kept) {
    const about = font.directory.tables[tag] as { readonly length: number } | undefined;
    const stream = about && font._getTableStream(tag);
    if (about && stream) tables.set(tag, Buffer.from(stream.buffer.subarray(stream.pos, stream.pos + about.length)));
  }
  if (tables.has('CFF ')) {
    const stream = font._getTableStream('hmtx');
    const about = font.directory.tables['hmtx'] as { readonly length: number };
    if (stream) tables.set('hmtx', Buffer.from(stream.buffer.subarray(stream.pos, stream.pos + about.length)));
    return assemble(tables, 0x4f54544f);
  }
  for (const [tag, bytes] of Object.entries(outlines(font))) tables.set(tag, bytes);
  tables.get('head')?.writeInt16BE(1, 50);
  tables.get('hhea')?.writeUInt16BE(font.numGlyphs, 34);
  return assemble(tables, 0x00010000);
};
