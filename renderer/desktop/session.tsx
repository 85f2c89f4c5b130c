import type { ReactNode } from 'react';
import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { Author } from '#shared/domain/change-sets.ts';
import type { Boot } from '#shared/ipc/contract.ts';
import type { Settings } from '#shared/ipc/settings.ts';
import { desktop } from './bridge.ts';

/** Who works on which workspace with which settings. */
export type Session = {
  readonly boot: Boot;
  readonly settings: Settings;
  readonly saveSettings: (change: Partial<Settings>) => Promise<void>;
  readonly author: Author;
};

const SessionContext = createContext<Session | undefined>(undefined);

/** The author of changes: the person of the settings; before the first start, and in jobs on a fresh workspace, nobody by name. */
export const authorOf = (settings: Settings): Author => settings.person ?? { name: '–', role: 'coordinator' };

export const SessionProvider = ({
  boot,
  onSettings,
  children,
}: {
  readonly boot: Boot;
  readonly onSettings: (settings: Settings) => void;
  readonly children: ReactNode;
}): ReactNode => {
  const [settings, setSettings] = useState(boot.settings);
  const saveSettings = useCallback(
    async (change: Partial<Settings>) => {
      // Shown at once: a choice follows the hand, the file follows the choice.
      setSettings((before) => ({ ...before, ...change }));
      const saved = await desktop.settingsWriteSettings(change);
      setSettings(saved);
      onSettings(saved);
    },
    [onSettings],
  );
  const session = useMemo(
    () => ({ boot, settings, saveSettings, author: authorOf(settings) }),
    [boot, settings, saveSettings],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
};

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('useSession outside of SessionProvider');
  return session;
};
