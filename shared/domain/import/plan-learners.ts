import { sameJson } from '#shared/lib/json.ts';
import type { Cohort } from '../cohorts.ts';
import type { EnrolmentId, PersonId } from '../ids.ts';
import { asId } from '../ids.ts';
import { message } from '../message.ts';
import type { Enrolment, Person } from '../people.ts';
import { fullName } from '../people.ts';
import type { CellProblem, Decisions, ImportPlan, PlannedChange, SourceTable, Understanding } from './import-kinds.ts';
import { mergeEnrolment, mergePerson, newEnrolment, newPerson } from './merge-learner.ts';
import type { Planned } from './planned-rows.ts';
import { listedRow, planResolved, refusedFor, withDecision } from './planned-rows.ts';
import type { LearnerRow } from './read-learner-row.ts';
import { readLearnerRow } from './read-learner-row.ts';
import type { Resolution } from './resolve-learners.ts';
import { resolveLearners } from './resolve-learners.ts';
import { cellReader, problem } from './row-cells.ts';

/** What a learners' file is planned from. `people` are all that could be meant, `enrolments` those of the cohort. */
export type LearnersInput = {
  readonly table: SourceTable;
  readonly understanding: Understanding;
  readonly cohort: Pick<Cohort, 'id' | 'starts'>;
  readonly people: readonly Person[];
  readonly enrolments: readonly Enrolment[];
  readonly decisions: Decisions;
  readonly newId: () => string;
};

const fromAwards = new Set(['completed', 'awarded']);

/** Awards are made by the award list, and no file takes them back or gives them. */
const checkStatus = (
  row: LearnerRow,
  before: Enrolment | undefined,
): { readonly row: LearnerRow; readonly problem?: CellProblem } => {
  const { status, ...others } = row.enrolment;
  if (status === undefined || status === before?.status) return { row };
  if (before !== undefined && fromAwards.has(before.status)) {
    return { row: { ...row, enrolment: others, notes: [...row.notes, message('import.note.status-kept')] } };
  }
  return fromAwards.has(status)
    ? { row, problem: problem({ column: 'status', text: status }, 'status-from-awards') }
    : { row };
};

const planNew = (input: LearnersInput, row: LearnerRow, lookalikes: readonly string[]): Planned => {
  const person = newPerson(asId<PersonId>(input.newId()), row);
  const enrolment = newEnrolment(
    asId<EnrolmentId>(input.newId()),
    person.id,
    input.cohort,
    row,
    input.understanding.today,
  );
  const [lookalike] = lookalikes;
  const notes = [
    ...row.notes,
    ...enrolment.notes,
    ...(lookalike === undefined ? [] : [message('import.note.same-name', { name: lookalike })]),
  ];
  return {
    row: listedRow(row, 'new', { notes }),
    changes: [
      { table: 'people', id: person.id, next: person },
      { table: 'enrolments', id: enrolment.next.id, next: enrolment.next },
    ],
  };
};

const planKnown = (input: LearnersInput, row: LearnerRow, before: Person): Planned => {
  const enrolled = input.enrolments.find(({ personId }) => personId === before.id);
  const person = mergePerson(before, row);
  const enrolment =
    enrolled === undefined
      ? newEnrolment(asId<EnrolmentId>(input.newId()), before.id, input.cohort, row, input.understanding.today)
      : mergeEnrolment(enrolled, row);
  const notes = [
    ...row.notes,
    ...person.notes,
    ...enrolment.notes,
    ...(enrolled === undefined ? [message('import.note.known-person')] : []),
  ];
  const changes: PlannedChange[] = [];
  if (!sameJson(person.next, before)) changes.push({ table: 'people', id: before.id, next: person.next });
  if (!sameJson(enrolment.next, enrolled))
    changes.push({ table: 'enrolments', id: enrolment.next.id, next: enrolment.next });
  const fate = enrolled === undefined ? 'new' : changes.length === 0 ? 'same' : 'changed';
  return {
    row: listedRow(row, fate, {
      name: fullName(person.next),
      notes,
      changes: [...person.changes, ...enrolment.changes],
    }),
    changes,
  };
};

const planFound = (input: LearnersInput, row: LearnerRow, resolution: Resolution): Planned =>
  planResolved(row, resolution, {
    asNew: (lookalikes) => {
      const checked = checkStatus(row, undefined);
      return checked.problem === undefined ? planNew(input, row, lookalikes) : refusedFor(row, [checked.problem]);
    },
    asKnown: (person) => {
      const checked = checkStatus(
        row,
        input.enrolments.find(({ personId }) => personId === person.id),
      );
      return checked.problem === undefined ? planKnown(input, checked.row, person) : refusedFor(row, [checked.problem]);
    },
  });

/**
 * Plans the import of a learners' file: every row with its fate and reason, and the changes of those that go in. Nobody is changed or removed for
 * being absent, blanks erase nothing, the same file again changes nothing.
 */
export const planLearners = (input: LearnersInput): ImportPlan => {
  const { table, understanding, people, enrolments, decisions } = input;
  const readCell = cellReader(table.headings, understanding.mapping);
  const rows = table.rows.map((row) => readLearnerRow(row, readCell, understanding));
  const resolutions = resolveLearners(
    rows.filter((row) => row.problems.length === 0),
    people,
    enrolments,
    decisions,
  );
  const planned = rows.map((row): Planned => {
    const resolution = resolutions.get(row.line);
    return withDecision(resolution === undefined ? refusedFor(row) : planFound(input, row, resolution), decisions);
  });
  return { rows: planned.map(({ row }) => row), changes: planned.flatMap(({ changes }) => changes) };
};
