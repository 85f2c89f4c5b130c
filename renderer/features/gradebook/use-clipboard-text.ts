import type { RefObject } from 'react';
import { useCallback } from 'react';
import { useText } from '#renderer/ui/text.tsx';
import { cellText } from './cell-entry.ts';
import { figureIn } from './grid-columns.ts';
import type { GridInput } from './grid-input.ts';
import type { GridState, Range } from './grid-state.ts';
import { rangeOf } from './grid-state.ts';
import { writeBlock } from './paste-block.ts';

/** The selected cells as text for the clipboard: marks as given, letters of outcomes, computed figures in per cent. */
const copied = (input: GridInput, range: Range, language: string, percent: (tenths: number) => string): string => {
  const lines = input.rows.slice(range.top, range.bottom + 1).map((row) =>
    input.plan.columns.slice(range.left, range.right + 1).map((column) => {
      if (column.kind === 'assignment') return cellText(row.sheet?.cells[column.assignment.id], language);
      const value = figureIn(column, input.cache.view(row).result);
      return value === undefined ? '' : percent(value);
    }),
  );
  return writeBlock(lines);
};

/** Copying, cutting and pasting what is selected, as text that spreadsheets read and write. */
export const useClipboardText = (
  latest: RefObject<GridInput>,
  state: RefObject<GridState>,
  percent: (tenths: number) => string,
) => {
  const { language } = useText();
  const onCopy = useCallback(
    (event: ClipboardEvent) => {
      event.preventDefault();
      event.clipboardData?.setData('text/plain', copied(latest.current, rangeOf(state.current), language, percent));
    },
    [latest, state, language, percent],
  );
  const onCut = useCallback(
    (event: ClipboardEvent) => {
      onCopy(event);
      latest.current.run({ kind: 'clear', range: rangeOf(state.current) });
    },
    [latest, state, onCopy],
  );
  const onPaste = useCallback(
    (event: ClipboardEvent) => {
      event.preventDefault();
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text !== '') latest.current.paste(text, rangeOf(state.current));
    },
    [latest, state],
  );
  return { onCopy, onCut, onPaste };
};
