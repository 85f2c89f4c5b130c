import { flushSync } from 'react-dom';

/** Milliseconds for which a key's painting waits for its write; what was typed stands in the cell meanwhile. An eye does not see them. */
const patience = 24;

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
export const paintSoon = (paint: () => void): void => {
  if (waiting.length === 0) timer = setTimeout(paintWaiting, patience);
  waiting.push(paint);
};
