import type { ReactNode } from 'react';
import { useRef } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { bubbleOf } from './bubble-words.ts';
import { GridHeader } from './grid-header.tsx';
import { MarksGrid } from './marks-grid.tsx';
import { noFilter } from './row-filter.ts';
import type { Gradebook } from './use-gradebook.ts';
import { useSteady } from './use-steady.ts';

/** The grid, or the way out where the filters leave nobody. */
export const GradebookSpace = ({ book }: { readonly book: Gradebook }): ReactNode => {
  const { marks, text, words, shown, rows, plan, rowHeight, width, height, stopped, grid, facts } = book;
  const scroller = useRef<HTMLDivElement>(null);
  const sortBy = useSteady(shown.sortBy);
  const toRows = useSteady((column: number) => grid.goTo({ row: 0, column }));
  const { active } = grid.state;
  const stop = stopped.find(({ at }) => at.row === active.row && at.column === active.column) ?? stopped.at(-1);
  if (rows.length === 0) {
    return (
      <div className="marks-none">
        <p>{text.t('marks.noneShown')}</p>
        <Button onClick={() => shown.setFilter(noFilter)}>{text.t('marks.showAll')}</Button>
      </div>
    );
  }
  return (
    <MarksGrid
      {...{ marks, rows, plan, rowHeight, width, height, grid, words, scroller }}
      bubble={bubbleOf(text, { grid, rows, stop })}
      header={
        <GridHeader
          plan={plan}
          shown={rows.length}
          all={marks.rows.length}
          states={facts.states}
          sort={shown.sort}
          onFold={book.fold}
          onSort={sortBy}
          onDown={toRows}
        />
      }
    />
  );
};
