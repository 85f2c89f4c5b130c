import type { Message } from '../message.ts';
import { message } from '../message.ts';
import { plainText } from '../message-lists.ts';
import { cleanText } from './read-names.ts';
import type { CellProblem, ColumnMapping, SourceRow } from './import-kinds.ts';

/** Signs that people put where they know nothing. They are blank, and blank never erases. */
const nothing = new Set(['', '-', '–', '—', '?', 'n/a']);

/** A cell with its column's heading; the text is clean and never blank. */
export type GivenCell = { readonly column: string; readonly text: string };

/** Finds the cell of a row whose column holds the target; undefined where it is blank. */
export type ReadCell = (row: SourceRow, target: string) => GivenCell | undefined;

const readerOf =
  (clean: (text: string) => string) =>
  (headings: readonly string[], mapping: ColumnMapping): ReadCell => {
    const placeOf = new Map(
      headings.map((heading, place) => [mapping[heading] ?? 'ignore', { heading, place }] as const),
    );
    return (row, target) => {
      const found = placeOf.get(target);
      const text = found === undefined ? '' : clean(row.cells[found.place] ?? '');
      return found === undefined || nothing.has(text.toLowerCase()) ? undefined : { column: found.heading, text };
    };
  };

/** Finds the cells of a row by what their columns hold. */
export const cellReader = readerOf(cleanText);

/** Finds the cells of a row as they stand, with their line ends. */
export const wholeCellReader = readerOf((text) => text.trim());

/** A value that was not taken, with its reason. */
export const problem = (cell: GivenCell, code: string, values: NonNullable<Message['values']> = {}): CellProblem => ({
  column: cell.column,
  value: cell.text,
  reason: message(`import.reason.${code}`, { value: cell.text, column: cell.column, ...values }),
});

/** The name of a field for people. */
export const fieldLabel = (field: string): Message => message(`import.field.${field}`);

/** A text as a value in a list of changes; undefined stays undefined. */
export const textValue = (text: string | undefined): Message | undefined =>
  text === undefined || text === '' ? undefined : plainText(text);
