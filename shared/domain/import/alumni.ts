import { sameJson } from '#shared/lib/json.ts';
import type { Award } from '../awards.ts';
import type { Cohort } from '../cohorts.ts';
import type { EnrolmentId, PersonId } from '../ids.ts';
import { asId } from '../ids.ts';
import { message } from '../message.ts';
import type { Enrolment, Person } from '../people.ts';
import { fullName } from '../people.ts';
import type { ProgrammeVersion } from '../programmes.ts';
import { mergeAward } from './alumni-award.ts';
import type { EarlierCohorts } from './alumni-cohorts.ts';
import { codeKey, earlierCohorts } from './alumni-cohorts.ts';
import type { AlumniRow } from './alumni-row.ts';
import { readAlumniRow } from './alumni-row.ts';
import type {
  CellProblem,
  Decisions,
  FieldChange,
  ImportPlan,
  PlannedChange,
  SourceTable,
  Understanding,
} from './import-kinds.ts';
import type { Merged } from './merge-learner.ts';
import { mergeEnrolment, mergePerson, newEnrolment, newPerson } from './merge-learner.ts';
import type { Planned } from './planned-rows.ts';
import { listedRow, planResolved, refused, refusedFor, withDecision } from './planned-rows.ts';
import { resolveLearners } from './resolve-learners.ts';
import { cellReader } from './row-cells.ts';

/** What a file of alumni is planned from. `people` are all who could be meant; cohorts that the file makes belong to `programme`. */
type AlumniInput = {
  readonly table: SourceTable;
  readonly understanding: Understanding;
  readonly programme: Pick<ProgrammeVersion, 'id' | 'modules'>;
  readonly cohorts: readonly Cohort[];
  readonly people: readonly Person[];
  readonly enrolments: readonly Enrolment[];
  readonly awards: readonly Award[];
  readonly decisions: Decisions;
  readonly newId: () => string;
};

/** The membership of the earlier cohort: awarded, from its first day. */
const enrolmentOf = (
  input: AlumniInput,
  row: AlumniRow,
  person: Person,
  cohort: Cohort,
  before: Enrolment | undefined,
): Merged<Enrolment> => {
  if (before !== undefined) return mergeEnrolment(before, row.learner);
  const id = asId<EnrolmentId>(input.newId());
  const fresh = newEnrolment(id, person.id, cohort, row.learner, input.understanding.today);
  return { ...fresh, next: { ...fresh.next, status: 'awarded' } };
};

type Kept<T> = { readonly next: T; readonly changes: readonly FieldChange[] };

const planPerson = (
  input: AlumniInput,
  cohorts: EarlierCohorts,
  row: AlumniRow,
  known: Person | undefined,
  lookalikes: readonly string[],
): Planned => {
  const found = cohorts.take(row.cohort, row.award.awardedOn);
  if ('refused' in found) return refused(row.learner, found.refused, { code: row.cohort.code });
  const { cohort } = found;
  const before = input.enrolments.find(({ personId, cohortId }) => personId === known?.id && cohortId === cohort.id);
  const awardBefore = input.awards.find(({ id }) => id === before?.id);
  if (awardBefore !== undefined && awardBefore.imported === undefined)
    return refused(row.learner, 'alumni-own-cohort', { code: cohort.code });
  const person: Kept<Person> =
    known === undefined
      ? { next: newPerson(asId<PersonId>(input.newId()), row.learner), changes: [] }
      : mergePerson(known, row.learner);
  const enrolment = enrolmentOf(input, row, person.next, cohort, before);
  const award = mergeAward(awardBefore, row.award, {
    enrolment: enrolment.next,
    cohort,
    name: enrolment.next.confirmedName ?? fullName(person.next),
    modules: input.programme.modules,
    today: input.understanding.today,
  });
  const changes: readonly PlannedChange[] = [
    ...(sameJson(person.next, known) ? [] : [{ table: 'people' as const, id: person.next.id, next: person.next }]),
    ...(sameJson(enrolment.next, before)
      ? []
      : [{ table: 'enrolments' as const, id: enrolment.next.id, next: enrolment.next }]),
    ...(sameJson(award.next, awardBefore) ? [] : [{ table: 'awards' as const, id: award.next.id, next: award.next }]),
  ];
  const notes = [
    ...row.learner.notes,
    ...(known === undefined && lookalikes[0] !== undefined
      ? [message('import.note.same-name', { name: lookalikes[0] })]
      : []),
    ...(known !== undefined && before === undefined ? [message('import.note.known-person')] : []),
    ...(cohort.earlier?.startsKnown === false ? [message('import.note.start-not-known', { code: cohort.code })] : []),
    ...award.notes,
  ];
  const fate = before === undefined ? 'new' : changes.length === 0 ? 'same' : 'changed';
  return {
    row: listedRow(row.learner, fate, {
      name: fullName(person.next),
      problems: [...row.learner.problems, ...found.problems],
      notes,
      changes: [...person.changes, ...enrolment.changes, ...award.changes],
    }),
    changes,
  };
};

/** True where a value that cannot be read keeps the whole row out: who it is about, and when the cohort ended. All else is left out by itself. */
const keepsOut = (row: AlumniRow, mapping: Understanding['mapping']): boolean =>
  row.learner.problems.some(({ column }: CellProblem) =>
    ['born', 'graduation', 'awardedOn', 'phone'].includes(mapping[column] ?? ''),
  );

/**
 * Plans the import of alumni of earlier cycles: person, enrolment, award and, where it is missing, the cohort. What is not known is marked on the award and
 * never guessed; a cohort that was worked with here takes nobody; the same file again changes nothing.
 */
export const planAlumni = (input: AlumniInput): ImportPlan => {
  const { table, understanding, programme, people, enrolments, decisions } = input;
  const readCell = cellReader(table.headings, understanding.mapping);
  const rows = table.rows.map((row) => readAlumniRow(row, readCell, understanding, programme.modules));
  const open = rows.filter((row) => !keepsOut(row, understanding.mapping));
  const cohortIds = new Map(input.cohorts.map(({ code, id }) => [codeKey(code), id]));
  const cohortOfLine = new Map(open.map(({ learner, cohort }) => [learner.line, cohortIds.get(codeKey(cohort.code))]));
  const resolutions = resolveLearners(
    open.map(({ learner }) => learner),
    people,
    enrolments,
    decisions,
    (line, { cohortId }) => cohortOfLine.get(line) === cohortId,
  );
  const cohorts = earlierCohorts(input.cohorts, programme.id, input.newId, understanding.today);
  // Whatever any row says of a cohort holds for all of its rows, those above too.
  for (const row of open) {
    const kind = resolutions.get(row.learner.line)?.kind;
    if (kind === 'new' || kind === 'person') cohorts.take(row.cohort, row.award.awardedOn);
  }
  const planned = rows.map((row): Planned => {
    const resolution = resolutions.get(row.learner.line);
    const plan =
      resolution === undefined
        ? refusedFor(row.learner)
        : planResolved(row.learner, resolution, {
            asNew: (lookalikes) => planPerson(input, cohorts, row, undefined, lookalikes),
            asKnown: (person) => planPerson(input, cohorts, row, person, []),
          });
    return withDecision(plan, decisions);
  });
  const changes = planned.flatMap((plan) => plan.changes);
  const used = new Set(changes.flatMap((change) => (change.table === 'awards' ? [change.next.cohortId] : [])));
  return {
    rows: planned.map(({ row }) => row),
    changes: [...cohorts.changes().filter(({ id }) => used.has(id)), ...changes],
  };
};
