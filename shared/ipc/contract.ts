import { z } from 'zod';
import type { NameFit } from '#shared/domain/certificate-names.ts';
import { renderedDocument, templateKit, templateReference } from './certificate-document.ts';
import type { Channel } from './channels.ts';
import { exportsContract } from './exports-contract.ts';
import { erasureContract } from './erasure-contract.ts';
import { failure, resultOf } from './failure.ts';
import { keysContract } from './keys-contract.ts';
import { papersContract } from './papers-contract.ts';
import { templatesContract } from './templates-contract.ts';
import { settingsSchema } from './settings.ts';
import { readTable, writtenTable } from './tables-contract.ts';

const head = z.object({ seq: z.number().int().nonnegative(), hash: z.string().regex(/^[0-9a-f]{64}$/) });
const frame = z.object({ seq: z.number(), hash: z.string(), text: z.string() });
const nothing = z.undefined();

const job = z.object({
  name: z.string(),
  options: z.record(z.string(), z.union([z.string(), z.boolean()])),
  files: z.array(z.string()),
});

/** Room on the workspace's disk: `low` under 1 GB, `none` under 200 MB, where nothing more is written. */
const diskRoom = z.enum(['enough', 'low', 'none']);

const boot = z.object({
  version: z.string(),
  workspaceId: z.string(),
  workspaceFolder: z.string(),
  workspaceName: z.string(),
  /** Other workspaces on this laptop, beside the open one. */
  workspaces: z.array(z.string()),
  device: z.string(),
  moved: z.boolean(),
  head,
  journalRepairs: z.array(z.object({ kind: z.string(), bytes: z.number(), kept: z.string() })),
  settings: settingsSchema,
  settingsRestored: z.boolean(),
  diskRoom,
  lastSnapshot: z.number().nullable(),
  platform: z.string(),
  job: job.nullable(),
});

const snapshotInfo = z.object({ seq: z.number(), hash: z.string(), made: z.number(), file: z.string() });

const filter = z.array(z.object({ name: z.string(), extensions: z.array(z.string()) }));

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const renderedFile = z.object({
  name: z.string(),
  path: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  serials: z.array(z.string()),
});

/**
 * Every question with the shape of its request and of its reply. main parses each request against it; types on both sides are inferred from it.
 * docs: CONTRIBUTING.md, "Add an IPC channel".
 */
export const contract = {
  'app:get-boot': { request: nothing, reply: boot },
  'app:ask-disk-room': { request: nothing, reply: diskRoom },
  'app:switch-workspace': { request: z.object({ name: z.string().min(1) }), reply: nothing },
  /** Starts the window anew; it may not navigate by itself. */
  'app:reload-window': { request: nothing, reply: nothing },
  'app:report-problem': { request: z.object({ message: z.string(), stack: z.string().optional() }), reply: nothing },
  'app:open-log': { request: nothing, reply: nothing },
  'app:finish-quit': { request: nothing, reply: nothing },
  'journal:append-frames': {
    request: z.object({ after: head, texts: z.array(z.string()).min(1) }),
    reply: resultOf(head),
  },
  'journal:read-frames': { request: z.object({ after: head }), reply: resultOf(z.array(frame)) },
  'journal:verify-chain': {
    request: nothing,
    reply: z.object({
      frames: z.number(),
      head,
      brokenAt: z.number().nullable(),
      /** Frames whose text was erased, and those of which that is still to be done. */
      erased: z.number(),
      toErase: z.number(),
    }),
  },
  ...erasureContract,
  'snapshots:list-snapshots': { request: nothing, reply: z.array(snapshotInfo) },
  'snapshots:make-snapshot': { request: z.object({ reason: z.string() }), reply: resultOf(snapshotInfo.nullable()) },
  'snapshots:read-rows': {
    request: z.object({ restart: z.boolean() }),
    reply: z.object({ lines: z.array(z.string()), head: head.nullable(), done: z.boolean() }),
  },
  'settings:read-settings': { request: nothing, reply: settingsSchema },
  'settings:write-settings': { request: settingsSchema.partial(), reply: settingsSchema },
  'tables:read-table': {
    request: z.object({ path: z.string(), encoding: z.string().optional(), separator: z.string().optional() }),
    reply: resultOf(readTable),
  },
  'tables:write-table': { request: writtenTable, reply: resultOf(z.object({ path: z.string(), bytes: z.number() })) },
  'files:choose-open': { request: z.object({ title: z.string(), filters: filter }), reply: z.string().nullable() },
  'files:choose-save': {
    request: z.object({ title: z.string(), name: z.string(), filters: filter }),
    reply: z.string().nullable(),
  },
  'files:choose-folder': { request: z.object({ title: z.string() }), reply: z.string().nullable() },
  'files:show-file': { request: z.object({ path: z.string() }), reply: nothing },
  'files:read-file': { request: z.object({ path: z.string() }), reply: resultOf(z.instanceof(Uint8Array)) },
  /** Makes the folder where it is missing and tries to write in it, before work begins that ends there. */
  'files:check-folder': { request: z.object({ path: z.string().min(1) }), reply: resultOf(z.null()) },
  'certificates:check-names': {
    request: z.object({ names: z.array(z.string()), template: templateReference, kit: templateKit.optional() }),
    reply: resultOf(z.array(z.custom<NameFit>(isObject))),
  },
  /** Hands over documents of a batch that follows, a few at a time: a thousand at once would keep the main process from everything else. */
  'certificates:add-documents': {
    request: z.object({ id: z.string(), documents: z.array(renderedDocument) }),
    reply: nothing,
  },
  'certificates:render-batch': {
    request: z.object({
      /** Names the run in `progress:changed` events and for cancelling; `documents` come after those that were added under it. */
      id: z.string(),
      documents: z.array(renderedDocument),
      kit: templateKit.optional(),
      /** Moves all that is printed in a merged file, in millimetres: the calibration of a printer for pre-printed stock. */
      move: z.object({ x: z.number(), y: z.number() }).optional(),
      mode: z.enum(['merged', 'single']),
      folder: z.string().min(1),
      fileName: z.string(),
      title: z.string(),
      /** Lets a merged file take the place of one that is there. */
      replace: z.boolean().optional(),
    }),
    reply: z.object({
      outcome: z.enum(['complete', 'cancelled', 'failed']),
      files: z.array(renderedFile),
      error: failure.nullable(),
    }),
  },
  'certificates:cancel-batch': { request: z.object({ id: z.string() }), reply: nothing },
  'certificates:hash-documents': {
    request: z.object({ documents: z.array(renderedDocument), kit: templateKit.optional() }),
    reply: resultOf(z.array(z.string())),
  },
  'certificates:render-one': {
    request: z.object({ document: renderedDocument, kit: templateKit.optional() }),
    reply: resultOf(z.instanceof(Uint8Array)),
  },
  /** Prints a PDF through the system's dialog, or shows it in the system's own program for PDFs. */
  'certificates:print-file': {
    request: z.object({ path: z.string().regex(/\.pdf$/i), with: z.enum(['dialog', 'viewer']) }),
    reply: resultOf(z.null()),
  },
  ...keysContract,
  ...exportsContract,
  ...papersContract,
  ...templatesContract,
  'jobs:report-line': {
    request: z.object({ stream: z.enum(['out', 'error']), line: z.record(z.string(), z.unknown()) }),
    reply: nothing,
  },
  'jobs:end-job': { request: z.object({ exitCode: z.number().int() }), reply: nothing },
} as const satisfies Readonly<Record<Channel, { readonly request: z.ZodType; readonly reply: z.ZodType }>>;

export type Contract = typeof contract;
export type Request<C extends Channel> = z.input<Contract[C]['request']>;
export type Reply<C extends Channel> = z.output<Contract[C]['reply']>;
export type Boot = z.infer<typeof boot>;
export type Job = z.infer<typeof job>;
export type ReadTable = z.infer<typeof readTable>;
export type WrittenTable = z.infer<typeof writtenTable>;
