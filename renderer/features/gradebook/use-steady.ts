import { useCallback, useLayoutEffect, useRef } from 'react';

/** A callback of one identity that always does the latest: parts that are given it need not be painted again. */
export const useSteady = <Arguments extends readonly unknown[]>(
  work: (...given: Arguments) => void,
): ((...given: Arguments) => void) => {
  const latest = useRef(work);
  useLayoutEffect(() => {
    latest.current = work;
  });
  return useCallback((...given: Arguments) => latest.current(...given), []);
};
