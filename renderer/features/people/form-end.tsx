import type { ReactNode } from 'react';
import type { Failure } from '#shared/lib/result.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useText } from '#renderer/ui/text.tsx';

type FormEndProps = {
  readonly changed: boolean;
  readonly onRestore: () => void;
  readonly error?: Failure | undefined;
  readonly label?: string;
};

/** The end of a form: what was refused, save, and the way back to what is there. Out of the way while nothing was typed. */
export const FormEnd = ({ changed, onRestore, error, label }: FormEndProps): ReactNode => {
  const { t, failure } = useText();
  if (!changed) return null;
  return (
    <div className="form-end">
      {error !== undefined && <Note tone="bad">{failure(error)}</Note>}
      <p>
        <Button type="submit">{label ?? t('people.save')}</Button>
        <Button kind="plain" onClick={onRestore}>
          {t('people.restore')}
        </Button>
      </p>
    </div>
  );
};
