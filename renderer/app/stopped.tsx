import type { ReactNode } from 'react';
import { useState } from 'react';
import { desktop } from '#renderer/desktop/bridge.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** A screen that broke. What was shown as saved is saved; the way back is a fresh screen. */
export const Stopped = ({ error, onAgain }: { readonly error: Error; readonly onAgain: () => void }): ReactNode => {
  const { t } = useText();
  const [reported, setReported] = useState(false);
  const report = async (): Promise<void> => {
    await desktop.appReportProblem({
      message: `Reported by the person: ${error.message}`,
      ...(error.stack === undefined ? {} : { stack: error.stack }),
    });
    setReported(true);
  };
  return (
    <div className="stopped" role="alert">
      <div className="sheet stopped-sheet">
        <h1>{t('app.stopped.title')}</h1>
        <p>{t('app.stopped.safe')}</p>
        <p className="serial">{error.message}</p>
        {reported && <Note tone="ok">{t('app.stopped.reported')}</Note>}
        <p className="stopped-actions">
          <Button kind="first" onClick={onAgain}>
            {t('app.stopped.again')}
          </Button>
          <Button onClick={() => void desktop.appReloadWindow()}>{t('app.stopped.reload')}</Button>
          <Button onClick={() => void desktop.appOpenLog()}>{t('app.stopped.log')}</Button>
          <Button kind="plain" disabled={reported} onClick={() => void report()}>
            {t('app.stopped.report')}
          </Button>
        </p>
      </div>
    </div>
  );
};
