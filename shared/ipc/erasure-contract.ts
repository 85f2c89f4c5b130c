import { z } from 'zod';
import type { ErasedRecord } from '#shared/domain/erased-records.ts';
import { tableNames } from '#shared/domain/tables.ts';
import { resultOf } from './failure.ts';

const erasedRecord = z.object({
  t: z.string().refine((name) => tableNames.some((table) => table === name)),
  id: z.string().min(1),
  f: z.array(z.string()).optional(),
});

/** The questions about taking people out of the history. */
export const erasureContract = {
  /** The frames of the journal that say something of these records, and what an erasure would leave of each. Nothing is written. */
  'journal:plan-erasure': {
    request: z.object({
      records: z.custom<readonly ErasedRecord[]>((value) => z.array(erasedRecord).safeParse(value).success),
    }),
    reply: resultOf(z.array(z.object({ seq: z.number(), hash: z.string(), sha256: z.string() }))),
  },
  /** Carries the erasures that were written down through journal, snapshots and logs; how many frames were changed. */
  'journal:carry-erasures': { request: z.undefined(), reply: resultOf(z.number()) },
  /** Deletes the files of the window's database. The window has closed it, and makes it anew from the journal. */
  'journal:clear-database': { request: z.undefined(), reply: z.undefined() },
} as const;
