import type { IsoDate } from '#shared/lib/dates.ts';
import { daysBetween } from '#shared/lib/dates.ts';
import { writeState } from '../write-state.ts';
import { listAlumni } from './follow-ups.ts';

/** A window that closes within so many days is worth a reminder. */
const closingDays = 14;

/** Calls that can be made today: how many, in which waves (months after graduation), in which cohorts. */
export type CallsToday = {
  readonly count: number;
  /** How many were given to the person at work, asked for today or before, and are in a window that closes soon. */
  readonly mine: number;
  readonly agreed: number;
  readonly closing: number;
  readonly months: readonly number[];
  readonly cohortCodes: readonly string[];
};

/** The follow-up calls that can be made today. Reads only cohorts with an open wave. */
export const readCallsToday = async (today: IsoDate): Promise<CallsToday> => {
  const due = (await listAlumni({ today })).filter(({ callable, callOn }) => callable && callOn <= today);
  return {
    count: due.length,
    mine: due.filter(({ caller }) => caller !== undefined && caller === writeState().author.name).length,
    agreed: due.filter(({ tries, callOn }) => tries.at(-1)?.next !== undefined && callOn <= today).length,
    closing: due.filter(({ closes }) => daysBetween(today, closes) <= closingDays).length,
    months: [...new Set(due.map(({ wave }) => wave.offsetMonths))].sort((a, b) => a - b),
    cohortCodes: [...new Set(due.map(({ cohortCode }) => cohortCode))],
  };
};
