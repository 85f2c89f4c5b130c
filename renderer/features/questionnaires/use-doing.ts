import type { Result } from '#shared/lib/result.ts';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** Waits for a piece of work and tells how it ended; gives its value, or undefined where it failed. */
export const useDoing = (): (<T>(work: Promise<Result<T>>, done: string | undefined) => Promise<T | undefined>) => {
  const { failure } = useText();
  const { tell } = useNotices();
  return async (work, done) => {
    const result = await work;
    if (!result.ok) tell({ tone: 'bad', text: failure(result.error) });
    else if (done !== undefined) tell({ tone: 'ok', text: done, undo: true });
    return result.ok ? result.value : undefined;
  };
};
