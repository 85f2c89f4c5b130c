import type { ReactNode } from 'react';
import { memo } from 'react';
import type { Text } from '#renderer/ui/text.tsx';
import type { Risk } from '#shared/domain/at-risk.ts';
import type { AssignmentId } from '#shared/domain/ids.ts';
import { GridCell } from './grid-cell.tsx';
import type { ColumnPlan } from './grid-columns.ts';
import { columnKey } from './grid-columns.ts';
import type { Edit } from './grid-state.ts';
import type { MarksRow } from './marks-row.ts';
import type { RowView } from './marks-rows.ts';
import { RowHeader } from './row-names.tsx';
import type { Pending } from './pending-cells.ts';
import type { CellWords } from './cell-words.ts';

type GridRowProps = {
  readonly row: MarksRow;
  readonly index: number;
  readonly height: number;
  readonly view: RowView;
  readonly plan: ColumnPlan;
  readonly text: Text;
  readonly words: CellWords;
  readonly pending: ReadonlyMap<AssignmentId, Pending> | undefined;
  readonly selectedLeft: number;
  readonly selectedRight: number;
  readonly selectedTop: boolean;
  readonly selectedBottom: boolean;
  readonly single: boolean;
  /** The columns in sight; only they are there, and the active one. */
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** Why the learner is at risk. */
  readonly risks: readonly Risk[];
  /** The column of the active cell, -1 in other rows. */
  readonly active: number;
  readonly edit: Edit | undefined;
  readonly onText: (text: string) => void;
};

/** The places of the columns to draw, the active one among them wherever it is. */
const placesOf = ({ plan, firstColumn, lastColumn, active }: GridRowProps): readonly number[] => {
  const places: number[] = [];
  if (active >= 0 && active < firstColumn) places.push(active);
  for (let at = firstColumn; at <= lastColumn; at += 1) places.push(at);
  if (active > lastColumn && active < plan.columns.length) places.push(active);
  return places;
};

/** One learner's line. It is painted again only when something in it changed. */
export const GridRow = memo((props: GridRowProps): ReactNode => {
  const { row, index, height, plan, pending, active, selectedLeft, selectedRight } = props;
  const classes = `line${row.locked ? ' out' : ''}${active >= 0 ? ' on' : ''}`;
  return (
    <div
      role="row"
      aria-rowindex={index + 3}
      className={classes}
      style={{ height, top: index * height, paddingInlineStart: plan.lefts[props.firstColumn] ?? plan.who }}
    >
      <RowHeader row={row} risks={props.risks} text={props.text} words={props.words} />
      {placesOf(props).map((at) => {
        const column = plan.columns[at];
        if (column === undefined) return null;
        const selected = !props.single && at >= selectedLeft && at <= selectedRight;
        return (
          <GridCell
            key={columnKey(column)}
            at={at}
            left={at >= props.firstColumn && at <= props.lastColumn ? undefined : plan.lefts[at]}
            row={index}
            column={column}
            model={row}
            view={props.view}
            words={props.words}
            text={props.text}
            pending={column.kind === 'assignment' ? pending?.get(column.assignment.id) : undefined}
            active={at === active}
            edit={at === active ? props.edit : undefined}
            onText={props.onText}
            edges={
              selected
                ? `sel${props.selectedTop ? ' st' : ''}${props.selectedBottom ? ' sb' : ''}${at === selectedLeft ? ' sl' : ''}${at === selectedRight ? ' sr' : ''}`
                : ''
            }
          />
        );
      })}
    </div>
  );
});
GridRow.displayName = 'GridRow';
