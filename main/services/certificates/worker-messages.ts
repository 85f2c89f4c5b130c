import type { NameFit } from '#shared/domain/certificate-names.ts';
import type { CertificateDocument, TemplateReference } from '#shared/domain/certificates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import type { EngineFolders, RenderErrorCode } from './engine.ts';
import type { BatchFailure, BatchReport, BatchRequest } from './render-batch.ts';

/** What the worker is started with. */
export type WorkerStart = { readonly folders: EngineFolders };

/** `cancel` holds one number: anything but 0 asks to stop. */
export type WorkerTask =
  | { readonly kind: 'batch'; readonly request: BatchRequest; readonly cancel: SharedArrayBuffer }
  | { readonly kind: 'names'; readonly names: readonly string[]; readonly template: TemplateReference }
  | { readonly kind: 'one'; readonly document: CertificateDocument }
  | { readonly kind: 'hashes'; readonly documents: readonly CertificateDocument[] };

export type WorkerAnswers = {
  readonly batch: Result<BatchReport, BatchFailure>;
  readonly names: Result<readonly NameFit[], Failure<RenderErrorCode>>;
  readonly one: Result<Uint8Array, Failure<RenderErrorCode>>;
  readonly hashes: Result<readonly string[], Failure<RenderErrorCode>>;
};

export type WorkerAnswer = WorkerAnswers[keyof WorkerAnswers];
export type ToWorker = { readonly id: number; readonly task: WorkerTask };
export type FromWorker =
  | { readonly id: number; readonly progress: { readonly done: number; readonly total: number } }
  | { readonly id: number; readonly answer: WorkerAnswer }
  | { readonly id: number; readonly bug: string };
