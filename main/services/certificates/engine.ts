import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { NameFit } from '#shared/domain/certificate-names.ts';
import type { CertificateDocument, TemplateReference } from '#shared/domain/certificates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { constantKey, createCertificateFile, type CertificateFile } from './certificate-file.ts';
import type { ConstantErrorCode } from './constant-layout.ts';
import { drawConstants, type ConstantParts } from './constant-parts.ts';
import { openFaces, type FaceKey, type Faces } from './faces.ts';
import { fitOfName } from './fit-name.ts';
import {
  drawNameFont,
  layOutLearner,
  usesSharedLetters,
  type LearnerErrorCode,
  type LearnerLayout,
} from './page-content.ts';
import type { PdfFont } from './pdf-objects.ts';
import type { Sink } from './pdf-file.ts';
import { openTemplate, type CertificateTemplate, type TemplateErrorCode } from './template.ts';

export type RenderErrorCode =
  TemplateErrorCode | ConstantErrorCode | LearnerErrorCode | 'certificate-nothing-to-render';
type RenderFailure = Failure<RenderErrorCode>;

/** Where fonts and templates lie. */
export type EngineFolders = { readonly fonts: string; readonly templates: string };

export type MergedOptions = {
  readonly title: string;
  readonly onPage?: (done: number) => void;
  readonly cancelled?: () => boolean;
};

export type CertificateEngine = {
  readonly checkNames: (
    names: readonly string[],
    template: TemplateReference,
  ) => Promise<Result<readonly NameFit[], RenderFailure>>;
  /** The file of one certificate. It depends on nothing but the document, so a reprint has the same bytes. */
  readonly renderOne: (document: CertificateDocument) => Promise<Result<Uint8Array, RenderFailure>>;
  /** Writes all certificates into one file; `cancelled` tells whether it was left unfinished. */
  readonly renderMerged: (
    documents: readonly CertificateDocument[],
    sink: Sink,
    options: MergedOptions,
  ) => Promise<Result<{ readonly cancelled: boolean }, RenderFailure>>;
};

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Certificates set together: their unusual letters share one font. */
const chunkSize = 250;
/** Pages drawn before other work of the thread gets its turn. */
const pagesATurn = 25;
const keptConstants = 8;

type Shared = { readonly template: CertificateTemplate; readonly parts: ConstantParts };

/** What is kept from file to file: fonts, templates, and the latest constant parts. */
type Store = {
  readonly faces: Faces;
  readonly templateOf: (
    reference: TemplateReference,
  ) => Promise<Result<CertificateTemplate, Failure<TemplateErrorCode>>>;
  readonly constantsOf: (
    template: CertificateTemplate,
    document: CertificateDocument,
    firstId: number,
  ) => Result<ConstantParts, Failure<ConstantErrorCode>>;
};

const openStore = async (folders: EngineFolders): Promise<Store> => {
  const faces = await openFaces(folders.fonts);
  const templates = new Map<string, CertificateTemplate>();
  const constants = new Map<string, ConstantParts>();
  return {
    faces,
    templateOf: async (reference) => {
      const key = `${reference.name} ${reference.version}`;
      const known = templates.get(key);
      if (known) return ok(known);
      const opened = await openTemplate(folders.templates, reference);
      if (opened.ok) templates.set(key, opened.value);
      return opened;
    },
    constantsOf: (template, document, firstId) => {
      const key = `${firstId} ${constantKey(document)}`;
      const known = constants.get(key);
      if (known) return ok(known);
      const drawn = drawConstants(faces, template, document, firstId);
      if (!drawn.ok) return drawn;
      const oldest = constants.keys().next();
      if (constants.size >= keptConstants && !oldest.done) constants.delete(oldest.value);
      constants.set(key, drawn.value);
      return drawn;
    },
  };
};

/** The constant parts of a document in a file, drawn into it at their first use. */
const shareIn = async (
  store: Store,
  file: CertificateFile,
  document: CertificateDocument,
  known: Map<string, Shared>,
): Promise<Result<Shared, RenderFailure>> => {
  const key = constantKey(document);
  const shared = known.get(key);
  if (shared) return ok(shared);
  const template = await store.templateOf(document.template);
  if (!template.ok) return template;
  const parts = store.constantsOf(template.value, document, file.nextId());
  if (!parts.ok) return parts;
  file.addObjects(parts.value);
  const fresh = { template: template.value, parts: parts.value };
  known.set(key, fresh);
  return ok(fresh);
};

const renderMerged = async (
  store: Store,
  documents: readonly CertificateDocument[],
  sink: Sink,
  options: MergedOptions,
): Promise<Result<{ readonly cancelled: boolean }, RenderFailure>> => {
  const first = documents[0];
  if (!first) return fail('certificate-nothing-to-render');
  const file = createCertificateFile(sink);
  const known = new Map<string, Shared>();
  let done = 0;
  for (let at = 0; at < documents.length; at += chunkSize) {
    const chunk = await layOutChunk(store.faces, documents.slice(at, at + chunkSize), (document) =>
      shareIn(store, file, document, known),
    );
    if (!chunk.ok) return chunk;
    const nameFonts = addNameFonts(file, chunk.value);
    for (const { layout, shared } of chunk.value) {
      if (options.cancelled?.()) return ok({ cancelled: true });
      const nameFont = usesSharedLetters(layout, shared.parts) ? undefined : nameFonts.get(layout.name.face.key);
      file.addPage({ layout, ...shared, ...(nameFont ? { nameFont } : {}) });
      done += 1;
      options.onPage?.(done);
      if (done % pagesATurn === 0) await setImmediate();
    }
  }
  const date = documents.reduce((latest, { issuedOn }) => (issuedOn > latest ? issuedOn : latest), first.issuedOn);
  file.end({ title: options.title, subject: first.subject, language: first.language, date });
  return ok({ cancelled: false });
};

/** Opens fonts once; templates and constant parts are kept for the next file. */
export const openEngine = async (folders: EngineFolders): Promise<CertificateEngine> => {
  const store = await openStore(folders);
  return {
    checkNames: async (names, reference) => {
      const template = await store.templateOf(reference);
      if (!template.ok) return template;
      return ok(names.map((name) => fitOfName(store.faces, name, template.value.nameFit)));
    },
    renderOne: async (document) => {
      const chunks: Uint8Array[] = [];
      const rendered = await renderMerged(store, [document], (bytes) => chunks.push(bytes), { title: document.title });
      return rendered.ok ? ok(Buffer.concat(chunks)) : rendered;
    },
    renderMerged: (documents, sink, options) => renderMerged(store, documents, sink, options),
  };
};

type LaidOut = { readonly layout: LearnerLayout; readonly shared: Shared };

const layOutChunk = async (
  faces: Faces,
  documents: readonly CertificateDocument[],
  share: (document: CertificateDocument) => Promise<Result<Shared, RenderFailure>>,
): Promise<Result<readonly LaidOut[], RenderFailure>> => {
  const laidOut: LaidOut[] = [];
  for (const document of documents) {
    const shared = await share(document);
    if (!shared.ok) return shared;
    const layout = layOutLearner(faces, shared.value.template, document);
    if (!layout.ok) return layout;
    laidOut.push({ layout: layout.value, shared: shared.value });
  }
  return ok(laidOut);
};

/** Subsets are told apart by their tags, which pdfkit makes from the number of the font in its document. */
const firstNameFontNumber = 10;

const addNameFonts = (file: CertificateFile, laidOut: readonly LaidOut[]): ReadonlyMap<FaceKey, PdfFont> => {
  const byFace = new Map<FaceKey, LearnerLayout['name'][]>();
  for (const { layout, shared } of laidOut) {
    if (usesSharedLetters(layout, shared.parts)) continue;
    const { key } = layout.name.face;
    byFace.set(key, [...(byFace.get(key) ?? []), layout.name]);
  }
  const fonts = new Map<FaceKey, PdfFont>();
  for (const [key, names] of byFace) {
    const drawn = drawNameFont(names, file.nextId(), firstNameFontNumber + fonts.size);
    file.addObjects(drawn);
    fonts.set(key, drawn.value);
  }
  return fonts;
};
