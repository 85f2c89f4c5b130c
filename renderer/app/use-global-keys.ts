import { useEffect, useRef } from 'react';

type GlobalKeys = {
  readonly onFind: () => void;
  readonly onHelp: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
};

/** Text fields keep their own undo. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !/^(checkbox|radio|button|range)$/.test(target.type)));

const actionOf = (event: KeyboardEvent): keyof GlobalKeys | undefined => {
  if (event.key === 'F1') return 'onHelp';
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'k' && !event.shiftKey) return 'onFind';
  if (isWriting(event.target)) return undefined;
  if (key === 'y' || (key === 'z' && event.shiftKey)) return 'onRedo';
  return key === 'z' ? 'onUndo' : undefined;
};

/** The keys that hold on every screen. A screen that has handled a key itself prevents its default. */
export const useGlobalKeys = (keys: GlobalKeys): void => {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const action = actionOf(event);
      if (action === undefined) return;
      event.preventDefault();
      latest.current[action]();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
};
