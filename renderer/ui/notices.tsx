import type { ReactNode } from 'react';
import { createContext, useCallback, useContext, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { Button, IconButton } from './button.tsx';
import { Icon } from './icon.tsx';
import type { NoteTone } from './note.tsx';
import { useText } from './text.tsx';

/** Something that happened; it stays until it is put away. `undo` offers to take it back, as long as it is the last change. */
export type Notice = { readonly tone: NoteTone; readonly text: ReactNode; readonly undo?: boolean };

type Shown = Notice & { readonly key: number; readonly change: number };
type Notices = { readonly tell: (notice: Notice) => void };

/** Which change is the newest, and who is told when there is a newer one. */
type Changes = { readonly watch: (listener: () => void) => () => void; readonly newest: () => number };

const NoticesContext = createContext<Notices>({ tell: () => undefined });

/** At most so many notices stand at once: the oldest gives way. */
const room = 3;

/** What went well is said until the next thing is said; what did not stays until it is put away. */
const stays = ({ tone }: Notice): boolean => tone === 'bad' || tone === 'warn';

const NoticeCard = ({
  notice,
  changes,
  onUndo,
  onDismiss,
}: {
  readonly notice: Shown;
  readonly changes: Changes;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}): ReactNode => {
  const { t } = useText();
  // Undo takes the newest change back: offered any longer, it would take back something else than what the notice tells.
  const isNewest = useSyncExternalStore(changes.watch, () => changes.newest() === notice.change);
  return (
    <li className={`notice ${notice.tone}`}>
      <Icon name={notice.tone === 'ok' ? 'check' : notice.tone === 'info' ? 'info' : 'alert'} />
      <span className="notice-text">{notice.text}</span>
      {notice.undo === true && isNewest && (
        <Button size="tiny" onClick={onUndo}>
          {t('ui.undo')}
        </Button>
      )}
      <IconButton label={t('ui.dismiss')} onClick={onDismiss}>
        <Icon name="close" />
      </IconButton>
    </li>
  );
};

export const NoticesProvider = ({
  changes,
  onUndo,
  children,
}: {
  readonly changes: Changes;
  readonly onUndo: (tell: Notices['tell']) => void;
  readonly children: ReactNode;
}): ReactNode => {
  const { t } = useText();
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const next = useRef(0);
  const tell = useCallback(
    (notice: Notice) => {
      const told = { ...notice, key: next.current++, change: changes.newest() };
      setShown((all) => [...all.filter(stays).slice(1 - room), told]);
    },
    [changes],
  );
  const dismiss = (key: number): void => setShown((all) => all.filter((notice) => notice.key !== key));
  return (
    <NoticesContext value={useMemo(() => ({ tell }), [tell])}>
      <div className="above-notices">{children}</div>
      <ul className="notices" aria-label={t('ui.notices')} aria-live="polite">
        {shown.map((notice) => (
          <NoticeCard
            key={notice.key}
            notice={notice}
            changes={changes}
            onDismiss={() => dismiss(notice.key)}
            onUndo={() => {
              dismiss(notice.key);
              onUndo(tell);
            }}
          />
        ))}
      </ul>
    </NoticesContext>
  );
};

export const useNotices = (): Notices => useContext(NoticesContext);
