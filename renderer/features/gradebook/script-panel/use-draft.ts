import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '#shared/lib/result.ts';

/** What is being typed into a field. `sentFrom` is what was saved when it was sent off: until that changes, what was typed stays on the screen. */
type Draft = { readonly text: string; readonly sentFrom?: string; readonly failure?: Failure };

/** A field that is saved when it is left, and after a pause where `pause` (milliseconds) is given. */
type DraftField = {
  readonly value: string;
  readonly failure: Failure | undefined;
  readonly set: (text: string) => void;
  /** Saves what was typed; false where it was refused. */
  readonly leave: () => boolean;
  /** Brings back what is saved; false where nothing was typed. */
  readonly restore: () => boolean;
};

/** Lays what is typed over what is saved. `save` gives the reason where a text is refused: it then stays in the field and nothing is saved. */
export const useDraft = (saved: string, save: (text: string) => Failure | undefined, pause?: number): DraftField => {
  const [draft, setDraft] = useState<Draft>();
  const current = useRef(draft);
  const latest = useRef({ saved, save });
  latest.current = { saved, save };
  const keep = useCallback((next: Draft | undefined) => {
    current.current = next;
    setDraft(next);
  }, []);
  const send = useCallback((): Draft | undefined => {
    const typed = current.current;
    if (typed === undefined || typed.sentFrom !== undefined) return typed;
    if (typed.text === latest.current.saved) return undefined;
    const sentFrom = latest.current.saved;
    const failure = latest.current.save(typed.text);
    return failure === undefined ? { text: typed.text, sentFrom } : { text: typed.text, failure };
  }, []);
  useEffect(() => {
    const sent = current.current?.sentFrom;
    if (sent !== undefined && sent !== saved) keep(undefined);
  }, [saved, keep]);
  useEffect(() => {
    if (pause === undefined || draft === undefined || draft.sentFrom !== undefined) return undefined;
    const timer = setTimeout(() => keep(send()), pause);
    return () => clearTimeout(timer);
  }, [draft, pause, keep, send]);
  // What was typed is not lost when the panel goes on to another script or closes.
  useEffect(() => () => void send(), [send]);
  return {
    value: draft === undefined || (draft.sentFrom !== undefined && draft.sentFrom !== saved) ? saved : draft.text,
    failure: draft?.failure,
    set: (text) => keep({ text }),
    leave: () => {
      const next = send();
      keep(next);
      return next?.failure === undefined;
    },
    restore: () => {
      const typed = current.current !== undefined && current.current.sentFrom === undefined;
      if (typed) keep(undefined);
      return typed;
    },
  };
};
