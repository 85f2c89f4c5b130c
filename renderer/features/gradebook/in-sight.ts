/** The rows or columns from `first` to `last`; none where `last` is before `first`. */
export type Stretch = { readonly first: number; readonly last: number };

/** Rows beyond either edge that are there already when scrolling begins. */
const spare = 4;

/** The rows to draw where `height` px of `count` rows can be seen from `scrollTop` on. */
export const rowsAround = (
  { count, rowHeight, height }: { readonly count: number; readonly rowHeight: number; readonly height: number },
  scrollTop: number,
): Stretch => ({
  first: Math.max(0, Math.min(count - 1, Math.floor(scrollTop / rowHeight)) - spare),
  last: Math.min(count - 1, Math.ceil((scrollTop + height) / rowHeight) - 1 + spare),
});

/** Goes from one stretch towards another with at most `most` new rows or columns; those outside the other are dropped at once. */
export const stepTo = (from: Stretch, to: Stretch, most: number): Stretch => {
  if (to.first > from.last || to.last < from.first)
    return { first: to.first, last: Math.min(to.last, to.first + most - 1) };
  const kept = { first: Math.max(from.first, to.first), last: Math.min(from.last, to.last) };
  const below = Math.min(to.last - kept.last, most);
  const above = Math.min(kept.first - to.first, most - below);
  return { first: kept.first - above, last: kept.last + below };
};
