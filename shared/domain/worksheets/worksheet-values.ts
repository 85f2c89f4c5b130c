import type { IsoDate } from '#shared/lib/dates.ts';
import type { CellProblem } from '../import/import-kinds.ts';
import { readDate } from '../import/read-dates.ts';
import { problem } from '../import/row-cells.ts';
import { parseCellEntry, parseMark } from '../mark-text.ts';
import type { Assignment } from '../programmes.ts';
import type { WorksheetState, WorksheetValues } from './worksheet-stamp.ts';
import { plainFeedback } from './worksheet-stamp.ts';
import { textHash } from '#shared/lib/text-hash.ts';

/** The places of a worksheet's columns; the criteria stand between the date and the feedback. */
export const columnPlaces = ({ criteria }: Pick<Assignment, 'criteria'>) => ({
  number: 0,
  name: 1,
  mark: 3,
  state: 4,
  received: 5,
  criteria: 6,
  feedback: 6 + criteria.length,
  id: 7 + criteria.length,
  stamp: 8 + criteria.length,
});

/** A row as it came back: its values, the feedback itself, and the cells that could not be read, which count as they were when it was made. */
export type ReadRow = {
  readonly values: WorksheetValues;
  readonly feedbackText: string;
  readonly problems: readonly CellProblem[];
};

type Cells = readonly string[];
type Read<T> = { readonly value: T | undefined; readonly problem?: CellProblem };

const readMarkCell = (
  given: { readonly column: string; readonly text: string },
  max: number,
): Read<number> & { readonly state?: WorksheetState } => {
  const entry = parseCellEntry(given.text, max);
  if (!entry.ok) return { value: undefined, problem: problem(given, entry.error.code, entry.error.details ?? {}) };
  if (entry.value.kind === 'outcome') return { value: undefined, state: entry.value.outcome };
  return { value: entry.value.kind === 'mark' ? entry.value.value : undefined };
};

const readState = (given: { readonly column: string; readonly text: string }): Read<WorksheetState> => {
  if (given.text === '') return { value: undefined };
  const entry = parseCellEntry(given.text, 0);
  return entry.ok && entry.value.kind === 'outcome'
    ? { value: entry.value.outcome }
    : { value: undefined, problem: problem(given, 'not-a-state') };
};

const readReceived = (given: { readonly column: string; readonly text: string }, today: IsoDate): Read<IsoDate> => {
  if (given.text === '') return { value: undefined };
  const read = readDate(given.text, 'day-first', today);
  if (!read.ok) return { value: undefined, problem: problem(given, read.error.code) };
  return read.value > today ? { value: undefined, problem: problem(given, 'date-in-future') } : { value: read.value };
};

const readCriterion = (given: { readonly column: string; readonly text: string }, max: number): Read<number> => {
  if (given.text === '') return { value: undefined };
  const read = parseMark(given.text, max);
  return read.ok
    ? { value: read.value }
    : { value: undefined, problem: problem(given, read.error.code, read.error.details ?? {}) };
};

/** What a cell counts as: what was read, or what it was where that could not be. */
const orBefore = <T>(read: Read<T>, before: T | undefined): T | undefined =>
  read.problem === undefined ? read.value : before;

const given = <Key extends string, T>(key: Key, value: T | undefined): { readonly [K in Key]?: T } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: T };

/** Reads a row against what it said when it was made. A letter in the mark column is its state. */
export const readRow = (
  cells: Cells,
  headings: readonly string[],
  assignment: Pick<Assignment, 'max' | 'criteria'>,
  base: WorksheetValues,
  today: IsoDate,
): ReadRow => {
  const at = columnPlaces(assignment);
  const cell = (place: number) => ({ column: headings[place] ?? '', text: (cells[place] ?? '').trim() });
  const mark = readMarkCell(cell(at.mark), assignment.max);
  const state = readState(cell(at.state));
  const received = readReceived(cell(at.received), today);
  const criteria = assignment.criteria.map(({ id, max }, index) => ({
    id,
    read: readCriterion(cell(at.criteria + index), max),
  }));
  const feedbackText = plainFeedback(cells[at.feedback] ?? '');
  const typedState = mark.state ?? orBefore(state, base.state);
  const values: WorksheetValues = {
    ...given('mark', mark.state === undefined ? orBefore(mark, base.mark) : base.mark),
    ...given('state', typedState),
    ...given('received', orBefore(received, base.received)),
    criteria: Object.fromEntries(
      criteria.flatMap(({ id, read }) => {
        const value = orBefore(read, base.criteria[id]);
        return value === undefined ? [] : [[id, value]];
      }),
    ),
    ...given('feedback', feedbackText === '' ? undefined : textHash(feedbackText)),
  };
  const problems = [mark, state, received, ...criteria.map(({ read }) => read)].flatMap((read) => read.problem ?? []);
  return { values, feedbackText, problems };
};
