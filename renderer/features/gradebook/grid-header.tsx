import type { ReactNode } from 'react';
import { memo } from 'react';
import type { GlyphName } from '#renderer/ui/icon.tsx';
import { Glyph, Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { ModuleId } from '#shared/domain/ids.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import type { ColumnGroup, ColumnPlan, GridColumn } from './grid-columns.ts';
import { headerHeight } from './geometry.ts';

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

type GroupProps = { readonly group: ColumnGroup; readonly state: ModuleState; readonly onFold: (id: ModuleId) => void };

const Group = ({ group, state, onFold }: GroupProps): ReactNode => {
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

const ColumnHead = ({ column, at }: { readonly column: GridColumn; readonly at: number }): ReactNode => {
  const { t, language, formatNumber } = useText();
  const assignment = column.kind === 'assignment' ? column.assignment : undefined;
  const title = assignment === undefined ? '' : inLanguage(assignment.title, language);
  const max = assignment === undefined ? '' : formatNumber(assignment.max / 100);
  return (
    <div
      role="columnheader"
      aria-colindex={at + 2}
      className={`cell${column.first ? ' m1' : ''}`}
      style={{ width: column.width }}
      {...(assignment === undefined
        ? {}
        : { title: t('marks.assignmentTitle', { title, max, weight: assignment.weight }) })}
    >
      {assignment !== undefined ? (
        <>
          <span className="cut">{title}</span>
          <span>{`/${max}`}</span>
        </>
      ) : column.kind === 'so-far' ? (
        t('marks.soFar')
      ) : column.kind === 'final' ? (
        t('marks.final')
      ) : (
        t('marks.perCent')
      )}
    </div>
  );
};

type GridHeaderProps = {
  readonly plan: ColumnPlan;
  readonly shown: number;
  readonly all: number;
  /** Where each module stands, in the order of the groups. */
  readonly states: readonly ModuleState[];
  readonly onFold: (id: ModuleId) => void;
};

/** Two rows of frozen headings: modules with their state, then assignments with their maximum and the computed columns. */
export const GridHeader = memo(({ plan, shown, all, states, onFold }: GridHeaderProps): ReactNode => {
  const { t } = useText();
  const overall = plan.columns.length - 1;
  return (
    <div role="rowgroup" className="heads" style={{ height: headerHeight, width: plan.width }}>
      <div role="row" aria-rowindex={1} className="groups">
        <div role="columnheader" aria-colindex={1} aria-rowspan={2} className="who">
          {t('marks.learner')}
          <span className="quiet">{t('marks.ofAll', { shown, all })}</span>
        </div>
        {plan.groups.map((group, index) => (
          <Group key={group.module.id} group={group} state={states[index] ?? noState} onFold={onFold} />
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
        {plan.columns.map((column, at) => (
          <ColumnHead key={at} column={column} at={at} />
        ))}
      </div>
    </div>
  );
});
GridHeader.displayName = 'GridHeader';
