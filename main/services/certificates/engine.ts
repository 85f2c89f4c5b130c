import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { NameFit } from '#shared/domain/certificate-names.ts';
import type { CertificateDocument, TemplateReference } from '#shared/domain/certificates.ts';
import type { DesignedDocument, TemplateKit } from '#shared/domain/designed-documents.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { createCertificateFile, type CertificateFile } from './certificate-file.ts';
import { openDesigns, type DesignErrorCode, type Designs } from './designs/designs.ts';
import { openFirstEdition, type FirstEdition, type FirstEditionErrorCode } from './edition-one.ts';
import { openExtraFonts, type ExtraFonts } from './extra-fonts.ts';
import type { LaidPage, SharingFile } from './page-maker.ts';
import { compress, compressQuickly, type DrawnObjects } from './pdf-objects.ts';
import type { Sink } from './pdf-file.ts';

export type RenderErrorCode = FirstEditionErrorCode | DesignErrorCode | 'certificate-nothing-to-render';
type RenderFailure = Failure<RenderErrorCode>;

/** A certificate of the first edition of classic, or a document of a design. */
export type RenderedDocument = CertificateDocument | DesignedDocument;

/** Where fonts and templates lie. */
export type EngineFolders = { readonly fonts: string; readonly templates: string };

export type MergedOptions = {
  readonly title: string;
  /** The designs of the documents and their pictures and fonts. */
  readonly kit?: TemplateKit | undefined;
  /** Moves all that is printed, in millimetres, as the printer's calibration says. */
  readonly move?: { readonly x: number; readonly y: number } | undefined;
  readonly onPage?: (done: number) => void;
  readonly cancelled?: () => boolean;
};

export type CertificateEngine = {
  readonly checkNames: (
    names: readonly string[],
    template: TemplateReference,
    kit?: TemplateKit,
  ) => Promise<Result<readonly NameFit[], RenderFailure>>;
  /** The file of one certificate. It depends on nothing but the document and its design, so a reprint has the same bytes. */
  readonly renderOne: (document: RenderedDocument, kit?: TemplateKit) => Promise<Result<Uint8Array, RenderFailure>>;
  /** The same file in pieces. What it shares with others of its batch are the very same pieces, first of all. */
  readonly renderPieces: (
    document: RenderedDocument,
    kit?: TemplateKit,
  ) => Promise<Result<readonly Uint8Array[], RenderFailure>>;
  /** Writes all certificates into one file; `cancelled` tells whether it was left unfinished. */
  readonly renderMerged: (
    documents: readonly RenderedDocument[],
    sink: Sink,
    options: MergedOptions,
  ) => Promise<Result<{ readonly cancelled: boolean }, RenderFailure>>;
};

/** Certificates set together: their unusual letters share one font. */
const chunkSize = 250;
/** Pages drawn before other work of the thread gets its turn. */
const pagesATurn = 25;

const isDesigned = (document: RenderedDocument): document is DesignedDocument => 'design' in document;

const sharingIn = (file: CertificateFile): SharingFile => {
  const known = new Map<string, DrawnObjects>();
  return {
    shared: <T extends DrawnObjects, Code extends string>(
      key: string,
      draw: (firstId: number) => Result<T, Failure<Code>>,
    ): Result<T, Failure<Code>> => {
      const found = known.get(key);
      if (found) return ok(found as T);
      const drawn = draw(file.nextId());
      if (!drawn.ok) return drawn;
      file.addObjects(drawn.value);
      known.set(key, drawn.value);
      return drawn;
    },
  };
};

type Store = {
  readonly extraFonts: ExtraFonts;
  readonly first: () => Promise<FirstEdition>;
  readonly designs: () => Promise<Designs>;
  readonly profile: () => Promise<Uint8Array>;
};

const renderMerged = async (
  store: Store,
  documents: readonly RenderedDocument[],
  sink: Sink,
  options: MergedOptions,
): Promise<Result<{ readonly cancelled: boolean }, RenderFailure>> => {
  const first = documents[0];
  if (!first) return fail('certificate-nothing-to-render');
  // A file is fit for an archive as a whole: pages of the first edition are not.
  const archive = documents.every(isDesigned);
  const file = createCertificateFile(sink, archive ? compressQuickly : compress);
  const sharing = sharingIn(file);
  const designs = documents.some(isDesigned) ? await store.designs() : undefined;
  const maker = designs?.pages(options.kit);
  let done = 0;
  for (let at = 0; at < documents.length; at += chunkSize) {
    const pages: LaidPage[] = [];
    for (const document of documents.slice(at, at + chunkSize)) {
      const page =
        isDesigned(document) && maker
          ? await maker(document, sharing)
          : await (await store.first()).pages(document as CertificateDocument, sharing);
      if (!page.ok) return page;
      pages.push(page.value);
    }
    const fonts = store.extraFonts(file, pages);
    for (const { page } of pages) {
      if (options.cancelled?.()) return ok({ cancelled: true });
      file.addPage({ ...page(fonts), move: options.move });
      done += 1;
      options.onPage?.(done);
      if (done % pagesATurn === 0) await setImmediate();
    }
  }
  const date = documents.reduce((latest, { issuedOn }) => (issuedOn > latest ? issuedOn : latest), first.issuedOn);
  const { subject, language } = first;
  file.end({ title: options.title, subject, language, date, profile: archive ? await store.profile() : undefined });
  return ok({ cancelled: false });
};

/** A value that is made when it is first asked for. */
const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
};

/** Opens fonts when they are first needed; templates and constant parts are kept for the next file. */
export const openEngine = (folders: EngineFolders): CertificateEngine => {
  const store: Store = {
    extraFonts: openExtraFonts(),
    first: once(() => openFirstEdition(folders)),
    designs: once(() => openDesigns(folders.fonts)),
    profile: once(() => readFile(path.join(folders.templates, 'srgb.icc'))),
  };
  const renderPieces: CertificateEngine['renderPieces'] = async (document, kit) => {
    const pieces: Uint8Array[] = [];
    const options = { title: document.title, kit };
    const rendered = await renderMerged(store, [document], (bytes) => pieces.push(bytes), options);
    return rendered.ok ? ok(pieces) : rendered;
  };
  return {
    checkNames: async (names, reference, kit) =>
      kit
        ? (await store.designs()).checkNames(names, reference, kit)
        : (await store.first()).checkNames(names, reference),
    renderPieces,
    renderOne: async (document, kit) => {
      const rendered = await renderPieces(document, kit);
      return rendered.ok ? ok(Buffer.concat(rendered.value)) : rendered;
    },
    renderMerged: (documents, sink, options) => renderMerged(store, documents, sink, options),
  };
};
