import type { ExportCell, ExportSheet } from '../exports/export-table.ts';
import { guardText } from '../exports/formula-guard.ts';

/** A telephone number begins with `+` and is no formula. */
const isTelephone = (text: string): boolean => /^\+[\d\s()./-]+$/.test(text);

const field = (cell: ExportCell): string => {
  const given = cell === null ? '' : String(cell);
  const text = isTelephone(given) ? given : guardText(given);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A sheet as the CSV that phone forms read: UTF-8 without a byte order mark, commas in every language, formulas made inert. */
export const plainCsv = ({ columns, rows }: ExportSheet): string =>
  [columns.map(({ title }) => field(title)), ...rows.map((row) => row.map(field))]
    .map((line) => line.join(','))
    .join('\r\n') + '\r\n';
