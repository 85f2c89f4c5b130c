import type { WriteStream } from 'node:fs';
import type { Request } from '#shared/ipc/contract.ts';
import { isIsoDate } from '#shared/lib/dates.ts';
import type { ZipPart } from './zip-writer.ts';
import { zipWriter } from './zip-writer.ts';

type Sheet = Request<'tables:open-long'>['sheets'][number];
type Row = Request<'tables:add-rows'>['rows'][number];

/** A file that takes rows, sheet by sheet. */
export type LongFile = {
  readonly add: (sheet: number, rows: readonly Row[]) => Promise<void>;
  readonly end: () => Promise<void>;
};

// Control characters cannot stand in XML, whatever way they are written; nor can halves of letters.
const unwritable =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const special = /[&<>"]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xml = (text: string): string => text.replace(unwritable, '').replace(special, (sign) => entities[sign] ?? sign);

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** Excel allows 31 characters in a sheet's name, and none of these. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, '-').slice(0, 31);

const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

const fixedParts = (sheets: readonly Sheet[]): readonly (readonly [string, string])[] => {
  const each = (make: (index: number) => string): string => sheets.map((_, index) => make(index + 1)).join('');
  return [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`)}</Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({ name }, index) => `<sheet name="${xml(sheetName(name))}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packages}/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', styles],
  ];
};

const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : `${columnName(Math.floor(index / 26) - 1)}${String.fromCharCode(65 + (index % 26))}`;

const defaultWidth = 14;

const opening = ({ columns, above = [] }: Sheet): string => {
  const top = above.length + 1;
  const widths = columns
    .map(({ width, title }, index) => {
      const wide = width ?? Math.max(defaultWidth, title.length + 2);
      return `<col min="${index + 1}" max="${index + 1}" width="${wide}" customWidth="1"/>`;
    })
    .join('');
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${top}" topLeftCell="A${top + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>`;
};

const text = (at: string, value: string, style = ''): string =>
  `<c r="${at}" t="inlineStr"${style}><is><t xml:space="preserve">${xml(value)}</t></is></c>`;

/** Days since the end of 1899, as spreadsheets count. */
const serialDay = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;

const firstLines = ({ columns, above = [] }: Sheet, names: readonly string[]): string => {
  const lines = above.map((line, index) => `<row r="${index + 1}">${text(`A${index + 1}`, line)}</row>`);
  const row = above.length + 1;
  const titles = columns.map(({ title }, index) => text(`${names[index] ?? ''}${row}`, title, ' s="1"'));
  return `${lines.join('')}<row r="${row}">${titles.join('')}</row>`;
};

const rowXml = (row: Row, number: number, { columns }: Sheet, names: readonly string[]): string => {
  let cells = '';
  for (let index = 0; index < row.length; index += 1) {
    const value = row[index];
    if (value === null || value === undefined || value === '') continue;
    const at = `${names[index] ?? columnName(index)}${number}`;
    if (typeof value === 'number') cells += Number.isFinite(value) ? `<c r="${at}"><v>${value}</v></c>` : '';
    else if (columns[index]?.kind === 'date' && isIsoDate(value))
      cells += `<c r="${at}" s="2"><v>${serialDay(value)}</v></c>`;
    else cells += text(at, value);
  }
  return `<row r="${number}">${cells}</row>`;
};

/** A workbook written while its rows come: bold frozen headings, real numbers and dates, every text as text and never as a formula. */
export const longXlsx = async (file: WriteStream, sheets: readonly Sheet[]): Promise<LongFile> => {
  const zip = zipWriter(file);
  for (const [name, content] of fixedParts(sheets)) {
    const part = await zip.part(name);
    await part.add(content);
    await part.end();
  }
  let open:
    { readonly index: number; readonly part: ZipPart; readonly names: readonly string[]; row: number } | undefined;
  const close = async (): Promise<void> => {
    await open?.part.add('</sheetData></worksheet>');
    await open?.part.end();
    open = undefined;
  };
  const begin = async (index: number): Promise<void> => {
    const sheet = sheets[index];
    if (sheet === undefined) throw new Error(`No sheet ${index}`);
    const part = await zip.part(`xl/worksheets/sheet${index + 1}.xml`);
    const names = sheet.columns.map((_, column) => columnName(column));
    await part.add(opening(sheet) + firstLines(sheet, names));
    open = { index, part, names, row: (sheet.above ?? []).length + 1 };
  };
  let last = -1;
  const reach = async (index: number): Promise<void> => {
    if (index < last) throw new Error('Sheets are filled in their order');
    while (last < index) {
      await close();
      last += 1;
      await begin(last);
    }
  };
  return {
    add: async (index, rows) => {
      await reach(index);
      const sheet = sheets[index];
      if (open === undefined || sheet === undefined) return;
      let written = '';
      for (const row of rows) written += rowXml(row, (open.row += 1), sheet, open.names);
      await open.part.add(written);
    },
    end: async () => {
      await reach(sheets.length - 1);
      await close();
      await zip.end();
    },
  };
};
