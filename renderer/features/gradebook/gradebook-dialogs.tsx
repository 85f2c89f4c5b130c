import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { inLanguage } from '#shared/domain/languages.ts';
import type { Target } from './cell-targets.ts';
import { FeedbackDialog } from './feedback-papers/feedback-dialog.tsx';
import type { Opened } from './gradebook-tools.tsx';
import { rangeOf } from './grid-state.ts';
import { Questions } from './questions.tsx';
import type { Gradebook } from './use-gradebook.ts';

type GradebookDialogsProps = {
  readonly book: Gradebook;
  /** The cell under the cursor. */
  readonly target: Target | undefined;
  readonly open: Opened | undefined;
  readonly onClose: () => void;
};

/** What is asked before marks change, and the papers for learners. */
export const GradebookDialogs = ({ book, target, open, onClose }: GradebookDialogsProps): ReactNode => {
  const { marks, text, rows, plan, keying, grid } = book;
  const { top, bottom } = rangeOf(grid.state);
  const shownIds = useMemo(() => rows.map(({ id }) => id), [rows]);
  const selectedIds = useMemo(() => shownIds.slice(top, bottom + 1), [shownIds, top, bottom]);
  const into =
    target === undefined
      ? ''
      : `${target.row.name}, ${target.module.number} ${inLanguage(target.assignment.title, text.language)}`;
  // A dialog gives the focus back on its own, but the field it came from is gone.
  const back = (): void => {
    setTimeout(() => grid.goTo(grid.current.current.active));
  };
  return (
    <>
      <Questions
        {...{ keying, rows, plan, marks, into }}
        open={open === 'feedback' ? undefined : open}
        onHelped={(block) => {
          onClose();
          if (block !== undefined) keying.paste(block, rangeOf(grid.state));
          back();
        }}
        onAnswered={back}
      />
      {open === 'feedback' && (
        <FeedbackDialog
          cohort={marks.frame.cohort}
          modules={marks.frame.programme.modules}
          shown={shownIds}
          selected={selectedIds}
          module={target?.module}
          onClose={onClose}
        />
      )}
    </>
  );
};
