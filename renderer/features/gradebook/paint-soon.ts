import { flushSync } from 'react-dom';

/**
 * Milliseconds for which painting waits for the write: of a key, which an eye does not see and what was typed stands in the cell meanwhile; of many cells
 * at once, whose painting takes as long as their write.
 */
const patience = { key: 24, block: 400 } as const;

let waiting: (() => void)[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Sets the states that wait, together with those that the caller sets. */
export const paintWaiting = (): void => {
  clearTimeout(timer);
  const due = waiting;
  waiting = [];
  for (const paint of due) paint();
};

/** Paints at once what waits: a key must be read against the grid as it is. */
export const paintNow = (): void => {
  if (waiting.length > 0) flushSync(paintWaiting);
};

/**
 * Paints when the write that a key began has ended, or soon where the disk is slow. Painting the grid takes several times as long as the write, which
 * would stand behind it.
 */
export const paintSoon = (paint: () => void, what: keyof typeof patience = 'key'): void => {
  if (waiting.length === 0) timer = setTimeout(paintWaiting, patience[what]);
  waiting.push(paint);
};
