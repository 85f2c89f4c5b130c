import type { NameFit } from '#shared/domain/certificate-names.ts';
import type { TemplateReference } from '#shared/domain/certificates.ts';
import type { TemplateKit } from '#shared/domain/designed-documents.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import type { OwnFont, OwnFontErrorCode } from './designs/own-font.ts';
import type { EngineFolders, RenderedDocument, RenderErrorCode } from './engine.ts';
import type { BatchFailure, BatchReport, BatchRequest } from './render-batch.ts';

/** What the worker is started with. */
export type WorkerStart = { readonly folders: EngineFolders };

type Kit = TemplateKit | undefined;

/** `cancel` holds one number: anything but 0 asks to stop. */
export type WorkerTask =
  | { readonly kind: 'add'; readonly batch: string; readonly documents: readonly RenderedDocument[] }
  | {
      readonly kind: 'batch';
      readonly request: BatchRequest;
      readonly cancel: SharedArrayBuffer;
      /** The documents added under this name come before those of the request. */
      readonly batch: string | undefined;
    }
  | {
      readonly kind: 'names';
      readonly names: readonly string[];
      readonly template: TemplateReference;
      readonly kit: Kit;
    }
  | { readonly kind: 'font'; readonly data: Uint8Array }
  | { readonly kind: 'one'; readonly document: RenderedDocument; readonly kit: Kit }
  | { readonly kind: 'hashes'; readonly documents: readonly RenderedDocument[]; readonly kit: Kit };

export type WorkerAnswers = {
  readonly add: null;
  readonly batch: Result<BatchReport, BatchFailure>;
  readonly names: Result<readonly NameFit[], Failure<RenderErrorCode>>;
  readonly one: Result<Uint8Array, Failure<RenderErrorCode>>;
  readonly font: Result<OwnFont, Failure<OwnFontErrorCode>>;
  readonly hashes: Result<readonly string[], Failure<RenderErrorCode>>;
};

export type WorkerAnswer = WorkerAnswers[keyof WorkerAnswers];
export type ToWorker = { readonly id: number; readonly task: WorkerTask };
export type FromWorker =
  | { readonly id: number; readonly progress: { readonly done: number; readonly total: number } }
  | { readonly id: number; readonly answer: WorkerAnswer }
  | { readonly id: number; readonly bug: string };
