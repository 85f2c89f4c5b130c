import type { ReactNode } from 'react';
import { useState } from 'react';
import { targetAt } from './cell-targets.ts';
import { GradebookDialogs } from './gradebook-dialogs.tsx';
import { GradebookKey } from './gradebook-key.tsx';
import { GradebookSpace } from './gradebook-space.tsx';
import type { Opened } from './gradebook-tools.tsx';
import { GradebookTools } from './gradebook-tools.tsx';
import { ScriptPanel } from './script-panel/script-panel.tsx';
import { useScriptPanel } from './script-panel/use-script-panel.ts';
import { useSize } from './use-facts.ts';
import { useGradebook } from './use-gradebook.ts';
import type { Marks } from './use-marks.ts';
import { useScriptAt } from './use-script-at.ts';

/** The toolbar, the grid, its key and its questions, and the script panel beside them. */
export const GradebookSheet = ({ marks }: { readonly marks: Marks }): ReactNode => {
  const size = useSize();
  const book = useGradebook(marks, size);
  const { rows, plan, grid } = book;
  const [open, setOpen] = useState<Opened>();
  const { active } = grid.state;
  const target = targetAt(rows, plan, active);
  const scriptAt = useScriptAt(plan, active, book.fold);
  const script = useScriptPanel({
    ...active,
    scriptAt,
    rows: rows.length,
    isLocked: (row) => rows[row]?.locked === true,
    goTo: grid.goTo,
  });
  return (
    <section className="marks-tab" aria-label={book.text.t('marks.title')} onKeyDown={script.onKeyDown}>
      <GradebookTools book={book} onOpen={setOpen} />
      <div ref={size.ref} className="marks-space">
        <GradebookSpace book={book} />
      </div>
      <GradebookKey book={book} />
      <GradebookDialogs book={book} target={target} open={open} onClose={() => setOpen(undefined)} />
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
