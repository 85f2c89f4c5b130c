import type { Message } from '../message.ts';

/** What can be exported. */
export const exportKinds = [
  'learners',
  'marks',
  'results',
  'worksheet',
  'register',
  'follow-up',
  'alumni',
  'outcomes',
  'training-records',
] as const;
export type ExportKind = (typeof exportKinds)[number];

/** A cell as the writer takes it: text, a number, or nothing. Dates are `YYYY-MM-DD` in columns of kind `date`. */
export type ExportCell = string | number | null;

/** A column: its heading in words, what it holds, its width in characters, and whether it is written in where the sheet is protected. */
export type ExportColumn = {
  readonly title: string;
  readonly width?: number;
  readonly kind?: 'text' | 'number' | 'date';
  readonly hidden?: boolean;
  readonly input?: boolean;
  readonly wrap?: boolean;
};

/** What the cells of a column take (rows counted from 0, all where none are named), and what the spreadsheet program says of anything else. */
export type ExportValidation = {
  readonly column: number;
  readonly fromRow?: number;
  readonly toRow?: number;
  readonly allowed:
    | { readonly kind: 'list'; readonly values: readonly string[] }
    | { readonly kind: 'decimal' | 'whole'; readonly min: number; readonly max: number }
    | { readonly kind: 'date'; readonly from: string; readonly to: string }
    | { readonly kind: 'length'; readonly max: number };
  readonly title: string;
  readonly error: string;
  readonly prompt?: string;
};

/** A sheet of an exported workbook; a CSV file holds the first one. What is beyond names, columns and rows concerns XLSX alone. */
export type ExportSheet = {
  readonly name: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly ExportCell[])[];
  /** Lines of text above the headings. */
  readonly above?: readonly string[];
  /** How many columns stay in sight on the left. */
  readonly frozen?: number;
  readonly protect?: boolean;
  readonly hidden?: boolean;
  readonly validations?: readonly ExportValidation[];
};

/** The words of the export's language. */
export type ExportWords = { readonly language: string; readonly say: (message: Message) => string };

/** How one column is made from one item. */
export type ColumnOf<Item> = {
  readonly title: Message;
  readonly width?: number;
  readonly kind?: 'text' | 'number' | 'date';
  readonly cell: (item: Item) => ExportCell | undefined;
};

/** A sheet whose rows are made while it is written, so that a long one is never whole in memory. */
export type LongSheet = {
  readonly name: string;
  readonly columns: readonly ExportColumn[];
  readonly batches: () => AsyncIterable<RowBatch>;
};

/** Some rows of a sheet, and what share of it (0 to 1) is made with them. */
export type RowBatch = { readonly rows: readonly (readonly ExportCell[])[]; readonly share: number };

/** The headings of columns. */
export const columnsOf = <Item>(columns: readonly ColumnOf<Item>[], { say }: ExportWords): readonly ExportColumn[] =>
  columns.map(({ title, width, kind }) => ({
    title: say(title),
    ...(width === undefined ? {} : { width }),
    ...(kind === undefined ? {} : { kind }),
  }));

/** One row of a sheet. */
export const rowOf = <Item>(columns: readonly ColumnOf<Item>[], item: Item): readonly ExportCell[] =>
  columns.map(({ cell }) => cell(item) ?? null);

/** Makes a sheet from columns and items. */
export const sheetOf = <Item>(
  name: Message,
  columns: readonly ColumnOf<Item>[],
  items: readonly Item[],
  words: ExportWords,
): ExportSheet => ({
  name: words.say(name),
  columns: columnsOf(columns, words),
  rows: items.map((item) => rowOf(columns, item)),
});
