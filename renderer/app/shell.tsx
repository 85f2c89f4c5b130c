import type { ReactNode } from 'react';
import { Suspense, lazy, useCallback, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Message } from '#shared/domain/message.ts';
import type { Workspace } from '#shared/domain/workspace.ts';
import type { MessageKey } from '#shared/i18n/message-key.ts';
import { redo, undo } from '#renderer/db/undo.ts';
import { NoticesProvider, useNotices } from '#renderer/ui/notices.tsx';
import { PageTopProvider } from '#renderer/ui/page-top.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Rail } from './rail.tsx';
import { Routes } from './routes.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useGlobalKeys } from './use-global-keys.ts';

const Palette = lazy(() => import('./palette.tsx').then(({ Palette: part }) => ({ default: part })));
const Help = lazy(() => import('./help.tsx').then(({ Help: part }) => ({ default: part })));

/** Undo and redo with what they did told. */
const useReversing = (): { readonly takeBack: () => void; readonly repeat: () => void } => {
  const { t, failure } = useText();
  const { tell } = useNotices();
  const run = useCallback(
    async (kind: 'undo' | 'redo') => {
      const done = await (kind === 'undo' ? undo() : redo());
      if (!done.ok) {
        tell({ tone: done.error.code.startsWith('nothing-') ? 'info' : 'warn', text: failure(done.error) });
        return;
      }
      const { code, values } = done.value.why;
      const what = t(`reasons.${code}` as MessageKey, values);
      tell({ tone: 'ok', text: kind === 'undo' ? t('app.undone', { what }) : t('app.redone', { what }) });
    },
    [t, failure, tell],
  );
  return useMemo(() => ({ takeBack: () => void run('undo'), repeat: () => void run('redo') }), [run]);
};

const Inside = ({
  workspace,
  told,
}: {
  readonly workspace: Workspace;
  readonly told: readonly Message[];
}): ReactNode => {
  const { t, say } = useText();
  const { tell } = useNotices();
  const [location] = useLocation();
  const [where, setWhere] = useState<HTMLElement | null>(null);
  const [actions, setActions] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState<'palette' | 'help' | undefined>();
  const { takeBack, repeat } = useReversing();
  const close = useCallback(() => setOpen(undefined), []);
  useGlobalKeys({ onFind: () => setOpen('palette'), onHelp: () => setOpen('help'), onUndo: takeBack, onRedo: repeat });
  useEffect(() => {
    for (const message of told) tell({ tone: 'info', text: say(message) });
    // Told once: another language does not tell it again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [told]);
  const narrow = /^\/cohorts\/[^/]+\/marks/.test(location);
  return (
    <div className={narrow ? 'shell narrow' : 'shell'}>
      <a
        className="skip"
        href="#main"
        onClick={(event) => (event.preventDefault(), document.getElementById('main')?.focus())}
      >
        {t('app.skip')}
      </a>
      <Rail />
      <TopBar
        demonstration={workspace.demonstration}
        onWhere={setWhere}
        onActions={setActions}
        onFind={() => setOpen('palette')}
        onHelp={() => setOpen('help')}
        onUndo={takeBack}
      />
      <main className="main" id="main" tabIndex={-1}>
        <PageTopProvider value={useMemo(() => ({ where, actions }), [where, actions])}>
          <ErrorBoundary place={location}>
            <Suspense fallback={null}>
              <Routes />
            </Suspense>
          </ErrorBoundary>
        </PageTopProvider>
      </main>
      <StatusBar />
      <Suspense fallback={null}>
        {open === 'palette' && (
          <Palette onClose={close} onHelp={() => setOpen('help')} onUndo={takeBack} onRedo={repeat} />
        )}
        {open === 'help' && <Help location={location} onClose={close} />}
      </Suspense>
    </div>
  );
};

/** Rail, top bar, page, status bar. */
export const Shell = (props: { readonly workspace: Workspace; readonly told: readonly Message[] }): ReactNode => (
  <NoticesProvider onUndo={() => void undo()}>
    <Inside {...props} />
  </NoticesProvider>
);
