import type { Compress, DrawnObjects } from './pdf-objects.ts';

/** Takes the bytes of a file in order; may throw what the disk says. */
export type Sink = (bytes: Uint8Array) => void;

type Entry = readonly [type: 1, offset: number, generation: 0] | readonly [type: 2, container: number, index: number];

/** Objects packed together: small dictionaries compress well only in company. */
const packSize = 200;

/** Ids that every file gives to the same objects. */
export const pagesId = 1;
export const infoId = 2;
export const catalogId = 3;
export const firstFreeId = 4;

/** A PDF file in the making. Ids are handed out by `reserve` and `append`; objects without a stream are packed. */
export type PdfFile = {
  readonly reserve: (count: number) => number;
  readonly nextId: () => number;
  readonly append: (objects: DrawnObjects) => void;
  readonly stream: (id: number, content: Uint8Array, dictionary?: string) => void;
  /** A stream that can be read without unpacking it. */
  readonly plainStream: (id: number, dictionary: string, content: Uint8Array) => void;
  readonly object: (id: number, content: string) => void;
  readonly end: (fileId: string) => void;
};

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const header = Buffer.concat([latin('%PDF-1.7\n%'), Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3, 0x0a)]);

const entryWidth = 7;

/** Rows of the cross-reference stream with the PNG predictor "up", which makes neighbours cancel out. */
const predicted = (entries: readonly (Entry | undefined)[]): Uint8Array => {
  const rows = Buffer.alloc(entries.length * (entryWidth + 1));
  let above = Buffer.alloc(entryWidth);
  entries.forEach((entry, index) => {
    const row = Buffer.alloc(entryWidth);
    row.writeUInt8(entry?.[0] ?? 0, 0);
    row.writeUInt32BE(entry?.[1] ?? 0, 1);
    row.writeUInt16BE(entry?.[2] ?? (index === 0 ? 65_535 : 0), 5);
    const at = index * (entryWidth + 1);
    rows[at] = 2;
    for (let byte = 0; byte < entryWidth; byte += 1) rows[at + 1 + byte] = (row[byte] ?? 0) - (above[byte] ?? 0);
    above = row;
  });
  return rows;
};

export const createPdfFile = (sink: Sink, compress: Compress): PdfFile => {
  const entries: (Entry | undefined)[] = Array.from({ length: firstFreeId }, () => undefined);
  let offset = 0;
  let pack: { readonly id: number; readonly content: string }[] = [];

  const write = (bytes: Uint8Array): void => {
    sink(bytes);
    offset += bytes.length;
  };
  const reserve = (count: number): number => {
    const first = entries.length;
    for (let index = 0; index < count; index += 1) entries.push(undefined);
    return first;
  };
  const writePlain = (id: number, dictionary: string, content: Uint8Array): void => {
    entries[id] = [1, offset, 0];
    write(latin(`${id} 0 obj\n<<${dictionary}/Length ${content.length}>>\nstream\n`));
    write(content);
    write(latin('\nendstream\nendobj\n'));
  };
  const writeStream = (id: number, dictionary: string, content: Uint8Array): void =>
    writePlain(id, `${dictionary}/Filter/FlateDecode`, content);
  const closePack = (): void => {
    if (pack.length === 0) return;
    const container = reserve(1);
    let index = '';
    let length = 0;
    for (const { id, content } of pack) {
      index += `${id} ${length} `;
      length += content.length + 1;
    }
    pack.forEach(({ id }, place) => (entries[id] = [2, container, place]));
    const content = latin(`${index}${pack.map((object) => `${object.content}\n`).join('')}`);
    writeStream(container, `/Type/ObjStm/N ${pack.length}/First ${index.length}`, compress(content));
    pack = [];
  };

  write(header);
  return {
    reserve,
    nextId: () => entries.length,
    append: (objects) => {
      reserve(objects.nextId - entries.length);
      for (const { id, offset: within } of objects.offsets) entries[id] = [1, offset + within, 0];
      write(objects.bytes);
    },
    stream: (id, content, dictionary = '') => writeStream(id, dictionary, compress(content)),
    plainStream: writePlain,
    object: (id, content) => {
      pack.push({ id, content });
      if (pack.length >= packSize) closePack();
    },
    end: (fileId) => {
      closePack();
      const id = reserve(1);
      entries[id] = [1, offset, 0];
      const start = offset;
      const rows = compress(predicted(entries));
      const parameters = `/DecodeParms<</Predictor 12/Columns ${entryWidth}>>`;
      const trailer = `/Root ${catalogId} 0 R/Info ${infoId} 0 R/ID[<${fileId}><${fileId}>]`;
      writeStream(id, `/Type/XRef/Size ${entries.length}/W[1 4 2]${parameters}${trailer}`, rows);
      write(latin(`startxref\n${start}\n%%EOF\n`));
    },
  };
};
