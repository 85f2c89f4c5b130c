import type { ReactNode } from 'react';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '#renderer/desktop/session.tsx';
import { Button } from '#renderer/ui/button.tsx';
import type { Text } from '#renderer/ui/text.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { ModuleId } from '#shared/domain/ids.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import { formatPercent } from '#shared/domain/mark-text.ts';
import type { Anomaly } from './anomalies.tsx';
import { makeCellWords } from './cell-words.ts';
import { rowHeights } from './geometry.ts';
import type { ColumnPlan } from './grid-columns.ts';
import { foldToFit, planColumns } from './grid-columns.ts';
import { GridHeader } from './grid-header.tsx';
import type { Position } from './grid-state.ts';
import { rangeOf } from './grid-state.ts';
import { anomaliesOf, moduleState, remarkOf, stoppedCells, summaryOf, totalsOf, urgencyOf } from './marks-facts.ts';
import { MarksGrid } from './marks-grid.tsx';
import { MarksKey } from './marks-key.tsx';
import type { MarksRow, RowFilter } from './marks-rows.ts';
import { noFilter, passes } from './marks-rows.ts';
import { MarksToolbar } from './marks-toolbar.tsx';
import { Questions } from './questions.tsx';
import { useGrid } from './use-grid.ts';
import { targetAt, useKeying } from './use-keying.ts';
import type { Marks } from './use-marks.ts';
import { useSteady } from './use-steady.ts';

/** The inner width and height of an element, kept up. */
const useSize = () => {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    setSize({ width: element.clientWidth, height: element.clientHeight });
    return () => observer.disconnect();
  }, []);
  return { ref, ...size };
};

/** Which rows are shown. A row stays in sight while it is worked on: filters are asked when they are set, not at each key. */
const useShownRows = (marks: Marks) => {
  const [filter, setState] = useState<RowFilter>(noFilter);
  const [ids, setIds] = useState<ReadonlySet<string>>();
  const setFilter = (next: RowFilter): void => {
    setState(next);
    const none = next.site === '' && next.mentorGroup === '' && !next.toMark && !next.missing;
    setIds(none ? undefined : new Set(marks.rows.filter((row) => passes(row, next, marks.cache)).map(({ id }) => id)));
  };
  const rows = useMemo(
    () => (ids === undefined ? marks.rows : marks.rows.filter(({ id }) => ids.has(id))),
    [marks.rows, ids],
  );
  return { filter, setFilter, rows };
};

/** The columns with what is folded; until somebody folds or unfolds, as many modules as fit are open. */
const useColumns = (marks: Marks, width: number) => {
  const { modules } = marks.frame.programme;
  const [folded, setFolded] = useState<ReadonlySet<ModuleId>>();
  const [urgency] = useState(() => new Map(modules.map((module) => [module.id, urgencyOf(marks, module)])));
  const fitting = useMemo(
    () => foldToFit(modules, width, (module) => urgency.get(module.id) ?? 0),
    [modules, width, urgency],
  );
  const plan = useMemo(() => planColumns(modules, folded ?? fitting, width), [modules, folded, fitting, width]);
  const fold = useCallback(
    (id: ModuleId) =>
      setFolded((chosen) => {
        const next = new Set(chosen ?? fitting);
        if (!next.delete(id)) return next.add(id);
        return foldToFit(
          modules,
          width,
          (module) => (module.id === id ? Infinity : (urgency.get(module.id) ?? 0)),
          next,
        );
      }),
    [fitting, modules, width, urgency],
  );
  return { plan, fold };
};

const distinct = (values: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(values.filter((value): value is string => value !== undefined && value !== ''))].sort((a, b) =>
    a.localeCompare(b),
  );

/** What stands in the way of the cells that were refused or not saved, and how to leave it. */
const useStopped = (marks: Marks, rows: readonly MarksRow[], plan: ColumnPlan) => {
  const { language } = useText();
  const stopped = useMemo(
    () => stoppedCells(marks.pending, rows, plan, language),
    [marks.pending, rows, plan, language],
  );
  const { restore: giveUp } = marks;
  const restore = useCallback(
    (active: Position): Position | undefined => {
      const own = stopped.find(({ at }) => at.row === active.row && at.column === active.column) ?? stopped.at(-1);
      if (own === undefined) return undefined;
      giveUp(own.place);
      return own.at;
    },
    [stopped, giveUp],
  );
  return { stopped, restore };
};

/** What stands above the grid, of the same identity as long as it says the same. */
const useFacts = ({ rows, cache, context }: Marks) => {
  const { toMark, missing } = useMemo(() => totalsOf({ rows, cache, context }), [rows, cache, context]);
  const found = useMemo(() => anomaliesOf({ rows, cache, context }), [rows, cache, context]);
  const anomalies = useSame(
    found,
    found.map(({ row, assignmentId, kind }) => `${row.id} ${assignmentId} ${kind}`).join(),
  );
  const states = useMemo(
    () => context.programme.modules.map((module) => moduleState({ rows, cache, context }, module)),
    [rows, cache, context],
  );
  const [sites, mentorGroups] = [
    distinct(rows.map(({ learner }) => learner.enrolment.site)),
    distinct(rows.map(({ learner }) => learner.enrolment.mentorGroup)),
  ];
  return {
    toMark,
    missing,
    anomalies,
    states: useSame(states, JSON.stringify(states)),
    sites: useSame(sites, sites.join('\n')),
    mentorGroups: useSame(mentorGroups, mentorGroups.join('\n')),
  };
};

/** The value of the first time that its key was this one. */
const useSame = <T,>(value: T, key: string): T => {
  const [kept, setKept] = useState({ key, value });
  if (kept.key === key) return kept.value;
  setKept({ key, value });
  return value;
};

const selectionWords = (
  { t, language }: Text,
  { cells, marks, mean, selected }: ReturnType<typeof summaryOf>,
): string => {
  if (selected < 2) return '';
  const counted = t('marks.selectionMarks', { count: marks });
  return mean === undefined
    ? t('marks.selection', { count: cells, marks: counted })
    : t('marks.selectionMean', { count: cells, marks: counted, mean: formatPercent(mean, language) });
};

/** The toolbar, the grid, its key and its questions. */
export const GradebookSheet = ({ marks }: { readonly marks: Marks }): ReactNode => {
  const text = useText();
  const { t, language } = text;
  const { settings } = useSession();
  const size = useSize();
  const scroller = useRef<HTMLDivElement>(null);
  const [received, setReceived] = useState('');
  const [helping, setHelping] = useState(false);
  const { filter, setFilter, rows } = useShownRows(marks);
  const { plan, fold } = useColumns(marks, size.width === 0 ? 1310 : size.width - 12);
  const words = useMemo(() => makeCellWords(text), [text]);
  const keying = useKeying(marks, rows, plan, received);
  const { stopped, restore } = useStopped(marks, rows, plan);
  const rowHeight = rowHeights[settings.density];
  const pageRows = Math.max(1, Math.floor((size.height - 64) / rowHeight) - 1);
  const grid = useGrid(
    { rows, plan, cache: marks.cache, pending: marks.pending, run: keying.run, paste: keying.paste, restore },
    pageRows,
    words.percent,
  );
  const { active } = grid.state;
  const facts = useFacts(marks);
  const stop = stopped.find(({ at }) => at.row === active.row && at.column === active.column) ?? stopped.at(-1);

  const goTo = useSteady(({ row: { id }, assignmentId }: Anomaly): void => {
    const row = rows.findIndex((one) => one.id === id);
    const column = plan.columns.findIndex((one) => one.kind === 'assignment' && one.assignment.id === assignmentId);
    if (row < 0) setFilter(noFilter);
    if (column < 0) {
      const module = marks.frame.programme.modules.find(({ assignments }) =>
        assignments.some((one) => one.id === assignmentId),
      );
      if (module !== undefined) fold(module.id);
    }
    if (row >= 0 && column >= 0) grid.goTo({ row, column });
  });

  const bubbleText = (): { readonly at: Position; readonly text: string } | undefined => {
    if (grid.locked !== undefined) {
      const row = rows[grid.locked.row];
      return row === undefined
        ? undefined
        : {
            at: grid.locked,
            text: t('marks.lockedRow', { name: row.name, status: t(`marks.status.${row.learner.enrolment.status}`) }),
          };
    }
    if (
      stop === undefined ||
      (grid.state.edit !== undefined && stop.at.row === active.row && stop.at.column === active.column)
    )
      return undefined;
    const why = text.failure(stop.pending.failure);
    if (stop.pending.kind === 'failed') return { at: stop.at, text: t('marks.bubble.failed', { why }) };
    return {
      at: stop.at,
      text: stop.before === '' ? t('marks.bubble.empty', { why }) : t('marks.bubble.value', { why, text: stop.before }),
    };
  };

  const retry = useSteady((): void => {
    const failed = stopped.flatMap(({ place, pending }) =>
      pending.kind === 'failed' ? [{ ...place, cell: pending.cell }] : [],
    );
    marks.save(failed, { code: 'marks-keyed', values: { count: failed.length } });
  });
  const toRefused = useSteady((): void => {
    const first = stopped.find(({ pending }) => pending.kind === 'refused');
    if (first !== undefined) grid.goTo(first.at);
  });
  const help = useCallback(() => setHelping(true), []);
  const changeFilter = useSteady(setFilter);
  const target = targetAt(rows, plan, active);
  const into =
    target === undefined
      ? ''
      : `${target.row.name}, ${target.module.number} ${inLanguage(target.assignment.title, language)}`;
  // A dialog gives the focus back on its own, but the field it came from is gone.
  const back = (): void => {
    setTimeout(() => grid.goTo(grid.current.current.active));
  };

  return (
    <section className="marks-tab" aria-label={t('marks.title')}>
      <MarksToolbar
        filter={filter}
        onFilter={changeFilter}
        toMark={facts.toMark}
        missing={facts.missing}
        sites={facts.sites}
        mentorGroups={facts.mentorGroups}
        received={received}
        onReceived={setReceived}
        onPaste={help}
        anomalies={facts.anomalies}
        modules={marks.frame.programme.modules}
        onAnomaly={goTo}
      />
      <div ref={size.ref} className="marks-space">
        {rows.length === 0 ? (
          <div className="marks-none">
            <p>{t('marks.noneShown')}</p>
            <Button onClick={() => setFilter(noFilter)}>{t('marks.showAll')}</Button>
          </div>
        ) : (
          <MarksGrid
            marks={marks}
            rows={rows}
            plan={plan}
            rowHeight={rowHeight}
            grid={grid}
            words={words}
            scroller={scroller}
            bubble={bubbleText()}
            header={
              <GridHeader plan={plan} shown={rows.length} all={marks.rows.length} states={facts.states} onFold={fold} />
            }
          />
        )}
      </div>
      <MarksKey
        summary={selectionWords(text, summaryOf(grid.state, rows, plan, marks))}
        remark={remarkOf(grid.state, rows, plan, marks, language).map(text.say).join(' ')}
        refused={stopped.filter(({ pending }) => pending.kind === 'refused').length}
        failed={stopped.filter(({ pending }) => pending.kind === 'failed').length}
        onRefused={toRefused}
        onRetry={retry}
      />
      <Questions
        keying={keying}
        rows={rows}
        plan={plan}
        helping={helping}
        into={into}
        onHelped={(block) => {
          setHelping(false);
          if (block !== undefined) keying.paste(block, rangeOf(grid.state));
          back();
        }}
        onAnswered={back}
      />
    </section>
  );
};
