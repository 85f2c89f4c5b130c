import type { CSSProperties, KeyboardEvent, MouseEvent, ReactNode, RefObject } from 'react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useText } from '#renderer/ui/text.tsx';
import type { Explanation } from '#shared/domain/explanations.ts';
import { explainOverall } from '#shared/domain/explanations.ts';
import { explainModuleOf } from '#shared/domain/rules-in-words.ts';
import type { CellWords } from './cell-words.ts';
import { boxOf, headerHeight, reveal } from './geometry.ts';
import { cellId, placeOf } from './grid-cell.tsx';
import type { ColumnPlan } from './grid-columns.ts';
import { columnsBetween, widthsOf } from './grid-columns.ts';
import { GridRow } from './grid-row.tsx';
import type { Position } from './grid-state.ts';
import { rangeOf } from './grid-state.ts';
import type { MarksRow } from './marks-row.ts';
import { RowName } from './row-names.tsx';
import { Bubble, SumPopover } from './sum-popover.tsx';
import type { Stretch } from './in-sight.ts';
import { rowsAround } from './in-sight.ts';
import { useInSight } from './use-in-sight.ts';
import type { useGrid } from './use-grid.ts';
import { focusKeepers } from './use-grid.ts';
import type { Marks } from './use-marks.ts';

type MarksGridProps = {
  readonly marks: Marks;
  readonly rows: readonly MarksRow[];
  readonly plan: ColumnPlan;
  readonly rowHeight: number;
  /** What can be seen of the grid, in px. */
  readonly width: number;
  readonly height: number;
  readonly grid: ReturnType<typeof useGrid>;
  readonly words: CellWords;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly header: ReactNode;
  /** The bubble beside a cell: what was refused, not saved, or may not be keyed. */
  readonly bubble: { readonly at: Position; readonly text: string } | undefined;
};

const hoverDelay = 250;

/** The computed cell under the pointer, after a moment. */
const useHovered = () => {
  const [hovered, setHovered] = useState<Position>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const over = useCallback((target: EventTarget | null) => {
    clearTimeout(timer.current);
    const place = target === null ? undefined : placeOf(target);
    if (place === undefined) setHovered(undefined);
    else timer.current = setTimeout(() => setHovered(place), hoverDelay);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { hovered, over };
};

const explanationAt = (
  { marks, rows, plan }: MarksGridProps,
  place: Position,
  language: string,
): Explanation | undefined => {
  const [row, column] = [rows[place.row], plan.columns[place.column]];
  if (row === undefined || column === undefined || column.kind === 'assignment') return undefined;
  const { result } = marks.cache.view(row);
  if (column.kind === 'overall') return explainOverall(result, language);
  const module = result.modules.find((one) => one.module.id === column.module.id);
  return module === undefined ? undefined : explainModuleOf(module, marks.context, language);
};

/** Selecting with the pointer: press, drag, Shift-press, press twice to edit. */
const usePointer = (grid: MarksGridProps['grid']) => {
  const dragging = useRef(false);
  useEffect(() => {
    const end = (): void => {
      dragging.current = false;
    };
    window.addEventListener('mouseup', end);
    return () => window.removeEventListener('mouseup', end);
  }, []);
  const onMouseDown = (event: MouseEvent): void => {
    const place = placeOf(event.target);
    if (place === undefined || event.button !== 0 || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    dragging.current = true;
    grid.point(place, event.shiftKey);
  };
  const onMouseOver = (event: MouseEvent): void => {
    const place = dragging.current ? placeOf(event.target) : undefined;
    if (place !== undefined) grid.point(place, true);
  };
  return { onMouseDown, onMouseOver };
};

/**
 * A cell is no text field: the browser copies and pastes there only where it is told beforehand that somebody will do it, and it tells the document,
 * because no text is selected.
 */
const useClipboard = (
  { current, onCopy, onCut, onPaste }: MarksGridProps['grid'],
  scroller: RefObject<HTMLDivElement | null>,
): void => {
  useEffect(() => {
    const onCell =
      (work: (event: ClipboardEvent) => void) =>
      (event: Event): void => {
        const { activeElement } = document;
        const ours =
          activeElement !== null &&
          scroller.current?.contains(activeElement) === true &&
          placeOf(activeElement) !== undefined;
        if (ours && current.current.edit === undefined) work(event as ClipboardEvent);
      };
    const offer = onCell((event) => event.preventDefault());
    const listeners = {
      beforecopy: offer,
      beforecut: offer,
      beforepaste: offer,
      copy: onCell(onCopy),
      cut: onCell(onCut),
      paste: onCell(onPaste),
    };
    for (const [name, listener] of Object.entries(listeners)) document.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) document.removeEventListener(name, listener);
    };
  }, [current, onCopy, onCut, onPaste, scroller]);
};

/** Keeps the focus on the active cell while the focus is in the grid, and the cell in sight. */
const useFocusedCell = (
  { grid, plan, rowHeight, scroller }: MarksGridProps,
  body: RefObject<HTMLDivElement | null>,
): void => {
  const { active, far, edit } = grid.state;
  const first = useRef(true);
  useLayoutEffect(() => {
    if (scroller.current !== null && !first.current) reveal(scroller.current, boxOf(plan, far, rowHeight), plan.who);
  }, [far, plan, rowHeight, scroller]);
  useLayoutEffect(() => {
    const moved = !first.current;
    first.current = false;
    if (!moved || edit !== undefined || document.activeElement?.closest(focusKeepers) != null) return;
    document.getElementById(cellId(active.row, active.column))?.focus({ preventScroll: true });
  }, [active, edit, body]);
};

const rest = 120;

/** True once the cursor has stood in a cell for a moment: a sum that passes by is not read. */
const useRested = (active: Position): boolean => {
  const [at, setAt] = useState<Position>();
  useEffect(() => {
    const timer = setTimeout(() => setAt(active), rest);
    return () => clearTimeout(timer);
  }, [active]);
  return at === active;
};

const Popovers = (
  props: MarksGridProps & { readonly hovered: Position | undefined; readonly focused: boolean },
): ReactNode => {
  const { grid, rows, plan, rowHeight, bubble, hovered, focused } = props;
  const { language } = useText();
  const rested = useRested(grid.state.active);
  const explained = hovered ?? (focused && rested && grid.state.edit === undefined ? grid.state.active : undefined);
  const explanation = explained === undefined ? undefined : explanationAt(props, explained, language);
  return (
    <>
      {bubble !== undefined && <Bubble box={boxOf(plan, bubble.at, rowHeight)} text={bubble.text} />}
      {explanation !== undefined && explained !== undefined && (
        <SumPopover
          id="mark-sum"
          box={boxOf(plan, explained, rowHeight)}
          name={rows[explained.row]?.name ?? ''}
          explanation={explanation}
        />
      )}
    </>
  );
};

/** Columns beyond either edge that are there already when scrolling begins. */
const spareColumns = 2;

/** The rows and columns in sight. */
const useCellsInSight = ({ scroller, rows, rowHeight, plan, width, height }: MarksGridProps) => {
  const count = rows.length;
  const wantedRows = useCallback(
    () => rowsAround({ count, rowHeight, height: height - headerHeight }, scroller.current?.scrollTop ?? 0),
    [scroller, count, rowHeight, height],
  );
  const wantedColumns = useCallback(() => {
    const left = scroller.current?.scrollLeft ?? 0;
    return columnsBetween(plan, left + plan.who, left + width, spareColumns);
  }, [scroller, plan, width]);
  const { onScroll: onRows, ...seenRows } = useInSight(wantedRows, { many: 8, few: 3 });
  const { onScroll: onColumns, ...seenColumns } = useInSight(wantedColumns, { many: 2, few: 1 });
  return {
    rows: seenRows,
    columns: seenColumns,
    onScroll: (): void => {
      onRows();
      onColumns();
    },
  };
};

/** The rows to draw, the active one among them wherever it is. */
const indexesOf = ({ first, last }: Stretch, active: number, count: number): readonly number[] => {
  const indexes = Array.from({ length: Math.max(0, Math.min(last, count - 1) - first + 1) }, (_, at) => first + at);
  if (active >= count || (active >= first && active <= last)) return indexes;
  return active < first ? [active, ...indexes] : [...indexes, active];
};

/** The grid: frozen names and headings, only the rows in sight are there, one cell has the focus. */
export const MarksGrid = (props: MarksGridProps): ReactNode => {
  const { marks, rows, plan, rowHeight, grid, words, scroller, header } = props;
  const text = useText();
  const body = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(false);
  const { hovered, over } = useHovered();
  const pointer = usePointer(grid);
  const { active, edit } = grid.state;
  const range = rangeOf(grid.state);
  const single = range.top === range.bottom && range.left === range.right;
  const inSight = useCellsInSight(props);
  const indexes = indexesOf(inSight.rows, active.row, rows.length);
  useFocusedCell(props, body);
  useClipboard(grid, scroller);
  return (
    <div
      ref={scroller}
      className="marks-wrap"
      style={{ '--who': `${plan.who}px`, '--row': `${rowHeight}px`, ...widthsOf(plan) } as CSSProperties}
      onScroll={() => {
        over(null);
        inSight.onScroll();
      }}
    >
      <div
        role="grid"
        aria-label={text.t('marks.gridLabel', { cohort: marks.frame.cohort.name })}
        aria-description={text.t('marks.gridHelp')}
        aria-rowcount={rows.length + 2}
        aria-colcount={plan.columns.length + 1}
        aria-multiselectable
        className="marks-grid"
        style={{ width: plan.width }}
        onKeyDown={(event: KeyboardEvent) => {
          over(null);
          if (placeOf(event.target) !== undefined) grid.onKeyDown(event);
        }}
        onFocus={(event) => setFocused(placeOf(event.target) !== undefined)}
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setFocused(false)}
        onMouseDown={pointer.onMouseDown}
        onMouseOver={(event) => {
          pointer.onMouseOver(event);
          over(event.target);
        }}
        onMouseLeave={() => over(null)}
        onDoubleClick={(event) => placeOf(event.target) !== undefined && grid.begin()}
      >
        {header}
        <div ref={body} role="rowgroup" className="lines" style={{ height: rows.length * rowHeight }}>
          <div className="names" aria-hidden="true" style={{ width: plan.who }}>
            {indexes.map((index) => {
              const row = rows[index];
              if (row === undefined) return null;
              const risks = marks.cache.risks(row);
              return (
                <RowName
                  key={row.id}
                  {...{ row, index, risks, text, words }}
                  height={rowHeight}
                  on={index === active.row}
                />
              );
            })}
          </div>
          {indexes.map((index) => {
            const row = rows[index];
            if (row === undefined) return null;
            const selected = index >= range.top && index <= range.bottom;
            return (
              <GridRow
                key={row.id}
                row={row}
                index={index}
                height={rowHeight}
                view={marks.cache.view(row)}
                plan={plan}
                firstColumn={inSight.columns.first}
                lastColumn={inSight.columns.last}
                risks={marks.cache.risks(row)}
                text={text}
                words={words}
                pending={marks.pending.get(row.id)}
                selectedLeft={selected ? range.left : -1}
                selectedRight={selected ? range.right : -2}
                selectedTop={index === range.top}
                selectedBottom={index === range.bottom}
                single={single}
                active={index === active.row ? active.column : -1}
                edit={index === active.row ? edit : undefined}
                onText={grid.onText}
              />
            );
          })}
        </div>
      </div>
      <Popovers {...props} hovered={hovered} focused={focused} />
    </div>
  );
};
