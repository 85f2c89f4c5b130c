import type { BrowserWindow } from 'electron';
import { app } from 'electron';
import { printError } from './print.ts';

const patienceMs = 60_000;

/** A job whose window does not come up, or dies, ends with an error line instead of waiting for ever. Returns what to call once the window has asked for its work. */
export const watchJobWindow = (window: BrowserWindow): { readonly cameUp: () => void } => {
  const end = (reason: string): void => {
    printError({
      error: 'window-failed',
      message: `The job's window did not work: ${reason}. Nothing half-done was kept; run it again.`,
    });
    app.exit(1);
  };
  const timer = setTimeout(() => end('it did not start in time'), patienceMs);
  window.webContents.on('did-fail-load', (_event, code, description) => end(`${description} (${code})`));
  window.webContents.on('render-process-gone', (_event, { reason }) => end(reason));
  return { cameUp: () => clearTimeout(timer) };
};
