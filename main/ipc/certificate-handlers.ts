import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { app } from 'electron';
import type { Result } from '#shared/lib/result.ts';
import { ok } from '#shared/lib/result.ts';
import { asRenderedDocument } from '#shared/ipc/certificate-document.ts';
import type { CertificateRenderer } from '../services/certificates/render-certificates.ts';
import { createCertificateRenderer } from '../services/certificates/render-certificates.ts';
import { beforeEnd } from '../services/endings.ts';
import { openPdfElsewhere, printPdf } from '../services/files/print-pdf.ts';
import type { Handlers } from './register.ts';

type Own =
  | 'certificates:check-names'
  | 'certificates:add-documents'
  | 'certificates:render-batch'
  | 'certificates:cancel-batch'
  | 'certificates:hash-documents'
  | 'certificates:render-one'
  | 'certificates:print-file'
  | 'templates:read-font';

const openRenderer = (): CertificateRenderer => {
  const resources = path.join(app.getAppPath(), 'resources');
  return createCertificateRenderer(new URL('./certificates-worker.js', import.meta.url), {
    fonts: path.join(resources, 'fonts'),
    templates: path.join(resources, 'certificate-templates'),
  });
};

/** PDFs of certificates. The worker is opened when it is first needed. */
export const certificateHandlers = (window: BrowserWindow): Pick<Handlers, Own> => {
  let renderer: CertificateRenderer | undefined;
  const render = (): CertificateRenderer => {
    if (renderer !== undefined) return renderer;
    const opened = openRenderer();
    beforeEnd(opened.close);
    return (renderer = opened);
  };
  const running = new Map<string, AbortController>();
  return {
    'certificates:check-names': async ({
      names,
      template,
      kit,
    }): Promise<Awaited<ReturnType<Handlers['certificates:check-names']>>> => {
      const fits = await render().checkNames(names, template, kit);
      return fits.ok ? ok([...fits.value]) : fits;
    },
    'certificates:add-documents': async ({ id, documents }) => {
      await render().addDocuments(id, documents.map(asRenderedDocument));
    },
    'certificates:render-batch': async ({ id, documents, kit, mode, folder, ...merged }) => {
      const controller = new AbortController();
      running.set(id, controller);
      try {
        const request = {
          documents: documents.map(asRenderedDocument),
          folder,
          kit,
          ...(mode === 'merged' ? { mode, ...merged } : { mode }),
        };
        const report = await render().renderCertificates(
          request,
          (done, total) => window.webContents.send('progress:changed', { id, done, total }),
          controller.signal,
          id,
        );
        const files = (report.ok ? report.value : report.error).files.map((file) => ({
          ...file,
          serials: [...file.serials],
        }));
        if (report.ok) return { outcome: report.value.outcome, files, error: null };
        const { code, details } = report.error;
        return { outcome: 'failed', files, error: details === undefined ? { code } : { code, details } };
      } finally {
        running.delete(id);
      }
    },
    'certificates:cancel-batch': ({ id }) => running.get(id)?.abort(),
    'certificates:hash-documents': async ({ documents, kit }): Promise<Result<string[]>> => {
      const hashes = await render().hashCertificates(documents.map(asRenderedDocument), kit);
      return hashes.ok ? ok([...hashes.value]) : hashes;
    },
    'certificates:render-one': async ({ document, kit }) => {
      const bytes = await render().renderCertificateToBytes(asRenderedDocument(document), kit);
      return bytes.ok ? ok(new Uint8Array(bytes.value)) : bytes;
    },
    'templates:read-font': async ({ data }): Promise<Awaited<ReturnType<Handlers['templates:read-font']>>> => {
      const font = await render().readFont(data);
      return font.ok
        ? ok({ ...font.value, data: new Uint8Array(font.value.data), lacks: [...font.value.lacks] })
        : font;
    },
    'certificates:print-file': ({ path: file, with: how }) =>
      how === 'dialog' ? printPdf(file) : openPdfElsewhere(file),
  };
};
