import { useEffect, useState, useSyncExternalStore } from 'react';
import type { OutcomeRow } from '#shared/domain/outcome-rows.ts';
import { outcomeRows } from '#renderer/db/repositories/outcomes.ts';
import { watchWriteState, writeState } from '#renderer/db/write-state.ts';

const writes = (): number => writeState().head.seq;

/** The rows in memory, read again after a write; undefined until the first are there. */
export const useOutcomeRows = (): readonly OutcomeRow[] | undefined => {
  const seq = useSyncExternalStore(watchWriteState, writes);
  const [rows, setRows] = useState<readonly OutcomeRow[]>();
  useEffect(() => {
    let wanted = true;
    void outcomeRows().then((found) => wanted && setRows(found));
    return () => {
      wanted = false;
    };
  }, [seq]);
  return rows;
};
