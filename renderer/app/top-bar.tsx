import type { ReactNode } from 'react';
import { useSyncExternalStore } from 'react';
import { undoStacks, watchWriteState } from '#renderer/db/write-state.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';

type TopBarProps = {
  readonly demonstration: boolean;
  readonly onWhere: (element: HTMLElement | null) => void;
  readonly onActions: (element: HTMLElement | null) => void;
  readonly onFind: () => void;
  readonly onHelp: () => void;
  readonly onUndo: () => void;
};

/** Title of the page (put here by the page itself), search, undo, help. */
export const TopBar = ({ demonstration, onWhere, onActions, onFind, onHelp, onUndo }: TopBarProps): ReactNode => {
  const { t } = useText();
  const canUndo = useSyncExternalStore(watchWriteState, () => undoStacks().undo.length > 0);
  return (
    <header className="top">
      <div className="where" ref={onWhere} />
      <span className="push" />
      <div className="top-actions" ref={onActions} />
      {demonstration && <span className="demo">{t('app.demonstration')}</span>}
      <button className="find" type="button" aria-keyshortcuts="Control+K" onClick={onFind}>
        <Icon name="search" />
        <span>{t('app.find')}</span>
        <kbd>{t('app.keys.find')}</kbd>
      </button>
      <IconButton label={t('app.undoKey')} disabled={!canUndo} onClick={onUndo}>
        <Icon name="undo" />
      </IconButton>
      <IconButton label={t('app.helpKey')} onClick={onHelp}>
        <Icon name="help" />
      </IconButton>
    </header>
  );
};
