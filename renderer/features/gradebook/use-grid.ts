import { useCallback, useMemo, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useText } from '#renderer/ui/text.tsx';
import { leaveKeeper } from './focus-keepers.ts';
import type { GridInput } from './grid-input.ts';
import { shapeOf } from './grid-input.ts';
import type { Position } from './grid-state.ts';
import { at, pointTo, press, typed } from './grid-state.ts';
import { paintNow } from './paint-soon.ts';
import { useClipboardText } from './use-clipboard-text.ts';
import { useFollowRows } from './use-follow-rows.ts';
import { useSteps } from './use-steps.ts';

/** The keyboard, pointer and clipboard of the grid. The state is current at once for keys that come before the next painting. */
export const useGrid = (input: GridInput, pageRows: number, percent: (tenths: number) => string) => {
  const { language } = useText();
  const latest = useRef(input);
  latest.current = input;
  const { painted, state, locked, move, perform } = useSteps(latest);
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing || event.altKey) return;
      const key = { key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey };
      paintNow();
      const step = press(state.current, key, shapeOf(latest.current, pageRows, language));
      if (step === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      perform(step);
    },
    [state, pageRows, language, perform],
  );

  const onText = useCallback((text: string) => move(typed(state.current, text)), [state, move]);
  const point = useCallback(
    (to: Position, extend: boolean) => {
      leaveKeeper();
      paintNow();
      perform(pointTo(state.current, to, extend));
    },
    [state, perform],
  );
  const begin = useCallback(() => {
    const step = press(
      state.current,
      { key: 'F2', shift: false, ctrl: false },
      shapeOf(latest.current, pageRows, language),
    );
    if (step !== undefined && state.current.edit === undefined) perform(step);
  }, [state, pageRows, language, perform]);
  const goTo = useCallback(
    (to: Position) => {
      leaveKeeper();
      move(at({ ...to }));
    },
    [move],
  );

  const { onCopy, onCut, onPaste } = useClipboardText(latest, state, percent);
  useFollowRows(input.rows, input.plan, state, move);
  return useMemo(
    () => ({ state: painted, locked, onKeyDown, onText, point, begin, goTo, onCopy, onCut, onPaste, current: state }),
    [painted, state, locked, onKeyDown, onText, point, begin, goTo, onCopy, onCut, onPaste],
  );
};
