import type { CohortAttendance } from '#renderer/db/repositories/cohort-attendance.ts';
import type { CohortFrame, CohortLearner } from '#renderer/db/repositories/marks.ts';
import type { EnrolmentId } from '#shared/domain/ids.ts';
import type { MarkSheet } from '#shared/domain/marks.ts';
import type { ProgrammeRules } from '#shared/domain/programmes.ts';
import type { IsoDate } from '#shared/lib/dates.ts';

/** One line of the grid. Its identity changes only when something it shows has changed. */
export type MarksRow = {
  readonly id: EnrolmentId;
  readonly learner: CohortLearner;
  readonly name: string;
  readonly locked: boolean;
  readonly sheet: MarkSheet | undefined;
};

/** What the looks and results of all rows depend on. `rules` hold in this cohort; `me` is who works here. */
export type MarksContext = Pick<CohortFrame, 'cohort' | 'programme'> & {
  readonly rules: ProgrammeRules;
  readonly attendance: CohortAttendance;
  readonly today: IsoDate;
  readonly me: string;
  readonly language: string;
};
