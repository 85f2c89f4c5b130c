import type { Settings } from '#shared/ipc/settings.ts';
import type { ColumnPlan } from './grid-columns.ts';
import type { Position } from './grid-state.ts';

export const headerHeight = 64;
export const rowHeights: Readonly<Record<Settings['density'], number>> = { compact: 20, normal: 24, roomy: 32 };

/** A rectangle in the content of the scrolled grid, in px. */
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

export const boxOf = (plan: ColumnPlan, { row, column }: Position, rowHeight: number): Box => ({
  left: plan.lefts[column] ?? plan.who,
  top: headerHeight + row * rowHeight,
  width: plan.columns[column]?.width ?? 0,
  height: rowHeight,
});

/** Scrolls so that a box stands free of the frozen names and headings. */
export const reveal = (element: HTMLElement, box: Box, who: number): void => {
  const { scrollTop, scrollLeft, clientHeight, clientWidth } = element;
  if (box.top < scrollTop + headerHeight) element.scrollTop = box.top - headerHeight;
  else if (box.top + box.height > scrollTop + clientHeight) element.scrollTop = box.top + box.height - clientHeight + 1;
  if (box.left < scrollLeft + who) element.scrollLeft = box.left - who;
  else if (box.left + box.width > scrollLeft + clientWidth) element.scrollLeft = box.left + box.width - clientWidth + 1;
};
