/** What a screen keeps from one visit to the next on this laptop alone, such as which columns are folded. Losing it loses no data. */
export const recall = (key: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as unknown;
  } catch {
    return null;
  }
};

/** Keeps a value under a key; null forgets it. A full disk only means that it is not remembered. */
export const keep = (key: string, value: unknown): void => {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // What cannot be kept is asked for again.
  }
};
