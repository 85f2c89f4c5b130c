import type { ReactNode } from 'react';
import { useState } from 'react';
import type { CohortId } from '#shared/domain/ids.ts';
import { formatMark, parsePoints } from '#shared/domain/mark-text.ts';
import type { SecondMark } from '#shared/domain/moderation.ts';
import type { Batch } from '#renderer/db/repositories/moderation.ts';
import { agreeOnMark } from '#renderer/db/repositories/moderation.ts';
import { today } from '#renderer/desktop/clock.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea, TextField } from '#renderer/ui/field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { NamedComparison } from './batch-parts.ts';

type AgreeDialogProps = {
  readonly cohortId: CohortId;
  readonly batch: Batch;
  readonly line: NamedComparison;
  readonly second: SecondMark;
  readonly onClose: () => void;
};

const useAgreement = ({ cohortId, batch, line, onClose }: AgreeDialogProps) => {
  const { t, failure } = useText();
  const { tell } = useNotices();
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<string>();
  const mark = parsePoints(text, batch.assignment.max);
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (!mark.ok || note.trim() === '') return;
    const which = { cohortId, assignmentId: batch.assignment.id, enrolmentId: line.enrolmentId };
    const saved = await agreeOnMark(which, { value: mark.value, note }, today());
    if (!saved.ok) return setError(failure(saved.error));
    tell({ tone: 'ok', text: t('moderation.agree.done', { name: line.name }), undo: true });
    onClose();
  };
  return {
    text,
    setText,
    note,
    setNote,
    error,
    markError: asked && !mark.ok ? failure(mark.error) : undefined,
    noteError: asked && note.trim() === '' ? failure({ code: 'agreed-mark-note' }) : undefined,
    submit: () => void submit(),
  };
};

/** Two marks too far apart: the mark that both markers agree on, and how they came to it. */
export const AgreeDialog = (props: AgreeDialogProps): ReactNode => {
  const { batch, line, second, onClose } = props;
  const { t, language } = useText();
  const agreement = useAgreement(props);
  return (
    <Dialog
      open
      size="narrow"
      onClose={onClose}
      title={t('moderation.agree.title', { name: line.name })}
      footer={
        <>
          <Button onClick={onClose}>{t('moderation.agree.cancel')}</Button>
          <Button kind="first" onClick={agreement.submit}>
            {t('moderation.agree.do')}
          </Button>
        </>
      }
    >
      <form
        className="moderation-form"
        onSubmit={(event) => {
          event.preventDefault();
          agreement.submit();
        }}
      >
        <p>
          {t('moderation.agree.both', {
            first: formatMark(second.first, language),
            second: formatMark(second.value, language),
            max: batch.assignment.max / 100,
            difference: formatMark(Math.abs(second.value - second.first), language),
            tolerance: batch.rules.tolerance / 100,
          })}
        </p>
        <TextField
          label={t('moderation.agree.mark')}
          value={agreement.text}
          onChange={agreement.setText}
          error={agreement.markError}
          inputMode="decimal"
          autoComplete="off"
          autoFocus
        />
        <TextArea
          label={t('moderation.agree.note')}
          hint={t('moderation.agree.noteHint')}
          error={agreement.noteError}
          value={agreement.note}
          onChange={agreement.setNote}
        />
        {agreement.error !== undefined && <Note tone="bad">{agreement.error}</Note>}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
};
