import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { CheckField } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { inLanguage } from '#shared/domain/languages.ts';
import type { Overdue } from './overdue.ts';
import { overdueIn } from './overdue.ts';
import type { MarksRow } from './marks-row.ts';
import type { Target } from './cell-targets.ts';
import type { Marks } from './use-marks.ts';

type NotSubmittedDialogProps = {
  readonly marks: Pick<Marks, 'context'>;
  readonly rows: readonly MarksRow[];
  readonly onDone: (targets: readonly Target[] | undefined) => void;
};

/** Sets NS for what is still awaited after its due date, assignment by assignment, among the learners shown. */
export const NotSubmittedDialog = ({ marks, rows, onDone }: NotSubmittedDialogProps): ReactNode => {
  const { t, language, formatDate } = useText();
  const found = useMemo(() => overdueIn(rows, marks.context), [rows, marks.context]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const targets = found.flatMap((one) => (left.has(one.assignment.id) ? [] : one.targets));
  const toggle = ({ assignment: { id } }: Overdue): void =>
    setLeft((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <Dialog
      open
      onClose={() => onDone(undefined)}
      title={t('marks.ns.title')}
      footer={
        <>
          <Button onClick={() => onDone(undefined)}>{t('marks.ns.leave')}</Button>
          {targets.length > 0 && (
            <Button kind="first" onClick={() => onDone(targets)}>
              {t('marks.ns.set', { count: targets.length })}
            </Button>
          )}
        </>
      }
    >
      <p className="second">{found.length === 0 ? t('marks.ns.none') : t('marks.ns.how')}</p>
      <div className="marks-reason">
        {found.map((one) => (
          <CheckField
            key={one.assignment.id}
            checked={!left.has(one.assignment.id)}
            onChange={() => toggle(one)}
            label={t('marks.ns.line', {
              count: one.targets.length,
              assignment: `${one.module.number} ${inLanguage(one.assignment.title, language)}`,
              due: one.due === undefined ? '–' : formatDate(one.due, 'short'),
            })}
          />
        ))}
      </div>
    </Dialog>
  );
};
