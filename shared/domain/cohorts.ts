import type { IsoDate } from '#shared/lib/dates.ts';
import type { AssignmentId, CohortId, ModuleId, ProgrammeId } from './ids.ts';
import type { RuleOverrides } from './programme-rules.ts';

/** One intake of one programme version with its own calendar. `code` is unique in a workspace, e.g. `2026-R1`. `country` is ISO 3166-1 alpha-2. */
export type Cohort = {
  readonly id: CohortId;
  readonly code: string;
  readonly name: string;
  readonly programmeId: ProgrammeId;
  readonly country: string;
  readonly place: string;
  readonly partner: string;
  readonly cycle: string;
  readonly starts: IsoDate;
  readonly census: IsoDate;
  readonly graduation?: IsoDate;
  /** Day by which each assignment's scripts are due. */
  readonly due: Readonly<Record<AssignmentId, IsoDate>>;
  /** Day on which a module's marks were released to learners; a released mark changes only with a reason. */
  readonly released: Readonly<Record<ModuleId, IsoDate>>;
  readonly signatories: readonly Signatory[];
  /** Rules of the programme version that were changed for this cohort (`rulesOf`). */
  readonly ruleOverrides?: RuleOverrides;
  /** Where the cohort is of an earlier cycle and only its alumni are known. */
  readonly earlier?: EarlierCohort;
};

/**
 * A cohort whose alumni were imported. Without `enrolled`, nobody knows how many began, and its completion cannot be computed; `startsKnown` is false where
 * its first day was counted back from its graduation.
 */
export type EarlierCohort = { readonly importedOn: IsoDate; readonly startsKnown: boolean; readonly enrolled?: number };

/** Who signs the certificates. */
export type Signatory = { readonly name: string; readonly office: string };

/** How a cohort is called in a heading: its name, with its code before it unless the name holds it already. */
export const cohortTitle = ({ code, name }: Pick<Cohort, 'code' | 'name'>): string =>
  name.includes(code) ? name : `${code} ${name}`.trim();
