import '../ui/look/look.css';
import '../ui/look/parts.css';
import './app.css';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Workspace } from '#shared/domain/workspace.ts';
import type { Boot } from '#shared/ipc/contract.ts';
import type { Opened } from '#renderer/db/open-database.ts';
import { writesEnded } from '#renderer/db/write-path.ts';
import { setAuthor } from '#renderer/db/write-state.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { SessionProvider, authorOf, useSession } from '#renderer/desktop/session.tsx';
import { TextProvider } from '#renderer/ui/text.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { NotOpened } from './not-opened.tsx';
import { useAppearance } from './use-appearance.ts';
import { Workplace } from './workplace.tsx';

type AppProps = {
  readonly boot: Boot;
  readonly opened: Opened;
  /** What was read ahead; null before the first start, undefined where nothing could be read. */
  readonly workspace: Workspace | null | undefined;
};

const Screen = ({ opened, workspace }: Omit<AppProps, 'boot'>): ReactNode => {
  const { settings } = useSession();
  useAppearance(settings);
  useEffect(() => desktop.on('app:quit-asked', () => void writesEnded().then(() => desktop.appFinishQuit())), []);
  return (
    <TextProvider language={settings.language}>
      <ErrorBoundary>
        {opened.kind === 'ready' ? (
          <Router hook={useHashLocation}>
            <Workplace told={opened.told} first={workspace} />
          </Router>
        ) : (
          <NotOpened problem={opened.problem} />
        )}
      </ErrorBoundary>
    </TextProvider>
  );
};

/** The whole window, once the database was opened or could not be. */
export const App = ({ boot, ...found }: AppProps): ReactNode => (
  <SessionProvider boot={boot} onSettings={(settings) => setAuthor(authorOf(settings))}>
    <Screen {...found} />
  </SessionProvider>
);
