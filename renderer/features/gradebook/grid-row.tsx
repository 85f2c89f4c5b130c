import type { ReactNode } from 'react';
import { memo } from 'react';
import { Tag } from '#renderer/ui/tag.tsx';
import type { Text } from '#renderer/ui/text.tsx';
import type { AssignmentId } from '#shared/domain/ids.ts';
import { GridCell } from './grid-cell.tsx';
import type { ColumnPlan } from './grid-columns.ts';
import type { Edit } from './grid-state.ts';
import type { MarksRow, RowView } from './marks-rows.ts';
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
  /** The column of the active cell, -1 in other rows. */
  readonly active: number;
  readonly edit: Edit | undefined;
  readonly onText: (text: string) => void;
};

const Who = ({ row, text }: Pick<GridRowProps, 'row' | 'text'>): ReactNode => (
  <div role="rowheader" aria-colindex={1} className="who">
    <span className="cut" title={row.name}>
      {row.name}
    </span>
    {row.locked && <Tag>{text.t(`marks.status.${row.learner.enrolment.status}` as 'marks.status.withdrawn')}</Tag>}
  </div>
);

/** One learner's line. It is painted again only when something in it changed. */
export const GridRow = memo((props: GridRowProps): ReactNode => {
  const { row, index, height, plan, pending, active, selectedLeft, selectedRight } = props;
  const classes = `line${row.locked ? ' out' : ''}${active >= 0 ? ' on' : ''}`;
  return (
    <div role="row" aria-rowindex={index + 3} className={classes} style={{ height, top: index * height }}>
      <Who row={row} text={props.text} />
      {plan.columns.map((column, at) => {
        const selected = at >= selectedLeft && at <= selectedRight;
        return (
          <GridCell
            key={
              column.kind === 'assignment'
                ? column.assignment.id
                : column.kind === 'overall'
                  ? 'overall'
                  : `${column.kind}-${column.module.id}`
            }
            at={at}
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
              selected && !props.single
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
