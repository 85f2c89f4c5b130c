import PDFDocument from 'pdfkit';
import type { Paper } from '#shared/domain/paper.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { Face, Faces } from '../certificates/faces.ts';
import { compress } from '../certificates/pdf-objects.ts';
import type { EmbeddedFont } from './embedded-font.ts';
import { readsBack } from './embedded-font.ts';
import { layOut, sheetOf, sideMargin, textTop } from './lay-out.ts';
import type { Sheet } from './lay-out.ts';
import type { LaidPage } from './paginate.ts';
import type { Node, Pen } from './pen.ts';
import { createPen } from './pen.ts';
import type { Setter } from './set-lines.ts';
import { createSetter, NoGlyphError } from './set-lines.ts';
import { millimetre, stylesAt } from './styles.ts';

export type PaperErrorCode = 'paper-no-glyph' | 'paper-part-too-high';

type OwnReference = { data: Record<string, unknown>; buffer: Uint8Array[]; finalize(): void };

/** The parts of pdfkit's document that its types leave out. */
type Internals = {
  _font: EmbeddedFont;
  ref(data?: Record<string, unknown>): OwnReference;
};

export type AboutFile = {
  readonly title: string;
  readonly subject: string;
  readonly language: string;
  readonly date: IsoDate;
};

/** A file of one or more papers. */
export type PaperFile = {
  readonly add: (paper: Paper) => Result<{ readonly pages: number }, Failure<PaperErrorCode>>;
  readonly end: () => Promise<Uint8Array>;
};

const openDocument = (about: AboutFile): PDFKit.PDFDocument => {
  const doc = new PDFDocument({
    autoFirstPage: false,
    compress: false,
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    lang: about.language,
    displayTitle: true,
    info: {
      Title: about.title,
      Subject: about.subject,
      Creator: 'Fieldcourse',
      Producer: 'Fieldcourse, PDFKit',
      CreationDate: new Date(`${about.date}T00:00:00Z`),
    },
  });
  // Compressed here: the same bytes on every machine.
  const internals = doc as unknown as Internals;
  const makeReference = internals.ref.bind(doc);
  internals.ref = (data) => {
    const reference = makeReference(data);
    const finalize = reference.finalize.bind(reference);
    reference.finalize = () => {
      if (reference.buffer.length > 0) {
        reference.buffer = [compress(Buffer.concat(reference.buffer.map((part) => Buffer.from(part))))];
        reference.data['Filter'] = 'FlateDecode';
      }
      finalize();
    };
    return reference;
  };
  return doc;
};

/** Shaped words by face: papers of one run share most of theirs, and shaping is most of the work. */
const shapedWords = new WeakMap<Face, Record<string, unknown>>();
const mostShapedWords = 20_000;

const shareShapedWords = (face: Face, font: EmbeddedFont): void => {
  let words = shapedWords.get(face);
  if (!words || Object.keys(words).length > mostShapedWords)
    shapedWords.set(face, (words = Object.create(null) as Record<string, unknown>));
  font.layoutCache = words;
};

/** The old figures of the Garamonds write 1 like I: no figure for a mark. */
const useLiningFigures = ({ key }: Face, font: EmbeddedFont): void => {
  if (key !== 'roman' && key !== 'italic') return;
  const layOutRun = font.layoutRun.bind(font);
  font.layoutRun = (text) => layOutRun(text, { lnum: true });
};

type Fonts = ReadonlyMap<Face, EmbeddedFont>;

const openFonts = (doc: PDFKit.PDFDocument, faces: Faces): Fonts =>
  new Map(
    Object.values(faces).map((face) => {
      doc.registerFont(face.key, face.font as unknown as PDFKit.Mixins.PDFFontSource);
      doc.font(face.key);
      const font = (doc as unknown as Internals)._font;
      useLiningFigures(face, font);
      shareShapedWords(face, font);
      return [face, font] as const;
    }),
  );

/** What repeats on each page: head and foot with hairlines, the number of the page. */
const drawMargins = (pen: Pen, setter: Setter, paper: Paper, sheet: Sheet, page: number, pages: number): void => {
  const { label } = stylesAt(1);
  const width = sheet.width - sideMargin * 2;
  const half = width * 0.62;
  const number = paper.number.replace('{{page}}', String(page)).replace('{{pages}}', String(pages));
  const rows = [
    { left: paper.head.left, right: paper.head.right, baseline: 13 * millimetre, rule: 15.5 * millimetre },
    {
      left: paper.foot,
      right: number,
      baseline: sheet.height - 11 * millimetre,
      rule: sheet.height - 15.8 * millimetre,
    },
  ];
  pen.artifact('Pagination', () => {
    for (const { left, right, baseline, rule } of rows) {
      const end = setter.line(right, label, half);
      const start = setter.line(left, label, width - end.width - 16);
      if (start.width > 0) pen.line(start, label, sideMargin, baseline);
      if (end.width > 0) pen.line(end, label, sideMargin + width - end.width, baseline);
      pen.rule(sideMargin, rule, width, 0.4, 'hair');
    }
  });
};

const drawPage = (pen: Pen, page: LaidPage): void => {
  for (const { y, draw } of page) draw(pen, textTop + y);
};

/** Opens a file in memory. `many`: papers of several readers follow each other, each a section of its own in the tree. */
export const openPaperFile = (faces: Faces, about: AboutFile): PaperFile => {
  const doc = openDocument(about);
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  const fonts = openFonts(doc, faces);
  const setter = createSetter(faces, (face, text) => fonts.get(face)?.widthOfString(text, 1000) ?? 0);
  const pen = createPen(doc, (face, text) => readsBack(fonts.get(face), text));
  const root: Node = { role: 'Document', parent: undefined };

  const add: PaperFile['add'] = (paper) => {
    try {
      const laid = layOut(paper, setter, root);
      if (!laid.ok) return fail(laid.error.code, { ...laid.error.details, paper: paper.title });
      const { pages, node } = laid.value;
      const sheet = sheetOf(paper);
      pages.forEach((page, index) => {
        doc.addPage({ size: [sheet.width, sheet.height], margin: 0 });
        drawMargins(pen, setter, paper, sheet, index + 1, pages.length);
        drawPage(pen, page);
      });
      node.element?.end();
      return ok({ pages: pages.length });
    } catch (error) {
      if (!(error instanceof NoGlyphError)) throw error;
      const { text, characters } = error;
      return fail('paper-no-glyph', { text, characters, paper: paper.title });
    }
  };

  const end = async (): Promise<Uint8Array> => {
    doc.end();
    await ended;
    return Buffer.concat(chunks);
  };
  return { add, end };
};
