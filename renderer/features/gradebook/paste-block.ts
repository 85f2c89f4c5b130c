import type { CellEntry, MarkFailure } from '#shared/domain/mark-text.ts';
import { parseCellEntry } from '#shared/domain/mark-text.ts';
import type { Hundredths } from '#shared/domain/marks.ts';
import type { Position, Range } from './grid-state.ts';

/** What the paste needs to know of a cell of the grid. `holds`: a mark or an outcome stands there; `text`: the figure that is shown. */
export type PasteTarget =
  | { readonly kind: 'assignment'; readonly max: Hundredths; readonly holds: boolean }
  | { readonly kind: 'computed'; readonly text: string }
  | { readonly kind: 'locked' };

/**
 * What becomes of one cell of a pasted block. `blank` falls on a cell that is empty anyway, `over` would empty one that holds something, `same` is the
 * computed figure that stands there.
 */
export type PasteFate =
  | { readonly kind: 'set'; readonly entry: CellEntry }
  | { readonly kind: 'blank' | 'over' | 'same' | 'computed' | 'locked' | 'outside' }
  | { readonly kind: 'refused'; readonly failure: MarkFailure };

export type PastedCell = { readonly at: Position; readonly text: string; readonly fate: PasteFate };

type Size = { readonly rows: number; readonly columns: number };

/**
 * The plan of a paste. `fits` where nothing is refused, lost or doubtful: it is applied at once. `shapes` where the block is neither as large as what
 * is selected nor goes into it a whole number of times.
 */
export type PastePlan = {
  readonly cells: readonly PastedCell[];
  readonly fits: boolean;
  readonly shapes?: { readonly block: Size; readonly selected: Size };
};

/** Reads a block as spreadsheets put it on the clipboard: tabs and line ends, fields with those in quotation marks, a last empty line. */
export const readBlock = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  const endField = (): void => {
    rows.at(-1)?.push(field);
    field = '';
  };
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index] ?? '';
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (text[index + 1] === '"') {
        field += sign;
        index += 1;
      } else quoted = false;
    } else if (sign === '"' && field === '') quoted = true;
    else if (sign === '\t') endField();
    else if (sign === '\n') {
      endField();
      rows.push([]);
    } else if (sign !== '\r') field += sign;
  }
  endField();
  const last = rows.at(-1);
  return rows.length > 1 && last?.length === 1 && last[0] === '' ? rows.slice(0, -1) : rows;
};

/** A dash alone stands for an empty cell in many mark sheets. */
const isBlank = (text: string): boolean => /^[\s\u00a0]*[-–—]?[\s\u00a0]*$/u.test(text);

const fateOf = (text: string, target: PasteTarget | undefined): PasteFate => {
  if (isBlank(text)) return { kind: target?.kind === 'assignment' && target.holds ? 'over' : 'blank' };
  if (target === undefined) return { kind: 'outside' };
  if (target.kind === 'computed') return { kind: text.trim() === target.text ? 'same' : 'computed' };
  if (target.kind === 'locked') return { kind: 'locked' };
  const entry = parseCellEntry(text.replaceAll('\u00a0', ' '), target.max);
  return entry.ok ? { kind: 'set', entry: entry.value } : { kind: 'refused', failure: entry.error };
};

const settled: ReadonlySet<PasteFate['kind']> = new Set(['set', 'blank', 'same']);

/** How large the pasted area is: the range where the block goes into it a whole number of times, as in a spreadsheet, else the block. */
const areaOf = (block: Size, selected: Size): Size | undefined => {
  if (selected.rows === 1 && selected.columns === 1) return block;
  return selected.rows % block.rows === 0 && selected.columns % block.columns === 0 ? selected : undefined;
};

/**
 * Says of every cell of a pasted block what becomes of it, from the upper left corner of the range. A single cell fills the whole range, a block is
 * repeated in a range that it fills. Blocks copied with their computed columns fall back onto them; those are left alone.
 */
export const planPaste = (
  text: string,
  range: Range,
  targetAt: (at: Position) => PasteTarget | undefined,
): PastePlan => {
  const lines = readBlock(text);
  const block = { rows: lines.length, columns: Math.max(...lines.map((line) => line.length)) };
  const selected = { rows: range.bottom - range.top + 1, columns: range.right - range.left + 1 };
  const area = areaOf(block, selected);
  const { rows, columns } = area ?? block;
  const fills = block.rows * block.columns === 1 && rows * columns > 1;
  const cells: PastedCell[] = [];
  for (let down = 0; down < rows; down += 1) {
    const line = lines[down % block.rows] ?? [];
    for (let across = 0; across < columns; across += 1) {
      const value = line[across % block.columns];
      const at = { row: range.top + down, column: range.left + across };
      const target = targetAt(at);
      if (value === undefined || (fills && target?.kind !== 'assignment')) continue;
      cells.push({ at, text: value.trim(), fate: fateOf(value, target) });
    }
  }
  const fits = area !== undefined && cells.every((cell) => settled.has(cell.fate.kind));
  return { cells, fits, ...(area === undefined ? { shapes: { block, selected } } : {}) };
};

/** Rows of texts as spreadsheets read them from the clipboard. */
export const writeBlock = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map((text) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('\t'))
    .join('\r\n');
