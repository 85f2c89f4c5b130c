import type { ReactNode } from 'react';
import { remarkOf, summaryOf } from './marks-facts.ts';
import { MarksKey } from './marks-key.tsx';
import { selectionWords } from './selection-words.ts';
import type { Gradebook } from './use-gradebook.ts';
import { useSteady } from './use-steady.ts';

/** The strip under the grid for what is selected, with the ways to what was refused and to saving again. */
export const GradebookKey = ({ book }: { readonly book: Gradebook }): ReactNode => {
  const { marks, text, rows, plan, stopped, grid } = book;
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
  const remark = remarkOf(grid.state, rows, plan, marks, text.language);
  return (
    <MarksKey
      summary={selectionWords(text, summaryOf(grid.state, rows, plan, marks))}
      remark={remark.map(text.say).join(' ')}
      refused={stopped.filter(({ pending }) => pending.kind === 'refused').length}
      failed={stopped.filter(({ pending }) => pending.kind === 'failed').length}
      onRefused={toRefused}
      onRetry={retry}
    />
  );
};
