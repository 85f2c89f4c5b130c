import { useEffect, useState } from 'react';

/**
 * A choice shown at once and kept a moment later: what was wanted stands until the kept value says the same, so that the next key goes on from it.
 * `want(undefined)` goes back to what is kept.
 */
export const useWanted = (kept: string): readonly [shown: string, want: (value: string | undefined) => void] => {
  const [wanted, setWanted] = useState<string>();
  useEffect(() => {
    if (wanted === kept) setWanted(undefined);
  }, [wanted, kept]);
  return [wanted ?? kept, setWanted];
};
