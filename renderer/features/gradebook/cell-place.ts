import type { Position } from './grid-state.ts';

/** The id of a cell's element, by its place in the grid. */
export const cellId = (row: number, column: number): string => `mark-${row}-${column}`;

/** The place in the grid of the cell that an element is in, if it is in one. */
export const placeOf = (target: EventTarget): Position | undefined => {
  const id = target instanceof Element ? target.closest('[role=gridcell]')?.id.split('-') : undefined;
  return id === undefined ? undefined : { row: Number(id[1]), column: Number(id[2]) };
};
