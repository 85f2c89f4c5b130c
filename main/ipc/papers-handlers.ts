import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { app } from 'electron';
import { beforeEnd } from '../services/endings.ts';
import type { PaperWriter } from '../services/papers/papers.ts';
import { createPaperWriter } from '../services/papers/papers.ts';
import type { Handlers } from './register.ts';

const openWriter = (): PaperWriter => {
  const fonts = path.join(app.getAppPath(), 'resources', 'fonts');
  const writer = createPaperWriter(new URL('./papers-worker.js', import.meta.url), fonts);
  beforeEnd(writer.close);
  return writer;
};

/** Working papers as PDF. The writer is opened when it is first needed. */
export const papersHandlers = (window: BrowserWindow): Pick<Handlers, 'papers:write-files' | 'papers:cancel-files'> => {
  let writer: PaperWriter | undefined;
  const running = new Map<string, AbortController>();
  return {
    'papers:write-files': async ({ id, replace, ...request }) => {
      const controller = new AbortController();
      running.set(id, controller);
      try {
        const report = await (writer ??= openWriter()).write(
          { ...request, ...(replace === undefined ? {} : { replace }) },
          (done, total) => window.webContents.send('progress:changed', { id, done, total }),
          controller.signal,
        );
        const error = report.error && { code: report.error.code, details: { ...report.error.details } };
        return { outcome: report.outcome, files: [...report.files], error };
      } finally {
        running.delete(id);
      }
    },
    'papers:cancel-files': ({ id }) => running.get(id)?.abort(),
  };
};
