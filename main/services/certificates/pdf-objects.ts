import { zlibSync } from 'fflate';
import type { FontkitGlyph } from 'fontkit';
import PDFDocument from 'pdfkit';
import type { Face } from './faces.ts';
import { pdfNumber } from './glyph-run.ts';

/** What pdfkit keeps of a font that it embeds. */
type EmbeddedFont = {
  readonly subset: { includeGlyph(id: number): number };
  readonly widths: number[];
  readonly unicode: (readonly number[] | undefined)[];
  ref(): PdfReference;
  finalize(): void;
};

export type PdfReference = { end(chunk?: Uint8Array): void; toString(): string };

type OwnReference = PdfReference & { data: Record<string, unknown>; buffer: Uint8Array[]; finalize(): void };

/** The parts of pdfkit's document that its types leave out. */
type Internals = {
  _offset: number;
  _offsets: (number | null)[];
  _fontCount: number;
  _font: EmbeddedFont;
  page: { write(operators: string): void };
  _write(data: string | Uint8Array): void;
  ref(data?: Record<string, unknown>): OwnReference;
};

/** A font in the file. Every glyph has one code; once the objects are written no glyph can be added. */
export type PdfFont = {
  readonly resource: string;
  readonly reference: PdfReference;
  readonly codeOf: (glyph: FontkitGlyph) => string;
  readonly holds: (glyph: FontkitGlyph) => boolean;
  /** Whether a reader that takes text out of the file gets this glyph's characters back. */
  readonly readsAs: (glyph: FontkitGlyph) => boolean;
};

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type Canvas = {
  readonly doc: PDFKit.PDFDocument;
  readonly font: (face: Face) => PdfFont;
  /**
   * Draws a form XObject and returns its reference. A form of the whole page has its origin at the top left and y running down, in
   * millimetres; one with a `box` is a part to be placed in such a form and takes its coordinates over.
   */
  readonly form: (draw: () => void, xobjects?: Readonly<Record<string, PdfReference>>, box?: Box) => PdfReference;
  readonly write: (operators: string) => void;
  /** Any other object with a stream; it is compressed unless `data` names a filter of its own. */
  readonly stream: (data: Record<string, unknown>, content: Uint8Array) => PdfReference;
};

/** Finished objects: their bytes, where each begins in them, and the first id that is free after them. */
export type DrawnObjects = {
  readonly bytes: Uint8Array;
  readonly offsets: readonly { readonly id: number; readonly offset: number }[];
  readonly nextId: number;
};

/** Compression in plain JavaScript: the same bytes on every machine, which zlib's processor-specific paths do not promise. */
export const compress = (bytes: Uint8Array): Uint8Array => zlibSync(bytes, { level: 9 });

export type Compress = typeof compress;

/** The same for what every page has of its own: a third of the time, and hardly a byte more. Not for the first edition, whose bytes stand. */
export const compressQuickly: Compress = (bytes) => zlibSync(bytes, { level: 6 });

export const millimetre = 72 / 25.4;

const openDocument = (
  firstId: number,
  fontBase: number,
): { readonly doc: PDFKit.PDFDocument; readonly internals: Internals; readonly chunks: Uint8Array[] } => {
  const doc = new PDFDocument({
    autoFirstPage: false,
    compress: false,
    font: '',
    pdfVersion: '1.7',
    info: { CreationDate: new Date(0) },
  });
  const internals = doc as unknown as Internals;
  const chunks: Uint8Array[] = [];
  internals._offset = 0;
  internals._offsets = Array.from({ length: firstId - 1 }, () => null);
  internals._fontCount = fontBase;
  internals._write = (data) => {
    const chunk = typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : data;
    chunks.push(chunk);
    internals._offset += chunk.length;
  };
  const makeReference = internals.ref.bind(doc);
  internals.ref = (data = {}) => {
    const reference = makeReference(data);
    const finalize = reference.finalize.bind(reference);
    reference.finalize = () => {
      if (reference.buffer.length > 0 && reference.data['Filter'] === undefined) {
        reference.buffer = [compress(Buffer.concat(reference.buffer))];
        reference.data['Filter'] = 'FlateDecode';
      }
      finalize();
    };
    return reference;
  };
  return { doc, internals, chunks };
};

const same = (a: readonly number[] | undefined, b: readonly number[]): boolean =>
  a?.length === b.length && a.every((value, index) => value === b[index]);

const openFont = (
  doc: PDFKit.PDFDocument,
  internals: Internals,
  face: Face,
): PdfFont & { readonly close: () => void } => {
  doc.registerFont(face.key, face.font as unknown as PDFKit.Mixins.PDFFontSource);
  doc.font(face.key);
  const font = internals._font;
  const reference = font.ref();
  const codes = new Map<number, number>();
  let closed = false;
  const add = (glyph: FontkitGlyph): number => {
    if (closed) throw new Error(`Glyph ${glyph.id} of ${face.family} is not in the file`);
    const code = font.subset.includeGlyph(glyph.id);
    codes.set(glyph.id, code);
    font.widths[code] ??= (glyph.advanceWidth * 1000) / face.font.unitsPerEm;
    font.unicode[code] ??= glyph.codePoints;
    return code;
  };
  return {
    resource: face.resource,
    reference,
    codeOf: (glyph) => (codes.get(glyph.id) ?? add(glyph)).toString(16).padStart(4, '0'),
    holds: (glyph) => codes.has(glyph.id),
    readsAs: (glyph) => same(font.unicode[codes.get(glyph.id) ?? 0], glyph.codePoints),
    close: () => {
      font.finalize();
      closed = true;
    },
  };
};

/**
 * Lets pdfkit draw objects that are numbered from `firstId`, apart from any file, so that they can be kept as bytes and used again.
 * `fontBase` makes the subset tags of fonts differ between groups of objects in one file.
 */
export const drawObjects = <T>(
  firstId: number,
  fontBase: number,
  page: { readonly width: number; readonly height: number },
  draw: (canvas: Canvas) => T,
): DrawnObjects & { readonly value: T } => {
  const { doc, internals, chunks } = openDocument(firstId, fontBase);
  const fonts = new Map<string, PdfFont & { readonly close: () => void }>();
  let operators: string[] = [];
  internals.page = { write: (text) => operators.push(text) };
  const [width, height] = [page.width * millimetre, page.height * millimetre];
  const canvas: Canvas = {
    doc,
    write: (text) => operators.push(text),
    stream: (data, content) => {
      const object = internals.ref(data);
      object.end(content);
      return object;
    },
    font: (face) => {
      const font = fonts.get(face.key) ?? openFont(doc, internals, face);
      fonts.set(face.key, font);
      return font;
    },
    form: (drawForm, xobjects = {}, box) => {
      operators = box
        ? []
        : [`${pdfNumber(millimetre, 6)} 0 0 -${pdfNumber(millimetre, 6)} 0 ${pdfNumber(height, 4)} cm`];
      drawForm();
      const used = Object.fromEntries([...fonts.values()].map((font) => [font.resource, font.reference]));
      const form = internals.ref({
        Type: 'XObject',
        Subtype: 'Form',
        BBox: box ? [box.x, box.y, box.x + box.width, box.y + box.height] : [0, 0, width, height],
        Resources: { Font: used, XObject: xobjects },
      });
      form.end(Buffer.from(operators.join('\n'), 'latin1'));
      return form;
    },
  };
  const value = draw(canvas);
  for (const font of fonts.values()) font.close();
  const offsets = internals._offsets.flatMap((offset, index) => (offset === null ? [] : [{ id: index + 1, offset }]));
  return { bytes: Buffer.concat(chunks), offsets, nextId: internals._offsets.length + 1, value };
};
