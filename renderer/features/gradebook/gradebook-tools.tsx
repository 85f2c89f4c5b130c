import type { ReactNode } from 'react';
import { useCallback } from 'react';
import { MarksToolbar } from './marks-toolbar.tsx';
import { noFilter } from './row-filter.ts';
import { useAnomalyJump } from './use-anomaly-jump.ts';
import type { Gradebook } from './use-gradebook.ts';
import { useSteady } from './use-steady.ts';

/** What is asked for in the toolbar. */
export type Opened = 'paste' | 'not-submitted' | 'feedback';

/** The toolbar over these marks. Nothing given to it changes with a key press, so that it is not painted again. */
export const GradebookTools = ({
  book,
  onOpen,
}: {
  readonly book: Gradebook;
  readonly onOpen: (what: Opened) => void;
}): ReactNode => {
  const { marks, shown, rows, plan, fold, foldAll, facts, grid } = book;
  const { modules } = marks.frame.programme;
  const showAll = (): void => shown.setFilter(noFilter);
  return (
    <MarksToolbar
      filter={shown.filter}
      onFilter={useSteady(shown.setFilter)}
      totals={facts.totals}
      sites={facts.sites}
      mentorGroups={facts.mentorGroups}
      received={book.received}
      onReceived={book.setReceived}
      cohort={marks.context.cohort}
      today={marks.context.today}
      onPaste={useCallback(() => onOpen('paste'), [onOpen])}
      onNotSubmitted={useCallback(() => onOpen('not-submitted'), [onOpen])}
      onFeedback={useCallback(() => onOpen('feedback'), [onOpen])}
      onFoldAll={foldAll}
      anomalies={facts.anomalies}
      modules={modules}
      onAnomaly={useAnomalyJump({ rows, plan, modules, unfold: fold, showAll, goTo: grid.goTo })}
    />
  );
};
