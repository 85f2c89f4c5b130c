import { useMemo, useState } from 'react';
import { useSession } from '#renderer/desktop/session.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { makeCellWords } from './cell-words.ts';
import { rowHeights } from './geometry.ts';
import { useColumns } from './use-columns.ts';
import type { useSize } from './use-facts.ts';
import { useFacts, useStopped } from './use-facts.ts';
import { useGrid } from './use-grid.ts';
import { headId } from './use-heads.ts';
import { useKeying } from './use-keying.ts';
import type { Marks } from './use-marks.ts';
import { useShownRows } from './use-shown-rows.ts';

/** What the grid is taken for until it has been measured, in px. */
const unmeasured = { width: 1310, height: 620 } as const;

/** What of the measured height is no row: the headings. */
const headings = 64;

/** The grid's share of the window, in px. */
const measured = ({ width, height }: Pick<ReturnType<typeof useSize>, 'width' | 'height'>) => ({
  width: width === 0 ? unmeasured.width : width,
  height: height === 0 ? unmeasured.height : height,
});

/** The marks as they are shown and keyed: rows and columns in sight, the keyboard in the grid, what was refused. */
export const useGradebook = (marks: Marks, size: ReturnType<typeof useSize>) => {
  const text = useText();
  const { density } = useSession().settings;
  const [received, setReceived] = useState('');
  const shown = useShownRows(marks);
  const { rows } = shown;
  const { width, height } = measured(size);
  const { plan, fold, foldAll } = useColumns(marks, size.width === 0 ? unmeasured.width : size.width - 12);
  const words = useMemo(() => makeCellWords(text), [text]);
  const keying = useKeying(marks, rows, plan, received);
  const { stopped, restore } = useStopped(marks, rows, plan);
  const rowHeight = rowHeights[density];
  const grid = useGrid(
    {
      rows,
      plan,
      cache: marks.cache,
      pending: marks.pending,
      run: keying.run,
      paste: keying.paste,
      restore,
      toHeads: (column) => document.getElementById(headId({ line: 1, column }))?.focus(),
    },
    Math.max(1, Math.floor((size.height - headings) / rowHeight) - 1),
    words.percent,
  );
  const facts = useFacts(marks);
  return {
    ...{ marks, text, words, shown, rows, plan, fold, foldAll, rowHeight, width, height },
    ...{ received, setReceived, keying, stopped, grid, facts },
  };
};

/** What the parts of the Marks tab share. */
export type Gradebook = ReturnType<typeof useGradebook>;
