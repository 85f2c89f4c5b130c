import type { ReactNode } from 'react';
import type { Failure } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** Why the workspace stays shut. Nothing was changed. */
export const NotOpened = ({ problem }: { readonly problem: Failure }): ReactNode => {
  const { t, failure } = useText();
  const { boot } = useSession();
  return (
    <main className="stopped">
      <div className="sheet stopped-sheet">
        <h1>{t('app.notOpened.title')}</h1>
        <p>{failure(problem)}</p>
        <p className="second">{t('app.notOpened.where', { folder: boot.workspaceFolder })}</p>
        <p className="stopped-actions">
          <Button onClick={() => void desktop.filesShowFile({ path: boot.workspaceFolder })}>
            {t('app.notOpened.folder')}
          </Button>
          <Button onClick={() => void desktop.appOpenLog()}>{t('app.stopped.log')}</Button>
        </p>
      </div>
    </main>
  );
};
