const dayMs = 86_400_000;

/** A snapshot as the thinning sees it: its file and when it was made (ms). */
export type Dated = { readonly file: string; readonly made: number };

const newestPer = (snapshots: readonly Dated[], period: number, kept: number): readonly Dated[] => {
  const byPeriod = new Map<number, Dated>();
  for (const snapshot of snapshots) {
    const key = Math.floor(snapshot.made / period);
    const other = byPeriod.get(key);
    if (other === undefined || other.made < snapshot.made) byPeriod.set(key, snapshot);
  }
  return [...byPeriod.entries()]
    .sort(([a], [b]) => b - a)
    .slice(0, kept)
    .map(([, snapshot]) => snapshot);
};

/** The snapshots that may go: all but the last 10, one a day for 14 days and one a week for 8 weeks. */
export const toThin = (snapshots: readonly Dated[]): readonly Dated[] => {
  const newestFirst = [...snapshots].sort((a, b) => b.made - a.made);
  const keep = new Set([
    ...newestFirst.slice(0, 10),
    ...newestPer(snapshots, dayMs, 14),
    ...newestPer(snapshots, 7 * dayMs, 8),
  ]);
  return newestFirst.filter((snapshot) => !keep.has(snapshot));
};
