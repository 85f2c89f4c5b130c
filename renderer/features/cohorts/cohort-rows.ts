import type { Cohort } from '#shared/domain/cohorts.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { fold } from '#shared/lib/fold.ts';

/** Which cohorts the list shows. A cohort is at work until its graduation is over. */
export type CohortFilter = {
  readonly state: 'all' | 'at-work' | 'finished';
  readonly country: string;
  readonly cycle: string;
};

export const allCohorts: CohortFilter = { state: 'all', country: '', cycle: '' };

/** True where the graduation is over. */
export const isFinished = ({ graduation }: Pick<Cohort, 'graduation'>, today: IsoDate): boolean =>
  graduation !== undefined && graduation < today;

/** The cohorts that a filter leaves. */
export const filterCohorts = (cohorts: readonly Cohort[], filter: CohortFilter, today: IsoDate): readonly Cohort[] =>
  cohorts.filter(
    (cohort) =>
      (filter.state === 'all' || isFinished(cohort, today) === (filter.state === 'finished')) &&
      (filter.country === '' || cohort.country === filter.country) &&
      (filter.cycle === '' || cohort.cycle === filter.cycle),
  );

/** Cohorts at work first, then those with the latest graduation; among cohorts at work the latest start first. */
export const sortCohorts = (cohorts: readonly Cohort[], today: IsoDate): readonly Cohort[] => {
  const keyOf = (cohort: Cohort): string =>
    isFinished(cohort, today) ? `0 ${cohort.graduation ?? ''}` : `1 ${cohort.starts}`;
  return cohorts.toSorted((a, b) =>
    keyOf(a) === keyOf(b) ? (fold(a.code) < fold(b.code) ? -1 : 1) : keyOf(a) < keyOf(b) ? 1 : -1,
  );
};
