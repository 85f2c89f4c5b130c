import './results.css';
import './board.css';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { defaultMargin } from '#shared/domain/award-board.ts';
import type { CohortId } from '#shared/domain/ids.ts';
import type { BoardContent } from '#renderer/db/repositories/award-board.ts';
import { loadBoard, setMargin } from '#renderer/db/repositories/award-board.ts';
import { changesSinceFrozen } from '#renderer/db/repositories/awards.ts';
import type { CohortResults } from '#renderer/db/repositories/results.ts';
import { loadCohortResults } from '#renderer/db/repositories/results.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FilterSelect } from '#renderer/ui/filter-select.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { useChoice } from '#renderer/ui/use-choice.ts';
import { Approvals } from './approvals.tsx';
import { AwardListLine } from './award-list-line.tsx';
import { BoardDistribution } from './board-distribution.tsx';
import { BoardLearner } from './board-learner.tsx';
import { BoardList } from './board-list.tsx';
import { BoardLists } from './board-lists.tsx';
import type { BoardFilter, BoardRow } from './board-rows.ts';
import { boardFilters, boardRows, fitsBoardFilter, unreleasedModules } from './board-rows.ts';
import { FreezeDialog } from './freeze-dialog.tsx';

const margins = [100, 200, 300, 500] as const;

type BoardProps = { readonly results: CohortResults; readonly content: BoardContent };

/** Which modules' marks the learners have been given. */
const Released = ({ results }: Pick<BoardProps, 'results'>): ReactNode => {
  const { t } = useText();
  const open = unreleasedModules(results);
  return (
    <span className={open.length === 0 ? 'second nowrap' : 't-warn nowrap'}>
      <Glyph name={open.length === 0 ? 'released' : 'anomaly'} />{' '}
      {open.length === 0
        ? t('awards.board.released')
        : t('awards.board.unreleased', { count: open.length, modules: open.join(', ') })}
    </span>
  );
};

type ToolbarProps = BoardProps & {
  readonly rows: readonly BoardRow[];
  readonly filter: BoardFilter;
  readonly onFilter: (filter: BoardFilter) => void;
  readonly onFreeze: () => void;
};

const BoardToolbar = ({ results, content, rows, filter, onFilter, onFreeze }: ToolbarProps): ReactNode => {
  const { t, formatNumber, failure } = useText();
  const { tell } = useNotices();
  const kept = content.board.margin ?? defaultMargin;
  const margin = useChoice(String(kept), async (value) => {
    const set = await setMargin(results.cohort.id, Number(value));
    if (!set.ok) tell({ tone: 'bad', text: failure(set.error) });
    return set.ok;
  });
  const eligible = rows.filter(({ line }) => line.eligibility.eligible).length;
  return (
    <div className="results-bar" role="toolbar" aria-label={t('awards.board.title')}>
      <div role="group" aria-label={t('results.filter.title')} className="result-picks">
        {boardFilters.map((name) => (
          <button
            key={name}
            type="button"
            className="pick"
            aria-pressed={filter === name}
            onClick={() => onFilter(name)}
          >
            {t(`awards.board.filter.${name}`)}{' '}
            <span className="second">{formatNumber(rows.filter((row) => fitsBoardFilter(row, name)).length)}</span>
          </button>
        ))}
      </div>
      <FilterSelect
        label={t('awards.board.margin')}
        {...margin}
        options={[...new Set([...margins, kept])]
          .toSorted((a, b) => a - b)
          .map((one) => ({ value: String(one), label: t('awards.board.marginOf', { count: one / 100 }) }))}
      />
      <Released results={results} />
      <span className="results-actions">
        {results.list === undefined && (
          <Button kind="first" size="small" disabled={eligible === 0} onClick={onFreeze}>
            {t('results.freeze', { count: eligible })}
          </Button>
        )}
      </span>
    </div>
  );
};

const Board = ({ results, content }: BoardProps): ReactNode => {
  const { t } = useText();
  const [filter, setFilter] = useState<BoardFilter>('before');
  const [selected, setSelected] = useState<string>();
  const [freezing, setFreezing] = useState(false);
  const rows = useMemo(() => boardRows(results, content), [results, content]);
  const changes = useMemo(() => changesSinceFrozen(results), [results]);
  const shown = useMemo(() => rows.filter((row) => fitsBoardFilter(row, filter)), [rows, filter]);
  const chosen = shown.find(({ line }) => line.enrolment.id === selected) ?? shown[0];
  const freeze = (): void => setFreezing(true);
  return (
    <div className="results">
      <BoardToolbar {...{ results, content, rows, filter }} onFilter={setFilter} onFreeze={freeze} />
      {results.list !== undefined && changes !== undefined && (
        <AwardListLine list={results.list} changes={changes} onFreeze={freeze} />
      )}
      <div className="results-columns board-columns">
        <section className="sheet results-sheet" aria-label={t('awards.board.list')}>
          {shown.length === 0 ? (
            <EmptyState
              sentence={t('results.nobody', { filter: t(`awards.board.filter.${filter}`) })}
              action={<Button onClick={() => setFilter('before')}>{t('results.showAll')}</Button>}
            />
          ) : (
            <BoardList rows={shown} results={results} selected={chosen?.line.enrolment.id} onSelect={setSelected} />
          )}
        </section>
        <div className="board-side">
          {chosen !== undefined && <BoardLearner row={chosen} results={results} />}
          <BoardDistribution rows={rows} results={results} />
          <Sheet title={t('awards.approval.title')}>
            <div className="result-panel-body">
              <Approvals cohortId={results.cohort.id} approvals={content.board.approvals} />
            </div>
          </Sheet>
          <BoardLists results={results} content={content} />
        </div>
      </div>
      {freezing && <FreezeDialog results={results} onClose={() => setFreezing(false)} />}
    </div>
  );
};

/** The cohort before its award board: the list, close cases, distributions, notes, approvals and every list that was frozen. */
export const BoardTab = ({ cohortId }: { readonly cohortId: CohortId }): ReactNode => {
  const { t, language } = useText();
  const results = useLive(() => loadCohortResults(cohortId, language), [cohortId, language]);
  const content = useLive(() => loadBoard(cohortId), [cohortId]);
  if (results === undefined || content === undefined) return null;
  if (results.lines.length === 0) return <EmptyState sentence={t('results.empty')} />;
  return <Board results={results} content={content} />;
};
