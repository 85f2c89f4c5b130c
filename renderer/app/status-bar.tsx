import type { ReactNode } from 'react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { saveState, watchWriteState } from '#renderer/db/write-state.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { now } from '#renderer/desktop/clock.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';

const Saving = (): ReactNode => {
  const { t, failure, formatTime } = useText();
  const save = useSyncExternalStore(watchWriteState, saveState);
  if (save.kind === 'saving') return <span>{t('app.status.saving')}</span>;
  if (save.kind === 'saved') {
    return (
      <span className="ok">
        <Glyph name="pass" />
        {save.at === null ? t('app.status.allSaved') : t('app.status.savedAt', { time: formatTime(save.at) })}
      </span>
    );
  }
  const reason = failure({ code: save.code });
  return (
    <span className="bad cut" role="alert" title={reason}>
      <Glyph name="refused" />
      {t('app.status.notSaved', { reason })}
    </span>
  );
};

const minutes = 5;

/** When the last snapshot was made; asked again now and then, because the main process makes them on its own. */
const useLastSnapshot = (first: number | null): number | null => {
  const [last, setLast] = useState(first);
  useEffect(() => {
    const ask = (): void =>
      void desktop
        .snapshotsListSnapshots()
        .then((list) => setLast(list.reduce<number | null>((latest, { made }) => Math.max(latest ?? 0, made), null)));
    const timer = setInterval(ask, minutes * 60_000);
    return () => clearInterval(timer);
  }, []);
  return last;
};

/** Saved or not, the last snapshot, room on the disk, which laptop and who. */
export const StatusBar = (): ReactNode => {
  const { t, formatDate, formatTime } = useText();
  const { boot, settings } = useSession();
  const snapshot = useLastSnapshot(boot.lastSnapshot);
  const isToday = snapshot !== null && formatDate(snapshot) === formatDate(now());
  const laptop = settings.deviceName === '' ? boot.device : settings.deviceName;
  return (
    <div className="status" role="status" aria-live="off">
      <Saving />
      <span className="later">
        {snapshot === null
          ? t('app.status.noSnapshot')
          : t('app.status.snapshot', { time: isToday ? formatTime(snapshot) : formatDate(snapshot, 'short') })}
      </span>
      {boot.diskRoom !== 'enough' && (
        <span className="warn">
          <Glyph name="anomaly" />
          {boot.diskRoom === 'low' ? t('app.status.diskLow') : t('app.status.diskNone')}
        </span>
      )}
      <span className="push later">{t('app.status.laptop', { name: laptop })}</span>
      {settings.person !== null && (
        <span>
          {t('app.status.person', {
            name: settings.person.name,
            role: t(`app.roles.${settings.person.role}`).toLowerCase(),
          })}
        </span>
      )}
    </div>
  );
};
