import type { Result } from '#shared/lib/result.ts';
import type { Notice } from '#renderer/ui/notices.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** Waits for a change and says how it went: the notice given where it was saved, the reason where it was not. */
export const useDoing = (): ((work: Promise<Result<unknown>>, done?: Notice) => void) => {
  const { failure } = useText();
  const { tell } = useNotices();
  return (work, done) =>
    void work.then((result) => {
      if (!result.ok) tell({ tone: 'bad', text: failure(result.error) });
      else if (done !== undefined) tell(done);
    });
};
