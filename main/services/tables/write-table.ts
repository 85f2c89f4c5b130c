import path from 'node:path';
import { guardText } from '#shared/domain/exports/formula-guard.ts';
import type { WrittenTable } from '#shared/ipc/contract.ts';
import { isIsoDate } from '#shared/lib/dates.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { writeWhole } from '../files/write-whole.ts';

type WrittenSheet = WrittenTable['sheets'][number];
type WrittenCell = WrittenSheet['rows'][number][number];

/** Excel reads a decimal comma, and splits at semicolons, where the language writes numbers so. */
const usesComma = (language: string): boolean => language.startsWith('fr') || language.startsWith('pt');

const csvText = (cell: WrittenCell, comma: boolean): string => {
  if (cell === null) return '';
  if (typeof cell === 'string') return guardText(cell);
  return comma ? String(cell).replace('.', ',') : String(cell);
};

const toCsv = async ({ columns, rows }: WrittenSheet, language: string): Promise<string> => {
  const { default: Papa } = await import('papaparse');
  const comma = usesComma(language);
  const lines = [
    columns.map(({ title }) => guardText(title)),
    ...rows.map((row) => row.map((cell) => csvText(cell, comma))),
  ];
  // The byte order mark tells Excel that this is UTF-8.
  return `\ufeff${Papa.unparse(lines, { delimiter: comma ? ';' : ',', newline: '\r\n' })}\r\n`;
};

const defaultWidth = 14;

const xlsxCell = (cell: WrittenCell, kind: string | undefined): object | null => {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (kind === 'date' && isIsoDate(cell))
    return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  return { value: cell, type: String };
};

/** Excel allows 31 characters in a sheet's name, and none of these. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, '-').slice(0, 31);

const toXlsx = async (sheets: WrittenTable['sheets']): Promise<Buffer> => {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const made = sheets.map(({ name, columns, rows }) => ({
    sheet: sheetName(name),
    stickyRowsCount: 1,
    columns: columns.map(({ title, width }) => ({ width: width ?? Math.max(defaultWidth, title.length + 2) })),
    data: [
      columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map((cell, index) => xlsxCell(cell, columns[index]?.kind))),
    ],
  }));
  return writeXlsxFile(made).toBuffer();
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

/**
 * Writes a CSV or XLSX file, by its ending, so that it is there whole or not at all. CSV is UTF-8 with a byte order mark, with formulas made
 * inert; XLSX has a bold frozen header, real numbers and, in columns of kind `date`, real dates. A CSV file holds the first sheet only. Fails with
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
    return fail(writeCodes[(error as NodeJS.ErrnoException).code ?? ''] ?? 'file-not-writable', where);
  }
};
