import type { Node, Pen } from './pen.ts';
import { childNode } from './pen.ts';
import type { Line } from './set-lines.ts';
import type { BlockOf, Frame, Slab } from './slabs.ts';
import { baselineShare } from './slabs.ts';
import type { TextStyle } from './styles.ts';
import { millimetre, scaledStyle } from './styles.ts';
import { textSlabs } from './text-blocks.ts';

type Table = BlockOf<'table'>;
type Column = { readonly x: number; readonly width: number; readonly align: 'left' | 'right' | 'center' };

const gap = 13;
const padding = 3.4;

/** Sizes tried until every column holds its longest word, as parts of the full size. */
const sizes = [1, 0.94, 0.88, 0.82, 0.76, 0.7];

type Sized = { readonly cell: TextStyle; readonly label: TextStyle; readonly widths: readonly number[] };

/** Shares of the width, but no column narrower than its longest word where the others have room to give. */
const widthsFor = (shares: readonly number[], least: readonly number[], room: number): readonly number[] => {
  const fixed = new Map<number, number>();
  for (;;) {
    const left = room - [...fixed.values()].reduce((sum, width) => sum + width, 0);
    const open = shares.reduce((sum, share, index) => (fixed.has(index) ? sum : sum + share), 0);
    const widths = shares.map((share, index) => fixed.get(index) ?? (left * share) / open);
    const tight = widths.findIndex((width, index) => !fixed.has(index) && width < (least[index] ?? 0));
    if (tight === -1 || fixed.size + 1 >= shares.length) return widths;
    fixed.set(tight, least[tight] ?? 0);
  }
};

const sizeTable = (frame: Frame, { columns, rows }: Table): Sized => {
  const room = frame.width - gap * (columns.length - 1);
  let last: Sized | undefined;
  for (const size of sizes) {
    const cell = scaledStyle(frame.styles.cell, size);
    const label = scaledStyle(frame.styles.label, size);
    const least = columns.map(({ title }, index) =>
      rows.reduce(
        (widest, row) => Math.max(widest, frame.setter.widestWord(row[index] ?? '', cell)),
        frame.setter.widestWord(title, label),
      ),
    );
    const fits = least.reduce((sum, width) => sum + width, 0) <= room;
    // A single endless word, such as a web address, may be cut: it must not starve the other columns.
    const capped = fits ? least : least.map((width) => Math.min(width, (room / columns.length) * 0.9));
    last = {
      cell,
      label,
      widths: widthsFor(
        columns.map(({ share }) => share),
        capped,
        room,
      ),
    };
    if (fits) break;
  }
  if (!last) throw new Error('No size to set a table in');
  return last;
};

const placeOf = ({ x, width, align }: Column, line: Line): number =>
  align === 'left' ? x : align === 'right' ? x + width - line.width : x + (width - line.width) / 2;

type Cells = readonly (readonly Line[])[];

const drawCells = (
  pen: Pen,
  cells: Cells,
  columns: readonly Column[],
  style: TextStyle,
  top: (lines: number) => number,
  nodes: readonly Node[] | undefined,
): void =>
  columns.forEach((column, index) => {
    const lines = cells[index] ?? [];
    const draw = (): void =>
      lines.forEach((line, number) => {
        const y = top(lines.length) + style.lead * (number + baselineShare);
        if (line.width > 0) pen.line(line, style, placeOf(column, line), y);
      });
    const node = nodes?.[index];
    if (node === undefined) draw();
    else if (lines.some(({ width }) => width > 0)) pen.tag(node, draw);
    else pen.emptyTag(node);
  });

const headSlab = (frame: Frame, table: Table, columns: readonly Column[], label: TextStyle, node: Node): Slab => {
  const cells = table.columns.map(({ title }, index) => frame.setter.lines(title, label, columns[index]?.width ?? 0));
  const most = Math.max(...cells.map(({ length }) => length));
  const height = most * label.lead + padding * 2;
  const draw = (pen: Pen, y: number, nodes: readonly Node[] | undefined): void =>
    drawCells(pen, cells, columns, label, (lines) => y + height - padding - lines * label.lead, nodes);
  const rule = (pen: Pen, y: number): void => pen.rule(frame.x, y + height, frame.width, 0.9, 'green');
  return {
    height,
    before: 0,
    bond: true,
    draw: (pen, y) => {
      const row = childNode(node, 'TR');
      draw(
        pen,
        y,
        table.columns.map(() => childNode(row, 'TH')),
      );
      pen.artifact('Layout', () => rule(pen, y));
    },
    head: {
      height,
      draw: (pen, y) =>
        pen.artifact('Pagination', () => {
          draw(pen, y, undefined);
          rule(pen, y);
        }),
    },
  };
};

type RowLook = { readonly last: boolean; readonly ruled: boolean; readonly least: number };

const rowSlabs = (
  frame: Frame,
  cells: Cells,
  columns: readonly Column[],
  style: TextStyle,
  table: { readonly node: Node; readonly head: Slab['head'] },
  look: RowLook,
): readonly Slab[] => {
  const most = Math.max(1, ...cells.map(({ length }) => length));
  // A row is never cut, unless it alone is higher than a page.
  const room = Math.floor((frame.pageHeight - (table.head?.height ?? 0) - padding * 2) / style.lead);
  const row = childNode(table.node, 'TR');
  const nodes = columns.map(() => childNode(row, 'TD'));
  const parts = Math.ceil(most / room);
  return Array.from({ length: parts }, (_, part): Slab => {
    const own = cells.map((lines) => lines.slice(part * room, (part + 1) * room));
    const lines = Math.max(1, ...own.map(({ length }) => length));
    const height = Math.max(lines * style.lead + padding * 2, look.least);
    const top = look.ruled ? (count: number): number => (height - count * style.lead) / 2 : (): number => padding;
    const close = look.last && part === parts - 1;
    return {
      height,
      before: 0,
      ...(table.head ? { head: table.head } : {}),
      draw: (pen, y) => {
        drawCells(pen, own, columns, style, (count) => y + top(count), nodes);
        pen.artifact('Layout', () => {
          pen.rule(frame.x, y + height, frame.width, close ? 0.9 : 0.45, close ? 'green' : 'hair');
          if (look.ruled) for (const { x } of columns.slice(1)) pen.upright(x - gap / 2, y, height, 0.35, 'hair');
        });
      },
    };
  });
};

/** A table with hairlines; its head comes again on every page it goes on to. */
export const tableSlabs = (frame: Frame, table: Table): readonly Slab[] => {
  const node = childNode(frame.node, 'Table');
  const { cell, label, widths } = sizeTable(frame, table);
  let x = frame.x;
  const columns = table.columns.map(({ align = 'left' }, index): Column => {
    const width = widths[index] ?? 0;
    const column = { x, width, align };
    x += width + gap;
    return column;
  });
  const head = headSlab(frame, table, columns, label, node);
  const least = (table.rowHeight ?? 0) * millimetre;
  const rows = table.rows.flatMap((row, index) => {
    const cells = columns.map(({ width }, at) => frame.setter.lines(row[at] ?? '', cell, width));
    const last = index === table.rows.length - 1;
    return rowSlabs(frame, cells, columns, cell, { node, head: head.head }, { last, ruled: least > 0, least });
  });
  const caption =
    table.caption === ''
      ? []
      : textSlabs(frame, table.caption, frame.styles.caption, {
          node: childNode(node, 'Caption'),
          before: 9 * frame.scale,
          bondLast: true,
        });
  return [...caption, { ...head, before: caption.length === 0 ? 9 * frame.scale : 1 }, ...rows];
};
