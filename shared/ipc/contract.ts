import { z } from 'zod';
import type { NameFit } from '#shared/domain/certificate-names.ts';
import { certificateDocument, templateReference } from './certificate-document.ts';
import type { Channel } from './channels.ts';
import { settingsSchema } from './settings.ts';

const failure = z.object({
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** Reply of a question that can fail in an expected way. */
const resultOf = <T extends z.ZodType>(value: T) =>
  z.union([z.object({ ok: z.literal(true), value }), z.object({ ok: z.literal(false), error: failure })]);

const head = z.object({ seq: z.number().int().nonnegative(), hash: z.string().regex(/^[0-9a-f]{64}$/) });
const frame = z.object({ seq: z.number(), hash: z.string(), text: z.string() });
const nothing = z.undefined();

const job = z.object({
  name: z.string(),
  options: z.record(z.string(), z.union([z.string(), z.boolean()])),
  files: z.array(z.string()),
});

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
  diskRoom: z.enum(['enough', 'low', 'none']),
  lastSnapshot: z.number().nullable(),
  platform: z.string(),
  job: job.nullable(),
});

const snapshotInfo = z.object({ seq: z.number(), hash: z.string(), made: z.number(), file: z.string() });

/** A spreadsheet read as text cells, with how it was read. `encoding` and `separator` are null for XLSX. */
const readTable = z.object({
  name: z.string(),
  sheets: z.array(z.object({ name: z.string(), rows: z.array(z.array(z.string())) })),
  encoding: z.string().nullable(),
  separator: z.string().nullable(),
});

const tableCell = z.union([z.string(), z.number(), z.null()]);
const writtenTable = z.object({
  path: z.string(),
  /** `csv` or `xlsx`; formulas are made inert by the writer. */
  sheets: z.array(
    z.object({
      name: z.string(),
      columns: z.array(
        z.object({
          title: z.string(),
          width: z.number().optional(),
          kind: z.enum(['text', 'number', 'date']).optional(),
        }),
      ),
      rows: z.array(z.array(tableCell)),
    }),
  ),
  language: z.string(),
});

const filter = z.array(z.object({ name: z.string(), extensions: z.array(z.string()) }));

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const publicKey = z.object({
  id: z.string().regex(/^[0-9a-f]{8}$/),
  publicKey: z.string(),
  owner: z.string(),
  since: z.string(),
});
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
  'app:switch-workspace': { request: z.object({ name: z.string().min(1) }), reply: nothing },
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
    reply: z.object({ frames: z.number(), head, brokenAt: z.number().nullable() }),
  },
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
    request: z.object({ names: z.array(z.string()), template: templateReference }),
    reply: resultOf(z.array(z.custom<NameFit>(isObject))),
  },
  'certificates:render-batch': {
    request: z.object({
      /** Names the run in `progress:changed` events and for cancelling. */
      id: z.string(),
      documents: z.array(certificateDocument),
      mode: z.enum(['merged', 'single']),
      folder: z.string().min(1),
      fileName: z.string(),
      title: z.string(),
    }),
    reply: z.object({
      outcome: z.enum(['complete', 'cancelled', 'failed']),
      files: z.array(renderedFile),
      error: failure.nullable(),
    }),
  },
  'certificates:cancel-batch': { request: z.object({ id: z.string() }), reply: nothing },
  'certificates:hash-documents': {
    request: z.object({ documents: z.array(certificateDocument) }),
    reply: resultOf(z.array(z.string())),
  },
  'certificates:render-one': {
    request: z.object({ document: certificateDocument }),
    reply: resultOf(z.instanceof(Uint8Array)),
  },
  'keys:sign-payloads': {
    request: z.object({
      payloads: z.array(z.object({ serial: z.string(), name: z.string(), award: z.string(), date: z.string() })),
    }),
    reply: resultOf(z.object({ key: publicKey, texts: z.array(z.string()) })),
  },
  'keys:verify-payload': {
    request: z.object({ text: z.string(), keys: z.array(publicKey) }),
    reply: resultOf(
      z.object({
        verdict: z.enum(['genuine', 'altered', 'unknown-key']),
        content: z.object({
          keyId: z.string(),
          serial: z.string(),
          name: z.string(),
          award: z.string(),
          date: z.string(),
        }),
        owner: z.string().optional(),
      }),
    ),
  },
  /** Reads a file of public keys that a programme handed out. */
  'keys:read-keys': { request: z.object({ path: z.string() }), reply: resultOf(z.array(publicKey)) },
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
