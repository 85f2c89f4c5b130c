import type { ReactNode, RefObject } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Boot } from '#shared/ipc/contract.ts';
import type { SaveState } from '#renderer/db/write-state.ts';
import { saveState, watchWriteState } from '#renderer/db/write-state.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { now } from '#renderer/desktop/clock.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** Milliseconds before "Saving" is written out: less than the grid keeps a typed mark open in its cell, so that no unsaved mark ever stands beside "saved". */
const patience = 12;

/** The save state as it is told: "saving" only where it lasts, because writing it out for a moment would make the write itself wait for the painting. */
const useToldState = (): SaveState => {
  const [told, setTold] = useState(saveState);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      clearTimeout(timer);
      timer = undefined;
      setTold(saveState());
    };
    const stop = watchWriteState(() => {
      if (saveState().kind !== 'saving') tell();
      else timer ??= setTimeout(tell, patience);
    });
    tell();
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return told;
};

/** Marks the bar with the save state at once: an attribute moves nothing on the screen, and nothing is painted for it. */
const useSaveMark = (): RefObject<HTMLDivElement | null> => {
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const mark = (): void => {
      const { kind } = saveState();
      if (bar.current !== null && bar.current.dataset.save !== kind) bar.current.dataset.save = kind;
    };
    mark();
    return watchWriteState(mark);
  }, []);
  return bar;
};

const Saving = (): ReactNode => {
  const { t, failure, formatTime } = useText();
  const save = useToldState();
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

/** Room on the disk; asked again now and then, and at once when a write was refused. */
const useDiskRoom = (first: Boot['diskRoom']): Boot['diskRoom'] => {
  const [room, setRoom] = useState(first);
  useEffect(() => {
    const ask = (): void => void desktop.appAskDiskRoom().then(setRoom);
    const timer = setInterval(ask, minutes * 60_000);
    let refused = false;
    const stop = watchWriteState(() => {
      const now = saveState().kind === 'not-saved';
      if (now !== refused) ask();
      refused = now;
    });
    return () => {
      clearInterval(timer);
      stop();
    };
  }, []);
  return room;
};

/** Milliseconds after a write at which the snapshots are looked at: an import takes one first, and keying marks must not ask at every key. */
const afterWrites = 20_000;

/** When the last snapshot was made; asked again now and then, because the main process makes them on its own. */
const useLastSnapshot = (first: number | null): number | null => {
  const [last, setLast] = useState(first);
  useEffect(() => {
    const ask = (): void =>
      void desktop
        .snapshotsListSnapshots()
        .then((list) => setLast(list.reduce<number | null>((latest, { made }) => Math.max(latest ?? 0, made), null)));
    const timer = setInterval(ask, minutes * 60_000);
    let soon: ReturnType<typeof setTimeout> | undefined;
    const stop = watchWriteState(() => {
      soon ??= setTimeout(() => ((soon = undefined), ask()), afterWrites);
    });
    return () => {
      clearInterval(timer);
      clearTimeout(soon);
      stop();
    };
  }, []);
  return last;
};

/** Saved or not, the last snapshot, room on the disk, which laptop and who. */
export const StatusBar = (): ReactNode => {
  const { t, formatDate, formatTime } = useText();
  const { boot, settings } = useSession();
  const snapshot = useLastSnapshot(boot.lastSnapshot);
  const room = useDiskRoom(boot.diskRoom);
  const bar = useSaveMark();
  const isToday = snapshot !== null && formatDate(snapshot) === formatDate(now());
  const laptop = settings.deviceName === '' ? boot.device : settings.deviceName;
  return (
    <div className="status" role="status" aria-live="off" ref={bar}>
      <Saving />
      <span className="later">
        {snapshot === null
          ? t('app.status.noSnapshot')
          : t('app.status.snapshot', { time: isToday ? formatTime(snapshot) : formatDate(snapshot, 'short') })}
      </span>
      {room !== 'enough' && (
        <span className="warn">
          <Glyph name="anomaly" />
          {room === 'low' ? t('app.status.diskLow') : t('app.status.diskNone')}
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
