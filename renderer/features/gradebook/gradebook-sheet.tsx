import type { ReactNode } from 'react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useSession } from '#renderer/desktop/session.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { inLanguage } from '#shared/domain/languages.ts';
import { bubbleOf } from './bubble-words.ts';
import { targetAt } from './cell-targets.ts';
import { makeCellWords } from './cell-words.ts';
import { FeedbackDialog } from './feedback-papers/feedback-dialog.tsx';
import { rowHeights } from './geometry.ts';
import { GridHeader } from './grid-header.tsx';
import { rangeOf } from './grid-state.ts';
import { remarkOf, summaryOf } from './marks-facts.ts';
import { MarksGrid } from './marks-grid.tsx';
import { MarksKey } from './marks-key.tsx';
import { MarksToolbar } from './marks-toolbar.tsx';
import { Questions } from './questions.tsx';
import { noFilter } from './row-filter.ts';
import { ScriptPanel } from './script-panel/script-panel.tsx';
import { useScriptPanel } from './script-panel/use-script-panel.ts';
import { selectionWords } from './selection-words.ts';
import { useAnomalyJump } from './use-anomaly-jump.ts';
import { useColumns } from './use-columns.ts';
import { useFacts, useSize, useStopped } from './use-facts.ts';
import { useGrid } from './use-grid.ts';
import { headId } from './use-heads.ts';
import { useKeying } from './use-keying.ts';
import type { Marks } from './use-marks.ts';
import { useScriptAt } from './use-script-at.ts';
import { useShownRows } from './use-shown-rows.ts';
import { useSteady } from './use-steady.ts';

/** The toolbar, the grid, its key and its questions. */
export const GradebookSheet = ({ marks }: { readonly marks: Marks }): ReactNode => {
  const text = useText();
  const { t, language } = text;
  const { settings } = useSession();
  const size = useSize();
  const scroller = useRef<HTMLDivElement>(null);
  const [received, setReceived] = useState('');
  const [open, setOpen] = useState<'paste' | 'not-submitted' | 'feedback'>();
  const { filter, setFilter, sort, sortBy, rows } = useShownRows(marks);
  const { plan, fold, foldAll } = useColumns(marks, size.width === 0 ? 1310 : size.width - 12);
  const words = useMemo(() => makeCellWords(text), [text]);
  const keying = useKeying(marks, rows, plan, received);
  const { stopped, restore } = useStopped(marks, rows, plan);
  const rowHeight = rowHeights[settings.density];
  const pageRows = Math.max(1, Math.floor((size.height - 64) / rowHeight) - 1);
  const grid = useGrid(
    {
      rows,
      plan,
      cache: marks.cache,
      pending: marks.pending,
      run: keying.run,
      paste: keying.paste,
      restore,
      toHeads: (column) => document.getElementById(headId({ line: 1, column }))?.focus(),
    },
    pageRows,
    words.percent,
  );
  const { active } = grid.state;
  const facts = useFacts(marks);
  const stop = stopped.find(({ at }) => at.row === active.row && at.column === active.column) ?? stopped.at(-1);

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
  const [help, countOut] = [useCallback(() => setOpen('paste'), []), useCallback(() => setOpen('not-submitted'), [])];
  const askFeedback = useCallback(() => setOpen('feedback'), []);
  const changeFilter = useSteady(setFilter);
  const changeSort = useSteady(sortBy);
  const { modules } = marks.frame.programme;
  const showAll = (): void => setFilter(noFilter);
  const toAnomaly = useAnomalyJump({ rows, plan, modules, unfold: fold, showAll, goTo: grid.goTo });
  const toRows = useSteady((column: number) => grid.goTo({ row: 0, column }));
  const target = targetAt(rows, plan, active);
  const { top, bottom } = rangeOf(grid.state);
  const shownIds = useMemo(() => rows.map(({ id }) => id), [rows]);
  const selectedIds = useMemo(() => shownIds.slice(top, bottom + 1), [shownIds, top, bottom]);
  const into =
    target === undefined
      ? ''
      : `${target.row.name}, ${target.module.number} ${inLanguage(target.assignment.title, language)}`;
  // A dialog gives the focus back on its own, but the field it came from is gone.
  const back = (): void => {
    setTimeout(() => grid.goTo(grid.current.current.active));
  };

  const scriptAt = useScriptAt(plan, active, fold);
  const script = useScriptPanel({
    ...active,
    scriptAt,
    rows: rows.length,
    isLocked: (row) => rows[row]?.locked === true,
    goTo: grid.goTo,
  });

  return (
    <section className="marks-tab" aria-label={t('marks.title')} onKeyDown={script.onKeyDown}>
      <MarksToolbar
        filter={filter}
        onFilter={changeFilter}
        totals={facts.totals}
        sites={facts.sites}
        mentorGroups={facts.mentorGroups}
        received={received}
        onReceived={setReceived}
        cohort={marks.context.cohort}
        today={marks.context.today}
        onPaste={help}
        onNotSubmitted={countOut}
        onFeedback={askFeedback}
        onFoldAll={foldAll}
        anomalies={facts.anomalies}
        modules={modules}
        onAnomaly={toAnomaly}
      />
      <div ref={size.ref} className="marks-space">
        {rows.length === 0 ? (
          <div className="marks-none">
            <p>{t('marks.noneShown')}</p>
            <Button onClick={showAll}>{t('marks.showAll')}</Button>
          </div>
        ) : (
          <MarksGrid
            marks={marks}
            rows={rows}
            plan={plan}
            rowHeight={rowHeight}
            width={size.width === 0 ? 1310 : size.width}
            height={size.height === 0 ? 620 : size.height}
            grid={grid}
            words={words}
            scroller={scroller}
            bubble={bubbleOf(text, { grid, rows, stop })}
            header={
              <GridHeader
                plan={plan}
                shown={rows.length}
                all={marks.rows.length}
                states={facts.states}
                sort={sort}
                onFold={fold}
                onSort={changeSort}
                onDown={toRows}
              />
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
        marks={marks}
        open={open === 'feedback' ? undefined : open}
        into={into}
        onHelped={(block) => {
          setOpen(undefined);
          if (block !== undefined) keying.paste(block, rangeOf(grid.state));
          back();
        }}
        onAnswered={back}
      />
      {open === 'feedback' && (
        <FeedbackDialog
          cohort={marks.frame.cohort}
          modules={modules}
          shown={shownIds}
          selected={selectedIds}
          module={target?.module}
          onClose={() => setOpen(undefined)}
        />
      )}
      {script.open && (
        <ScriptPanel
          marks={marks}
          target={target}
          panel={script.panel}
          onBack={script.back}
          onNext={script.next}
          onClose={script.close}
        />
      )}
    </section>
  );
};
