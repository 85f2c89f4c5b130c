import type { ReactNode } from 'react';
import type { Opened } from '#renderer/db/open-database.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** Why the workspace stays shut: written by a newer version, or not readable any more. Nothing was changed. */
export const NotOpened = ({ opened }: { readonly opened: Exclude<Opened, { readonly kind: 'ready' }> }): ReactNode => {
  const { t, failure } = useText();
  const { boot } = useSession();
  const sentence =
    opened.kind === 'newer'
      ? failure({ code: 'database-newer', details: { found: opened.found, known: opened.known } })
      : failure({ code: 'database-damaged' });
  return (
    <main className="stopped">
      <div className="sheet stopped-sheet">
        <h1>{t('app.notOpened.title')}</h1>
        <p>{sentence}</p>
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
