import type { CellEntry, MarkFailure } from '#shared/domain/mark-text.ts';
import { parseCellEntry } from '#shared/domain/mark-text.ts';
import type { Hundredths } from '#shared/domain/marks.ts';
import type { Position, Range } from './grid-state.ts';

/** What the paste needs to know of a cell of the grid. */
export type PasteTarget =
  | { readonly kind: 'assignment'; readonly max: Hundredths }
  | { readonly kind: 'computed' }
  | { readonly kind: 'locked' };

/** What becomes of one cell of a pasted block. Blank cells leave the cell of the grid as it is. */
export type PasteFate =
  | { readonly kind: 'set'; readonly entry: CellEntry }
  | { readonly kind: 'blank' }
  | { readonly kind: 'refused'; readonly failure: MarkFailure }
  | { readonly kind: 'computed' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'outside' };

export type PastedCell = { readonly at: Position; readonly text: string; readonly fate: PasteFate };

/** The plan of a paste. `fits` where nothing is refused and nothing is lost: it is applied at once. */
export type PastePlan = { readonly cells: readonly PastedCell[]; readonly fits: boolean };

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
  if (isBlank(text)) return { kind: 'blank' };
  if (target === undefined) return { kind: 'outside' };
  if (target.kind !== 'assignment') return { kind: target.kind };
  const entry = parseCellEntry(text.replaceAll('\u00a0', ' '), target.max);
  return entry.ok ? { kind: 'set', entry: entry.value } : { kind: 'refused', failure: entry.error };
};

const lost: ReadonlySet<PasteFate['kind']> = new Set(['refused', 'locked', 'outside', 'computed']);

/**
 * Says of every cell of a pasted block what becomes of it, from the upper left corner of the range. A single cell fills the whole range. Blocks
 * copied with their computed columns fall back onto them; those are left alone.
 */
export const planPaste = (
  text: string,
  range: Range,
  targetAt: (at: Position) => PasteTarget | undefined,
): PastePlan => {
  const block = readBlock(text);
  const single = block.length === 1 && block[0]?.length === 1;
  const height = single ? range.bottom - range.top + 1 : block.length;
  const cells: PastedCell[] = [];
  for (let down = 0; down < height; down += 1) {
    const line = single
      ? Array.from({ length: range.right - range.left + 1 }, () => block[0]?.[0] ?? '')
      : (block[down] ?? []);
    line.forEach((value, across) => {
      const at = { row: range.top + down, column: range.left + across };
      const target = targetAt(at);
      if (single && height * line.length > 1 && target?.kind !== 'assignment') return;
      cells.push({ at, text: value.trim(), fate: fateOf(value, target) });
    });
  }
  return { cells, fits: cells.every((cell) => !lost.has(cell.fate.kind)) };
};

/** Rows of texts as spreadsheets read them from the clipboard. */
export const writeBlock = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map((text) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('\t'))
    .join('\r\n');
