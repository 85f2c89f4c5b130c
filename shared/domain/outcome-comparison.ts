import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { CohortId } from './ids.ts';
import type { AnswerIndicatorId } from './outcome-indicators.ts';
import type { OutcomeRow } from './outcome-rows.ts';
import type { OutcomeSelection } from './outcome-selection.ts';
import { isSelected } from './outcome-selection.ts';
import type { OutcomeReport } from './outcomes.ts';
import { outcomes } from './outcomes.ts';

/** What an interview tells that is followed from wave to wave, on the screen and on paper. */
export const comparedAnswers = [
  'volunteerToPaid',
  'attribution',
  'unpaidToStipend',
  'askedToLead',
  'sameCommunity',
  'courseHelped',
  'placement',
] as const satisfies readonly AnswerIndicatorId[];

/** Waves of the same cohorts side by side: one report a wave, never a sum. */
export type WaveComparison = {
  readonly offsets: readonly number[];
  readonly reports: readonly OutcomeReport[];
  /** Cohorts in which every one of the waves has opened; only these are counted. */
  readonly cohorts: readonly CohortId[];
  /** Cohorts of the selection that one of the waves has not reached. */
  readonly leftOut: readonly CohortId[];
};

const openedIn = (rows: readonly OutcomeRow[], selection: OutcomeSelection): ReadonlyMap<CohortId, Set<number>> => {
  const opened = new Map<CohortId, Set<number>>();
  for (const row of rows) {
    if (!isSelected(row, selection)) continue;
    let own = opened.get(row.cohortId);
    if (own === undefined) opened.set(row.cohortId, (own = new Set()));
    for (const { offsetMonths } of row.waves) own.add(offsetMonths);
  }
  return opened;
};

/** Puts waves of one cycle side by side for the cohorts that all of them have reached. */
export const compareWaves = (
  rows: readonly OutcomeRow[],
  selection: Omit<OutcomeSelection, 'offsetMonths'>,
  offsets: readonly number[],
): WaveComparison => {
  const opened = [...openedIn(rows, { ...selection, offsetMonths: 0 })];
  const reached = (own: ReadonlySet<number>): boolean => offsets.every((offset) => own.has(offset));
  const same = new Set(opened.filter(([, own]) => reached(own)).map(([id]) => id));
  const counted = rows.filter(({ cohortId }) => same.has(cohortId));
  return {
    offsets,
    reports: offsets.map((offsetMonths) => outcomes(counted, { ...selection, offsetMonths })),
    cohorts: [...same],
    leftOut: opened.filter(([, own]) => !reached(own)).map(([id]) => id),
  };
};

/**
 * One figure for several selections is given only where all were asked at the same time: the same cycle and the same months after graduation. Else it
 * fails with `pooling-refused`, which says why in words (domain.md 5: never pool waves or cycles asked at different times).
 */
export const onlyOneTime = (
  selections: readonly Pick<OutcomeSelection, 'cycle' | 'offsetMonths'>[],
): Result<null, Failure> => {
  const cycles = new Set(selections.map(({ cycle }) => cycle));
  const waves = new Set(selections.map(({ offsetMonths }) => offsetMonths));
  if (cycles.size < 2 && waves.size < 2) return ok(null);
  const times = selections.map(({ cycle, offsetMonths }) =>
    [cycle, String(offsetMonths)].filter((part) => part !== ''),
  );
  return fail('pooling-refused', { times: [...new Set(times.map((time) => time.join(' / ')))].join(', ') });
};
