import { fold } from '#shared/lib/fold.ts';
import type { SourceTable } from './import-kinds.ts';

const filled = (row: readonly string[] | undefined): number => (row ?? []).filter((text) => text.trim() !== '').length;

const rowsToLookAt = 20;

const looksLikeValue = (text: string): boolean => /^[\d.,:/+\s-]+$/.test(text);

/**
 * Where the headings are, as an index into the rows: the row with most headings that `isKnown`, else the first row of the first twenty with words
 * and no figures in it that is as wide as the table. 0 where nothing speaks for any.
 */
export const findHeaderRow = (rows: readonly (readonly string[])[], isKnown: (heading: string) => boolean): number => {
  const first = rows.slice(0, rowsToLookAt);
  const known = first.map((row) => row.filter((text) => text.trim() !== '' && isKnown(text)).length);
  const most = Math.max(0, ...known);
  if (most > 0) return known.indexOf(most);
  const widest = Math.max(0, ...first.map(filled));
  const words = first.findIndex(
    (row) => filled(row) * 2 > widest && row.every((text) => !looksLikeValue(text) || text.trim() === ''),
  );
  return Math.max(words, 0);
};

const headingsOf = (row: readonly string[], width: number): readonly string[] => {
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, index) => {
    const text = (row[index] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
    const heading = text === '' ? `#${index + 1}` : text;
    const times = (seen.get(fold(heading)) ?? 0) + 1;
    seen.set(fold(heading), times);
    return times === 1 ? heading : `${heading} (${times})`;
  });
};

/**
 * Cuts a sheet at its header row. Headings are made unique; a column without one is called by its place, `#3`, where it holds anything. Rows that
 * are empty are left out, every other row keeps its line in the spreadsheet.
 */
export const cutSheet = (rows: readonly (readonly string[])[], headerRow: number): SourceTable => {
  const header = rows[headerRow] ?? [];
  const below = rows.slice(headerRow + 1);
  const lastFilled = (row: readonly string[]): number => row.findLastIndex((text) => text.trim() !== '') + 1;
  const width = below.reduce((most, row) => Math.max(most, lastFilled(row)), lastFilled(header));
  const source = below.flatMap((cells, index) => (filled(cells) === 0 ? [] : [{ line: headerRow + index + 2, cells }]));
  return { headings: headingsOf(header, width), rows: source };
};

/** The key under which a mapping is remembered: files with the same headings in any order share it. */
export const mappingKey = (kind: string, headings: readonly string[]): string =>
  `${kind}: ${[...headings].map(fold).sort().join(' | ')}`;
