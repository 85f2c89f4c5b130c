import type { IsoDate, IsoInstant } from '#shared/lib/dates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { Award, AwardLine, AwardList } from './awards.ts';
import type { Cohort } from './cohorts.ts';
import type { Eligibility } from './eligibility.ts';
import type { AwardListId, EnrolmentId } from './ids.ts';
import { inLanguage } from './languages.ts';
import type { Enrolment } from './people.ts';
import type { ProgrammeVersion } from './programmes.ts';

/** A learner put before the award board, with the eligibility computed just now. */
export type Candidate = {
  readonly enrolment: Pick<Enrolment, 'id' | 'personId' | 'cohortId' | 'confirmedName'>;
  readonly eligibility: Eligibility;
};

/** What a frozen list is made from. Titles of modules are kept in `language` (default English). `supersedes` with the awards as they stand. */
export type FreezeInput = {
  readonly id: AwardListId;
  readonly cohort: Pick<Cohort, 'id'>;
  readonly programme: Pick<ProgrammeVersion, 'id'>;
  readonly candidates: readonly Candidate[];
  readonly frozenOn: IsoDate;
  readonly frozenAt: IsoInstant;
  readonly frozenBy: string;
  readonly language?: string;
  readonly supersedes?: { readonly list: AwardList; readonly awards: readonly Award[] };
};

/** A frozen list with its awards, one per line. `dropped` stood on the superseded list and not on this one: their awards need a decision. */
export type FrozenAwards = {
  readonly list: AwardList;
  readonly awards: readonly Award[];
  readonly dropped: readonly EnrolmentId[];
};

const lineOf = ({ enrolment, eligibility }: Candidate, language: string): AwardLine | undefined => {
  const { overall } = eligibility;
  if (!eligibility.eligible || overall === undefined || enrolment.confirmedName === undefined) return undefined;
  return {
    enrolmentId: enrolment.id,
    personId: enrolment.personId,
    confirmedName: enrolment.confirmedName,
    overall,
    modules: eligibility.modules.map((result) => ({
      number: result.module.number,
      title: inLanguage(result.module.title, language),
      result: result.final ?? 0,
    })),
    hours: eligibility.hours.attended,
  };
};

const awardOf = (line: AwardLine, list: AwardList, before: Award | undefined): Award => ({
  id: line.enrolmentId,
  cohortId: list.cohortId,
  personId: line.personId,
  awardListId: list.id,
  awardedOn: before?.awardedOn ?? list.frozenOn,
  name: line.confirmedName,
  overall: line.overall,
});

/**
 * Freezes the award list of a cohort: copies names and results as they are now, in the order given, and makes one award a line. Refused when
 * empty, or when anyone on it is not eligible. A superseding list stands for the whole cohort; who was awarded before keeps that day.
 */
export const freezeAwardList = (
  input: FreezeInput,
): Result<FrozenAwards, Failure<'award-list-empty' | 'award-list-not-eligible'>> => {
  const { candidates, supersedes, language = 'en' } = input;
  if (supersedes !== undefined && supersedes.list.cohortId !== input.cohort.id)
    throw new Error('A list can supersede only one of its own cohort');
  if (candidates.length === 0) return fail('award-list-empty');
  const lines = candidates.flatMap((candidate) => lineOf(candidate, language) ?? []);
  if (lines.length < candidates.length)
    return fail('award-list-not-eligible', { count: candidates.length - lines.length });
  const list: AwardList = {
    id: input.id,
    cohortId: input.cohort.id,
    programmeId: input.programme.id,
    frozenOn: input.frozenOn,
    frozenAt: input.frozenAt,
    frozenBy: input.frozenBy,
    lines,
    ...(supersedes === undefined ? {} : { supersedes: supersedes.list.id }),
  };
  const before = new Map(supersedes?.awards.map((award) => [award.id, award]));
  const kept = new Set(lines.map((line) => line.enrolmentId));
  return ok({
    list,
    awards: lines.map((line) => awardOf(line, list, before.get(line.enrolmentId))),
    dropped: supersedes?.list.lines.map((line) => line.enrolmentId).filter((id) => !kept.has(id)) ?? [],
  });
};

/** How a frozen list differs from what it would say if it were frozen now. `changed`: on both, with another name, result or hours. */
export type ListDifferences = {
  readonly added: readonly EnrolmentId[];
  readonly dropped: readonly EnrolmentId[];
  readonly changed: readonly EnrolmentId[];
};

/** What a line says of a learner. Titles of modules are left out: they follow the language in which the list was frozen. */
const essence = ({ confirmedName, overall, hours, modules }: AwardLine): string =>
  JSON.stringify([confirmedName, overall, hours, modules.map(({ number, result }) => [number, result])]);

/** Compares a frozen list with those who are eligible now. All three lists are empty where freezing again would change nothing. */
export const listDifferences = (list: Pick<AwardList, 'lines'>, eligible: readonly Candidate[]): ListDifferences => {
  const before = new Map(list.lines.map((line) => [line.enrolmentId, essence(line)]));
  const now = new Map(
    eligible.flatMap((one) => lineOf(one, 'en') ?? []).map((line) => [line.enrolmentId, essence(line)]),
  );
  return {
    added: [...now.keys()].filter((id) => !before.has(id)),
    dropped: [...before.keys()].filter((id) => !now.has(id)),
    changed: [...now].filter(([id, line]) => before.has(id) && before.get(id) !== line).map(([id]) => id),
  };
};
