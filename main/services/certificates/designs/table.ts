import type { DesignedDocument, TableRow } from '#shared/domain/designed-documents.ts';
import type { BlockOf, TableColumn } from '#shared/domain/template-design.ts';
import { pageSize, wordsIn } from '#shared/domain/template-designs.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { pdfNumber } from '../glyph-run.ts';
import { millimetre } from '../pdf-objects.ts';
import type { PagePart } from '../page-parts.ts';
import { fillColour, setLine, type SetText, type TextErrorCode } from '../set-text.ts';
import { placedStyle, type Setting } from './lay-out-block.ts';
import { pageTextOperators, type OwnPart } from './page-text.ts';

export type TableErrorCode = TextErrorCode | 'certificate-table-too-long';

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type Cell = { readonly head: boolean; readonly text?: SetText; readonly bar?: string };
type Line = readonly Cell[];

/** Rows never stand closer than this. */
const closest = 4.2;
const headHeight = 6;
const gap = 1.5;
const captionGap = 2;

const stretched = (block: BlockOf<'table'>, rows: readonly TableRow[]): readonly (TableColumn & Box)[] => {
  // A column without a word in it is left out.
  const shown = block.columns.filter(({ key }) => rows.some(({ cells }) => (cells[key] ?? '') !== '') || key === 'gap');
  const whole = shown.reduce((sum, { width }) => sum + width, 0);
  let x = block.x;
  return shown.map((column) => {
    const width = (column.width / whole) * block.width;
    const box = { ...column, x, y: 0, width, height: 0 };
    x += width;
    return box;
  });
};

const rectangle = (box: Box, pageHeight: number): string =>
  [box.x, pageHeight - box.y - box.height, box.width, box.height]
    .map((value) => pdfNumber(value * millimetre))
    .join(' ');

/** A bar of per cent in its frame, with the pass mark across it. */
const bar = (
  block: BlockOf<'table'>,
  box: Box,
  share: number,
  pass: number | undefined,
  pageHeight: number,
): string => {
  const frame = `${fillColour(block.rule).replace('rg', 'RG')} ${pdfNumber(0.15 * millimetre)} w ${rectangle(box, pageHeight)} re S`;
  const filled = `${fillColour(block.bar)} ${rectangle({ ...box, width: (box.width * share) / 100 }, pageHeight)} re f`;
  if (pass === undefined) return `q ${filled} ${frame} Q`;
  const mark = { x: box.x + (box.width * pass) / 100 - 0.15, y: box.y - 0.9, width: 0.3, height: box.height + 1.8 };
  return `q ${filled} ${frame} 0 g ${rectangle(mark, pageHeight)} re f Q`;
};

/** The words above a table, with their baseline a little above its box. */
const captionOf = (setting: Setting, { caption, captionLook, ...box }: BlockOf<'table'>, language: string) => {
  const words = caption === undefined ? '' : wordsIn(caption, language);
  if (words === '' || captionLook === undefined) return undefined;
  return setLine(words, placedStyle(setting, box, captionLook, -captionGap));
};

type Column = TableColumn & Box;
type Table = {
  readonly setting: Setting;
  readonly block: BlockOf<'table'>;
  readonly document: DesignedDocument;
  readonly pageHeight: number;
  readonly columns: readonly Column[];
  /** From one row to the next, in millimetres. */
  readonly step: number;
};

const setWords = (
  { setting, block }: Table,
  words: string,
  column: Column,
  y: number,
  style: { readonly bold: boolean; readonly size: number },
): Result<SetText, Failure<TextErrorCode>> => {
  const font = style.bold ? { ...block.look.font, style: 'bold' as const } : block.look.font;
  const look = { ...block.look, font, size: style.size, align: column.align, figures: 'lining' as const };
  return setLine(words, placedStyle(setting, { x: column.x + gap / 2, y, width: column.width - gap }, look, 0));
};

const ruleOf = ({ block, pageHeight }: Table, y: number, colour: string, width: number): string =>
  `q ${fillColour(colour)} ${rectangle({ x: block.x, y: y - width / 2, width: block.width, height: width }, pageHeight)} re f Q`;

const headLine = (table: Table): Result<Line, Failure<TextErrorCode>> => {
  const { block, document } = table;
  const cells: Cell[] = [];
  for (const column of table.columns) {
    const words = wordsIn(column.titles, document.language);
    const style = { bold: false, size: block.headSize };
    const text = words === '' ? undefined : setWords(table, words, column, block.y + headHeight - 2.4, style);
    if (text && !text.ok) return text;
    cells.push({ head: true, ...(text ? { text: text.value } : {}) });
  }
  return ok(cells);
};

type DrawnRow = { readonly line: Line; readonly marks: readonly string[] };

/** A row with its bars and the rule below it, which is strong at the end and before a sum. */
const rowLine = (table: Table, rows: readonly TableRow[], at: number): Result<DrawnRow, Failure<TextErrorCode>> => {
  const { block, document, pageHeight, step } = table;
  const row = rows[at];
  const top = block.y + headHeight + at * step;
  const cells: Cell[] = [];
  const marks: string[] = [];
  for (const column of table.columns) {
    const words = row?.cells[column.key] ?? '';
    if (column.bar && words !== '') {
      const height = Math.min(3.4, step - 2.5);
      const box = { x: column.x + gap / 2, y: top + (step - height) / 2, width: column.width - gap, height };
      marks.push(bar(block, box, Math.min(100, Math.max(0, Number(words))), document.tables?.pass, pageHeight));
      continue;
    }
    const style = { bold: row?.sum === true || column.bold === true, size: block.look.size };
    const text = words === '' ? undefined : setWords(table, words, column, top + step / 2 + 1.2, style);
    if (text && !text.ok) return text;
    cells.push({ head: false, ...(text ? { text: text.value } : {}) });
  }
  const strong = at === rows.length - 1 || rows[at + 1]?.sum === true;
  marks.push(ruleOf(table, top + step, strong ? block.rule : block.thin, strong ? 0.4 : 0.12));
  return ok({ line: cells, marks });
};

const partOf =
  (
    lines: readonly Line[],
    marks: readonly string[],
    caption: SetText | undefined,
    pageHeight: number,
  ): OwnPart['part'] =>
  (fontOf) => {
    const operatorsOf = (text: SetText): string => pageTextOperators(text, pageHeight, fontOf(text.run));
    const cellPart = ({ head, text }: Cell): PagePart => ({
      role: head ? 'TH' : 'TD',
      operators: text ? operatorsOf(text) : '',
    });
    const trs = lines.map((line): PagePart => ({ role: 'TR', parts: line.map(cellPart) }));
    const table: PagePart = { role: 'Table', parts: [{ role: 'Artifact', operators: marks.join('\n') }, ...trs] };
    return caption ? { role: 'Sect', parts: [{ role: 'H2', operators: operatorsOf(caption) }, table] } : table;
  };

/** Sets the rows of a table; they move closer together where they are many, to a floor. */
export const layOutTable = (
  setting: Setting,
  block: BlockOf<'table'>,
  document: DesignedDocument,
): Result<OwnPart | undefined, Failure<TableErrorCode>> => {
  const rows = document.tables?.rows[document.language]?.[block.source] ?? [];
  if (rows.length === 0) return ok(undefined);
  const step = Math.min(block.rowHeight, (block.height - headHeight) / rows.length);
  if (step < Math.min(closest, block.rowHeight)) return fail('certificate-table-too-long', { rows: rows.length });
  const pageHeight = pageSize(setting.design).height;
  const table: Table = { setting, block, document, pageHeight, columns: stretched(block, rows), step };

  const caption = captionOf(setting, block, document.language);
  if (caption && !caption.ok) return caption;
  const head = headLine(table);
  if (!head.ok) return head;
  const lines: Line[] = [head.value];
  const marks = [ruleOf(table, block.y + headHeight, block.rule, 0.4)];
  for (const at of rows.keys()) {
    const row = rowLine(table, rows, at);
    if (!row.ok) return row;
    lines.push(row.value.line);
    marks.push(...row.value.marks);
  }
  const words = lines.flat().flatMap(({ text }) => (text ? [text] : []));
  return ok({
    texts: caption ? [caption.value, ...words] : words,
    part: partOf(lines, marks, caption?.value, pageHeight),
  });
};
