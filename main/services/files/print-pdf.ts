import { access } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { BrowserWindow, shell } from 'electron';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';

/** Chromium's viewer of PDFs tells nobody when it has drawn; printing before that gives an empty sheet. */
const viewerNeedsMs = 1500;

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const printed = (window: BrowserWindow): Promise<Result<null, Failure>> =>
  new Promise((resolve) =>
    window.webContents.print({ silent: false, printBackground: true }, (done, why) => {
      if (done) return resolve(ok(null));
      resolve(/cancel/i.test(why) ? fail('print-cancelled') : fail('printer-refused', { why }));
    }),
  );

/**
 * Prints a PDF through the system's dialog, from a window that nobody sees and that has no bridge. Errors: `file-missing`, `print-cancelled`,
 * `printer-refused` (with the system's words).
 */
export const printPdf = async (file: string): Promise<Result<null, Failure>> => {
  const there = await access(file).then(
    () => true,
    () => false,
  );
  if (!there) return fail('file-missing', { path: file });
  const window = new BrowserWindow({ show: false, webPreferences: { plugins: true, sandbox: true } });
  try {
    await window.loadURL(pathToFileURL(file).href);
    await later(viewerNeedsMs);
    return await printed(window);
  } catch (error) {
    return fail('printer-refused', { why: error instanceof Error ? error.message : String(error) });
  } finally {
    window.destroy();
  }
};

/** Opens a PDF in the program that the system has for them. Error: `no-pdf-viewer`. */
export const openPdfElsewhere = async (file: string): Promise<Result<null, Failure>> => {
  const why = await shell.openPath(file);
  return why === '' ? ok(null) : fail('no-pdf-viewer', { why });
};
