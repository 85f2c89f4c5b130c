import type { ReactNode } from 'react';
import type { BorderlineCase } from '#shared/domain/award-board.ts';
import { formatPercent } from '#shared/domain/mark-text.ts';
import type { CohortResults } from '#renderer/db/repositories/results.ts';
import { Glyph } from '#renderer/ui/icon.tsx';
import { RowList } from '#renderer/ui/row-list.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { BoardRow } from './board-rows.ts';
import { needsOf } from './needs.tsx';
import { ResultStateCell } from './result-state.tsx';
import { RowName } from './row-name.tsx';

type BoardListProps = {
  readonly rows: readonly BoardRow[];
  readonly results: CohortResults;
  readonly selected: string | undefined;
  readonly onSelect: (enrolmentId: string) => void;
};

/** "M2 48.5", with the sign of the side on which it is. */
const Borderline = ({ cases }: { readonly cases: readonly BorderlineCase[] }): ReactNode => {
  const { t, language } = useText();
  if (cases.length === 0) return <span className="quiet">–</span>;
  const words = cases.map(({ result, points }) => ({
    number: result.module.number,
    below: points < 0,
    text: t('awards.board.borderline.short', {
      number: result.module.number,
      percent: formatPercent(result.final ?? 0, language),
    }),
  }));
  return (
    <span title={words.map(({ text }) => text).join(' · ')}>
      {words.map(({ number, below, text }, index) => (
        <span key={number} className={below ? 't-bad' : 't-warn'}>
          {index > 0 && ' · '}
          <Glyph name={below ? 'below' : 'half'} /> {text}
        </span>
      ))}
    </span>
  );
};

const Needed = ({ row, results }: { readonly row: BoardRow; readonly results: CohortResults }): ReactNode => {
  const { t, say, language } = useText();
  const needs = needsOf(row.line, results, language);
  const [first] = needs;
  if (first === undefined) return <span className="quiet">–</span>;
  return (
    <span className="result-state" title={needs.map(({ text }) => say(text)).join(' · ')}>
      {needs.some(({ possible }) => !possible) && (
        <span className="t-bad">
          <Glyph name="refused" />
        </span>
      )}
      <span className="cut">{say(first.text)}</span>
      {needs.length > 1 && <b className="result-more">{t('results.state.more', { count: needs.length - 1 })}</b>}
    </span>
  );
};

const columns = ['name', 'overall', 'state', 'needs', 'borderline', 'note'] as const;

/** One line a learner: overall, what is missing, what is needed, how near to the pass mark, and whether the board noted something. */
export const BoardList = ({ rows, results, selected, onSelect }: BoardListProps): ReactNode => {
  const { t, language } = useText();
  return (
    <RowList
      label={t('awards.board.list')}
      items={rows}
      idOf={({ line }) => line.enrolment.id}
      rowHeight={36}
      columns="minmax(120px, 1.1fr) 56px minmax(110px, 1.1fr) minmax(120px, 1.3fr) minmax(72px, 0.6fr) 36px"
      least="620px"
      here={selected}
      head={columns.map((column) => (
        <span key={column} role="columnheader" className={column === 'overall' ? 'num' : ''}>
          {t(`awards.board.column.${column}`)}
        </span>
      ))}
      row={(row, index) => {
        const { overall } = row.line.eligibility;
        return (
          <>
            <RowName line={row.line} index={index} onSelect={onSelect} />
            <span role="cell" className="num">
              {overall === undefined ? '–' : formatPercent(overall, language)}
            </span>
            <span role="cell" className="cut">
              <ResultStateCell line={row.line} />
            </span>
            <span role="cell" className="cut">
              <Needed row={row} results={results} />
            </span>
            <span role="cell" className="cut">
              <Borderline cases={row.borderline} />
            </span>
            <span role="cell">
              {row.note !== '' && (
                <span className="t-info" title={row.note}>
                  <Glyph name="marked" />
                  <span className="vh">{t('awards.board.noted')}</span>
                </span>
              )}
            </span>
          </>
        );
      }}
    />
  );
};
