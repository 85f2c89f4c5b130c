import './grid-header.css';
import type { ReactNode } from 'react';
import { memo } from 'react';
import type { GlyphName } from '#renderer/ui/icon.tsx';
import { Glyph, Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { ModuleId } from '#shared/domain/ids.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import { headerHeight } from './geometry.ts';
import type { ColumnGroup, ColumnPlan, GridColumn } from './grid-columns.ts';
import { columnKey } from './grid-columns.ts';
import type { Sort } from './row-order.ts';
import { sortKey } from './row-order.ts';
import type { HeadPlace } from './use-heads.ts';
import { headId, useHeads } from './use-heads.ts';

/** Where a module stands, said once in its heading. `date` is the day released, or the last due date. */
export type ModuleState = {
  readonly kind: 'released' | 'marking' | 'arriving' | 'due' | 'open';
  readonly date: string | undefined;
};

const stateGlyphs: Readonly<Record<ModuleState['kind'], GlyphName>> = {
  released: 'released',
  marking: 'marked',
  arriving: 'received',
  due: 'def',
  open: 'awaited',
};

const noState: ModuleState = { kind: 'open', date: undefined };

/** How a heading takes its place in the order of the Tab key: one of them all at a time. */
type Stop = { readonly place: HeadPlace; readonly at: HeadPlace };

const stopOf = ({ place, at }: Stop) => ({
  id: headId(place),
  tabIndex: place.line === at.line && place.column === at.column ? 0 : -1,
});

type GroupProps = {
  readonly group: ColumnGroup;
  readonly state: ModuleState;
  readonly at: HeadPlace;
  readonly onFold: (id: ModuleId) => void;
};

const Group = ({ group, state, at, onFold }: GroupProps): ReactNode => {
  const { t, language, formatDate } = useText();
  const title = `${group.module.number} ${inLanguage(group.module.title, language)}`;
  const date = state.date === undefined ? '' : formatDate(state.date, 'short');
  const line =
    state.date === undefined && state.kind !== 'open'
      ? t(`marks.state.${state.kind}Undated`)
      : t(`marks.state.${state.kind}`, { date });
  return (
    <div
      role="columnheader"
      aria-colindex={group.from + 2}
      aria-colspan={group.count}
      className="grp m1"
      style={{ width: group.width }}
    >
      <button
        type="button"
        {...stopOf({ place: { line: 0, column: group.from }, at })}
        aria-expanded={!group.folded}
        title={`${title} · ${line}`}
        onClick={() => onFold(group.module.id)}
      >
        <b className="cut">{group.folded ? t('marks.folded', { number: group.module.number }) : title}</b>
        <span className="cut">
          <Glyph name={stateGlyphs[state.kind]} />
          <span className={group.folded ? 'vh' : 'cut'}>{line}</span>
          {group.folded && date !== '' && <span aria-hidden>{date}</span>}
        </span>
        <Icon name={group.folded ? 'right' : 'down'} size={12} />
        {group.folded && <span className="vh">{title}</span>}
      </button>
    </div>
  );
};

type SortedProps = {
  readonly by: Sort['by'];
  readonly sort: Sort;
  readonly stop: Stop;
  readonly onSort: (by: Sort['by']) => void;
  readonly children: ReactNode;
};

const SortButton = ({ by, sort, stop, onSort, children }: SortedProps): ReactNode => (
  <button type="button" {...stopOf(stop)} className="sort" onClick={() => onSort(by)}>
    {sortKey(sort.by) === sortKey(by) && <Icon name={sort.direction === 'ascending' ? 'up' : 'down'} size={12} />}
    {children}
  </button>
);

const ariaSort = (sort: Sort, by: Sort['by']): 'none' | Sort['direction'] =>
  sortKey(sort.by) === sortKey(by) ? sort.direction : 'none';

type ColumnHeadProps = Omit<SortedProps, 'children' | 'by' | 'stop'> & {
  readonly column: GridColumn;
  readonly place: number;
  readonly at: HeadPlace;
};

const ColumnHead = ({ column, place, at, sort, onSort }: ColumnHeadProps): ReactNode => {
  const { t, language, formatNumber } = useText();
  const assignment = column.kind === 'assignment' ? column.assignment : undefined;
  const title = assignment === undefined ? '' : inLanguage(assignment.title, language);
  const max = assignment === undefined ? '' : formatNumber(assignment.max / 100);
  const figure =
    column.kind === 'so-far' ? t('marks.soFar') : column.kind === 'final' ? t('marks.final') : t('marks.perCent');
  return (
    <div
      role="columnheader"
      aria-colindex={place + 2}
      aria-sort={ariaSort(sort, column)}
      className={`cell${column.first ? ' m1' : ''}`}
      style={{ width: column.width }}
      {...(assignment === undefined
        ? {}
        : { title: t('marks.assignmentTitle', { title, max, weight: assignment.weight }) })}
    >
      <SortButton by={column} stop={{ place: { line: 1, column: place }, at }} {...{ sort, onSort }}>
        {assignment === undefined ? (
          figure
        ) : (
          <>
            <span className="cut">{title}</span>
            <span>{`/${max}`}</span>
          </>
        )}
      </SortButton>
    </div>
  );
};

type GridHeaderProps = {
  readonly plan: ColumnPlan;
  readonly shown: number;
  readonly all: number;
  /** Where each module stands, in the order of the groups. */
  readonly states: readonly ModuleState[];
  readonly sort: Sort;
  readonly onFold: (id: ModuleId) => void;
  readonly onSort: (by: Sort['by']) => void;
  /** Arrow down from a heading: the focus goes to the first row of its column. */
  readonly onDown: (column: number) => void;
};

/**
 * Two rows of frozen headings: modules with their state, which fold; then names, assignments with their maximum and the computed columns, which
 * order the rows. One of them is a stop of the Tab key, the arrows lead to the others.
 */
export const GridHeader = memo((props: GridHeaderProps): ReactNode => {
  const { plan, shown, all, states, sort, onFold, onSort } = props;
  const { t } = useText();
  const overall = plan.columns.length - 1;
  const { at, onFocus, onKeyDown } = useHeads(plan, props.onDown);
  return (
    <div
      role="rowgroup"
      className="heads"
      style={{ height: headerHeight, width: plan.width }}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <div role="row" aria-rowindex={1} className="groups">
        <div role="columnheader" aria-colindex={1} aria-rowspan={2} aria-sort={ariaSort(sort, 'name')} className="who">
          <SortButton by="name" stop={{ place: { line: 1, column: -1 }, at }} {...{ sort, onSort }}>
            {t('marks.learner')}
          </SortButton>
          <span className="quiet">{t('marks.ofAll', { shown, all })}</span>
        </div>
        {plan.groups.map((group, index) => (
          <Group key={group.module.id} group={group} state={states[index] ?? noState} at={at} onFold={onFold} />
        ))}
        <div
          role="columnheader"
          aria-colindex={overall + 2}
          className="grp overall m1"
          style={{ width: plan.columns[overall]?.width ?? 0 }}
        >
          <b className="cut" title={t('marks.overall')}>
            {t('marks.overall')}
          </b>
        </div>
      </div>
      <div role="row" aria-rowindex={2} className="columns">
        {plan.columns.map((column, place) => (
          <ColumnHead key={columnKey(column)} {...{ column, place, at, sort, onSort }} />
        ))}
      </div>
    </div>
  );
});
GridHeader.displayName = 'GridHeader';
