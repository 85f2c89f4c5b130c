import type { ReactNode } from 'react';
import { useState } from 'react';
import type { BatchVerdict } from '#shared/domain/moderation.ts';
import { decideBatch } from '#renderer/db/repositories/moderation.ts';
import { today } from '#renderer/desktop/clock.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/field.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { BatchProps } from './batch-parts.ts';

type VerdictDialogProps = BatchProps & { readonly kind: BatchVerdict; readonly onClose: () => void };

/** The verdict on a batch, with its consequence; sending back and accepting a flagged batch need a word why. */
export const VerdictDialog = ({ content, batch, kind, onClose }: VerdictDialogProps): ReactNode => {
  const { t, failure } = useText();
  const { tell } = useNotices();
  const [note, setNote] = useState('');
  const [error, setError] = useState<string>();
  const accepted = kind === 'accepted';
  const needed = !accepted || batch.findings.flagged;
  const decide = async (): Promise<void> => {
    const which = { cohortId: content.cohort.id, assignmentId: batch.assignment.id };
    const saved = await decideBatch(which, { kind, note }, today());
    if (!saved.ok) return setError(failure(saved.error));
    tell({
      tone: 'ok',
      text: t(accepted ? 'moderation.verdict.acceptedTold' : 'moderation.verdict.reMarkTold'),
      undo: true,
    });
    onClose();
  };
  return (
    <Dialog
      open
      size="narrow"
      onClose={onClose}
      title={t(accepted ? 'moderation.verdict.acceptTitle' : 'moderation.verdict.reMarkTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('moderation.verdict.cancel')}</Button>
          <Button kind="first" onClick={() => void decide()}>
            {t(accepted ? 'moderation.verdict.accept' : 'moderation.verdict.reMark')}
          </Button>
        </>
      }
    >
      <p>{t(accepted ? 'moderation.verdict.acceptMeans' : 'moderation.verdict.reMarkMeans')}</p>
      <TextArea
        label={t(needed ? 'moderation.verdict.noteNeeded' : 'moderation.verdict.note')}
        error={error}
        value={note}
        onChange={setNote}
        autoFocus
      />
    </Dialog>
  );
};
