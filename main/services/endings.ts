const endings = new Set<() => Promise<void>>();

/** Has something ended before the app does, such as a worker thread: Electron can hang at exit while one is alive. */
export const beforeEnd = (end: () => Promise<void>): void => void endings.add(end);

/** Ends all of it. One that fails does not keep the others. */
export const endAll = async (): Promise<void> => {
  await Promise.allSettled([...endings].map((end) => end()));
};
