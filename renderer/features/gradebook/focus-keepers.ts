/** What keeps the focus while the cursor moves: a heading that orders, a filter that narrows, a panel that follows, a question that is asked. */
export const focusKeepers = '.heads, .marks-tools, aside, [role=dialog]';

/** Who goes to a cell on purpose takes the focus along. */
export const leaveKeeper = (): void => {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.closest(focusKeepers) !== null) activeElement.blur();
};
