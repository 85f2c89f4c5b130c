import { idHeading, noteSheetName, stampHeading } from './worksheet-stamp.ts';

type Sheets = readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[];

/** A sheet of a worksheet that came back. `intact` is false where its headings are no longer those it was made with. */
export type WorksheetSheet = {
  readonly name: string;
  readonly assignmentId: string;
  readonly edition: string;
  readonly headings: readonly string[];
  readonly intact: boolean;
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
};

/** A worksheet that came back, with what it was made from. */
export type Worksheet = {
  readonly format: number;
  readonly cohortId: string;
  readonly cohortCode: string;
  readonly sheets: readonly WorksheetSheet[];
};

const filled = (row: readonly string[]): boolean => row.some((text) => text.trim() !== '');

const readHeadings = (text: string | undefined): readonly string[] => {
  try {
    const read: unknown = JSON.parse(text ?? '');
    return Array.isArray(read) ? read.map(String) : [];
  } catch {
    return [];
  }
};

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, index) => text.trim() === b[index]?.trim());

const readSheet = (note: readonly string[], sheets: Sheets): WorksheetSheet | undefined => {
  const [, name = '', assignmentId = '', edition = '', written] = note;
  const sheet = sheets.find((each) => each.name === name);
  if (sheet === undefined) return undefined;
  const headings = readHeadings(written);
  const header = sheet.rows.findIndex((row) => row.includes(idHeading) && row.includes(stampHeading));
  const found = (sheet.rows[header] ?? []).slice(0, Math.max(headings.length, 1));
  const below = sheet.rows.slice(header + 1);
  return {
    name,
    assignmentId,
    edition,
    headings,
    intact: header >= 0 && headings.length > 0 && same(headings, found),
    rows: below.flatMap((cells, index) => (filled(cells) ? [{ line: header + index + 2, cells }] : [])),
  };
};

/**
 * Reads a worksheet that was made here or on another laptop; undefined where the workbook is none. Sheets that were deleted from it are left out: what is
 * not there changes nothing.
 */
export const readWorksheet = (sheets: Sheets): Worksheet | undefined => {
  const note = sheets.find(({ name }) => name === noteSheetName)?.rows ?? [];
  const row = (key: string): readonly string[] | undefined => note.find(([first]) => first === key);
  const format = Number(row('format')?.[1]);
  const [, cohortId, cohortCode = ''] = row('cohort') ?? [];
  if (!Number.isInteger(format) || cohortId === undefined) return undefined;
  const listed = note.filter(([key]) => key === 'sheet');
  return { format, cohortId, cohortCode, sheets: listed.flatMap((each) => readSheet(each, sheets) ?? []) };
};
