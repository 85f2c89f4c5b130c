import type { Enrolment } from '#shared/domain/people.ts';
import { groupBy } from '#shared/lib/group-by.ts';

/** Learners of a mentor group at a site; empty names where none is given. */
export type SiteCount = {
  readonly site: string;
  readonly count: number;
  readonly groups: readonly { readonly mentorGroup: string; readonly count: number }[];
};

/** How many learners meet where and with whom, in the order of the alphabet; those without a site last. */
export const countPlaces = (
  enrolments: readonly Pick<Enrolment, 'site' | 'mentorGroup'>[],
  compare: (a: string, b: string) => number,
): readonly SiteCount[] => {
  const order = (a: string, b: string): number => (a === '' ? 1 : b === '' ? -1 : compare(a, b));
  return [...groupBy(enrolments, ({ site = '' }) => site)]
    .map(([site, own]) => ({
      site,
      count: own.length,
      groups: [...groupBy(own, ({ mentorGroup = '' }) => mentorGroup)]
        .map(([mentorGroup, of]) => ({ mentorGroup, count: of.length }))
        .toSorted((a, b) => order(a.mentorGroup, b.mentorGroup)),
    }))
    .toSorted((a, b) => order(a.site, b.site));
};
