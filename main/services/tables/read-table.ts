import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ReadTable } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

/** A file to read. Encoding and separator are found unless somebody says what they are; they concern CSV only. */
export type TableRequest = {
  readonly path: string;
  readonly encoding?: string | undefined;
  readonly separator?: string | undefined;
};

const largestFile = 64 * 1024 * 1024;

const fileCodes: Readonly<Record<string, string>> = {
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
  EISDIR: 'file-is-folder',
  EACCES: 'file-not-readable',
  EPERM: 'file-not-readable',
};

const textEndings = ['.csv', '.tsv', '.txt'];
const workbookEndings = ['.xlsx', '.xlsm'];

/** What a file is by its first bytes, where these leave no doubt. */
const signatures: readonly { readonly bytes: string; readonly code: string }[] = [
  { bytes: '%PDF', code: 'table-pdf' },
  { bytes: 'PK\u0003\u0004', code: 'table-is-zip' },
  { bytes: '\u00d0\u00cf\u0011\u00e0', code: 'table-old-excel' },
];

const signatureOf = (file: Buffer): string | undefined =>
  signatures.find(({ bytes }) => file.toString('latin1', 0, 4) === bytes)?.code;

const readBytes = async (file: string): Promise<Result<Buffer>> => {
  try {
    const { size } = await stat(file);
    if (size > largestFile) return fail('file-too-large');
    const bytes = await readFile(file);
    return bytes.length === 0 ? fail('table-empty') : ok(bytes);
  } catch (error) {
    return fail(fileCodes[(error as NodeJS.ErrnoException).code ?? ''] ?? 'file-not-readable');
  }
};

const isEmpty = (sheets: ReadTable['sheets']): boolean =>
  sheets.every(({ rows }) => rows.every((row) => row.every((text) => text.trim() === '')));

const readBytesAs = async (
  bytes: Buffer,
  name: string,
  request: TableRequest,
): Promise<Result<Omit<ReadTable, 'name'>>> => {
  const ending = path.extname(name).toLowerCase();
  const signature = signatureOf(bytes);
  if (signature === 'table-pdf') return fail(signature);
  if (workbookEndings.includes(ending)) {
    const sheets = await readXlsx(bytes);
    return sheets.ok ? ok({ sheets: sheets.value, encoding: null, separator: null }) : sheets;
  }
  if (ending === '.xls') return fail('table-old-excel');
  if (ending === '.ods') return fail('table-open-document');
  if (!textEndings.includes(ending)) return fail('table-unknown-kind');
  if (signature !== undefined) return fail(signature);
  const csv = await readCsv(bytes, request);
  if (!csv.ok) return csv;
  const { rows, encoding, separator } = csv.value;
  return ok({ sheets: [{ name: path.basename(name, path.extname(name)), rows }], encoding, separator });
};

/**
 * Reads a CSV or XLSX file as rows of text. Whatever keeps it from being one is an expected failure with the file's `name`: `file-missing`,
 * `file-is-folder`, `file-not-readable`, `file-too-large`, or a `table-…` code that says what the file is instead.
 */
export const readTable = async (request: TableRequest): Promise<Result<ReadTable>> => {
  const name = path.basename(request.path);
  const bytes = await readBytes(request.path);
  const table = bytes.ok ? await readBytesAs(bytes.value, name, request) : bytes;
  if (!table.ok) return fail(table.error.code, { path: request.path, name, ...table.error.details });
  return isEmpty(table.value.sheets) ? fail('table-empty', { path: request.path, name }) : ok({ name, ...table.value });
};
