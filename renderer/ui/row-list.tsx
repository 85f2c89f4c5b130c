import './row-list.css';
import type { CSSProperties, KeyboardEvent, ReactNode, RefObject } from 'react';
import { useRef } from 'react';
import type { Virtualizer } from '@tanstack/react-virtual';
import { useVirtualizer } from '@tanstack/react-virtual';

type RowListProps<T> = {
  readonly label: string;
  readonly items: readonly T[];
  readonly idOf: (item: T) => string;
  readonly rowHeight: number;
  /** Tracks of the grid, and the width under which the list scrolls sideways within itself. */
  readonly columns: string;
  readonly least?: string;
  /** The cells of the heading, each with the role columnheader. */
  readonly head: ReactNode;
  /** The cells of a row; the one thing in it that takes the focus carries `data-row={index}`. */
  readonly row: (item: T, index: number) => ReactNode;
  /** The row that is open beside the list. */
  readonly here?: string | undefined;
};

const page = 10;

const stepOf = (key: string, at: number, last: number): number | undefined => {
  switch (key) {
    case 'ArrowDown':
      return at + 1;
    case 'ArrowUp':
      return at - 1;
    case 'PageDown':
      return at + page;
    case 'PageUp':
      return at - page;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
};

/** Keys that go from row to row, also to rows that are not drawn yet. */
const rowKeys =
  (scroller: RefObject<HTMLDivElement | null>, rows: Virtualizer<HTMLDivElement, Element>, count: number) =>
  (event: KeyboardEvent): void => {
    const from = event.target instanceof HTMLElement ? event.target.dataset['row'] : undefined;
    const wanted =
      from === undefined || event.altKey || event.ctrlKey || event.metaKey
        ? undefined
        : stepOf(event.key, Number(from), count - 1);
    if (wanted === undefined) return;
    event.preventDefault();
    const to = Math.min(count - 1, Math.max(0, wanted));
    rows.scrollToIndex(to);
    const focus = (): void => scroller.current?.querySelector<HTMLElement>(`[data-row="${to}"]`)?.focus();
    // A row far away is drawn only after the scroll.
    if (Math.abs(to - Number(from)) > 1) requestAnimationFrame(() => requestAnimationFrame(focus));
    else focus();
  };

/** A table of any length: only the rows in sight are drawn. Arrows, Page, Home and End go from row to row; Enter opens. */
export const RowList = <T,>({
  label,
  items,
  idOf,
  rowHeight,
  columns,
  least,
  head,
  row,
  here,
}: RowListProps<T>): ReactNode => {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const move = rowKeys(scroller, rows, items.length);
  return (
    <div className="row-scroll" ref={scroller} onKeyDown={move}>
      <div
        role="table"
        aria-label={label}
        aria-rowcount={items.length + 1}
        className="row-table"
        style={{ '--columns': columns, '--least': least } as CSSProperties}
      >
        <div role="rowgroup" className="row-heads">
          <div role="row" aria-rowindex={1} className="row-head">
            {head}
          </div>
        </div>
        <div role="rowgroup" className="row-body" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const item = items[index];
            if (item === undefined) return null;
            const id = idOf(item);
            return (
              <div
                key={id}
                role="row"
                aria-rowindex={index + 2}
                className="row-line"
                style={{ height: rowHeight, transform: `translateY(${start}px)` }}
                {...(here === id ? { 'aria-current': 'true' as const } : {})}
              >
                {row(item, index)}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
};
