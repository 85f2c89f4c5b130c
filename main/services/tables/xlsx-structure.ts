import { getCellAddress, sanitizeAttributeValue, sanitizeTextContent } from 'write-excel-file/utility';
import { inputColour } from './xlsx-cells.ts';
import type { WrittenSheet } from './xlsx-cells.ts';

type Validation = NonNullable<WrittenSheet['validations']>[number];
type Attributes = Record<string, string | number>;

/** Values offered in cells are kept on a hidden sheet of this name, a column a list: written inline they could hold no comma and 255 signs in all. */
const listsName = '_lists';

/** Every list of a workbook once, in the order of the columns of the hidden sheet. */
export const listsOf = (sheets: readonly WrittenSheet[]): readonly (readonly string[])[] => {
  const lists = new Map<string, readonly string[]>();
  for (const { validations = [] } of sheets)
    for (const { allowed } of validations)
      if (allowed.kind === 'list') lists.set(JSON.stringify(allowed.values), allowed.values);
  return [...lists.values()];
};

/** A workbook's lists as its last sheet; its first row is a row of headings as on every sheet. */
export const listsSheet = (lists: readonly (readonly string[])[]): WrittenSheet => ({
  name: listsName,
  hidden: true,
  protect: true,
  columns: lists.map((_, index) => ({ title: String(index + 1) })),
  rows: Array.from({ length: Math.max(...lists.map(({ length }) => length)) }, (_, row) =>
    lists.map((list) => list[row] ?? null),
  ),
});

/** Days since 1899-12-30, as spreadsheets count them. */
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;

const column = (index: number): string => getCellAddress(0, index).replace(/\d+$/, '');

const formulas = (allowed: Validation['allowed'], lists: readonly (readonly string[])[]): readonly string[] => {
  if (allowed.kind === 'list') {
    const place = lists.findIndex((list) => JSON.stringify(list) === JSON.stringify(allowed.values));
    return [`'${listsName}'!$${column(place)}$2:$${column(place)}$${allowed.values.length + 1}`];
  }
  if (allowed.kind === 'date') return [String(dayNumber(allowed.from)), String(dayNumber(allowed.to))];
  return allowed.kind === 'length' ? [String(allowed.max)] : [String(allowed.min), String(allowed.max)];
};

const types = { list: 'list', decimal: 'decimal', whole: 'whole', date: 'date', length: 'textLength' } as const;

/** Excel takes so many signs and calls a file with more damaged. */
const cut = (text: string, most: number): string => {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
};

const attribute = (name: string, text: string | undefined, most: number): string =>
  text === undefined || text === '' ? '' : ` ${name}="${sanitizeAttributeValue(cut(text, most))}"`;

const validationXml = (
  { allowed, column: place, fromRow, toRow, title, error, prompt }: Validation,
  sheet: WrittenSheet,
  lists: readonly (readonly string[])[],
): string => {
  const firstRow = (sheet.above?.length ?? 0) + 1;
  const [from, to] = [firstRow + (fromRow ?? 0), firstRow + (toRow ?? Math.max(sheet.rows.length, 1) - 1)];
  const operator =
    allowed.kind === 'list' ? '' : ` operator="${allowed.kind === 'length' ? 'lessThanOrEqual' : 'between'}"`;
  const texts =
    attribute('errorTitle', title, 32) +
    attribute('error', error, 255) +
    (prompt === undefined ? '' : attribute('promptTitle', title, 32) + attribute('prompt', prompt, 255));
  const conditions = formulas(allowed, lists)
    .map((formula, index) => `<formula${index + 1}>${sanitizeTextContent(formula)}</formula${index + 1}>`)
    .join('');
  return `<dataValidation type="${types[allowed.kind]}"${operator} allowBlank="1" showInputMessage="1" showErrorMessage="1"${texts} sqref="${getCellAddress(from, place)}:${getCellAddress(to, place)}">${conditions}</dataValidation>`;
};

const validationsXml = (sheet: WrittenSheet, lists: readonly (readonly string[])[]): string => {
  const validations = sheet.validations ?? [];
  if (validations.length === 0) return '';
  const each = validations.map((validation) => validationXml(validation, sheet, lists)).join('');
  return `<dataValidations count="${validations.length}">${each}</dataValidations>`;
};

/** Sizes may be changed and rows filtered; what is locked stays as it is. */
const protectionXml =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" autoFilter="0"/>';

const insertAfter = (xml: string, mark: string, addition: string): string => {
  const at = xml.lastIndexOf(mark);
  if (at < 0) throw new Error(`No ${mark}`);
  return xml.slice(0, at + mark.length) + addition + xml.slice(at + mark.length);
};

const unlockInputs = (xml: string): string => {
  const colour = `FF${inputColour.slice(1).toUpperCase()}`;
  const fills = [...xml.matchAll(/<fill>.*?<\/fill>/gs)].map(([fill]) => fill);
  const place = fills.findIndex((fill) => fill.includes(`<fgColor rgb="${colour}"`));
  if (place < 0) return xml;
  const style = new RegExp(`<xf ([^>]*\\bfillId="${place}"[^>]*)>(.*?)</xf>`, 'gs');
  return xml.replace(style, '<xf $1 applyProtection="1">$2<protection locked="0"/></xf>');
};

/**
 * What the writing library leaves to its features: protection, validation, and hidden columns and sheets, put into the parts of the workbook as the
 * library makes them (docs/decisions/0015-locked-spreadsheets.md). The sheets are all of the workbook, that of the lists among them.
 */
export const structureFeature = (sheets: readonly WrittenSheet[], lists: readonly (readonly string[])[]) => ({
  files: {
    transform: {
      'xl/styles.xml': { transform: unlockInputs },
      'xl/workbook.xml': {
        transform: (xml: string): string =>
          sheets.some(({ protect }) => protect === true)
            ? insertAfter(xml, '<workbookPr/>', '<workbookProtection lockStructure="1"/>')
            : xml,
        transformElementAttributes: (tag: string, attributes: Attributes, index: number | undefined): Attributes =>
          tag === 'sheet' && sheets[index ?? -1]?.hidden === true ? { ...attributes, state: 'hidden' } : attributes,
      },
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string, _: unknown, { sheetIndex }: { readonly sheetIndex: number }): string => {
          const sheet = sheets[sheetIndex];
          if (sheet === undefined) return xml;
          const protection = sheet.protect === true ? protectionXml : '';
          return insertAfter(xml, '</sheetData>', protection + validationsXml(sheet, lists));
        },
        transformElementAttributes: (
          tag: string,
          attributes: Attributes,
          index: number | undefined,
          _: unknown,
          { sheetIndex }: { readonly sheetIndex: number },
        ): Attributes =>
          tag === 'col' && sheets[sheetIndex]?.columns[index ?? -1]?.hidden === true
            ? { ...attributes, hidden: 1 }
            : attributes,
      },
    },
  },
});
