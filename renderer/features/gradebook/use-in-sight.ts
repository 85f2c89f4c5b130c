import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Stretch } from './in-sight.ts';
import { stepTo } from './in-sight.ts';

/** How many may come in one frame: `few` where the frame before took too long. */
type Pace = { readonly many: number; readonly few: number };

const longFrame = 20;

const same = (a: Stretch, b: Stretch): boolean => a.first === b.first && a.last === b.last;

/**
 * The rows or columns in sight, kept up when `onScroll` is told of a scrolling. In a fast turn of the wheel no frame has to make more of them than it has
 * the time for; what is missing comes in the frames that follow. `wanted` says what is in sight now.
 */
export const useInSight = (wanted: () => Stretch, { many, few }: Pace) => {
  const [shown, setShown] = useState(wanted);
  const current = useRef(shown);
  const frame = useRef<number>(undefined);
  const show = useCallback((next: Stretch) => {
    if (same(next, current.current)) return;
    current.current = next;
    setShown(next);
  }, []);
  const advance = useCallback(
    (before: number | undefined): number =>
      requestAnimationFrame((now) => {
        const step = before !== undefined && now - before > longFrame ? few : many;
        const [target, from] = [wanted(), current.current];
        frame.current = same(target, from) ? undefined : advance(now);
        flushSync(() => show(stepTo(from, target, step)));
      }),
    [wanted, show, many, few],
  );
  const onScroll = useCallback(() => {
    frame.current ??= advance(undefined);
  }, [advance]);
  useLayoutEffect(() => show(wanted()), [wanted, show]);
  useEffect(
    () => () => {
      if (frame.current !== undefined) cancelAnimationFrame(frame.current);
      frame.current = undefined;
    },
    [advance],
  );
  return { first: shown.first, last: shown.last, onScroll };
};
