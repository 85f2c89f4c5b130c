import type { WrittenTable } from '#shared/ipc/contract.ts';
import { isIsoDate } from '#shared/lib/dates.ts';

export type WrittenSheet = WrittenTable['sheets'][number];
type WrittenColumn = WrittenSheet['columns'][number];
type WrittenCell = WrittenSheet['rows'][number][number];
type PlainValue = string | number | null;

/** Cells that may be written in are drawn in this colour, and by it the styles find the cells to unlock. */
export const inputColour = '#FFF6DC';

/** What a cell holds, without whether it is locked. */
export const valueOf = (cell: WrittenCell): PlainValue =>
  cell !== null && typeof cell === 'object' ? cell.value : cell;

const isOpen = (cell: WrittenCell, column: WrittenColumn | undefined): boolean =>
  cell !== null && typeof cell === 'object' ? !cell.locked : column?.input === true;

const typed = (value: PlainValue, kind: WrittenColumn['kind']): object | null => {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  if (kind === 'date' && isIsoDate(value))
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  return { value, type: String };
};

/** What an empty cell will be once it is filled in: text stays text, also where it looks like a date or a number. */
const formats: Readonly<Record<NonNullable<WrittenColumn['kind']>, object>> = {
  text: { type: String, format: '@' },
  number: { type: Number, format: 'General' },
  date: { type: Date, format: 'yyyy-mm-dd' },
};

/** A cell as the library takes it. */
export const xlsxCell = (
  cell: WrittenCell,
  column: WrittenColumn | undefined,
  protect: boolean | undefined,
): object | null => {
  const made = typed(valueOf(cell), column?.kind);
  const wrapped = column?.wrap === true ? { wrap: true, alignVertical: 'top' } : {};
  if (protect !== true || !isOpen(cell, column))
    return made === null || column?.wrap !== true ? made : { ...made, ...wrapped };
  const open = { backgroundColor: inputColour, borderStyle: 'thin', borderColor: '#D8D2C2', ...wrapped };
  const format = formats[column?.kind ?? 'text'];
  // A word in a column of numbers stays a word.
  if (made !== null && 'type' in made && made.type === String) return { format: '@', ...made, ...open };
  return { ...format, value: null, ...made, ...open };
};
