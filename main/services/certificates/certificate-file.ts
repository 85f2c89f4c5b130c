import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/lib/json.ts';
import type { CertificateDocument } from '#shared/domain/certificates.ts';
import type { ConstantParts } from './constant-parts.ts';
import { pageContent, pageParts, pageResources, type LearnerLayout } from './page-content.ts';
import { catalogId, createPdfFile, infoId, pagesId, type PdfFile, type Sink } from './pdf-file.ts';
import { millimetre, type DrawnObjects, type PdfFont } from './pdf-objects.ts';
import { pdfDate, pdfText } from './pdf-text.ts';
import { pdfNumber } from './glyph-run.ts';
import type { CertificateTemplate } from './template.ts';

/** What a certificate shares with others of its batch; equal keys mean equal constant parts. */
export const constantKey = (document: CertificateDocument): string => {
  const {
    name: _n,
    serial: _s,
    payload: _p,
    title: _t,
    codeDescription: _c,
    issuedOn: _i,
    subject: _a,
    ...shared
  } = document;
  return canonicalJson(shared);
};

/** A file of one or more certificates, written page by page to a sink. */
export type CertificateFile = {
  readonly nextId: () => number;
  readonly addObjects: (objects: DrawnObjects) => void;
  readonly addPage: (page: PageOfFile) => void;
  readonly end: (about: AboutFile) => void;
};

type PageOfFile = {
  readonly layout: LearnerLayout;
  readonly template: CertificateTemplate;
  readonly parts: ConstantParts;
  readonly nameFont?: PdfFont;
};

export type AboutFile = {
  readonly title: string;
  readonly subject: string;
  readonly language: string;
  readonly date: string;
};

type Page = { readonly id: number; readonly section: number; readonly firstElement: number; readonly elements: number };

const reference = (id: number): string => `${id} 0 R`;
const references = (first: number, count: number): string =>
  Array.from({ length: count }, (_, index) => reference(first + index)).join(' ');

const mediaBox = ({ page }: CertificateTemplate): string =>
  `[0 0 ${pdfNumber(page.width * millimetre, 3)} ${pdfNumber(page.height * millimetre, 3)}]`;

const endTree = (file: PdfFile, pages: readonly Page[], rootId: number, documentId: number): void => {
  const parentTree = file.reserve(1);
  const numbers = pages.map(({ firstElement, elements }, index) => `${index}[${references(firstElement, elements)}]`);
  file.object(parentTree, `<</Nums[${numbers.join('')}]>>`);
  const sections = pages.map(({ section }) => reference(section)).join(' ');
  file.object(documentId, `<</S/Document/P ${reference(rootId)}/K[${sections}]>>`);
  const next = `/ParentTreeNextKey ${pages.length}`;
  file.object(rootId, `<</Type/StructTreeRoot/K ${reference(documentId)}/ParentTree ${reference(parentTree)}${next}>>`);
};

export const createCertificateFile = (sink: Sink): CertificateFile => {
  const file = createPdfFile(sink);
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

  const addPage = ({ layout, template, parts, nameFont }: PageOfFile): void => {
    const contents = pageParts(layout, template, parts, nameFont ?? parts.roman);
    const content = pageContent(contents);
    hash.update(content);
    const shared = resourcesId(pageResources(parts, nameFont));
    const first = file.reserve(3 + contents.length);
    const [contentId, id, section, firstElement] = [first, first + 1, first + 2, first + 3];
    file.stream(contentId, content);
    const kept = `/Resources ${reference(shared)}/Contents ${reference(contentId)}/StructParents ${pages.length}/Tabs/S`;
    file.object(id, `<</Type/Page/Parent ${reference(pagesId)}/MediaBox${mediaBox(template)}${kept}>>`);
    const language = `/Lang ${pdfText(layout.document.language)}`;
    const kids = references(firstElement, contents.length);
    file.object(
      section,
      `<</S/Sect/P ${reference(documentId)}${language}/T ${pdfText(layout.document.serial)}/K[${kids}]>>`,
    );
    contents.forEach(({ role, alt }, index) => {
      const said = alt === undefined ? '' : `/Alt ${pdfText(alt)}`;
      file.object(firstElement + index, `<</S/${role}/P ${reference(section)}/Pg ${reference(id)}${said}/K ${index}>>`);
    });
    pages.push({ id, section, firstElement, elements: contents.length });
  };

  const end = (about: AboutFile): void => {
    endTree(file, pages, rootId, documentId);
    const kids = pages.map(({ id }) => reference(id)).join(' ');
    file.object(pagesId, `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`);
    const made = `/Creator(Fieldcourse)/Producer(Fieldcourse, PDFKit)/CreationDate${pdfDate(about.date)}`;
    file.object(infoId, `<</Title ${pdfText(about.title)}/Subject ${pdfText(about.subject)}${made}>>`);
    const read = '/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>';
    const tree = `/StructTreeRoot ${reference(rootId)}/Lang ${pdfText(about.language)}`;
    file.object(catalogId, `<</Type/Catalog/Pages ${reference(pagesId)}${tree}${read}>>`);
    hash.update(canonicalJson(about));
    file.end(hash.digest('hex').slice(0, 32));
  };

  return { nextId: file.nextId, addObjects: file.append, addPage, end };
};
