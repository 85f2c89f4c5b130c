import { sameJson } from '#shared/lib/json.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { ContactSession, Register } from '../attendance.ts';
import type { Cohort } from '../cohorts.ts';
import type { SessionId } from '../ids.ts';
import { asId } from '../ids.ts';
import type { MarkSheet } from '../marks.ts';
import { message } from '../message.ts';
import { fullName } from '../people.ts';
import type { Module, ProgrammeVersion } from '../programmes.ts';
import type { CellOutcome, GridDraft } from './grid-draft.ts';
import {
  emptyRegister,
  emptySheet,
  hasLeft,
  leftNote,
  takeFeedback,
  takeHours,
  takeMark,
  takeSignOff,
} from './grid-draft.ts';
import type {
  CellProblem,
  Decisions,
  FieldChange,
  ImportPlan,
  ImportRow,
  PlannedChange,
  SourceRow,
  SourceTable,
  Understanding,
} from './import-kinds.ts';
import type { FoundLearner, Learner } from './match-learners.ts';
import { candidateOf, learnerFinder, readLearnerKey } from './match-learners.ts';
import { readDate } from './read-dates.ts';
import type { GivenCell, ReadCell } from './row-cells.ts';
import { cellReader, problem, wholeCellReader } from './row-cells.ts';

/** What a file of marks or hours is planned from; everything of one cohort. Marks in lists of changes are written in `language`. */
export type GridInput = {
  readonly table: SourceTable;
  readonly understanding: Understanding;
  readonly programme: Pick<ProgrammeVersion, 'modules'>;
  readonly cohort: Pick<Cohort, 'id' | 'released' | 'starts'>;
  readonly learners: readonly Learner[];
  readonly sheets: readonly MarkSheet[];
  readonly registers: readonly Register[];
  readonly sessions: readonly ContactSession[];
  readonly decisions: Decisions;
  readonly language: string;
  readonly newId: () => string;
  /** True where a learner found by name alone is to be confirmed before anything is changed. */
  readonly confirmNames?: boolean;
};

type Take = (draft: GridDraft, row: SourceRow) => CellOutcome | undefined;

/** The contact sessions of the cohort by `module/number`; those that the programme plans and nobody entered yet are made. */
const plannedSessions = ({ programme, sessions, cohort, newId }: GridInput): ReadonlyMap<string, ContactSession> => {
  const known = new Map(sessions.map((session) => [`${session.moduleId}/${session.number}`, session]));
  const make = (module: Module, number: number): ContactSession => ({
    id: asId<SessionId>(newId()),
    cohortId: cohort.id,
    moduleId: module.id,
    number,
    hours: module.hoursPerSession,
  });
  return new Map(
    programme.modules.flatMap((module) =>
      Array.from({ length: module.sessions }, (_, index): readonly [string, ContactSession] => {
        const key = `${module.id}/${index + 1}`;
        return [key, known.get(key) ?? make(module, index + 1)];
      }),
    ),
  );
};

const readDay = (
  cell: GivenCell,
  { dateStyles, today }: Understanding,
): { readonly date?: IsoDate; readonly problem?: CellProblem } => {
  const read = readDate(cell.text, dateStyles[cell.column] ?? 'day-first', today);
  if (!read.ok) return { problem: problem(cell, read.error.code) };
  return read.value > today ? { problem: problem(cell, 'date-in-future') } : { date: read.value };
};

/** One function a column: each takes its cell of a row into the draft. */
const takers = (
  input: GridInput,
  readCell: ReadCell,
  sessions: ReadonlyMap<string, ContactSession>,
): readonly Take[] => {
  const { understanding, programme, cohort, language } = input;
  const { today } = understanding;
  const marks = programme.modules.flatMap((module) =>
    module.assignments.map((assignment): Take => (draft, row) => {
      const given = readCell(row, `mark:${assignment.id}`);
      if (given === undefined) return undefined;
      const receipt = readCell(row, 'received');
      const date = receipt === undefined ? undefined : readDay(receipt, understanding).date;
      const received = receipt === undefined || date === undefined ? undefined : { cell: receipt, date };
      const maximum = readCell(row, 'maximum');
      return takeMark(
        draft,
        given,
        { assignment, moduleId: module.id },
        { cohort, today, language, received, maximum },
      );
    }),
  );
  const readWhole = wholeCellReader(input.table.headings, understanding.mapping);
  const feedbacks = programme.modules.flatMap(({ assignments }) =>
    assignments.map((assignment): Take => (draft, row) => {
      const given = readWhole(row, `feedback:${assignment.id}`);
      return given === undefined ? undefined : takeFeedback(draft, given, assignment);
    }),
  );
  const hours = [...sessions].map(([key, session]): Take => (draft, row) => {
    const given = readCell(row, `hours:${key}`);
    return given === undefined ? undefined : takeHours(draft, given, session);
  });
  const signOffs = programme.modules.map(({ id }): Take => (draft, row) => {
    const given = readCell(row, `sign-off:${id}`);
    if (given === undefined) return undefined;
    const day = readDay(given, understanding);
    return day.date === undefined
      ? { draft, ...(day.problem === undefined ? {} : { problem: day.problem }) }
      : takeSignOff(draft, given, id, day.date);
  });
  const receipt: Take = (draft, row) => {
    const given = readCell(row, 'received');
    const found = given === undefined ? undefined : readDay(given, understanding).problem;
    return found === undefined ? undefined : { draft, problem: found };
  };
  return [receipt, ...marks, ...feedbacks, ...hours, ...signOffs];
};

/** What a row gave. `understood` counts the cells that could be read, changed or not. */
type Taken = {
  readonly draft: GridDraft;
  readonly changes: readonly FieldChange[];
  readonly problems: readonly CellProblem[];
  readonly understood: number;
};

const takeRow = (start: GridDraft, row: SourceRow, takes: readonly Take[]): Taken => {
  let draft = start;
  const changes: FieldChange[] = [];
  const problems: CellProblem[] = [];
  let understood = 0;
  for (const take of takes) {
    const outcome = take(draft, row);
    if (outcome === undefined) continue;
    draft = outcome.draft;
    if (outcome.change !== undefined) changes.push(outcome.change);
    if (outcome.problem === undefined) understood += 1;
    else problems.push(outcome.problem);
  }
  return { draft, changes, problems, understood };
};

const fateOf = ({ changes, understood }: Taken): ImportRow['fate'] => {
  if (changes.length > 0) return changes.every(({ before }) => before === undefined) ? 'new' : 'changed';
  return understood > 0 ? 'same' : 'refused';
};

const recordChanges = (before: GridDraft, { draft }: Taken): readonly PlannedChange[] => {
  const changes: PlannedChange[] = [];
  if (!sameJson(draft.sheet, before.sheet)) changes.push({ table: 'sheets', id: draft.sheet.id, next: draft.sheet });
  if (!sameJson(draft.register, before.register))
    changes.push({ table: 'registers', id: draft.register.id, next: draft.register });
  if (!sameJson(draft.enrolment, before.enrolment))
    changes.push({ table: 'enrolments', id: draft.enrolment.id, next: draft.enrolment });
  return changes;
};

const usedSessions = (
  changes: readonly PlannedChange[],
  input: GridInput,
  sessions: ReadonlyMap<string, ContactSession>,
): readonly PlannedChange[] => {
  const known = new Set<string>(input.sessions.map(({ id }) => id));
  const used = new Set(
    changes.flatMap((change) => (change.table === 'registers' ? Object.keys(change.next.sessions) : [])),
  );
  return [...sessions.values()]
    .filter(({ id }) => used.has(id) && !known.has(id))
    .map((session) => ({ table: 'sessions' as const, id: session.id, next: session }));
};

const withDecision = (
  found: FoundLearner,
  decision: Decisions[number] | undefined,
  learners: readonly Learner[],
): FoundLearner => {
  if (decision === undefined || found.kind !== 'unsure') return found;
  const chosen = decision.as === 'same' ? learners.find(({ enrolment }) => enrolment.id === decision.id) : undefined;
  if (chosen !== undefined) return { kind: 'found', learner: chosen, by: 'decision' };
  return decision.as === 'skip' ? { kind: 'refused', reason: message('import.reason.left-out') } : found;
};

/** A row whose learner only the name points to waits, as long as it would change anything. Undefined where it is confirmed or changes nothing. */
const nameToConfirm = (
  learner: Learner,
  decision: Decisions[number] | undefined,
  { changes }: Taken,
): Pick<ImportRow, 'fate' | 'reason' | 'candidates'> | undefined => {
  if (changes.length === 0 || decision?.as === 'same') return undefined;
  if (decision !== undefined) return { fate: 'refused', reason: message('import.reason.left-out'), candidates: [] };
  const reason = message('import.reason.by-name-only', { name: fullName(learner.person) });
  return { fate: 'unsure', reason, candidates: [candidateOf(learner, 'name')] };
};

/** What is told of a row that was read. */
const takenRow = (
  { enrolment, person }: Learner,
  taken: Taken,
): Pick<ImportRow, 'name' | 'fate' | 'reason' | 'problems' | 'notes' | 'changes'> => {
  const fate = fateOf(taken);
  const [first] = taken.problems;
  const reason = fate !== 'refused' ? undefined : (first?.reason ?? message('import.reason.nothing-given'));
  const notes = [
    ...(taken.problems.length > 0 && fate !== 'refused'
      ? [message('import.note.cells-refused', { count: taken.problems.length })]
      : []),
    ...(hasLeft(enrolment) ? [leftNote(enrolment)] : []),
  ];
  return {
    name: fullName(person),
    fate,
    ...(reason === undefined ? {} : { reason }),
    problems: taken.problems,
    notes,
    changes: taken.changes,
  };
};

/**
 * Plans the import of marks or hours, one row a learner. A cell that is refused is listed with its reason, and the other cells of its row go in.
 * Blank cells change nothing; the same file again changes nothing.
 */
export const planGrid = (input: GridInput): ImportPlan => {
  const { table, understanding, learners, decisions } = input;
  const readCell = cellReader(table.headings, understanding.mapping);
  const find = learnerFinder(learners);
  const sessions = plannedSessions(input);
  const takes = takers(input, readCell, sessions);
  const [sheetOf, registerOf] = [
    new Map(input.sheets.map((each) => [each.id, each])),
    new Map(input.registers.map((each) => [each.id, each])),
  ];
  const lineOf = new Map<string, number>();
  const changes: PlannedChange[] = [];
  const rows = table.rows.map((row): ImportRow => {
    const key = readLearnerKey(row, readCell, understanding);
    const decision = decisions[row.line];
    const found = withDecision(find(key), decision, learners);
    const start = {
      line: row.line,
      name: key.name,
      ...(key.number === undefined ? {} : { number: key.number }),
      ...(decision === undefined ? {} : { decided: decision }),
      problems: [],
      notes: [],
      changes: [],
      candidates: [],
    };
    if (found.kind === 'refused') return { ...start, fate: 'refused', reason: found.reason };
    if (found.kind === 'unsure')
      return { ...start, fate: 'unsure', reason: found.reason, candidates: found.candidates };
    const { enrolment } = found.learner;
    const earlier = lineOf.get(enrolment.id);
    if (earlier !== undefined)
      return { ...start, fate: 'refused', reason: message('import.reason.duplicate-of-line', { line: earlier }) };
    lineOf.set(enrolment.id, row.line);
    const draft = {
      sheet: sheetOf.get(enrolment.id) ?? emptySheet(enrolment),
      register: registerOf.get(enrolment.id) ?? emptyRegister(enrolment),
      enrolment,
    };
    const taken = takeRow(draft, row, takes);
    const unconfirmed =
      input.confirmNames === true && found.by === 'name' ? nameToConfirm(found.learner, decision, taken) : undefined;
    if (unconfirmed !== undefined) return { ...start, ...unconfirmed };
    changes.push(...recordChanges(draft, taken));
    return { ...start, ...takenRow(found.learner, taken) };
  });
  return { rows, changes: [...usedSessions(changes, input, sessions), ...changes] };
};
