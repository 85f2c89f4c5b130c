import type { Risk } from '#shared/domain/at-risk.ts';
import { risksOf } from '#shared/domain/at-risk.ts';
import type { CohortId } from '#shared/domain/ids.ts';
import type { Enrolment } from '#shared/domain/people.ts';
import { fullName } from '#shared/domain/people.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { getRecords, listByCohort } from '../records.ts';
import type { CohortContent } from './today.ts';

/** A learner at risk with the reasons in words, of which there is at least one. */
export type LearnerAtRisk = {
  readonly enrolment: Enrolment;
  readonly name: string;
  readonly cohortCode: string;
  readonly risks: readonly Risk[];
};

/** The learners at risk: how many, the cohort that has most of them, and those with most reasons. */
export type RisksToday = {
  readonly count: number;
  readonly most: { readonly id: CohortId; readonly code: string };
  readonly first: readonly LearnerAtRisk[];
};

/** So many are named. */
const named = 5;

type Found = Omit<LearnerAtRisk, 'name'>;

const atRiskIn = async (content: CohortContent, today: IsoDate, language: string): Promise<readonly Found[]> => {
  const { programme, cohort, enrolments, sheets, registers } = content;
  const sessions = await listByCohort('sessions', cohort.id);
  return enrolments
    .map((enrolment) => {
      const own = { sheet: sheets.get(enrolment.id), register: registers.get(enrolment.id) };
      const risks = risksOf({ programme, cohort, sessions, today, ...own }, language);
      return { enrolment, cohortCode: cohort.code, risks };
    })
    .filter(({ risks }) => risks.length > 0);
};

/** Those with most reasons, of several the first by name. Only people who may be among them are read, not a cohort of them. */
const firstOf = async (found: readonly Found[], language: string): Promise<readonly LearnerAtRisk[]> => {
  const least = found.map(({ risks }) => risks.length).sort((a, b) => b - a)[named - 1] ?? 1;
  const top = found.filter(({ risks }) => risks.length >= least);
  const people = await getRecords(
    'people',
    top.map(({ enrolment }) => enrolment.personId),
  );
  const nameOf = new Map(people.map((person) => [person.id, fullName(person)]));
  return top
    .map((one) => ({ ...one, name: nameOf.get(one.enrolment.personId) ?? '' }))
    .sort((a, b) => b.risks.length - a.risks.length || a.name.localeCompare(b.name, language))
    .slice(0, named);
};

/** Learners at risk today (domain.md 6) in the cohorts at work that were read already; undefined where there is nobody. */
export const readRisksToday = async (
  contents: readonly CohortContent[],
  today: IsoDate,
  language: string,
): Promise<RisksToday | undefined> => {
  const read = await Promise.all(
    contents.map(async (content) => ({
      cohort: content.cohort,
      found: await atRiskIn(content, today, language),
    })),
  );
  const most = read.toSorted((a, b) => b.found.length - a.found.length)[0];
  if (most === undefined || most.found.length === 0) return undefined;
  const found = read.flatMap((one) => one.found);
  const { id, code } = most.cohort;
  return { count: found.length, most: { id, code }, first: await firstOf(found, language) };
};
