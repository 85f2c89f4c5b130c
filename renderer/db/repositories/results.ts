import type { Award, AwardList } from '#shared/domain/awards.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { Eligibility } from '#shared/domain/eligibility.ts';
import { eligibility } from '#shared/domain/eligibility.ts';
import type { MarkSheet } from '#shared/domain/marks.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';
import { fullName } from '#shared/domain/people.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import { fold } from '#shared/lib/fold.ts';
import { listByCohort, listRecords } from '../records.ts';
import { loadCohortMarks } from './marks.ts';

/** One learner's results with what is missing for the award, the marks they come from, and the award where there is one. */
export type ResultLine = {
  readonly enrolment: Enrolment;
  readonly person: Person;
  readonly eligibility: Eligibility;
  readonly sheet: MarkSheet | undefined;
  readonly award: Award | undefined;
};

/** The results of a cohort in the order of the names; `list` is the award list that counts now. */
export type CohortResults = {
  readonly cohort: Cohort;
  readonly programme: ProgrammeVersion;
  readonly lines: readonly ResultLine[];
  readonly list: AwardList | undefined;
};

/** The cohort with a code, however it was typed; undefined where there is none. */
export const findCohort = async (code: string): Promise<Cohort | undefined> =>
  (await listRecords('cohorts')).find((cohort) => fold(cohort.code) === fold(code));

/** The list that no other supersedes. */
export const currentList = (lists: readonly AwardList[]): AwardList | undefined => {
  const superseded = new Set(lists.map((list) => list.supersedes));
  return lists
    .filter((list) => !superseded.has(list.id))
    .toSorted((a, b) => (a.frozenAt < b.frozenAt ? -1 : 1))
    .at(-1);
};

/** Computes results and eligibility of a whole cohort; sentences name titles in `language`. Undefined where there is no such cohort. */
export const loadCohortResults = async (cohortId: string, language: string): Promise<CohortResults | undefined> => {
  const [marks, registers, awards, lists] = await Promise.all([
    loadCohortMarks(cohortId),
    listByCohort('registers', cohortId),
    listByCohort('awards', cohortId),
    listByCohort('awardLists', cohortId),
  ]);
  if (marks === undefined) return undefined;
  const { cohort, programme, learners, sheets } = marks;
  const registerOf = new Map(registers.map((register) => [register.id, register]));
  const awardOf = new Map(awards.map((award) => [award.id, award]));
  const lines = learners.map(({ enrolment, person }): ResultLine => ({
    enrolment,
    person,
    eligibility: eligibility({
      programme,
      cohort,
      sheet: sheets.get(enrolment.id),
      enrolment,
      register: registerOf.get(enrolment.id),
      language,
    }),
    sheet: sheets.get(enrolment.id),
    award: awardOf.get(enrolment.id),
  }));
  const collator = new Intl.Collator(language);
  return {
    cohort,
    programme,
    lines: lines.toSorted((a, b) => collator.compare(fullName(a.person), fullName(b.person))),
    list: currentList(lists),
  };
};
