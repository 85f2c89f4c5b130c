import type { IsoDate, IsoInstant } from '#shared/lib/dates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { Approval, Award, AwardLine, AwardList } from './awards.ts';
import type { Cohort } from './cohorts.ts';
import type { Eligibility } from './eligibility.ts';
import type { AwardListId, EnrolmentId } from './ids.ts';
import { inLanguage } from './languages.ts';
import type { Message } from './message.ts';
import { message } from './message.ts';
import type { Enrolment } from './people.ts';
import type { ProgrammeVersion } from './programmes.ts';

/** A learner put before the award board, with the eligibility computed just now. */
export type Candidate = {
  readonly enrolment: Pick<Enrolment, 'id' | 'personId' | 'cohortId' | 'confirmedName'>;
  readonly eligibility: Eligibility;
};

/**
 * What a frozen list is made from. Titles of modules are kept in `language` (default English). `supersedes` with the awards as they stand and the
 * reason why another list is frozen.
 */
export type FreezeInput = {
  readonly id: AwardListId;
  readonly cohort: Pick<Cohort, 'id'>;
  readonly programme: Pick<ProgrammeVersion, 'id'>;
  readonly candidates: readonly Candidate[];
  readonly frozenOn: IsoDate;
  readonly frozenAt: IsoInstant;
  readonly frozenBy: string;
  readonly language?: string;
  readonly approvals?: readonly Approval[];
  readonly supersedes?: { readonly list: AwardList; readonly awards: readonly Award[]; readonly reason: string };
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
 * empty, when anyone on it is not eligible, or when it supersedes without a reason. A superseding list stands for the whole cohort; who was awarded
 * before keeps that day.
 */
export const freezeAwardList = (
  input: FreezeInput,
): Result<FrozenAwards, Failure<'award-list-empty' | 'award-list-not-eligible' | 'award-list-reason'>> => {
  const { candidates, supersedes, language = 'en' } = input;
  if (supersedes !== undefined && supersedes.list.cohortId !== input.cohort.id)
    throw new Error('A list can supersede only one of its own cohort');
  if (candidates.length === 0) return fail('award-list-empty');
  if (supersedes?.reason.trim() === '') return fail('award-list-reason');
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
    ...(input.approvals === undefined || input.approvals.length === 0 ? {} : { approvals: input.approvals }),
    ...(supersedes === undefined ? {} : { supersedes: supersedes.list.id, reason: supersedes.reason.trim() }),
  };
  const before = new Map(supersedes?.awards.map((award) => [award.id, award]));
  const kept = new Set(lines.map((line) => line.enrolmentId));
  return ok({
    list,
    awards: lines.map((line) => awardOf(line, list, before.get(line.enrolmentId))),
    dropped: supersedes?.list.lines.map((line) => line.enrolmentId).filter((id) => !kept.has(id)) ?? [],
  });
};

/** The lines that a list would have if it were frozen now: those of the candidates who are eligible. */
export const proposedLines = (candidates: readonly Candidate[], language = 'en'): readonly AwardLine[] =>
  candidates.flatMap((candidate) => lineOf(candidate, language) ?? []);

/** One learner on whom two lists differ: only on the later one, only on the earlier one, or on both with another name, result or hours. */
export type ListChange =
  | { readonly kind: 'added'; readonly enrolmentId: EnrolmentId; readonly after: AwardLine }
  | { readonly kind: 'dropped'; readonly enrolmentId: EnrolmentId; readonly before: AwardLine }
  | {
      readonly kind: 'changed';
      readonly enrolmentId: EnrolmentId;
      readonly before: AwardLine;
      readonly after: AwardLine;
    };

/** What a line says of a learner. Titles of modules are left out: they follow the language in which the list was frozen. */
const essence = ({ confirmedName, overall, hours, modules }: AwardLine): string =>
  JSON.stringify([confirmedName, overall, hours, modules.map(({ number, result }) => [number, result])]);

/** What changed from one list to another: added, dropped, changed. Empty where the later one says what the earlier one says. */
export const listChanges = (before: readonly AwardLine[], after: readonly AwardLine[]): readonly ListChange[] => {
  const [earlier, later] = [before, after].map((lines) => new Map(lines.map((line) => [line.enrolmentId, line])));
  const added = after
    .filter(({ enrolmentId }) => earlier?.has(enrolmentId) === false)
    .map((line): ListChange => ({ kind: 'added', enrolmentId: line.enrolmentId, after: line }));
  const dropped = before
    .filter(({ enrolmentId }) => later?.has(enrolmentId) === false)
    .map((line): ListChange => ({ kind: 'dropped', enrolmentId: line.enrolmentId, before: line }));
  const changed = after.flatMap((line): readonly ListChange[] => {
    const was = earlier?.get(line.enrolmentId);
    return was === undefined || essence(was) === essence(line)
      ? []
      : [{ kind: 'changed', enrolmentId: line.enrolmentId, before: was, after: line }];
  });
  return [...added, ...dropped, ...changed];
};

/** What a changed line says otherwise, in words: the name, module results, the overall, the hours, each before and after. */
export const changedParts = ({ before, after }: Extract<ListChange, { kind: 'changed' }>): readonly Message[] => {
  const say = (part: string, values: NonNullable<Message['values']>): Message =>
    message(`awards.changed.${part}`, values);
  const modules = after.modules.flatMap(({ number, result }) => {
    const was = before.modules.find((module) => module.number === number)?.result;
    return was === result ? [] : [say('module', { number, before: (was ?? 0) / 10, after: result / 10 })];
  });
  return [
    ...(before.confirmedName === after.confirmedName
      ? []
      : [say('name', { before: before.confirmedName, after: after.confirmedName })]),
    ...modules,
    ...(before.overall === after.overall
      ? []
      : [say('overall', { before: before.overall / 10, after: after.overall / 10 })]),
    ...(before.hours === after.hours ? [] : [say('hours', { before: before.hours, after: after.hours })]),
  ];
};
