import { crc32, deflateSync } from 'node:zlib';
import { seededRandom } from '#shared/lib/seeded-random.ts';

const chunk = (type: string, body: Uint8Array): Uint8Array => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

const png = (width: number, height: number, kind: readonly [depth: number, colour: number], rows: Uint8Array) => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set(kind, 8);
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
};

/** A picture with transparency such as offices scan: `noise` makes it as heavy as one. */
const rgba = (width: number, height: number, noise: number, opaque: (x: number, y: number) => boolean): Uint8Array => {
  const random = seededRandom(width * height);
  const rows = Buffer.alloc(height * (width * 4 + 1));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (!opaque(x, y)) continue;
      const grain = Math.floor(random() * noise);
      rows.set([0x1f + grain, 0x55 + grain, 0x48 + grain, 0xff], y * (width * 4 + 1) + 1 + x * 4);
    }
  return png(width, height, [8, 6], rows);
};

/** A logo of about 54 KB and a signature of about 8 KB. */
export const logo = (): Uint8Array => rgba(300, 300, 24, (x, y) => (x - 150) ** 2 + (y - 150) ** 2 < 148 ** 2);
export const signature = (): Uint8Array =>
  rgba(400, 120, 16, (x, y) => Math.abs(y - 60 - 40 * Math.sin(x / 22) * Math.cos(x / 61)) < 4);

/** The modules of a code as a picture of one bit a pixel. */
export const codePicture = (modules: readonly (readonly boolean[])[]): Uint8Array => {
  const side = modules.length;
  const stride = Math.ceil(side / 8) + 1;
  const rows = Buffer.alloc(side * stride, 0xff);
  modules.forEach((row, y) => {
    rows[y * stride] = 0;
    row.forEach((dark, x) => {
      const at = y * stride + 1 + (x >> 3);
      if (dark) rows[at] = (rows[at] ?? 0) & ~(0x80 >> (x & 7));
    });
  });
  return png(side, side, [1, 0], rows);
};
