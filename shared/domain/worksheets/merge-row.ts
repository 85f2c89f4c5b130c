import type { IsoDate } from '#shared/lib/dates.ts';
import { changesReleased, clearCell, enterMark, enterOutcome, lastAttempt } from '../cells.ts';
import type { Cohort } from '../cohorts.ts';
import type { CellProblem, Clash, Decision, FieldChange } from '../import/import-kinds.ts';
import { problem } from '../import/row-cells.ts';
import type { Cell } from '../marks.ts';
import { formatMark } from '../mark-text.ts';
import type { Message } from '../message.ts';
import { message } from '../message.ts';
import { commaList, plainText } from '../message-lists.ts';
import type { Assignment } from '../programmes.ts';
import { criteriaTotal, dayProblem, enterCriterion, setOfAttempt, setReceived } from '../script-entry.ts';
import type { WorksheetState, WorksheetValues } from './worksheet-stamp.ts';
import { valuesOfCell } from './worksheet-stamp.ts';
import type { ReadRow } from './worksheet-values.ts';
import { columnPlaces } from './worksheet-values.ts';

type Given = {
  readonly cell: Cell | undefined;
  readonly base: WorksheetValues;
  readonly read: ReadRow;
  readonly headings: readonly string[];
  readonly decision: Decision | undefined;
};

type Where = {
  readonly assignment: Assignment;
  readonly released: boolean;
  readonly cohort: Pick<Cohort, 'starts'>;
  readonly today: IsoDate;
  readonly language: string;
};

/** What became of a row. `cell` is the cell with everything that could be taken. */
type Merged = {
  readonly cell: Cell | undefined;
  readonly changes: readonly FieldChange[];
  readonly clashes: readonly Clash[];
  /** A clash waits for its decision. */
  readonly undecided: boolean;
  readonly problems: readonly CellProblem[];
  readonly notes: readonly Message[];
};

type Value = string | number | undefined;

/** One column of the row: how its value is read from a cell and a row, shown, and put into a cell. */
type Field = {
  readonly column: string;
  readonly of: (values: WorksheetValues) => Value;
  readonly show: (value: Value, text: string) => string;
  readonly put: (
    cell: Cell | undefined,
    value: Value,
  ) => Cell | { readonly refused: string; readonly values?: Message['values'] };
};

const shortFeedback = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);

const putState = (cell: Cell | undefined, state: WorksheetState | undefined, today: IsoDate): Cell => {
  if (state !== undefined) return enterOutcome(cell, state);
  const value = lastAttempt(cell)?.value;
  return cell === undefined || value === undefined ? clearCell(cell) : enterMark(cell, value, { today });
};

/** The cell with these criteria. A mark typed or emptied as a whole drops them; as long as they are not complete, they stand beside it. */
const withCriteria = (cell: Cell, criteria: WorksheetValues['criteria'], { assignment, today }: Where): Cell =>
  assignment.criteria.reduce((next, { id }) => enterCriterion(next, assignment, id, criteria[id], { today }), cell);

const fieldsOf = (given: Given, where: Where): readonly Field[] => {
  const { assignment, cohort, today, language } = where;
  const at = columnPlaces(assignment);
  const column = (place: number): string => given.headings[place] ?? '';
  const mark = (value: Value): string => (typeof value === 'number' ? formatMark(value, language) : '');
  const plain = (value: Value): string => String(value ?? '');
  const received: Field = {
    column: column(at.received),
    of: (values) => values.received,
    show: plain,
    put: (cell, value) => {
      const date = value === undefined ? undefined : String(value);
      const wrong = date === undefined ? undefined : dayProblem(cell, 'received', date, cohort);
      if (wrong !== undefined) return { refused: wrong.code, values: wrong.details };
      return setReceived(cell, date);
    },
  };
  const criteria = assignment.criteria.map(({ id }, index): Field => ({
    column: column(at.criteria + index),
    of: (values) => values.criteria[id],
    show: mark,
    put: (cell, value) =>
      enterCriterion(cell, assignment, id, typeof value === 'number' ? value : undefined, { today }),
  }));
  const whole: Field = {
    column: column(at.mark),
    of: (values) => values.mark,
    show: mark,
    put: (cell, value) => {
      const { criteria: keyed } = valuesOfCell(cell);
      const { total } = criteriaTotal(assignment, keyed);
      // Criteria that were all given decide; a mark beside them that says otherwise is a slip in one or the other.
      if (total !== undefined && total !== value) return { refused: 'mark-not-total', values: { total: mark(total) } };
      const next = typeof value === 'number' ? enterMark(cell, value, { today }) : clearCell(cell);
      return withCriteria(next, keyed, where);
    },
  };
  const state: Field = {
    column: column(at.state),
    of: (values) => values.state,
    show: plain,
    put: (cell, value) => putState(cell, value as WorksheetState | undefined, today),
  };
  const feedback: Field = {
    column: column(at.feedback),
    of: (values) => values.feedback,
    show: (_, text) => shortFeedback(text),
    put: (cell) => setOfAttempt(cell, { feedback: given.read.feedbackText }),
  };
  // The day comes after the mark: it is held against the day of marking as it then is.
  return [...criteria, whole, received, state, feedback];
};

const change = (field: Field, before: string, after: string): FieldChange => ({
  field: plainText(field.column),
  ...(before === '' ? {} : { before: plainText(before) }),
  after: after === '' ? message('import.emptied') : plainText(after),
});

/** What was decided of a clash; undefined where nothing was. */
const decidedAs = (decision: Decision | undefined, column: string): 'file' | 'here' | undefined => {
  if (decision?.as === 'each') return decision.columns[column];
  return decision?.as === 'file' || decision?.as === 'here' ? decision.as : undefined;
};

const released = (cell: Cell | undefined, next: Cell, where: Where): boolean =>
  changesReleased(cell, next, where.released);

type State = { cell: Cell | undefined; changes: FieldChange[]; problems: CellProblem[] };

const take = (state: State, field: Field, given: Given, where: Where): void => {
  const text = given.read.feedbackText;
  const value = field.of(given.read.values);
  const shown = field.show(value, text);
  const here = field.of(valuesOfCell(state.cell));
  if (here === value) return;
  const next = field.put(state.cell, value);
  const cellGiven = { column: field.column, text: shown };
  if ('refused' in next) {
    state.problems.push(problem(cellGiven, next.refused, next.values ?? {}));
    return;
  }
  if (released(state.cell, next, where)) {
    state.problems.push(problem(cellGiven, 'mark-released'));
    return;
  }
  const feedbackHere = lastAttempt(state.cell)?.feedback ?? '';
  state.changes.push(change(field, field.show(here, feedbackHere), shown));
  state.cell = next;
};

/** What follows from the changes without having been typed: the mark that the criteria come to, an outcome lifted by a script that arrived. */
const sideEffects = (
  fields: readonly Field[],
  { cell }: Given,
  taken: readonly Field[],
  state: State,
): readonly FieldChange[] => {
  const [before, after] = [valuesOfCell(cell), valuesOfCell(state.cell)];
  return fields
    .filter((field) => !taken.includes(field) && field.of(before) !== field.of(after))
    .map((field) => change(field, field.show(field.of(before), ''), field.show(field.of(after), '')));
};

/** The cell with a mark that stands beside incomplete criteria; what was said of the cell goes on being said. */
const standing = (cell: Cell | undefined, mark: number, where: Where): Cell => {
  const marked = withCriteria(enterMark(cell, mark, { today: where.today }), valuesOfCell(cell).criteria, where);
  if (cell?.outcome === undefined) return marked;
  return { ...marked, outcome: cell.outcome, ...(cell.reason === undefined ? {} : { reason: cell.reason }) };
};

/** Merges one row of a worksheet into the cell that stands here. */
export const mergeRow = (given: Given, where: Where): Merged => {
  const fields = fieldsOf(given, where);
  const now = valuesOfCell(given.cell);
  const { base, read, decision } = given;
  const edited = fields.filter((field) => field.of(read.values) !== field.of(base));
  const meanwhile = fields.filter((field) => field.of(now) !== field.of(base));
  const clashing = edited.filter((field) => meanwhile.includes(field) && field.of(now) !== field.of(read.values));
  const clashes = clashing.map((field): Clash => ({
    column: field.column,
    field: plainText(field.column),
    here: plainText(field.show(field.of(now), lastAttempt(given.cell)?.feedback ?? '')),
    file: plainText(field.show(field.of(read.values), read.feedbackText)),
  }));
  const undecided = clashing.some(({ column }) => decidedAs(decision, column) === undefined);
  const taken = edited.filter((field) => !clashing.includes(field) || decidedAs(decision, field.column) === 'file');
  const state: State = { cell: given.cell, changes: [], problems: [] };
  const places = columnPlaces(where.assignment);
  const [mark, outcome] = [places.mark, places.state].map((place) =>
    fields.find(({ column }) => column === given.headings[place]),
  );
  const both = [mark, outcome].every(
    (field) => field !== undefined && edited.includes(field) && field.of(read.values) !== undefined,
  );
  for (const field of taken) {
    if (both && (field === mark || field === outcome))
      state.problems.push(
        problem({ column: field.column, text: field.show(field.of(read.values), '') }, 'mark-and-state'),
      );
    else take(state, field, given, where);
  }
  // A mark that came from the criteria goes when they are emptied, unless the row still says it.
  const stands = mark !== undefined && !edited.includes(mark) && !meanwhile.includes(mark);
  if (
    stands &&
    read.values.mark !== undefined &&
    state.changes.length > 0 &&
    valuesOfCell(state.cell).mark === undefined
  )
    state.cell = standing(state.cell, read.values.mark, where);
  state.changes.push(...sideEffects(fields, given, taken, state));
  const kept = meanwhile.filter((field) => !edited.includes(field));
  const notes =
    kept.length === 0
      ? []
      : [message('import.note.changed-here', { fields: commaList(kept.map(({ column }) => plainText(column))) })];
  return { cell: state.cell, changes: state.changes, clashes, undecided, problems: state.problems, notes };
};
