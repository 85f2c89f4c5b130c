import { z } from 'zod';
import { resultOf } from './failure.ts';

const column = z.object({
  title: z.string(),
  /** In characters. */
  width: z.number().optional(),
  kind: z.enum(['text', 'number', 'date']).optional(),
});

const sheet = z.object({ name: z.string(), columns: z.array(column).min(1), above: z.array(z.string()).optional() });

type Cell = string | number | null;

const isCell = (cell: unknown): cell is Cell => cell === null || typeof cell === 'string' || typeof cell === 'number';

/** Long tables are checked cell by cell, without making a copy of them. */
const isRows = (value: unknown): value is readonly (readonly Cell[])[] =>
  Array.isArray(value) && value.every((row) => Array.isArray(row) && row.every(isCell));

/** The questions about tables too long to be sent at once, and about exports that are plain text. */
export const exportsContract = {
  /** Begins a CSV or XLSX file, by its ending; a CSV file holds the first sheet only. */
  'tables:open-long': {
    request: z.object({ path: z.string().min(1), language: z.string(), sheets: z.array(sheet).min(1) }),
    reply: resultOf(z.object({ id: z.string() })),
  },
  /** Adds rows to a sheet, counted from 0; sheets are filled in their order. */
  'tables:add-rows': {
    request: z.object({
      id: z.string(),
      sheet: z.number().int().nonnegative(),
      rows: z.custom<readonly (readonly Cell[])[]>(isRows),
    }),
    reply: resultOf(z.null()),
  },
  /** Ends the file: with `keep` it is there whole, without it nothing is left. */
  'tables:close-long': {
    request: z.object({ id: z.string(), keep: z.boolean() }),
    reply: resultOf(z.object({ path: z.string(), bytes: z.number() })),
  },
  /** Writes a text file (JSON, CSV made elsewhere, a note beside a file) so that it is there whole or not at all. */
  'files:write-text': {
    request: z.object({ path: z.string().min(1), text: z.string() }),
    reply: resultOf(z.object({ path: z.string(), bytes: z.number() })),
  },
} as const;
