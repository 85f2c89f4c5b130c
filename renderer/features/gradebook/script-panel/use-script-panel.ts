import { useCallback, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';

/** What the panel needs of the grid. */
type Cursor = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly isLocked: (row: number) => boolean;
  readonly goTo: (to: { readonly row: number; readonly column: number }) => void;
  /** Where the cursor has to stand for a script to be shown: its own place, or an assignment of the module that it stands in. */
  readonly scriptAt: () => { readonly row: number; readonly column: number };
};

/**
 * Whether the panel is open, and how the keyboard goes between it and the grid: Alt Enter opens it or goes to it, Esc comes back to the same cell. The
 * focus moves before the next key can come, so that what is typed ahead lands where it was meant.
 */
export const useScriptPanel = ({ row, column, rows, isLocked, goTo, scriptAt }: Cursor) => {
  const [open, setOpen] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const enter = useCallback(() => {
    const first = panel.current?.querySelector<HTMLElement>('[data-points]:not(:disabled)');
    (first ?? panel.current)?.focus();
  }, []);
  /** Leaves the field in which the keyboard is, which saves it. */
  const leave = (): void => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  const back = (): void => {
    leave();
    goTo({ row, column });
  };
  return {
    open,
    panel,
    back,
    close: () => {
      leave();
      setOpen(false);
      goTo({ row, column });
    },
    next: () => {
      let below = row + 1;
      while (below < rows && isLocked(below)) below += 1;
      if (below >= rows) return back();
      leave();
      flushSync(() => goTo({ row: below, column }));
      enter();
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !event.altKey || event.ctrlKey || event.nativeEvent.isComposing) return;
      event.preventDefault();
      const to = scriptAt();
      flushSync(() => {
        setOpen(true);
        if (to.column !== column) goTo(to);
      });
      enter();
    },
  };
};
