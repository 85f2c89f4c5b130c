import '../ui/look/look.css';
import '../ui/look/parts.css';
import './app.css';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
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

const Screen = ({ opened }: { readonly opened: Opened }): ReactNode => {
  const { settings } = useSession();
  useAppearance(settings);
  useEffect(() => desktop.on('app:quit-asked', () => void writesEnded().then(() => desktop.appFinishQuit())), []);
  return (
    <TextProvider language={settings.language}>
      <ErrorBoundary>
        {opened.kind === 'ready' ? (
          <Router hook={useHashLocation}>
            <Workplace told={opened.told} />
          </Router>
        ) : (
          <NotOpened problem={opened.problem} />
        )}
      </ErrorBoundary>
    </TextProvider>
  );
};

/** The whole window, once the database was opened or could not be. */
export const App = ({ boot, opened }: { readonly boot: Boot; readonly opened: Opened }): ReactNode => (
  <SessionProvider boot={boot} onSettings={(settings) => setAuthor(authorOf(settings))}>
    <Screen opened={opened} />
  </SessionProvider>
);
