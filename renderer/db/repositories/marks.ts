import type { ChangeSet, Reason } from '#shared/domain/change-sets.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { AssignmentId, EnrolmentId } from '#shared/domain/ids.ts';
import type { Cell, MarkSheet } from '#shared/domain/marks.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import type { Result } from '#shared/lib/result.ts';
import { getRecord, getRecords, listByCohort, readAhead, recallRecords } from '../records.ts';
import type { RecordChange } from '../write-path.ts';
import { commitFrom } from '../write-path.ts';
import { writeState } from '../write-state.ts';

/** A learner of a cohort: the person and the enrolment. */
export type CohortLearner = { readonly enrolment: Enrolment; readonly person: Person };

/** A cohort with its programme version and all who were ever enrolled in it, in no order. */
export type CohortFrame = {
  readonly cohort: Cohort;
  readonly programme: ProgrammeVersion;
  readonly learners: readonly CohortLearner[];
};

/** The mark sheets of a cohort by enrolment, and the counter of this device's last change set that they certainly hold. */
export type CohortSheets = { readonly sheets: ReadonlyMap<EnrolmentId, MarkSheet>; readonly asOf: number };

/** Everything the marks of a cohort are shown and computed from. */
export type CohortMarks = CohortFrame & CohortSheets;

const ownCounter = (): number => {
  const { head, device } = writeState();
  return head.counters[device] ?? 0;
};

/** Reads a cohort, its programme version and its learners; undefined where there is no such cohort. The cost depends on the cohort alone. */
export const loadCohortFrame = async (cohortId: string): Promise<CohortFrame | undefined> => {
  const [cohort, enrolments] = await Promise.all([
    getRecord('cohorts', cohortId),
    listByCohort('enrolments', cohortId),
  ]);
  if (cohort === undefined) return undefined;
  const [programme, people] = await Promise.all([
    getRecord('programmes', cohort.programmeId),
    getRecords(
      'people',
      enrolments.map(({ personId }) => personId),
    ),
  ]);
  if (programme === undefined) return undefined;
  const byId = new Map(people.map((person) => [person.id, person]));
  const learners = enrolments.flatMap((enrolment) => {
    const person = byId.get(enrolment.personId);
    return person === undefined ? [] : [{ enrolment, person }];
  });
  return { cohort, programme, learners };
};

/** Reads the mark sheets of a cohort by its index: one record a learner. */
export const loadCohortSheets = async (cohortId: string): Promise<CohortSheets> => {
  const asOf = ownCounter();
  const sheets = await listByCohort('sheets', cohortId);
  return { sheets: new Map(sheets.map((sheet) => [sheet.id, sheet])), asOf };
};

/** Learns which learners have no mark sheet yet, so that their first mark is saved as fast as the ones that follow. */
export const expectFirstMarks = async (learners: readonly CohortLearner[], { sheets }: CohortSheets): Promise<void> => {
  const without = learners.flatMap(({ enrolment: { id } }) => (sheets.has(id) ? [] : [id]));
  await Promise.all([readAhead('sheets', without), readAhead('enrolments', without)]);
};

/** Reads everything of a cohort's marks at once; undefined where there is no such cohort. */
export const loadCohortMarks = async (cohortId: string): Promise<CohortMarks | undefined> => {
  const [frame, sheets] = await Promise.all([loadCohortFrame(cohortId), loadCohortSheets(cohortId)]);
  return frame === undefined ? undefined : { ...frame, ...sheets };
};

/** One cell of one mark sheet as it shall be. */
export type CellSave = { readonly enrolmentId: EnrolmentId; readonly assignmentId: AssignmentId; readonly cell: Cell };

type Sheets = ReadonlyMap<string, MarkSheet>;

const byEnrolmentOf = (entries: readonly CellSave[]): ReadonlyMap<EnrolmentId, readonly CellSave[]> => {
  const byEnrolment = new Map<EnrolmentId, CellSave[]>();
  for (const entry of entries) {
    const own = byEnrolment.get(entry.enrolmentId);
    if (own === undefined) byEnrolment.set(entry.enrolmentId, [entry]);
    else own.push(entry);
  }
  return byEnrolment;
};

const changedSheets = async (
  byEnrolment: ReturnType<typeof byEnrolmentOf>,
  known: Sheets,
): Promise<readonly RecordChange[]> => {
  const found = new Map(known);
  const without = [...byEnrolment.keys()].filter((id) => !found.has(id));
  const enrolments = without.length === 0 ? [] : await recallRecords('enrolments', without);
  for (const { id, cohortId, personId } of enrolments) found.set(id, { id, cohortId, personId, cells: {} });
  return [...byEnrolment].flatMap(([id, own]): readonly RecordChange[] => {
    const sheet = found.get(id);
    if (sheet === undefined) return [];
    const cells = { ...sheet.cells };
    for (const { assignmentId, cell } of own) cells[assignmentId] = cell;
    return [{ table: 'sheets', id, next: { ...sheet, cells } }];
  });
};

/**
 * Saves cells of any number of mark sheets as one change set and one undo step; a learner's first mark makes the sheet. Only the cells named are
 * changed, whatever else was written meanwhile. The value is null where nothing changed. Errors: those of the write path.
 */
export const saveCells = (entries: readonly CellSave[], reason: Reason): Promise<Result<ChangeSet | null>> => {
  const byEnrolment = byEnrolmentOf(entries);
  return commitFrom(reason, 'sheets', [...byEnrolment.keys()], (sheets) => changedSheets(byEnrolment, sheets));
};
