import type { IsoDate, IsoInstant } from '#shared/lib/dates.ts';
import type { AwardListId, CohortId, EnrolmentId, ModuleId, PersonId, ProgrammeId } from './ids.ts';

/** One learner on a frozen award list. `overall` is per cent in tenths (67.5 % is 675), rounded once. */
export type AwardLine = {
  readonly enrolmentId: EnrolmentId;
  readonly personId: PersonId;
  readonly confirmedName: string;
  readonly overall: number;
  readonly modules: readonly { readonly number: number; readonly title: string; readonly result: number }[];
  readonly hours: number;
  /** The line was made anonymous: only that an award was made is left. */
  readonly erased?: true;
};

/** Who approved an award list, in which office, on which day. */
export type Approval = { readonly name: string; readonly office: string; readonly on: IsoDate };

/** The frozen list of awards of a cohort. Never changed: a later list may supersede it, and then says for what `reason`. */
export type AwardList = {
  readonly id: AwardListId;
  readonly cohortId: CohortId;
  readonly programmeId: ProgrammeId;
  readonly frozenOn: IsoDate;
  readonly frozenAt: IsoInstant;
  readonly frozenBy: string;
  readonly lines: readonly AwardLine[];
  readonly supersedes?: AwardListId;
  readonly reason?: string;
  readonly approvals?: readonly Approval[];
};

/** What is not known of an award of an earlier cycle. */
export const awardGaps = ['baseline', 'result', 'modules', 'awardedOn', 'graduation', 'certificateNumber'] as const;
export type AwardGap = (typeof awardGaps)[number];

/**
 * Where an award of an earlier cycle comes from: a spreadsheet, not a frozen list. Its certificate number is kept as it was written and is never one of
 * our serials; `results` are per cent in tenths by module; what was not known is named and never guessed.
 */
export type ImportedAward = {
  readonly on: IsoDate;
  readonly certificateNumber?: string;
  readonly results: Readonly<Record<ModuleId, number>>;
  readonly gaps: readonly AwardGap[];
};

/**
 * The decision that the programme is completed, one record per enrolment; `id` is the enrolment's id. The alumnus begins here. An award of an earlier cycle
 * is `imported`: it stands on no list, and its `overall` may be missing.
 */
export type Award = {
  readonly id: EnrolmentId;
  readonly cohortId: CohortId;
  readonly personId: PersonId;
  readonly awardListId?: AwardListId;
  readonly awardedOn: IsoDate;
  readonly name: string;
  readonly overall?: number;
  readonly imported?: ImportedAward;
  /** Day on which the award was made anonymous; `name` and `overall` say nothing then. */
  readonly erasedOn?: IsoDate;
};
