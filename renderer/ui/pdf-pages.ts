import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** An opened PDF: how many pages, one page drawn to a canvas at a scale (1 is 72 dots an inch), and the way to let it go. */
export type OpenedPdf = {
  readonly pages: number;
  readonly size: (page: number) => Promise<{ readonly width: number; readonly height: number }>;
  readonly draw: (page: number, canvas: OffscreenCanvas | HTMLCanvasElement, scale: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

const load = async () => {
  const [{ getDocument, GlobalWorkerOptions }, { default: workerUrl }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'),
  ]);
  GlobalWorkerOptions.workerSrc = workerUrl;
  return getDocument;
};

/** A page is drawn once and then read or shown: the graphics card would only be in the way. */
export const drawnInMemory = { willReadFrequently: true } as const;

const drawPage = async (
  pdf: PDFDocumentProxy,
  number: number,
  canvas: OffscreenCanvas | HTMLCanvasElement,
  scale: number,
): Promise<void> => {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale });
  canvas.width = Math.ceil(viewport.width);
  canvas.height = Math.ceil(viewport.height);
  const canvasContext = canvas.getContext('2d', drawnInMemory) as CanvasRenderingContext2D | null;
  if (canvasContext === null) throw new Error('No 2d canvas');
  await page.render({ canvasContext, canvas: null, viewport, background: '#ffffff' }).promise;
  page.cleanup();
};

/** Opens a PDF to look at. The reader of PDFs is loaded when it is first needed. Rejects where the bytes are no PDF. */
export const openPdf = async (bytes: Uint8Array): Promise<OpenedPdf> => {
  const getDocument = await load();
  const loading = getDocument({ data: bytes.slice(), isEvalSupported: false, useSystemFonts: false });
  const pdf = await loading.promise;
  return {
    pages: pdf.numPages,
    size: async (number) => {
      const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
      return { width, height };
    },
    draw: (number, canvas, scale) => drawPage(pdf, number, canvas, scale),
    close: () => loading.destroy(),
  };
};

/** Pixels to draw for one that is shown: at twice the size and shown at half, the hair lines of a frame look as they print. */
export const finePixels = (): number => Math.max(2, window.devicePixelRatio);

/**
 * Draws the first page of a PDF into a canvas, as many pixels wide as `width` says when the page is there to be drawn (0: nothing is drawn any more).
 * It is drawn aside first: the picture before stays until this one is whole, and only where it is still `wanted`.
 */
export const drawFirstPage = async (
  bytes: Uint8Array,
  canvas: HTMLCanvasElement,
  width: () => number,
  wanted: () => boolean,
): Promise<void> => {
  const pdf = await openPdf(bytes);
  try {
    const page = await pdf.size(1);
    const pixels = width();
    if (pixels === 0 || !wanted()) return;
    const aside = new OffscreenCanvas(1, 1);
    await pdf.draw(1, aside, pixels / page.width);
    if (!wanted()) return;
    canvas.width = aside.width;
    canvas.height = aside.height;
    (canvas.getContext('2d', drawnInMemory) as CanvasRenderingContext2D | null)?.drawImage(aside, 0, 0);
  } finally {
    await pdf.close();
  }
};
