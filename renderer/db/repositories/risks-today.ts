import type { Risk } from '#shared/domain/at-risk.ts';
import { risksOf } from '#shared/domain/at-risk.ts';
import type { CohortId } from '#shared/domain/ids.ts';
import { fullName, isCurrent } from '#shared/domain/people.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { listRecords } from '../records.ts';
import { loadCohortAttendance } from './cohort-attendance.ts';
import { loadCohortMarks } from './marks.ts';

/** The learners at risk of a cohort at work: how many, and the one with the most reasons, by name. */
export type CohortRisks = {
  readonly cohortId: CohortId;
  readonly code: string;
  readonly count: number;
  readonly first: { readonly name: string; readonly risks: readonly Risk[] };
};

/** Learners at risk today (domain.md 6) in cohorts without a graduation in the past, most of them first; cohorts without any are left out. */
export const readRisksToday = async (today: IsoDate, language: string): Promise<readonly CohortRisks[]> => {
  const cohorts = await listRecords('cohorts');
  const atWork = cohorts.filter(({ graduation }) => graduation === undefined || graduation >= today);
  const read = await Promise.all(
    atWork.map(async ({ id }) => {
      const [marks, attendance] = await Promise.all([loadCohortMarks(id), loadCohortAttendance(id)]);
      if (marks === undefined) return [];
      const { cohort, programme, learners, sheets } = marks;
      const { sessions, registers } = attendance;
      const found = learners
        .filter(({ enrolment }) => isCurrent(enrolment.status))
        .map(({ enrolment, person }) => {
          const own = { sheet: sheets.get(enrolment.id), register: registers.get(enrolment.id) };
          return { name: fullName(person), risks: risksOf({ programme, cohort, sessions, today, ...own }, language) };
        })
        .filter(({ risks }) => risks.length > 0)
        .sort((a, b) => b.risks.length - a.risks.length || a.name.localeCompare(b.name, language));
      const [first] = found;
      return first === undefined ? [] : [{ cohortId: cohort.id, code: cohort.code, count: found.length, first }];
    }),
  );
  return read.flat().sort((a, b) => b.count - a.count);
};
