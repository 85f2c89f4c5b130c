import type { MouseEvent } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { placeOf } from './cell-place.ts';
import type { Position } from './grid-state.ts';
import type { useGrid } from './use-grid.ts';

const hoverDelay = 250;

/** The computed cell under the pointer, after a moment. */
export const useHovered = () => {
  const [hovered, setHovered] = useState<Position>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const over = useCallback((target: EventTarget | null) => {
    clearTimeout(timer.current);
    const place = target === null ? undefined : placeOf(target);
    if (place === undefined) setHovered(undefined);
    else timer.current = setTimeout(() => setHovered(place), hoverDelay);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { hovered, over };
};

/** Selecting with the pointer: press, drag, Shift-press, press twice to edit. */
export const usePointer = (grid: Pick<ReturnType<typeof useGrid>, 'point'>) => {
  const dragging = useRef(false);
  useEffect(() => {
    const end = (): void => {
      dragging.current = false;
    };
    window.addEventListener('mouseup', end);
    return () => window.removeEventListener('mouseup', end);
  }, []);
  const onMouseDown = (event: MouseEvent): void => {
    const place = placeOf(event.target);
    if (place === undefined || event.button !== 0 || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    dragging.current = true;
    grid.point(place, event.shiftKey);
  };
  const onMouseOver = (event: MouseEvent): void => {
    const place = dragging.current ? placeOf(event.target) : undefined;
    if (place !== undefined) grid.point(place, true);
  };
  return { onMouseDown, onMouseOver };
};
