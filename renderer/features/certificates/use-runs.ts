import { useSyncExternalStore } from 'react';
import type { Run } from './work/runs.ts';
import { runOf, watchRuns } from './work/runs.ts';

/** The run of a cohort, as it goes. */
export const useRun = (cohortId: string): Run | undefined => useSyncExternalStore(watchRuns, () => runOf(cohortId));
