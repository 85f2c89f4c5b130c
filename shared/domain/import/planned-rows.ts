import { message } from '../message.ts';
import type { Person } from '../people.ts';
import { fullName } from '../people.ts';
import type { CellProblem, Decisions, ImportRow, PlannedChange } from './import-kinds.ts';
import type { LearnerRow } from './read-learner-row.ts';
import type { Resolution } from './resolve-learners.ts';

/** A row of a file about people with its fate, and what it would change. */
export type Planned = { readonly row: ImportRow; readonly changes: readonly PlannedChange[] };

/** A row as it is listed; `rest` says what is special about it. */
export const listedRow = (row: LearnerRow, fate: ImportRow['fate'], rest: Partial<ImportRow> = {}): ImportRow => ({
  line: row.line,
  fate,
  name: fullName(row.name),
  ...(row.person.number === undefined ? {} : { number: row.person.number }),
  problems: row.problems,
  notes: row.notes,
  changes: [],
  candidates: [],
  ...rest,
});

/** A row that does not go in, with its reason `import.reason.<code>`. */
export const refused = (
  row: LearnerRow,
  code: string,
  values?: Readonly<Record<string, string | number>>,
): Planned => ({
  row: listedRow(row, 'refused', { notes: [], reason: message(`import.reason.${code}`, values) }),
  changes: [],
});

/** A row with a value that cannot be read does not go in: the first problem is its reason, all are listed. */
export const refusedFor = (row: LearnerRow, problems: readonly CellProblem[] = row.problems): Planned => {
  const [first] = problems;
  return {
    row: listedRow(row, 'refused', { problems, notes: [], ...(first === undefined ? {} : { reason: first.reason }) }),
    changes: [],
  };
};

/** What is to be done with a row that is about somebody new, or about somebody who is here. */
export type Planners = {
  readonly asNew: (lookalikes: readonly string[]) => Planned;
  readonly asKnown: (person: Person) => Planned;
};

/** Plans a row by who it was found to be about. */
export const planResolved = (row: LearnerRow, resolution: Resolution, { asNew, asKnown }: Planners): Planned => {
  switch (resolution.kind) {
    case 'left-out':
      return refused(row, 'left-out');
    case 'duplicate':
      return refused(row, 'duplicate-of-line', { line: resolution.ofLine });
    case 'unsure':
      return {
        row: listedRow(row, 'unsure', { reason: resolution.reason, candidates: resolution.candidates }),
        changes: [],
      };
    case 'new':
      return fullName(row.name) === '' ? refused(row, 'no-name') : asNew(resolution.lookalikes);
    case 'person':
      return asKnown(resolution.person);
  }
};

/** The plan of a row with what somebody decided about it. */
export const withDecision = (plan: Planned, decisions: Decisions): Planned => {
  const decision = decisions[plan.row.line];
  return decision === undefined ? plan : { ...plan, row: { ...plan.row, decided: decision } };
};
