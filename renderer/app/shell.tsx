import type { ComponentType, ReactNode } from 'react';
import { Suspense, lazy, useCallback, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Message } from '#shared/domain/message.ts';
import type { Workspace } from '#shared/domain/workspace.ts';
import type { MessageKey } from '#shared/i18n/message-key.ts';
import { redo, undo } from '#renderer/db/undo.ts';
import { watchWriteState, writeState } from '#renderer/db/write-state.ts';
import { NoticesProvider, useNotices } from '#renderer/ui/notices.tsx';
import { PageTopProvider } from '#renderer/ui/page-top.tsx';
import type { Text } from '#renderer/ui/text.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import type { PaletteProps } from './palette.tsx';
import { Rail } from './rail.tsx';
import { Routes } from './routes.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useGlobalKeys } from './use-global-keys.ts';

type Tell = ReturnType<typeof useNotices>['tell'];

const Help = lazy(() => import('./help.tsx').then(({ Help: part }) => ({ default: part })));

/** The palette, fetched once the first screen stands: whoever presses Ctrl-K types on at once, and no letter may be lost while a lazy part would load. */
const usePalette = (): ComponentType<PaletteProps> | undefined => {
  const [palette, setPalette] = useState<ComponentType<PaletteProps>>();
  useEffect(() => {
    const waiting = requestIdleCallback(
      () => void import('./palette.tsx').then(({ Palette }) => setPalette(() => Palette)),
    );
    return () => cancelIdleCallback(waiting);
  }, []);
  return palette;
};

/** Undo or redo, with what was done told. */
const reverse = async (kind: 'undo' | 'redo', { t, failure }: Text, tell: Tell): Promise<void> => {
  const done = await (kind === 'undo' ? undo() : redo());
  if (!done.ok) {
    tell({ tone: done.error.code.startsWith('nothing-') ? 'info' : 'warn', text: failure(done.error) });
    return;
  }
  const { code, values } = done.value.why;
  const what = t(`reasons.${code}` as MessageKey, values);
  tell({ tone: 'ok', text: kind === 'undo' ? t('app.undone', { what }) : t('app.redone', { what }) });
};

const useReversing = (): { readonly takeBack: () => void; readonly repeat: () => void } => {
  const text = useText();
  const { tell } = useNotices();
  return useMemo(
    () => ({ takeBack: () => void reverse('undo', text, tell), repeat: () => void reverse('redo', text, tell) }),
    [text, tell],
  );
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
  const Palette = usePalette();
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
      {open === 'palette' && Palette !== undefined && (
        <Palette onClose={close} onHelp={() => setOpen('help')} onUndo={takeBack} onRedo={repeat} />
      )}
      <Suspense fallback={null}>{open === 'help' && <Help location={location} onClose={close} />}</Suspense>
    </div>
  );
};

const changes = { watch: watchWriteState, newest: () => writeState().head.seq };

/** Rail, top bar, page, status bar. */
export const Shell = (props: { readonly workspace: Workspace; readonly told: readonly Message[] }): ReactNode => {
  const text = useText();
  return (
    <NoticesProvider changes={changes} onUndo={(tell) => void reverse('undo', text, tell)}>
      <Inside {...props} />
    </NoticesProvider>
  );
};
