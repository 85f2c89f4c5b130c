import './marks-grid.css';
import type { CSSProperties, HTMLAttributes, ReactNode, RefObject } from 'react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Text } from '#renderer/ui/text.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Explanation } from '#shared/domain/explanations.ts';
import { explainOverall } from '#shared/domain/explanations.ts';
import { explainModuleOf } from '#shared/domain/rules-in-words.ts';
import type { CellWords } from './cell-words.ts';
import { focusKeepers } from './focus-keepers.ts';
import { boxOf, headerHeight, reveal } from './geometry.ts';
import { cellId, placeOf } from './cell-place.ts';
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
import type { Sight } from './use-in-sight.ts';
import { useClipboard } from './use-clipboard.ts';
import { useInSight } from './use-in-sight.ts';
import { useHovered, usePointer } from './use-pointer.ts';
import type { useGrid } from './use-grid.ts';
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
  const wanted = useCallback((): Sight => {
    const { scrollTop: top, scrollLeft: left } = scroller.current ?? { scrollTop: 0, scrollLeft: 0 };
    return {
      rows: rowsAround({ count, rowHeight, height: height - headerHeight }, top),
      columns: columnsBetween(plan, left + plan.who, left + width, spareColumns),
    };
  }, [scroller, count, rowHeight, height, plan, width]);
  return useInSight(wanted);
};

/** The rows to draw, the active one among them wherever it is. */
const indexesOf = ({ first, last }: Stretch, active: number, count: number): readonly number[] => {
  const indexes = Array.from({ length: Math.max(0, Math.min(last, count - 1) - first + 1) }, (_, at) => first + at);
  if (active >= count || (active >= first && active <= last)) return indexes;
  return active < first ? [active, ...indexes] : [...indexes, active];
};

type LinesProps = MarksGridProps & { readonly indexes: readonly number[]; readonly text: Text };

/** The names of the rows in sight, drawn in one frozen column. */
const Names = ({ marks, rows, plan, rowHeight, grid, words, indexes, text }: LinesProps): ReactNode => (
  <div className="names" aria-hidden="true" style={{ width: plan.who }}>
    {indexes.map((index) => {
      const row = rows[index];
      if (row === undefined) return null;
      const [risks, on] = [marks.cache.risks(row), index === grid.state.active.row];
      return <RowName key={row.id} {...{ row, index, risks, text, words, on }} height={rowHeight} />;
    })}
  </div>
);

/** The rows in sight with what is selected, keyed and typed in each. */
const Lines = (props: LinesProps & { readonly columns: Stretch }): ReactNode => {
  const { marks, rows, plan, rowHeight, grid, words, indexes, text, columns } = props;
  const { active, edit } = grid.state;
  const range = rangeOf(grid.state);
  const single = range.top === range.bottom && range.left === range.right;
  return indexes.map((index) => {
    const row = rows[index];
    if (row === undefined) return null;
    const selected = index >= range.top && index <= range.bottom;
    return (
      <GridRow
        key={row.id}
        {...{ row, index, plan, text, words, single }}
        height={rowHeight}
        view={marks.cache.view(row)}
        firstColumn={columns.first}
        lastColumn={columns.last}
        risks={marks.cache.risks(row)}
        pending={marks.pending.get(row.id)}
        selectedLeft={selected ? range.left : -1}
        selectedRight={selected ? range.right : -2}
        selectedTop={index === range.top}
        selectedBottom={index === range.bottom}
        active={index === active.row ? active.column : -1}
        edit={index === active.row ? edit : undefined}
        onText={grid.onText}
      />
    );
  });
};

/** What the keyboard and the pointer do in the grid, and whether the keyboard is in it. */
const useGridEvents = (grid: MarksGridProps['grid']) => {
  const [focused, setFocused] = useState(false);
  const { hovered, over } = useHovered();
  const pointer = usePointer(grid);
  const events: HTMLAttributes<HTMLDivElement> = {
    onKeyDown: (event) => {
      over(null);
      if (placeOf(event.target) !== undefined) grid.onKeyDown(event);
    },
    onFocus: (event) => setFocused(placeOf(event.target) !== undefined),
    onBlur: (event) => {
      if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
    },
    onMouseDown: pointer.onMouseDown,
    onMouseOver: (event) => {
      pointer.onMouseOver(event);
      over(event.target);
    },
    onMouseLeave: () => over(null),
    onDoubleClick: (event) => {
      if (placeOf(event.target) !== undefined) grid.begin();
    },
  };
  return { focused, hovered, leave: () => over(null), events };
};

/** The grid: frozen names and headings, only the rows in sight are there, one cell has the focus. */
export const MarksGrid = (props: MarksGridProps): ReactNode => {
  const { marks, rows, plan, rowHeight, grid, scroller, header } = props;
  const text = useText();
  const body = useRef<HTMLDivElement>(null);
  const { focused, hovered, leave, events } = useGridEvents(grid);
  const { sight, onScroll } = useCellsInSight(props);
  const indexes = indexesOf(sight.rows, grid.state.active.row, rows.length);
  useFocusedCell(props, body);
  useClipboard(grid, scroller);
  return (
    <div
      ref={scroller}
      className="marks-wrap"
      style={{ '--who': `${plan.who}px`, '--row': `${rowHeight}px`, ...widthsOf(plan) } as CSSProperties}
      onScroll={() => {
        leave();
        onScroll();
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
        {...events}
      >
        {header}
        <div ref={body} role="rowgroup" className="lines" style={{ height: rows.length * rowHeight }}>
          <Names {...props} {...{ indexes, text }} />
          <Lines {...props} {...{ indexes, text }} columns={sight.columns} />
        </div>
      </div>
      <Popovers {...props} hovered={hovered} focused={focused} />
    </div>
  );
};
