import type { Bridge } from '#shared/ipc/bridge.ts';

declare global {
  interface Window {
    readonly fieldcourse: Bridge;
  }
}

/** The main process, as the preload script offers it: one typed function a channel. */
export const desktop: Bridge = window.fieldcourse;
