import path from 'node:path';
import { guardText } from '#shared/domain/exports/formula-guard.ts';
import type { WrittenTable } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { WrittenSheet } from './xlsx-cells.ts';
import { valueOf, xlsxCell } from './xlsx-cells.ts';
import { listsOf, listsSheet, structureFeature } from './xlsx-structure.ts';

/** Excel reads a decimal comma, and splits at semicolons, where the language writes numbers so. */
export const usesComma = (language: string): boolean => language.startsWith('fr') || language.startsWith('pt');

const csvText = (cell: ReturnType<typeof valueOf>, comma: boolean): string => {
  if (cell === null) return '';
  if (typeof cell === 'string') return guardText(cell);
  return comma ? String(cell).replace('.', ',') : String(cell);
};

const toCsv = async ({ columns, rows }: WrittenSheet, language: string): Promise<string> => {
  const { default: Papa } = await import('papaparse');
  const comma = usesComma(language);
  const lines = [
    columns.map(({ title }) => guardText(title)),
    ...rows.map((row) => row.map((cell) => csvText(valueOf(cell), comma))),
  ];
  // The byte order mark tells Excel that this is UTF-8.
  return `\ufeff${Papa.unparse(lines, { delimiter: comma ? ';' : ',', newline: '\r\n' })}\r\n`;
};

const defaultWidth = 14;

/** Excel allows 31 characters in a sheet's name, and none of these. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, '-').slice(0, 31);

const isStructured = ({ protect, hidden, validations, columns }: WrittenSheet): boolean =>
  protect === true || hidden === true || validations !== undefined || columns.some((column) => column.hidden === true);

const librarySheet = ({ name, columns, rows, above = [], frozen, protect }: WrittenSheet) => ({
  sheet: sheetName(name),
  stickyRowsCount: above.length + 1,
  ...(frozen === undefined ? {} : { stickyColumnsCount: frozen }),
  columns: columns.map(({ title, width }) => ({ width: width ?? Math.max(defaultWidth, title.length + 2) })),
  data: [
    ...above.map((line) => [{ value: line, type: String }]),
    columns.map(({ title, wrap }) => ({
      value: title,
      type: String,
      fontWeight: 'bold' as const,
      // Without a family LibreOffice draws the bold ones with serifs.
      fontFamily: 'Calibri',
      fontSize: 11,
      ...(wrap === true ? { wrap } : {}),
    })),
    ...rows.map((row) => columns.map((column, index) => xlsxCell(row[index] ?? null, column, protect))),
  ],
});

const toXlsx = async (given: WrittenTable['sheets']): Promise<Buffer> => {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const lists = listsOf(given);
  const sheets = lists.length === 0 ? given : [...given, listsSheet(lists)];
  const features = sheets.some(isStructured) ? [structureFeature(sheets, lists)] : [];
  return writeXlsxFile(sheets.map(librarySheet), { features }).toBuffer();
};

const writeCodes: Readonly<Record<string, string>> = {
  ENOSPC: 'disk-full',
  EACCES: 'file-not-writable',
  EPERM: 'file-not-writable',
  EROFS: 'file-not-writable',
  EBUSY: 'file-in-use',
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-missing',
  EISDIR: 'file-is-folder',
};

/** The code of a failure of writing. */
export const writeFailure = (error: unknown): string =>
  writeCodes[(error as NodeJS.ErrnoException).code ?? ''] ?? 'file-not-writable';

/**
 * Writes a CSV or XLSX file, by its ending, so that it is there whole or not at all. CSV is UTF-8 with a byte order mark, with formulas made
 * inert; XLSX has a bold frozen header, real numbers, in columns of kind `date` real dates, and the locks, lists and limits that were asked for. A CSV
 * file holds the first sheet only. Fails with
 * `table-unknown-kind`, `disk-full`, `file-not-writable`, `file-in-use`, `folder-missing` or `file-is-folder`.
 */
export const writeTable = async (table: WrittenTable): Promise<Result<{ path: string; bytes: number }>> => {
  const where = { path: table.path, name: path.basename(table.path) };
  const ending = path.extname(table.path).toLowerCase();
  const [first] = table.sheets;
  if ((ending !== '.csv' && ending !== '.xlsx') || first === undefined) return fail('table-unknown-kind', where);
  const content =
    ending === '.csv' ? Buffer.from(await toCsv(first, table.language), 'utf8') : await toXlsx(table.sheets);
  try {
    await writeWhole(table.path, content, 0o644);
    return ok({ path: table.path, bytes: content.length });
  } catch (error) {
    return fail(writeFailure(error), where);
  }
};
