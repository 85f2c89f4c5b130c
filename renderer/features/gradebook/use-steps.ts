import type { RefObject } from 'react';
import { useCallback, useRef, useState } from 'react';
import type { GridInput } from './grid-input.ts';
import type { GridState, Position, Step } from './grid-state.ts';
import { at } from './grid-state.ts';
import { paintSoon } from './paint-soon.ts';

/** Where the keyboard stands, at once for the keys that follow and on the screen with the next painting, and how a step is done. */
export const useSteps = (latest: RefObject<GridInput>) => {
  const [painted, setPainted] = useState<GridState>(() =>
    at({
      row: 0,
      column: Math.max(
        0,
        latest.current.plan.columns.findIndex(({ kind }) => kind === 'assignment'),
      ),
    }),
  );
  const state = useRef(painted);
  const [locked, setLocked] = useState<Position>();

  const move = useCallback((next: GridState) => {
    state.current = next;
    setPainted(next);
  }, []);

  const perform = useCallback(
    (step: NonNullable<Step>) => {
      const { command } = step;
      const { active } = step.state;
      const changes = command?.kind === 'outcome' || command?.kind === 'clear';
      const onLocked =
        changes && latest.current.rows[active.row]?.locked === true && command.range.top === command.range.bottom;
      const paint = (): void => {
        setLocked(onLocked ? active : command?.kind === 'locked' ? command.at : undefined);
        move(step.state);
        const to = command?.kind === 'restore' ? latest.current.restore(active) : undefined;
        if (to !== undefined) move(at(to));
      };
      if (command === undefined || onLocked) return paint();
      if (command.kind === 'heads') return latest.current.toHeads(command.column);
      // The write begins before the painting, so that the disk works meanwhile.
      latest.current.run(command);
      if (command.kind === 'enter') paintSoon(paint);
      else paint();
    },
    [latest, move],
  );

  return { painted, state, locked, move, perform };
};
