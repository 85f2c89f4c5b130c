import { z } from 'zod';
import { isIsoDate } from '#shared/lib/dates.ts';

/**
 * A spreadsheet read as text cells, with how it was read. `encoding` and `separator` are null for XLSX; `hidden` sheets hold what programs note for
 * themselves.
 */
export const readTable = z.object({
  name: z.string(),
  sheets: z.array(
    z.object({
      name: z.string(),
      rows: z.array(z.array(z.string())),
      hidden: z.boolean().optional(),
    }),
  ),
  encoding: z.string().nullable(),
  separator: z.string().nullable(),
});

const isoDate = z.string().refine(isIsoDate);
const plainCell = z.union([z.string(), z.number(), z.null()]);

/** A cell: its value, or its value together with whether it may be written in where the sheet is protected. */
const tableCell = z.union([plainCell, z.object({ value: plainCell, locked: z.boolean() })]);

/** What a cell takes; anything else is refused by the spreadsheet program in the words of `error`. */
const allowed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list'), values: z.array(z.string().min(1)).min(1) }),
  z.object({ kind: z.literal('decimal'), min: z.number(), max: z.number() }),
  z.object({ kind: z.literal('whole'), min: z.number(), max: z.number() }),
  z.object({ kind: z.literal('date'), from: isoDate, to: isoDate }),
  z.object({ kind: z.literal('length'), max: z.number().int().positive() }),
]);

/** A rule for one column, in all of its rows or in some (counted from 0, the first below the headings). `error` and `prompt` are in the user's language. */
const validation = z.object({
  column: z.number().int().nonnegative(),
  fromRow: z.number().int().nonnegative().optional(),
  toRow: z.number().int().nonnegative().optional(),
  allowed,
  title: z.string(),
  error: z.string(),
  prompt: z.string().optional(),
});

const column = z.object({
  title: z.string(),
  /** In characters. */
  width: z.number().optional(),
  kind: z.enum(['text', 'number', 'date']).optional(),
  hidden: z.boolean().optional(),
  /** Its cells may be written in where the sheet is protected, and are drawn so. */
  input: z.boolean().optional(),
  /** Long texts go on in further lines. */
  wrap: z.boolean().optional(),
});

const writtenSheet = z.object({
  name: z.string(),
  columns: z.array(column),
  rows: z.array(z.array(tableCell)),
  /** Lines of text above the headings: what this is and how it is filled in. */
  above: z.array(z.string()).optional(),
  /** How many columns stay in sight on the left. The headings always do. */
  frozen: z.number().int().nonnegative().optional(),
  /** Locks everything but the input cells, against slips and not against intent: there is no password. */
  protect: z.boolean().optional(),
  hidden: z.boolean().optional(),
  validations: z.array(validation).optional(),
});

/**
 * A spreadsheet to be written: CSV or XLSX, by the ending of its path. CSV holds the first sheet's headings and values only. A workbook with a protected
 * sheet keeps its sheets: none is added, renamed or removed.
 */
export const writtenTable = z.object({ path: z.string(), sheets: z.array(writtenSheet), language: z.string() });
