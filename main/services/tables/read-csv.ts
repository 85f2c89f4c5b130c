import { unguardText } from '#shared/domain/exports/formula-guard.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { decodeText } from './decode-text.ts';
import { findSeparator, separators } from './find-separator.ts';

/** The rows of a CSV file as text, and how it was read. */
export type ReadCsv = { readonly rows: string[][]; readonly encoding: string; readonly separator: string };

/** How to read where the guess was wrong. */
export type CsvChoice = { readonly encoding?: string | undefined; readonly separator?: string | undefined };

/**
 * Reads a CSV file. Blank lines stay, so that a row's place is its line in the spreadsheet. The guard that our own export puts before text that
 * looks like a formula is taken off. Fails with `table-not-text` or `table-quote-open`.
 */
export const readCsv = async (bytes: Uint8Array, choice: CsvChoice): Promise<Result<ReadCsv>> => {
  const decoded = decodeText(bytes, choice.encoding);
  if (!decoded.ok) return decoded;
  const found = findSeparator(decoded.value.text);
  const separator = separators.find((each) => each === choice.separator) ?? found.separator;
  const { default: Papa } = await import('papaparse');
  const parsed = Papa.parse<string[]>(found.text, { delimiter: separator, skipEmptyLines: false });
  const open = parsed.errors.find(({ code }) => code === 'MissingQuotes');
  if (open !== undefined) return fail('table-quote-open', { line: (open.row ?? 0) + 1 });
  const rows = parsed.data.map((row) => row.map(unguardText));
  return ok({ rows, encoding: decoded.value.encoding, separator });
};
