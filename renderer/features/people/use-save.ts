import { useState } from 'react';
import type { Failure, Result } from '#shared/lib/result.ts';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** Saving from a form: says what was done with the way back, and keeps the failure beside the form. */
export const useSave = (): {
  readonly error: Failure | undefined;
  readonly clear: () => void;
  readonly save: (work: () => Promise<Result<unknown>>, done: string) => Promise<boolean>;
} => {
  const { tell } = useNotices();
  const { failure } = useText();
  const [error, setError] = useState<Failure>();
  return {
    error,
    clear: () => setError(undefined),
    save: async (work, done) => {
      const result = await work();
      setError(result.ok ? undefined : result.error);
      if (result.ok) tell({ tone: 'ok', text: done, undo: true });
      else if (/^(disk|read-only|database|journal)/.test(result.error.code))
        tell({ tone: 'bad', text: failure(result.error) });
      return result.ok;
    },
  };
};
