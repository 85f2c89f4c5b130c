import type { IsoDate, IsoInstant } from '#shared/lib/dates.ts';
import type { AwardListId, CohortId, EnrolmentId, PersonId, ProgrammeId } from './ids.ts';

/** One learner on a frozen award list. `overall` is per cent in tenths (67.5 % is 675), rounded once. */
export type AwardLine = {
  readonly enrolmentId: EnrolmentId;
  readonly personId: PersonId;
  readonly confirmedName: string;
  readonly overall: number;
  readonly modules: readonly { readonly number: number; readonly title: string; readonly result: number }[];
  readonly hours: number;
};

/** The frozen list of awards of a cohort. Never changed: a later list may supersede it. */
export type AwardList = {
  readonly id: AwardListId;
  readonly cohortId: CohortId;
  readonly programmeId: ProgrammeId;
  readonly frozenOn: IsoDate;
  readonly frozenAt: IsoInstant;
  readonly frozenBy: string;
  readonly lines: readonly AwardLine[];
  readonly supersedes?: AwardListId;
};

/** The decision that the programme is completed, one record per enrolment; `id` is the enrolment's id. The alumnus begins here. */
export type Award = {
  readonly id: EnrolmentId;
  readonly cohortId: CohortId;
  readonly personId: PersonId;
  readonly awardListId: AwardListId;
  readonly awardedOn: IsoDate;
  readonly name: string;
  readonly overall: number;
};
