import type { CohortId } from './ids.ts';
import type { OutcomeDefinition } from './outcome-definitions.ts';
import type { AgeBand, OutcomeRow } from './outcome-rows.ts';
import type { MainActivity, Sex } from './people.ts';
import { isVolunteer } from './questionnaire.ts';

/** Whom to count. One cycle and one wave always: answers given at different times are never pooled (domain.md 5). */
export type OutcomeSelection = {
  readonly cycle: string;
  readonly offsetMonths: number;
  readonly cohortId?: CohortId;
  readonly country?: string;
  readonly site?: string;
  readonly sex?: Sex;
  readonly ageBand?: AgeBand;
  readonly baseline?: MainActivity | 'volunteer' | 'unknown';
  /** Who counts as placed; the programme's own where none is chosen. */
  readonly definition?: OutcomeDefinition;
};

/** What a selection can be narrowed by. */
export const filterNames = ['cohortId', 'country', 'site', 'sex', 'ageBand', 'baseline'] as const;
export type FilterName = (typeof filterNames)[number];

/** The category of a row in a filter: every row is in one, and in one only. */
export const categoryOf = (row: OutcomeRow, filter: FilterName): string => row[filter] ?? 'unknown';

const passes = (row: OutcomeRow, filter: FilterName, wanted: string): boolean =>
  filter === 'baseline' && wanted === 'volunteer' ? isVolunteer(row.baseline) : categoryOf(row, filter) === wanted;

/** The filters in use that leave a row out, at most two of them: nobody needs to know more. */
export const failedFilters = (row: OutcomeRow, selection: OutcomeSelection): readonly FilterName[] => {
  const failed: FilterName[] = [];
  for (const filter of filterNames) {
    const wanted = selection[filter];
    if (wanted === undefined || passes(row, filter, wanted)) continue;
    failed.push(filter);
    if (failed.length === 2) break;
  }
  return failed;
};

/** True where a row is counted in a selection. The wave does not select rows: it says which answers are read. */
export const isSelected = (row: OutcomeRow, selection: OutcomeSelection): boolean =>
  row.cycle === selection.cycle && failedFilters(row, selection).length === 0;
