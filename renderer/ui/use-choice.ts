import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';

/** Keys that pass over other choices on their way rest this long on the one that is meant. */
const rest = 700;

/** What a list of choices is given. */
export type Choice = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
};

/**
 * A choice that is kept: shown at once, and kept when the keys rest, on Enter, and when the list is left or goes away. In a closed list every key is a
 * choice; without this each would be a change of its own in the history. `keep` says false where it was refused: what is kept is then shown again.
 */
export const useChoice = (kept: string, keep: (value: string) => Promise<boolean>): Choice => {
  const [wanted, setWanted] = useState<string>();
  const waiting = useRef<{ readonly value: string; readonly timer: ReturnType<typeof setTimeout> }>(undefined);
  const latest = useRef({ kept, keep });
  latest.current = { kept, keep };
  useEffect(() => {
    if (wanted === kept && waiting.current === undefined) setWanted(undefined);
  }, [wanted, kept]);
  const now = useRef((): void => {
    const due = waiting.current;
    if (due === undefined) return;
    clearTimeout(due.timer);
    waiting.current = undefined;
    if (due.value === latest.current.kept) setWanted(undefined);
    else void latest.current.keep(due.value).then((taken) => !taken && setWanted(undefined));
  });
  useEffect(() => now.current, []);
  return {
    value: wanted ?? kept,
    onChange: (value) => {
      setWanted(value);
      clearTimeout(waiting.current?.timer);
      waiting.current = { value, timer: setTimeout(now.current, rest) };
    },
    onKeyDown: ({ key }) => {
      if (key === 'Enter') now.current();
    },
    onBlur: now.current,
  };
};
