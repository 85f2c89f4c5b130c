import { once } from 'node:events';
import type { WriteStream } from 'node:fs';
import type { DeflateRaw } from 'node:zlib';
import { crc32, createDeflateRaw } from 'node:zlib';

type Entry = {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
};

/** An open part of the archive. */
export type ZipPart = { readonly add: (text: string) => Promise<void>; readonly end: () => Promise<void> };

// 1980-01-01 00:00, so that the same content gives the same bytes.
const dosTime = 0;
const dosDate = 33;
/** UTF-8 names; sizes and CRC follow the content. */
const flags = 0x0808;

const localHeader = (name: Buffer): Buffer => {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(8, 8);
  header.writeUInt16LE(dosTime, 10);
  header.writeUInt16LE(dosDate, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
};

const afterContent = ({ crc, packed, size }: Pick<Entry, 'crc' | 'packed' | 'size'>): Buffer => {
  const block = Buffer.alloc(16);
  block.writeUInt32LE(0x08074b50, 0);
  block.writeUInt32LE(crc, 4);
  block.writeUInt32LE(packed, 8);
  block.writeUInt32LE(size, 12);
  return block;
};

const listed = ({ name, crc, packed, size, at }: Entry): Buffer => {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(8, 10);
  header.writeUInt16LE(dosTime, 12);
  header.writeUInt16LE(dosDate, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packed, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(at, 42);
  return Buffer.concat([header, name]);
};

const closing = (count: number, size: number, at: number): Buffer => {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return end;
};

/** Takes what the packer has made and gives it on; resolves when the packer is ready for more. */
const feed = async (packer: DeflateRaw, bytes: Buffer): Promise<void> => {
  if (!packer.write(bytes)) await once(packer, 'drain');
};

/** Writes a ZIP archive part by part while it is made, so that memory does not grow with the file. Under 4 GB. */
export const zipWriter = (file: WriteStream) => {
  const entries: Entry[] = [];
  let at = 0;
  const put = async (bytes: Buffer): Promise<void> => {
    at += bytes.length;
    if (!file.write(bytes)) await once(file, 'drain');
  };
  const part = async (named: string): Promise<ZipPart> => {
    const name = Buffer.from(named, 'utf8');
    const began = at;
    await put(localHeader(name));
    const packer = createDeflateRaw({ level: 3, chunkSize: 256 * 1024 });
    let [crc, size, packed] = [0, 0, 0];
    packer.on('data', (bytes: Buffer) => {
      packed += bytes.length;
      at += bytes.length;
      if (!file.write(bytes)) {
        packer.pause();
        file.once('drain', () => packer.resume());
      }
    });
    return {
      add: async (text) => {
        const bytes = Buffer.from(text, 'utf8');
        crc = crc32(bytes, crc);
        size += bytes.length;
        await feed(packer, bytes);
      },
      end: async () => {
        packer.end();
        await once(packer, 'end');
        const entry = { name, crc, packed, size, at: began };
        await put(afterContent(entry));
        entries.push(entry);
      },
    };
  };
  const end = async (): Promise<void> => {
    const list = Buffer.concat(entries.map(listed));
    const began = at;
    await put(list);
    await put(closing(entries.length, list.length, began));
  };
  return { part, end };
};
