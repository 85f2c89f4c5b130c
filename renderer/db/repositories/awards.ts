import type { AwardBoard } from '#shared/domain/award-board.ts';
import type { ListChange } from '#shared/domain/award-lists.ts';
import { freezeAwardList, listChanges, proposedLines } from '#shared/domain/award-lists.ts';
import type { Award, AwardList } from '#shared/domain/awards.ts';
import { lacksOnlyName } from '#shared/domain/eligibility.ts';
import type { AwardListId, EnrolmentId, ModuleId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import { confirmName } from '#shared/domain/name-confirmation.ts';
import type { Enrolment } from '#shared/domain/people.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { nowInstant, today } from '#renderer/desktop/clock.ts';
import { getRecord, getRecords, listByCohort } from '../records.ts';
import { newId } from '../new-id.ts';
import type { RecordChange } from '../write-path.ts';
import { commit } from '../write-path.ts';
import { writeState } from '../write-state.ts';
import type { CohortResults, ResultLine } from './results.ts';
import { loadCohortResults } from './results.ts';

/** What freezing did: the list, who is on it, and who is not with the reasons. */
export type AwardReport = {
  readonly list: AwardList;
  readonly results: CohortResults;
  readonly left: readonly ResultLine[];
};

/** `reason`: why the list takes the place of an earlier one; needed where there is one. */
type Options = {
  readonly cohortId: string;
  readonly confirmNames: boolean;
  readonly language: string;
  readonly reason?: string;
};

const confirmed = (line: ResultLine): ResultLine => {
  if (!lacksOnlyName(line.eligibility)) return line;
  const enrolment = confirmName(line.enrolment, line.person, today(), line.enrolment.confirmedName);
  return { ...line, enrolment, eligibility: { ...line.eligibility, eligible: true, missing: [] } };
};

const awarded = (enrolment: Enrolment): RecordChange => ({
  table: 'enrolments',
  id: enrolment.id,
  next: { ...enrolment, status: 'awarded' },
});

const isEligible = ({ eligibility }: ResultLine): boolean => eligibility.eligible;

/** What has changed since the list that counts was frozen; undefined before the first list. */
export const changesSinceFrozen = ({ list, lines }: CohortResults): readonly ListChange[] | undefined =>
  list === undefined ? undefined : listChanges(list.lines, proposedLines(lines));

/** Who stood on the list before and is not on this one loses the award again; an award with a certificate stays, for a person to decide. */
const withdrawals = (
  dropped: readonly EnrolmentId[],
  lines: readonly ResultLine[],
  certified: ReadonlySet<EnrolmentId>,
): readonly RecordChange[] =>
  lines.flatMap(({ enrolment, award }): readonly RecordChange[] => {
    if (award === undefined || certified.has(enrolment.id) || !dropped.includes(enrolment.id)) return [];
    const back: readonly RecordChange[] =
      enrolment.status === 'awarded'
        ? [{ table: 'enrolments', id: enrolment.id, next: { ...enrolment, status: 'active' } }]
        : [];
    return [{ table: 'awards', id: award.id, next: null }, ...back];
  });

type Freezing = Pick<Options, 'language' | 'reason'> & {
  readonly results: CohortResults;
  readonly chosen: readonly ResultLine[];
  readonly awards: readonly Award[];
  readonly board: AwardBoard | undefined;
};

const frozenNow = ({ results, chosen, awards, board, language, reason = '' }: Freezing) =>
  freezeAwardList({
    id: newId<AwardListId>(),
    cohort: results.cohort,
    programme: results.programme,
    candidates: chosen,
    frozenOn: today(),
    frozenAt: nowInstant(),
    frozenBy: writeState().author.name,
    language,
    approvals: board?.approvals ?? [],
    ...(results.list === undefined ? {} : { supersedes: { list: results.list, awards, reason } }),
  });

/** The approvals are the list's now; the list after it needs its own. */
const boardAfter = (board: AwardBoard | undefined): readonly RecordChange[] =>
  board === undefined || board.approvals.length === 0
    ? []
    : [{ table: 'boards', id: board.id, next: { ...board, approvals: [] } }];

const isSame = (list: AwardList | undefined, chosen: readonly ResultLine[]): boolean =>
  list !== undefined && listChanges(list.lines, proposedLines(chosen)).length === 0;

/**
 * Freezes the award list of everybody eligible, as one change: list with the board's approvals, awards and the status of the enrolments. A later list
 * supersedes the one before and says why. `confirmNames` takes the name as written for those who lack only its confirmation. Errors: `cohort-missing`,
 * `award-list-empty`, `award-list-reason`, `award-list-same` where the list would say what the current one says.
 */
export const awardCohort = async ({
  cohortId,
  confirmNames,
  language,
  reason = '',
}: Options): Promise<Result<AwardReport, Failure>> => {
  const found = await loadCohortResults(cohortId, language);
  if (found === undefined) return fail('cohort-missing', { code: cohortId });
  const results = confirmNames ? { ...found, lines: found.lines.map(confirmed) } : found;
  const chosen = results.lines.filter(isEligible);
  if (isSame(results.list, chosen)) return fail('award-list-same');
  const [awards, certificates, board] = await Promise.all([
    listByCohort('awards', cohortId),
    listByCohort('certificates', cohortId),
    getRecord('boards', cohortId),
  ]);
  const frozen = frozenNow({ results, chosen, awards, board, language, reason });
  if (!frozen.ok) return frozen;
  const { list, dropped } = frozen.value;
  const certified = new Set(certificates.map(({ enrolmentId }) => enrolmentId));
  const written = await commit(
    { code: 'award-list-frozen', values: { cohort: results.cohort.code, count: list.lines.length } },
    [
      { table: 'awardLists', id: list.id, next: list },
      ...frozen.value.awards.map((award): RecordChange => ({ table: 'awards', id: award.id, next: award })),
      ...chosen.map(({ enrolment }) => awarded(enrolment)),
      ...withdrawals(dropped, results.lines, certified),
      ...boardAfter(board),
    ],
  );
  if (!written.ok) return written;
  return ok({ list, results, left: results.lines.filter((line) => !isEligible(line)) });
};

/** A learner whose name is confirmed: as given here, or the full name as written. */
export type NameToConfirm = { readonly enrolmentId: string; readonly name?: string };

/** Confirms names for the certificate, one change for all. */
export const confirmNames = (names: readonly NameToConfirm[]): Promise<Result<unknown>> =>
  commit({ code: 'names-confirmed', values: { count: names.length } }, async () => {
    const enrolments = new Map(
      (
        await getRecords(
          'enrolments',
          names.map(({ enrolmentId }) => enrolmentId),
        )
      ).map((one) => [one.id as string, one]),
    );
    const people = new Map(
      (
        await getRecords(
          'people',
          [...enrolments.values()].map(({ personId }) => personId),
        )
      ).map((one) => [one.id, one]),
    );
    return names.flatMap(({ enrolmentId, name }): readonly RecordChange[] => {
      const enrolment = enrolments.get(enrolmentId);
      const person = enrolment && people.get(enrolment.personId);
      if (enrolment === undefined || person === undefined) return [];
      return [{ table: 'enrolments', id: enrolmentId, next: confirmName(enrolment, person, today(), name) }];
    });
  });

/** A name as it shall stand on a certificate that is not issued yet. */
export type NameToMend = { readonly enrolmentId: string; readonly name: string };

/**
 * Mends names of the awarded before their certificates are issued, as one change: the name confirmed with the learner's enrolment and the name
 * of the award. The frozen list stays as it was. Errors: `name-empty`; `name-issued` where a certificate bears the name already (a correction
 * supersedes it).
 */
export const mendAwardNames = async (names: readonly NameToMend[]): Promise<Result<unknown>> => {
  if (names.some(({ name }) => name.trim() === '')) return fail('name-empty');
  let issued = false;
  const written = await commit({ code: 'award-names-mended', values: { count: names.length } }, async () => {
    const changes: RecordChange[] = [];
    for (const { enrolmentId, name } of names) {
      const [award, enrolment] = await Promise.all([
        getRecord('awards', enrolmentId),
        getRecord('enrolments', enrolmentId),
      ]);
      if (enrolment === undefined) continue;
      const certificates = await listByCohort('certificates', enrolment.cohortId);
      issued ||= certificates.some(({ enrolmentId, status }) => enrolmentId === enrolment.id && status === 'issued');
      const mended = name.trim().normalize('NFC');
      changes.push(
        ...(award === undefined
          ? []
          : [{ table: 'awards', id: award.id, next: { ...award, name: mended } } satisfies RecordChange]),
        {
          table: 'enrolments',
          id: enrolment.id,
          next: { ...enrolment, confirmedName: mended, nameConfirmedOn: today() },
        },
      );
    }
    return issued ? [] : changes;
  });
  return issued && written.ok ? fail('name-issued') : written;
};

const withSignOff = (enrolment: Enrolment, moduleId: ModuleId, on: IsoDate | undefined): Enrolment => {
  const others = Object.entries(enrolment.signedOff ?? {}).filter(([id]) => id !== moduleId);
  return { ...enrolment, signedOff: Object.fromEntries(on === undefined ? others : [...others, [moduleId, on]]) };
};

/** Signs a module off (or takes the sign-off back) for learners, as one change; `on` is the supervisor's date. */
export const signOff = (
  enrolmentIds: readonly string[],
  moduleId: string,
  on: IsoDate | undefined,
): Promise<Result<unknown>> =>
  commit(
    { code: on === undefined ? 'sign-off-taken-back' : 'module-signed-off', values: { count: enrolmentIds.length } },
    async () =>
      (await getRecords('enrolments', enrolmentIds)).map((enrolment): RecordChange => ({
        table: 'enrolments',
        id: enrolment.id,
        next: withSignOff(enrolment, asId<ModuleId>(moduleId), on),
      })),
  );
