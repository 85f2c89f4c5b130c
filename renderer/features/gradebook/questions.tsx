import type { ReactNode } from 'react';
import { useText } from '#renderer/ui/text.tsx';
import type { ColumnPlan } from './grid-columns.ts';
import type { MarksRow } from './marks-rows.ts';
import { PasteHelp, PastePreview } from './paste-dialogs.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { useKeying } from './use-keying.ts';

type QuestionsProps = {
  readonly keying: ReturnType<typeof useKeying>;
  readonly rows: readonly MarksRow[];
  readonly plan: ColumnPlan;
  readonly helping: boolean;
  readonly into: string;
  readonly onHelped: (block: string | undefined) => void;
  readonly onAnswered: () => void;
};

/** What the grid asks before it changes something: a reason, a block that does not fit, a block to paste. */
export const Questions = ({ keying, rows, plan, helping, into, onHelped, onAnswered }: QuestionsProps): ReactNode => {
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
        plan={doubtful.plan}
        rows={rows}
        columns={plan}
        onDone={(go) => {
          keying.decidePaste(go);
          onAnswered();
        }}
      />
    );
  }
  return helping ? <PasteHelp into={into} onDone={onHelped} /> : null;
};
