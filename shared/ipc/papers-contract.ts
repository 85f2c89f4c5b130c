import { z } from 'zod';
import type { NamedPaper, Paper, PaperBlock } from '#shared/domain/paper.ts';
import { isIsoDate } from '#shared/lib/dates.ts';
import { failure } from './failure.ts';

const text = z.string().max(100_000);
const share = z.number().min(0);

const plainBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.union([z.literal(1), z.literal(2), z.literal(3)]), text }),
  z.object({ kind: z.literal('paragraph'), text, tone: z.enum(['normal', 'small', 'strong', 'note']).optional() }),
  z.object({ kind: z.literal('list'), items: z.array(text) }),
  z.object({ kind: z.literal('facts'), items: z.array(z.object({ label: text, value: text })) }),
  z.object({
    kind: z.literal('table'),
    caption: text,
    columns: z
      .array(
        z.object({ title: text, share: z.number().positive(), align: z.enum(['left', 'right', 'center']).optional() }),
      )
      .min(1),
    rows: z.array(z.array(text)),
    rowHeight: z.number().positive().max(200).optional(),
  }),
  z.object({
    kind: z.literal('bars'),
    caption: text,
    description: text,
    max: z.number().positive(),
    bars: z.array(z.object({ label: text, value: share, text, low: share.optional(), high: share.optional() })),
  }),
  z.object({
    kind: z.literal('signatures'),
    lines: z.array(z.object({ office: text, name: text.optional() })),
    dateLabel: text,
  }),
  z.object({ kind: z.literal('blank-lines'), label: text, count: z.number().int().min(0).max(60) }),
  z.object({ kind: z.literal('code'), text: z.string().min(1).max(2000), caption: text }),
  z.object({
    kind: z.literal('banner'),
    name: text,
    lines: z.array(text),
    figure: z.object({ value: text, lines: z.array(text) }).optional(),
  }),
  z.object({
    kind: z.literal('criteria'),
    caption: text,
    columns: z.object({ label: text, text }),
    rows: z.array(
      z.object({
        label: text,
        text,
        share: share.max(1).optional(),
        least: share.max(1).optional(),
        note: text.optional(),
      }),
    ),
    total: z.object({ label: text, text }).optional(),
  }),
  z.object({ kind: z.literal('page-break') }),
]);

const block: z.ZodType = z.union([
  plainBlock,
  z.object({ kind: z.literal('together'), blocks: z.array(z.lazy(() => block)) }),
]);

const paper = z.object({
  title: text.min(1),
  subject: text,
  language: z.string().min(2),
  date: z.string().refine(isIsoDate),
  page: z.object({ size: z.enum(['A4', 'Letter']), orientation: z.enum(['portrait', 'landscape']) }),
  head: z.object({ left: text, right: text }),
  foot: text,
  number: text,
  blocks: z.array(block),
  onePage: z.boolean().optional(),
});

type Kinds = PaperBlock['kind'];
type SchemaKinds = z.infer<typeof plainBlock>['kind'] | 'together';
const everyKind: [Kinds] extends [SchemaKinds] ? ([SchemaKinds] extends [Kinds] ? true : never) : never = true;

const isPaper = (value: unknown): boolean => everyKind && paper.safeParse(value).success;

const namedPaper = z.object({ paper: z.custom<Paper>(isPaper), name: z.string().min(1) });

/** The questions about working papers. */
export const papersContract = {
  'papers:write-files': {
    request: z.object({
      /** Names the run in `progress:changed` events and for cancelling. */
      id: z.string(),
      papers: z.custom<readonly NamedPaper[]>((value) => z.array(namedPaper).safeParse(value).success),
      mode: z.enum(['merged', 'single']),
      folder: z.string().min(1),
      /** The name of the merged file; its folder is left out. */
      fileName: z.string(),
      /** Lets a merged file take the place of one that is there: the person was asked already. Else it gets a number. */
      replace: z.boolean().optional(),
    }),
    reply: z.object({
      outcome: z.enum(['complete', 'cancelled', 'failed']),
      files: z.array(z.object({ name: z.string(), path: z.string(), bytes: z.number(), pages: z.number() })),
      error: failure.nullable(),
    }),
  },
  'papers:cancel-files': { request: z.object({ id: z.string() }), reply: z.undefined() },
} as const;
