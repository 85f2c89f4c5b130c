import { strFromU8, unzipSync } from 'fflate';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { listZip } from './zip-listing.ts';

/** A sheet of a workbook with its cells as text. */
type TextSheet = { readonly name: string; readonly rows: string[][]; readonly hidden?: boolean };

const largestUnpacked = 512 * 1024 * 1024;

const dateText = (date: Date): string => {
  const text = date.toISOString();
  // A cell that holds only a time lies on Excel's day zero.
  return date.getTime() < Date.UTC(1900, 0, 1) ? text.slice(11, 16) : text.slice(0, 10);
};

/** A number as it was typed: Excel stores 12.1 as 12.1 or as 12.1000000000000005, and shows fifteen digits. */
const numberText = (stored: string): string => {
  const value = Number(stored);
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : stored;
};

/** A cell of the reader; numbers come as `{ stored }`, everything else as what it is. */
const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === 'object' && 'stored' in cell) return numberText(String(cell.stored));
  return String(cell);
};

const startsWith = (file: Buffer, bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => file[index] === byte);

/** Old Excel files and encrypted workbooks are both OLE containers; the encrypted ones have a stream of this name. */
const oleMark = [0xd0, 0xcf, 0x11, 0xe0];
const encryptedStream = Buffer.from('EncryptedPackage', 'utf16le');

const notAWorkbook = (file: Buffer): string | undefined => {
  if (startsWith(file, oleMark)) return file.includes(encryptedStream) ? 'table-encrypted' : 'table-old-excel';
  const listing = listZip(file);
  if (listing === undefined) return 'table-not-xlsx';
  if (listing.names.includes('mimetype') && listing.names.includes('content.xml')) return 'table-open-document';
  if (!listing.names.includes('xl/workbook.xml')) return 'table-not-xlsx';
  return listing.bytes > largestUnpacked ? 'file-too-large' : undefined;
};

const withoutEmptyEnd = (rows: readonly string[][]): string[][] =>
  rows.slice(0, rows.findLastIndex((row) => row.some((text) => text !== '')) + 1);

/** Which sheets of the workbook's list are hidden, by their place; the list is read by itself, for the reader of the cells leaves it out. */
const hiddenSheets = (file: Buffer): ReadonlySet<number> => {
  const part = 'xl/workbook.xml';
  const list = unzipSync(file, { filter: ({ name }) => name === part })[part];
  const sheets = strFromU8(list ?? new Uint8Array()).match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? [];
  return new Set(sheets.flatMap((sheet, index) => (/\sstate="(?:hidden|veryHidden)"/.test(sheet) ? [index] : [])));
};

/**
 * Reads all sheets of a workbook; dates as `YYYY-MM-DD`, numbers without float noise, formulas by their last result, the rest as typed. Fails
 * with `table-not-xlsx`, `table-old-excel`, `table-encrypted`, `table-open-document`, `table-damaged` or `file-too-large`.
 */
export const readXlsx = async (file: Buffer): Promise<Result<TextSheet[]>> => {
  const wrong = notAWorkbook(file);
  if (wrong !== undefined) return fail(wrong);
  const { default: readXlsxFile } = await import('read-excel-file/node');
  try {
    const sheets = await readXlsxFile(file, { trim: false, parseNumber: (stored) => ({ stored }) });
    const hidden = hiddenSheets(file);
    return ok(
      sheets.map(({ sheet, data }, index) => ({
        name: sheet,
        rows: withoutEmptyEnd(data.map((row) => row.map(cellText))),
        ...(hidden.has(index) ? { hidden: true } : {}),
      })),
    );
  } catch {
    return fail('table-damaged');
  }
};
