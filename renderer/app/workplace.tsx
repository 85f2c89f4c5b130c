import type { ReactNode } from 'react';
import { Suspense, lazy, useState } from 'react';
import type { Message } from '#shared/domain/message.ts';
import type { Workspace } from '#shared/domain/workspace.ts';
import { getWorkspace, startWorkspace } from '#renderer/db/repositories/workspace.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { today } from '#renderer/desktop/clock.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { StartChoice, StartResult } from '#renderer/features/first-start/choice.ts';
import { Shell } from './shell.tsx';
import { useGlobalKeys } from './use-global-keys.ts';

const FirstStart = lazy(() =>
  import('#renderer/features/first-start/first-start.tsx').then(({ FirstStart: page }) => ({ default: page })),
);

const Help = lazy(() => import('./help.tsx').then(({ Help: part }) => ({ default: part })));
const nothing = (): void => undefined;

/** Help is there before there is a shell. */
const HelpAtFirst = (): ReactNode => {
  const [open, setOpen] = useState(false);
  useGlobalKeys({ onHelp: () => setOpen(true), onFind: nothing, onUndo: nothing, onRedo: nothing });
  return open && <Help location="/first-start" onClose={() => setOpen(false)} />;
};

/** The first start until it is finished, then the shell. */
export const Workplace = ({
  told,
  first,
}: {
  readonly told: readonly Message[];
  readonly first: Workspace | null | undefined;
}): ReactNode => {
  const { settings, saveSettings, boot } = useSession();
  const { t } = useText();
  const workspace = useLive(async () => (await getWorkspace()) ?? null, [], first);
  const [beginning, setBeginning] = useState(false);

  const start = async (
    { language, name, role, kind }: StartChoice,
    onProgress: (done: number, total: number) => void,
  ): Promise<StartResult> => {
    setBeginning(true);
    await saveSettings({ language, person: { name, role } });
    if (kind === 'known') return { ok: true, value: undefined };
    const called = kind === 'demonstration' ? t('first-start.demonstrationName') : t('first-start.workspaceName');
    return startWorkspace({ kind, name: called, author: { name, role }, today: today(), onProgress });
  };

  if (workspace === undefined) return null;
  if (workspace === null || settings.person === null || beginning) {
    return (
      <Suspense fallback={null}>
        <FirstStart
          version={boot.version}
          known={workspace !== null && !beginning}
          onStart={start}
          onDone={() => setBeginning(false)}
        />
        <HelpAtFirst />
      </Suspense>
    );
  }
  return <Shell workspace={workspace} told={told} />;
};
