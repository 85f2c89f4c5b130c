import path from 'node:path';
import { readFile } from 'node:fs/promises';
import type { BrowserWindow } from 'electron';
import { app } from 'electron';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { asCertificateDocument } from '#shared/ipc/certificate-document.ts';
import type { CertificateRenderer } from '../services/certificates/render-certificates.ts';
import { createCertificateRenderer } from '../services/certificates/render-certificates.ts';
import { beforeEnd } from '../services/endings.ts';
import { signPayload, verifyPayload } from '../services/keys/certificate-signatures.ts';
import { readPublicKeysFile } from '../services/keys/public-keys-file.ts';
import type { SigningKeys } from '../services/keys/signing-keys.ts';
import { openSigningKeys, publicKeyRecord } from '../services/keys/signing-keys.ts';
import type { Services } from '../services/start-services.ts';
import type { Handlers } from './register.ts';

type Own =
  | 'certificates:check-names'
  | 'certificates:render-batch'
  | 'certificates:cancel-batch'
  | 'certificates:hash-documents'
  | 'certificates:render-one'
  | 'keys:sign-payloads'
  | 'keys:verify-payload'
  | 'keys:read-keys';

const openRenderer = (): CertificateRenderer => {
  const resources = path.join(app.getAppPath(), 'resources');
  return createCertificateRenderer(new URL('./certificates-worker.js', import.meta.url), {
    fonts: path.join(resources, 'fonts'),
    templates: path.join(resources, 'certificate-templates'),
  });
};

type SignRequest = Parameters<Handlers['keys:sign-payloads']>[0];

const signAll = (
  keys: SigningKeys,
  { payloads }: SignRequest,
  owner: string,
): Awaited<ReturnType<Handlers['keys:sign-payloads']>> => {
  const texts: string[] = [];
  for (const payload of payloads) {
    const text = signPayload(keys, payload);
    if (!text.ok) return text;
    texts.push(text.value);
  }
  return ok({ key: publicKeyRecord(keys, owner), texts });
};

/** PDFs and signatures. The worker and the key are opened when they are first needed. */
export const certificateHandlers = ({ workspace, settings }: Services, window: BrowserWindow): Pick<Handlers, Own> => {
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
    }): Promise<Awaited<ReturnType<Handlers['certificates:check-names']>>> => {
      const fits = await render().checkNames(names, template);
      return fits.ok ? ok([...fits.value]) : fits;
    },
    'certificates:render-batch': async ({ id, documents, mode, folder, fileName, title }) => {
      const controller = new AbortController();
      running.set(id, controller);
      try {
        const request = {
          documents: documents.map(asCertificateDocument),
          folder,
          ...(mode === 'merged' ? { mode, fileName, title } : { mode }),
        };
        const report = await render().renderCertificates(
          request,
          (done, total) => window.webContents.send('progress:changed', { id, done, total }),
          controller.signal,
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
    'certificates:hash-documents': async ({ documents }): Promise<Result<string[]>> => {
      const hashes = await render().hashCertificates(documents.map(asCertificateDocument));
      return hashes.ok ? ok([...hashes.value]) : hashes;
    },
    'certificates:render-one': async ({ document }) => {
      const bytes = await render().renderCertificateToBytes(asCertificateDocument(document));
      return bytes.ok ? ok(new Uint8Array(bytes.value)) : bytes;
    },
    'keys:sign-payloads': async (request) => {
      const keys = await openSigningKeys(workspace.folder, () => new Date().toISOString());
      return keys.ok ? signAll(keys.value, request, settings.get().person?.name ?? '') : keys;
    },
    'keys:verify-payload': ({ text, keys }) => verifyPayload(text, keys),
    'keys:read-keys': async ({ path: file }): Promise<Awaited<ReturnType<Handlers['keys:read-keys']>>> => {
      const bytes = await readFile(file, 'utf8').catch(() => undefined);
      if (bytes === undefined) return fail('file-not-readable', { path: file });
      const keys = readPublicKeysFile(bytes);
      return keys.ok ? ok([...keys.value]) : keys;
    },
  };
};
