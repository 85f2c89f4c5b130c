import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/text.tsx';

type ReasonDialogProps = {
  readonly count: number;
  readonly what: string;
  readonly onDone: (reason: string | undefined) => void;
};

/** A reason is words: figures typed ahead into this field are no reason. */
const isReason = (text: string): boolean => /\p{L}{2}/u.test(text);

/** Asks why a released mark is changed. */
export const ReasonDialog = ({ count, what, onDone }: ReasonDialogProps): ReactNode => {
  const { t } = useText();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const submit = (): void => (isReason(reason) ? onDone(reason.trim()) : setAsked(true));
  return (
    <Dialog
      open
      size="narrow"
      onClose={() => onDone(undefined)}
      title={t('marks.reason.title', { count })}
      footer={
        <>
          <Button onClick={() => onDone(undefined)}>{t('marks.reason.keep')}</Button>
          <Button kind="first" onClick={submit}>
            {t('marks.reason.change', { count })}
          </Button>
        </>
      }
    >
      <form
        className="marks-reason"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className="second">{what}</p>
        <TextField
          label={t('marks.reason.label')}
          hint={t('marks.reason.hint')}
          error={asked && !isReason(reason) ? t('marks.reason.needed') : undefined}
          value={reason}
          onChange={setReason}
          autoFocus
        />
      </form>
    </Dialog>
  );
};
