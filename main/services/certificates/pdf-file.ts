import { createCrossReferences, rowWidth } from './cross-references.ts';
import type { Compress, DrawnObjects } from './pdf-objects.ts';

/** Takes the bytes of a file in order; may throw what the disk says. */
export type Sink = (bytes: Uint8Array) => void;

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

type PackedObject = { readonly id: number; readonly content: string };

/** Objects without a stream in one stream: an index of ids and offsets, then the objects. */
const packOf = (objects: readonly PackedObject[]): { readonly content: Uint8Array; readonly first: number } => {
  let index = '';
  let length = 0;
  for (const { id, content } of objects) {
    index += `${id} ${length} `;
    length += content.length + 1;
  }
  return { content: latin(`${index}${objects.map(({ content }) => `${content}\n`).join('')}`), first: index.length };
};

export const createPdfFile = (sink: Sink, compress: Compress): PdfFile => {
  const { reserve, ...entries } = createCrossReferences(firstFreeId);
  let offset = 0;
  let pack: PackedObject[] = [];

  const write = (bytes: Uint8Array): void => {
    sink(bytes);
    offset += bytes.length;
  };
  const writePlain = (id: number, dictionary: string, content: Uint8Array): void => {
    entries.setOffset(id, offset);
    write(latin(`${id} 0 obj\n<<${dictionary}/Length ${content.length}>>\nstream\n`));
    write(content);
    write(latin('\nendstream\nendobj\n'));
  };
  const writeStream = (id: number, dictionary: string, content: Uint8Array): void =>
    writePlain(id, `${dictionary}/Filter/FlateDecode`, content);
  const closePack = (): void => {
    if (pack.length === 0) return;
    const container = reserve(1);
    pack.forEach(({ id }, place) => entries.setPacked(id, container, place));
    const { content, first } = packOf(pack);
    writeStream(container, `/Type/ObjStm/N ${pack.length}/First ${first}`, compress(content));
    pack = [];
  };

  write(header);
  return {
    reserve,
    nextId: entries.count,
    append: (objects) => {
      reserve(objects.nextId - entries.count());
      for (const { id, offset: within } of objects.offsets) entries.setOffset(id, offset + within);
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
      entries.setOffset(id, offset);
      const start = offset;
      const rows = compress(entries.predicted());
      const parameters = `/DecodeParms<</Predictor 12/Columns ${rowWidth}>>`;
      const trailer = `/Root ${catalogId} 0 R/Info ${infoId} 0 R/ID[<${fileId}><${fileId}>]`;
      writeStream(id, `/Type/XRef/Size ${entries.count()}/W[1 4 2]${parameters}${trailer}`, rows);
      write(latin(`startxref\n${start}\n%%EOF\n`));
    },
  };
};
