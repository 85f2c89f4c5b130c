import type { Message } from '../message.ts';

/** What can be exported. */
export const exportKinds = ['learners', 'marks', 'results', 'register', 'follow-up', 'outcomes'] as const;
export type ExportKind = (typeof exportKinds)[number];

/** A cell as the writer takes it: text, a number, or nothing. Dates are `YYYY-MM-DD` in columns of kind `date`. */
export type ExportCell = string | number | null;

/** A column: its heading in words, what it holds, and its width in characters. */
export type ExportColumn = {
  readonly title: string;
  readonly width?: number;
  readonly kind?: 'text' | 'number' | 'date';
};

/** A sheet of an exported workbook; a CSV file holds the first one. */
export type ExportSheet = {
  readonly name: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly ExportCell[])[];
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

/** Makes a sheet from columns and items. */
export const sheetOf = <Item>(
  name: Message,
  columns: readonly ColumnOf<Item>[],
  items: readonly Item[],
  { say }: ExportWords,
): ExportSheet => ({
  name: say(name),
  columns: columns.map(({ title, width, kind }) => ({
    title: say(title),
    ...(width === undefined ? {} : { width }),
    ...(kind === undefined ? {} : { kind }),
  })),
  rows: items.map((item) => columns.map(({ cell }) => cell(item) ?? null)),
});
