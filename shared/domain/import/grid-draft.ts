import type { IsoDate } from '#shared/lib/dates.ts';
import type { ContactSession, Presence, Register } from '../attendance.ts';
import type { Cell, MarkSheet } from '../marks.ts';
import type { Cohort } from '../cohorts.ts';
import type { ModuleId } from '../ids.ts';
import { changesReleased, enterMark, enterOutcome, isReleased, lastAttempt, receiveScript } from '../cells.ts';
import { formatMark, parseCellEntry, parseMark } from '../mark-text.ts';
import type { Message } from '../message.ts';
import { message } from '../message.ts';
import { plainText } from '../message-lists.ts';
import type { Enrolment } from '../people.ts';
import type { Assignment } from '../programmes.ts';
import { dayProblem, setOfAttempt } from '../script-entry.ts';
import type { CellProblem, FieldChange } from './import-kinds.ts';
import { textOfHtml, withoutSpareDecimals } from './moodle.ts';
import type { GivenCell } from './row-cells.ts';
import { problem } from './row-cells.ts';

/** What a row of marks or hours can change of its learner. */
export type GridDraft = { readonly sheet: MarkSheet; readonly register: Register; readonly enrolment: Enrolment };

/** What became of one cell: the draft with it taken in, what changed, or why it was not taken. */
export type CellOutcome = { readonly draft: GridDraft; readonly change?: FieldChange; readonly problem?: CellProblem };

/** Marks are written into lists of changes with a decimal point or comma. */
export type MarkContext = {
  readonly cohort: Pick<Cohort, 'released' | 'starts'>;
  readonly today: IsoDate;
  readonly language: string;
  readonly received: GivenDay | undefined;
  /** The maximum that the file's marks are out of, as it is written there. */
  readonly maximum: GivenCell | undefined;
};

/** A day with the cell that it stands in. */
type GivenDay = { readonly cell: GivenCell; readonly date: IsoDate };

const cellText = (cell: Cell | undefined, language: string): string | undefined => {
  if (cell?.outcome !== undefined && cell.outcome !== 'DEF') return cell.outcome;
  const value = lastAttempt(cell)?.value;
  return value === undefined ? undefined : formatMark(value, language);
};

const label = (cell: GivenCell): Message => plainText(cell.column);

const changeOf = (cell: GivenCell, before: string | undefined, after: string): FieldChange => ({
  field: label(cell),
  ...(before === undefined ? {} : { before: plainText(before) }),
  after: plainText(after),
});

/** True where the cell says already what was typed. */
const saysSame = (
  cell: Cell | undefined,
  entry: { readonly kind: string; readonly value?: number; readonly outcome?: string },
): boolean =>
  entry.kind === 'outcome'
    ? cell?.outcome === entry.outcome
    : cell?.outcome === undefined && lastAttempt(cell)?.value === entry.value;

/**
 * Takes one mark into a draft. The same again changes nothing; a mark over the maximum is refused with the reason, and so is a change of a released
 * mark, which needs a reason of its own. The day of receipt is filled in only where none is known.
 */
export const takeMark = (
  draft: GridDraft,
  given: GivenCell,
  target: { readonly assignment: Assignment; readonly moduleId: ModuleId },
  context: MarkContext,
): CellOutcome => {
  const { assignment, moduleId } = target;
  const maximum = context.maximum === undefined ? undefined : parseMark(context.maximum.text, 1e11);
  if (maximum?.ok === true && maximum.value !== assignment.max)
    return {
      draft,
      problem: problem(given, 'other-maximum', { there: maximum.value / 100, max: assignment.max / 100 }),
    };
  const entry = parseCellEntry(withoutSpareDecimals(given.text), assignment.max);
  if (!entry.ok) return { draft, problem: problem(given, entry.error.code, entry.error.details ?? {}) };
  if (entry.value.kind === 'clear') return { draft };
  const before = draft.sheet.cells[assignment.id];
  const moduleReleased = context.cohort.released[moduleId] !== undefined;
  const released = isReleased(before, moduleReleased);
  const same = saysSame(before, entry.value);
  const { today, language } = context;
  const received = context.received?.date;
  const needsReceipt =
    received !== undefined && entry.value.kind === 'mark' && lastAttempt(before)?.received === undefined;
  if (same && (!needsReceipt || released)) return { draft };
  const marked =
    entry.value.kind === 'mark'
      ? enterMark(before, entry.value.value, { today, released })
      : enterOutcome(before, entry.value.outcome, { released });
  if (changesReleased(before, marked, moduleReleased)) return { draft, problem: problem(given, 'mark-released') };
  const wrong = needsReceipt ? dayProblem(marked, 'received', received, context.cohort) : undefined;
  if (wrong !== undefined)
    return { draft, problem: problem(context.received?.cell ?? given, wrong.code, wrong.details ?? {}) };
  const next = needsReceipt ? receiveScript(marked, received) : marked;
  const cells = { ...draft.sheet.cells, [assignment.id]: next };
  const after = same ? `${given.text} (${received ?? ''})` : (cellText(next, language) ?? given.text);
  return {
    draft: { ...draft, sheet: { ...draft.sheet, cells } },
    change: changeOf(given, cellText(before, language), after),
  };
};

const shortText = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);

/** Takes a feedback into a draft, as plain text. It stands beside the last attempt and may change after a release. */
export const takeFeedback = (draft: GridDraft, given: GivenCell, assignment: Assignment): CellOutcome => {
  const before = draft.sheet.cells[assignment.id];
  const feedback = textOfHtml(given.text);
  const next = setOfAttempt(before, { feedback });
  if (next === before || feedback === '') return { draft };
  const was = lastAttempt(before)?.feedback;
  const cells = { ...draft.sheet.cells, [assignment.id]: next };
  return {
    draft: { ...draft, sheet: { ...draft.sheet, cells } },
    change: changeOf(given, was === undefined ? undefined : shortText(was), shortText(feedback)),
  };
};

const presenceLetters: Readonly<Record<string, Presence>> = {
  p: 'present',
  present: 'present',
  x: 'present',
  '✓': 'present',
  a: 'absent',
  absent: 'absent',
  abs: 'absent',
  falta: 'absent',
  ausente: 'absent',
  e: 'excused',
  ex: 'excused',
  excused: 'excused',
  excuse: 'excused',
  justificado: 'excused',
  m: 'made-up',
  'made up': 'made-up',
  rattrapage: 'made-up',
};

/** Hours as typed, or a letter: P present all hours, A absent, E excused, M made up. Undefined where it is neither. */
const readHours = (
  text: string,
  hours: number,
): { readonly presence: Presence; readonly hours: number } | undefined => {
  const presence = presenceLetters[text.toLowerCase()];
  if (presence !== undefined) return { presence, hours: presence === 'present' || presence === 'made-up' ? hours : 0 };
  const value = /^\d{1,2}(?:[.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
  if (value === undefined) return undefined;
  return { presence: value === 0 ? 'absent' : value < hours ? 'late' : 'present', hours: value };
};

/** Takes the hours of one contact session into a draft; more hours than the session has are refused. */
export const takeHours = (draft: GridDraft, given: GivenCell, session: ContactSession): CellOutcome => {
  const read = readHours(given.text, session.hours);
  if (read === undefined) return { draft, problem: problem(given, 'not-hours') };
  if (read.hours > session.hours) return { draft, problem: problem(given, 'too-many-hours', { max: session.hours }) };
  const before = draft.register.sessions[session.id];
  if (
    before?.hours === read.hours &&
    (before.presence === read.presence || (before.hours > 0 && /^\d/.test(given.text)))
  )
    return { draft };
  if (before !== undefined && before.hours === 0 && read.hours === 0 && /^\d/.test(given.text)) return { draft };
  const sessions = { ...draft.register.sessions, [session.id]: read };
  const after = /^\d/.test(given.text) ? String(read.hours) : given.text;
  return {
    draft: { ...draft, register: { ...draft.register, sessions } },
    change: changeOf(given, before === undefined ? undefined : String(before.hours), after),
  };
};

/** Takes the day on which the site supervisor signed a module off. */
export const takeSignOff = (draft: GridDraft, given: GivenCell, moduleId: ModuleId, date: IsoDate): CellOutcome => {
  const before = draft.enrolment.signedOff?.[moduleId];
  if (before === date) return { draft };
  const enrolment = { ...draft.enrolment, signedOff: { ...draft.enrolment.signedOff, [moduleId]: date } };
  return { draft: { ...draft, enrolment }, change: changeOf(given, before, date) };
};

/** An empty draft's marks and register. */
export const emptySheet = ({ id, cohortId, personId }: Enrolment): MarkSheet => ({ id, cohortId, personId, cells: {} });
export const emptyRegister = ({ id, cohortId }: Enrolment): Register => ({ id, cohortId, sessions: {} });

/** True where a note belongs beside the row: marks of somebody who left. */
export const hasLeft = ({ status }: Pick<Enrolment, 'status'>): boolean =>
  status === 'withdrawn' ||
  status === 'excluded' ||
  status === 'transferred' ||
  status === 'declined' ||
  status === 'deceased';

/** The note beside such a row. */
export const leftNote = (enrolment: Pick<Enrolment, 'status'>): Message =>
  message('import.note.has-left', { status: message(`exports.status.${enrolment.status}`) });
