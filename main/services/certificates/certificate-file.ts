import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/lib/json.ts';
import { archiveObjects } from './archive.ts';
import { catalogId, createPdfFile, infoId, pagesId, type PdfFile, type Sink } from './pdf-file.ts';
import { type Compress, millimetre, type DrawnObjects } from './pdf-objects.ts';
import { markParts, type PagePart } from './page-parts.ts';
import { pdfDate, pdfText } from './pdf-text.ts';
import { pdfNumber } from './glyph-run.ts';

/** A file of one or more certificates, written page by page to a sink. */
export type CertificateFile = {
  readonly nextId: () => number;
  readonly addObjects: (objects: DrawnObjects) => void;
  readonly addPage: (page: PageOfFile) => void;
  readonly end: (about: AboutFile) => void;
};

/** A page with its size in millimetres; `label` names it in the structure tree, `move` shifts all that it shows (to the right and down). */
export type PageOfFile = {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly PagePart[];
  readonly resources: string;
  readonly language: string;
  readonly label: string;
  readonly move?: { readonly x: number; readonly y: number } | undefined;
};

type AboutFile = {
  readonly title: string;
  readonly subject: string;
  readonly language: string;
  readonly date: string;
  /** The colour profile of a file that is fit for an archive (PDF/A-2b); others carry none. */
  readonly profile?: Uint8Array | undefined;
};

type Page = { readonly id: number; readonly section: number; readonly marked: readonly number[] };

const reference = (id: number): string => `${id} 0 R`;
const references = (ids: readonly number[]): string => ids.map(reference).join(' ');

const mediaBox = (page: PageOfFile): string =>
  `[0 0 ${pdfNumber(page.width * millimetre, 3)} ${pdfNumber(page.height * millimetre, 3)}]`;

const moved = (content: string, move: PageOfFile['move']): string =>
  move === undefined || (move.x === 0 && move.y === 0)
    ? content
    : `1 0 0 1 ${pdfNumber(move.x * millimetre, 3)} ${pdfNumber(-move.y * millimetre, 3)} cm\n${content}`;

const entry = (key: string, words: string | undefined): string =>
  words === undefined ? '' : `/${key} ${pdfText(words)}`;

const endTree = (file: PdfFile, pages: readonly Page[], rootId: number, documentId: number): void => {
  const parentTree = file.reserve(1);
  const numbers = pages.map(({ marked }, index) => `${index}[${references(marked)}]`);
  file.object(parentTree, `<</Nums[${numbers.join('')}]>>`);
  const sections = pages.map(({ section }) => reference(section)).join(' ');
  file.object(documentId, `<</S/Document/P ${reference(rootId)}/K[${sections}]>>`);
  const next = `/ParentTreeNextKey ${pages.length}`;
  file.object(rootId, `<</Type/StructTreeRoot/K ${reference(documentId)}/ParentTree ${reference(parentTree)}${next}>>`);
};

export const createCertificateFile = (sink: Sink, compress: Compress): CertificateFile => {
  const file = createPdfFile(sink, compress);
  const hash = createHash('sha256');
  const pages: Page[] = [];
  const resources = new Map<string, number>();
  const rootId = file.reserve(2);
  const documentId = rootId + 1;

  const resourcesId = (content: string): number => {
    const known = resources.get(content);
    if (known !== undefined) return known;
    const id = file.reserve(1);
    file.object(id, content);
    resources.set(content, id);
    return id;
  };

  const addPage = (page: PageOfFile): void => {
    const { content: text, elements, marks } = markParts(page.parts);
    const content = Buffer.from(moved(text, page.move), 'latin1');
    hash.update(content);
    const shared = resourcesId(page.resources);
    const first = file.reserve(3 + elements.length);
    const [contentId, id, section] = [first, first + 1, first + 2];
    const elementId = (place: number): number => first + 3 + place;
    file.stream(contentId, content);
    const kept = `/Resources ${reference(shared)}/Contents ${reference(contentId)}/StructParents ${pages.length}/Tabs/S`;
    file.object(id, `<</Type/Page/Parent ${reference(pagesId)}/MediaBox${mediaBox(page)}${kept}>>`);
    const language = `/Lang ${pdfText(page.language)}`;
    const kids = references(elements.flatMap(({ parent }, place) => (parent === undefined ? [elementId(place)] : [])));
    file.object(section, `<</S/Sect/P ${reference(documentId)}${language}/T ${pdfText(page.label)}/K[${kids}]>>`);
    elements.forEach((element, place) => {
      const { role, parent, content: mark } = element;
      const said = entry('Lang', element.language) + entry('ActualText', element.actual) + entry('Alt', element.alt);
      const above = reference(parent === undefined ? section : elementId(parent));
      const inside = mark === undefined ? `[${references(element.children.map(elementId))}]` : ` ${mark}`;
      file.object(elementId(place), `<</S/${role}/P ${above}/Pg ${reference(id)}${said}/K${inside}>>`);
    });
    pages.push({ id, section, marked: marks.map(elementId) });
  };

  const end = (about: AboutFile): void => {
    endTree(file, pages, rootId, documentId);
    const kids = pages.map(({ id }) => reference(id)).join(' ');
    file.object(pagesId, `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`);
    const made = `/Creator(Fieldcourse)/Producer(Fieldcourse, PDFKit)/CreationDate${pdfDate(about.date)}`;
    file.object(infoId, `<</Title ${pdfText(about.title)}/Subject ${pdfText(about.subject)}${made}>>`);
    const read = '/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>';
    const tree = `/StructTreeRoot ${reference(rootId)}/Lang ${pdfText(about.language)}`;
    const { profile, ...said } = about;
    const archive = profile === undefined ? '' : archiveObjects(file, said, profile);
    file.object(catalogId, `<</Type/Catalog/Pages ${reference(pagesId)}${tree}${read}${archive}>>`);
    hash.update(canonicalJson(said));
    file.end(hash.digest('hex').slice(0, 32));
  };

  return { nextId: file.nextId, addObjects: file.append, addPage, end };
};
