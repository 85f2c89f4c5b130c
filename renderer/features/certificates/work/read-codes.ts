import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { decodeBitmap, decodeCode } from '#renderer/ui/read-code.ts';
import type { OpenedPdf } from '#renderer/ui/pdf-pages.ts';
import { drawnInMemory, openPdf } from '#renderer/ui/pdf-pages.ts';

/** A code found in a picture or PDF; `page` counts from 1. */
export type FoundCode = { readonly page: number; readonly text: string };

/** All codes of a file, one a page at most, and how many pages it has. */
export type FoundCodes = { readonly codes: readonly FoundCode[]; readonly pages: number };

const pixels = (canvas: OffscreenCanvas): ImageData => {
  const context = canvas.getContext('2d', drawnInMemory);
  if (context === null) throw new Error('No 2d canvas');
  return context.getImageData(0, 0, canvas.width, canvas.height);
};

const readPicture = async (bytes: Uint8Array, path: string): Promise<Result<FoundCodes, Failure>> => {
  try {
    const bitmap = await createImageBitmap(new Blob([bytes.slice()]));
    const text = await decodeBitmap(bitmap);
    bitmap.close();
    return text === undefined ? fail('no-code-found', { path }) : ok({ codes: [{ page: 1, text }], pages: 1 });
  } catch {
    return fail('not-a-picture', { path });
  }
};

/** At 200 dots an inch nearly every code of 0.40 mm modules is read; where its grid falls badly on the dots, another scale finds it. */
const pdfScales = [200 / 72, 288 / 72, 144 / 72, 360 / 72];

export type ReadWatch = { readonly onProgress?: (done: number, total: number) => void; readonly signal?: AbortSignal };

const readPage = async (pdf: OpenedPdf, page: number, canvas: OffscreenCanvas): Promise<string | undefined> => {
  for (const scale of pdfScales) {
    await pdf.draw(page, canvas, scale);
    const text = await decodeCode(pixels(canvas));
    if (text !== undefined) return text;
  }
  return undefined;
};

const readPages = async (pdf: OpenedPdf, { onProgress, signal }: ReadWatch): Promise<readonly FoundCode[]> => {
  const found: FoundCode[] = [];
  const canvas = new OffscreenCanvas(1, 1);
  for (let page = 1; page <= pdf.pages && signal?.aborted !== true; page += 1) {
    const text = await readPage(pdf, page, canvas);
    if (text !== undefined) found.push({ page, text });
    onProgress?.(page, pdf.pages);
  }
  return found;
};

const readPdf = async (bytes: Uint8Array, path: string, watch: ReadWatch): Promise<Result<FoundCodes, Failure>> => {
  let pdf: OpenedPdf | undefined;
  try {
    pdf = await openPdf(bytes);
    const codes = await readPages(pdf, watch);
    return codes.length === 0 ? fail('no-code-found', { path }) : ok({ codes, pages: pdf.pages });
  } catch {
    return fail('not-a-pdf', { path });
  } finally {
    await pdf?.close();
  }
};

const isPdf = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-';

/** Reads the codes in the bytes of a PDF or a picture as a scanner would: from what is drawn, not from what the file says of itself. */
export const readCodesIn = (
  bytes: Uint8Array,
  name: string,
  watch: ReadWatch = {},
): Promise<Result<FoundCodes, Failure>> => (isPdf(bytes) ? readPdf(bytes, name, watch) : readPicture(bytes, name));

/** The same for a file on the disk. */
export const readCodes = async (path: string, watch: ReadWatch = {}): Promise<Result<FoundCodes, Failure>> => {
  const file = await desktop.filesReadFile({ path });
  return file.ok ? readCodesIn(file.value, path, watch) : file;
};
