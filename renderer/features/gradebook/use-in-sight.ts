import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Stretch } from './in-sight.ts';
import { stepTo } from './in-sight.ts';

/** The rows and columns in sight. */
export type Sight = { readonly rows: Stretch; readonly columns: Stretch };

/** How many may come in one frame: `few` where the frame before took too long. */
const pace = { many: { rows: 8, columns: 2 }, few: { rows: 3, columns: 1 } } as const;

const longFrame = 20;

const same = (a: Stretch, b: Stretch): boolean => a.first === b.first && a.last === b.last;

const sameSight = (a: Sight, b: Sight): boolean => same(a.rows, b.rows) && same(a.columns, b.columns);

/**
 * What is in sight, kept up when `onScroll` is told of a scrolling. In a fast turn of the wheel no frame has to make more of it than it has the time for;
 * what is missing comes in the frames that follow. Rows and columns come in one painting: `wanted`, which says what is in sight now, is asked once a
 * frame and before anything is painted, when the browser need not lay out the page to answer.
 */
export const useInSight = (wanted: () => Sight): { readonly sight: Sight; readonly onScroll: () => void } => {
  const [sight, setSight] = useState(wanted);
  const current = useRef(sight);
  const frame = useRef<number>(undefined);
  const show = useCallback((next: Sight) => {
    if (sameSight(next, current.current)) return;
    current.current = next;
    setSight(next);
  }, []);
  const advance = useCallback(
    (before: number | undefined): number =>
      requestAnimationFrame((now) => {
        const most = before !== undefined && now - before > longFrame ? pace.few : pace.many;
        const [target, from] = [wanted(), current.current];
        frame.current = sameSight(target, from) ? undefined : advance(now);
        if (frame.current === undefined) return;
        const next = {
          rows: stepTo(from.rows, target.rows, most.rows),
          columns: stepTo(from.columns, target.columns, most.columns),
        };
        flushSync(() => show(next));
      }),
    [wanted, show],
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
  return { sight, onScroll };
};
