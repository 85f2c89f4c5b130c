import type { Failure, Result } from '#shared/lib/result.ts';
import type { PageOfFile } from './certificate-file.ts';
import type { Face } from './faces.ts';
import type { GlyphRun } from './glyph-run.ts';
import type { DrawnObjects, PdfFont } from './pdf-objects.ts';

/** A page set and measured, before its fonts are in the file. `extra`: runs with glyphs that the shared fonts lack; they get fonts of their own, by face. */
export type LaidPage = {
  readonly extra: readonly { readonly face: Face; readonly run: GlyphRun }[];
  readonly page: (fonts: ReadonlyMap<string, PdfFont>) => PageOfFile;
};

/** The file that pages are laid out for: objects that pages share are drawn into it at their first use. */
export type SharingFile = {
  readonly shared: <T extends DrawnObjects, Code extends string>(
    key: string,
    draw: (firstId: number) => Result<T, Failure<Code>>,
  ) => Result<T, Failure<Code>>;
};

/** Lays out the page of a document. */
export type PageMaker<Document, Code extends string> = (
  document: Document,
  file: SharingFile,
) => Promise<Result<LaidPage, Failure<Code>>>;
