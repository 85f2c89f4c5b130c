import type { TemplateReference } from '#shared/domain/certificates.ts';
import type { TemplateKit } from '#shared/domain/designed-documents.ts';
import type { EngineFolders, RenderedDocument } from './engine.ts';
import type { BatchRequest } from './render-batch.ts';
import { linkWorker } from './worker-link.ts';
import type { WorkerAnswers } from './worker-messages.ts';

/** Rendering away from the main process's event loop. The worker starts with the first task and parses the fonts once. */
export type CertificateRenderer = {
  /** Hands over documents of a batch that follows under the same name. */
  readonly addDocuments: (batch: string, documents: readonly RenderedDocument[]) => Promise<null>;
  readonly renderCertificates: (
    request: BatchRequest,
    onProgress?: (done: number, total: number) => void,
    signal?: AbortSignal,
    batch?: string,
  ) => Promise<WorkerAnswers['batch']>;
  readonly renderCertificateToBytes: (document: RenderedDocument, kit?: TemplateKit) => Promise<WorkerAnswers['one']>;
  /** The SHA-256 of each certificate's own file, for the register at issue. */
  readonly hashCertificates: (
    documents: readonly RenderedDocument[],
    kit?: TemplateKit,
  ) => Promise<WorkerAnswers['hashes']>;
  readonly checkNames: (
    names: readonly string[],
    template: TemplateReference,
    kit?: TemplateKit,
  ) => Promise<WorkerAnswers['names']>;
  /** Tries a font that somebody adds to a template. */
  readonly readFont: (data: Uint8Array) => Promise<WorkerAnswers['font']>;
  /** Cancels what runs, lets it tidy up, and ends the worker; a later task starts a new one. */
  readonly close: () => Promise<void>;
};

/** How long a batch may take to leave its folder tidy when the app quits, in milliseconds. */
const farewell = 3000;

/** Makes the renderer. `workerFile` is the bundled `worker.ts`. */
export const createCertificateRenderer = (workerFile: URL | string, folders: EngineFolders): CertificateRenderer => {
  const link = linkWorker(workerFile, { folders });
  const batches = new Set<{ readonly stop: () => void; readonly done: Promise<unknown> }>();
  return {
    addDocuments: (batch, documents) => link.ask<'add'>({ kind: 'add', batch, documents }),
    renderCertificates: (request, onProgress, signal, name) => {
      const cancel = new SharedArrayBuffer(4);
      const stop = (): void => void Atomics.store(new Int32Array(cancel), 0, 1);
      if (signal?.aborted) stop();
      signal?.addEventListener('abort', stop, { once: true });
      const answer = link.ask<'batch'>({ kind: 'batch', request, cancel, batch: name }, onProgress);
      const batch = { stop, done: answer.catch(() => undefined) };
      batches.add(batch);
      return answer.finally(() => {
        batches.delete(batch);
        signal?.removeEventListener('abort', stop);
      });
    },
    renderCertificateToBytes: (document, kit) => link.ask<'one'>({ kind: 'one', document, kit }),
    hashCertificates: (documents, kit) => link.ask<'hashes'>({ kind: 'hashes', documents, kit }),
    checkNames: (names, template, kit) => link.ask<'names'>({ kind: 'names', names, template, kit }),
    readFont: (data) => link.ask<'font'>({ kind: 'font', data }),
    close: async () => {
      const running = [...batches];
      for (const { stop } of running) stop();
      const late = new Promise((resolve) => setTimeout(resolve, farewell).unref());
      await Promise.race([Promise.all(running.map(({ done }) => done)), late]);
      await link.end(new Error('The certificate renderer was closed'));
    },
  };
};
