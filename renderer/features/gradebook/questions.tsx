import './questions.css';
import type { ReactNode } from 'react';
import { useText } from '#renderer/ui/text.tsx';
import type { ColumnPlan } from './grid-columns.ts';
import type { MarksRow } from './marks-row.ts';
import { NotSubmittedDialog } from './not-submitted-dialog.tsx';
import { PasteHelp, PastePreview } from './paste-dialogs.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { useKeying } from './use-keying.ts';
import type { Marks } from './use-marks.ts';

type QuestionsProps = {
  readonly keying: ReturnType<typeof useKeying>;
  readonly rows: readonly MarksRow[];
  readonly plan: ColumnPlan;
  readonly marks: Marks;
  readonly open: 'paste' | 'not-submitted' | undefined;
  readonly into: string;
  readonly onHelped: (block: string | undefined) => void;
  readonly onAnswered: () => void;
};

/** What the grid asks before it changes something: a reason, a block that does not fit, a block to paste, what counts as not submitted. */
export const Questions = (props: QuestionsProps): ReactNode => {
  const { keying, rows, plan, open, into, onHelped, onAnswered } = props;
  const { t } = useText();
  const { asking, doubtful } = keying;
  if (asking !== undefined) {
    return (
      <ReasonDialog
        count={asking.released}
        what={t('marks.reason.what', { name: asking.changes[0]?.target.row.name ?? '', count: asking.released - 1 })}
        onDone={(reason) => {
          keying.giveReason(reason);
          onAnswered();
        }}
      />
    );
  }
  if (doubtful !== undefined) {
    return (
      <PastePreview
        plan={doubtful}
        rows={rows}
        columns={plan}
        onDone={(answer) => {
          keying.decidePaste(answer);
          onAnswered();
        }}
      />
    );
  }
  if (open === 'not-submitted') {
    return (
      <NotSubmittedDialog
        marks={props.marks}
        rows={rows}
        onDone={(targets) => {
          onHelped(undefined);
          if (targets !== undefined) keying.setNotSubmitted(targets);
        }}
      />
    );
  }
  return open === 'paste' ? <PasteHelp into={into} onDone={onHelped} /> : null;
};
