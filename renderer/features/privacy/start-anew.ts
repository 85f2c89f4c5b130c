import { desktop } from '#renderer/desktop/bridge.ts';

/** After an erasure was written down the window starts anew: what it holds in memory goes, and opening the database carries the erasure to its end. */
export const startAnew = (place: string): void => {
  window.location.hash = place;
  void desktop.appReloadWindow();
};
