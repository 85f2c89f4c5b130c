import type { MarksRow } from './marks-row.ts';
import type { RowCache } from './marks-rows.ts';
import type { CellState } from './row-facts.ts';
import { cellStates } from './row-facts.ts';

/** Which rows are shown. */
export type RowFilter = Readonly<Record<CellState, boolean>> & {
  readonly mine: boolean;
  readonly atRisk: boolean;
  readonly site: string;
  readonly mentorGroup: string;
};

export const noFilter: RowFilter = {
  toMark: false,
  missing: false,
  late: false,
  resubmission: false,
  mine: false,
  atRisk: false,
  site: '',
  mentorGroup: '',
};

export const isFiltered = (filter: RowFilter): boolean =>
  filter.site !== '' ||
  filter.mentorGroup !== '' ||
  filter.mine ||
  filter.atRisk ||
  cellStates.some((one) => filter[one]);

/** True where a row passes the filters; each one narrows what the others leave. With `mine` it is my scripts that must be to mark, late and so on. */
export const passes = (row: MarksRow, filter: RowFilter, cache: RowCache): boolean => {
  const { site, mentorGroup } = row.learner.enrolment;
  if (filter.site !== '' && filter.site !== site) return false;
  if (filter.mentorGroup !== '' && filter.mentorGroup !== mentorGroup) return false;
  if (filter.atRisk && cache.risks(row).length === 0) return false;
  const { all, mine } = cache.facts(row);
  if (filter.mine && mine.cells === 0) return false;
  // What is missing lies with nobody.
  return cellStates.every((state) => !filter[state] || (filter.mine && state !== 'missing' ? mine : all)[state] > 0);
};
