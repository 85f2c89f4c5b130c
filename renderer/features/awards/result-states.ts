import type { MissingCode } from '#shared/domain/eligibility.ts';
import { lacksOnlyName } from '#shared/domain/eligibility.ts';
import type { ResultLine } from '#renderer/db/repositories/results.ts';
import type { GlyphName } from '#renderer/ui/icon.tsx';

/** Where a learner stands before the award board. `left`: the enrolment ended, so nothing is asked for. */
export type ResultState = 'awarded' | 'eligible' | 'name' | 'missing' | 'left';

type Judged = Pick<ResultLine, 'award' | 'eligibility'>;

/** Awarded comes first: a frozen award stands whatever was keyed since. */
export const stateOf = ({ award, eligibility }: Judged): ResultState => {
  if (award !== undefined) return 'awarded';
  if (eligibility.eligible) return 'eligible';
  if (eligibility.missing.some(({ code }) => code === 'status')) return 'left';
  return lacksOnlyName(eligibility) ? 'name' : 'missing';
};

export const resultFilters = ['all', 'eligible', 'missing', 'name', 'awarded'] as const;
export type ResultFilter = (typeof resultFilters)[number];

/** True where a line belongs to what was asked for; who left stands under `all` alone. */
export const fitsFilter = (line: Judged, filter: ResultFilter): boolean => filter === 'all' || stateOf(line) === filter;

/** How many lines each filter lets through. */
export const countByFilter = (lines: readonly Judged[]): Readonly<Record<ResultFilter, number>> => {
  const count = (filter: ResultFilter): number => lines.filter((line) => fitsFilter(line, filter)).length;
  return {
    all: lines.length,
    eligible: count('eligible'),
    missing: count('missing'),
    name: count('name'),
    awarded: count('awarded'),
  };
};

/** The sign of what an award lacks. */
export const missingGlyphs: Readonly<Record<MissingCode, GlyphName>> = {
  status: 'ns',
  'not-received': 'awaited',
  'not-marked': 'received',
  query: 'hold',
  extended: 'def',
  'all-excused': 'ex',
  below: 'below',
  criterion: 'below',
  'sign-off': 'marked',
  hours: 'late',
  name: 'anomaly',
};
