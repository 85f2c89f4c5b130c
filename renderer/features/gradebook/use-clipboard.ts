import type { RefObject } from 'react';
import { useEffect } from 'react';
import { placeOf } from './cell-place.ts';
import type { useGrid } from './use-grid.ts';

/**
 * A cell is no text field: the browser copies and pastes there only where it is told beforehand that somebody will do it, and it tells the document,
 * because no text is selected.
 */
export const useClipboard = (
  { current, onCopy, onCut, onPaste }: ReturnType<typeof useGrid>,
  scroller: RefObject<HTMLDivElement | null>,
): void => {
  useEffect(() => {
    const onCell =
      (work: (event: ClipboardEvent) => void) =>
      (event: Event): void => {
        const { activeElement } = document;
        const ours =
          activeElement !== null &&
          scroller.current?.contains(activeElement) === true &&
          placeOf(activeElement) !== undefined;
        if (ours && current.current.edit === undefined) work(event as ClipboardEvent);
      };
    const offer = onCell((event) => event.preventDefault());
    const listeners = {
      beforecopy: offer,
      beforecut: offer,
      beforepaste: offer,
      copy: onCell(onCopy),
      cut: onCell(onCut),
      paste: onCell(onPaste),
    };
    for (const [name, listener] of Object.entries(listeners)) document.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) document.removeEventListener(name, listener);
    };
  }, [current, onCopy, onCut, onPaste, scroller]);
};
