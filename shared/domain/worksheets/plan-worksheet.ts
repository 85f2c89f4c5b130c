import { sameJson } from '#shared/lib/json.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { Cohort } from '../cohorts.ts';
import { emptySheet, hasLeft, leftNote } from '../import/grid-draft.ts';
import type { Decision, Decisions, ImportPlan, ImportRow } from '../import/import-kinds.ts';
import type { Learner } from '../import/match-learners.ts';
import type { MarkSheet } from '../marks.ts';
import type { Message } from '../message.ts';
import { message } from '../message.ts';
import { fullName } from '../people.ts';
import type { Assignment, ProgrammeVersion } from '../programmes.ts';
import { mergeRow } from './merge-row.ts';
import type { Worksheet, WorksheetSheet } from './read-worksheet.ts';
import { assignmentEdition, attemptNumber, readStamp, whoStamp, worksheetFormat } from './worksheet-stamp.ts';
import { columnPlaces, readRow } from './worksheet-values.ts';

/** What a worksheet that came back is planned from; everything of one cohort. */
export type WorksheetPlanInput = {
  readonly worksheet: Worksheet;
  readonly programme: Pick<ProgrammeVersion, 'modules'>;
  readonly cohort: Pick<Cohort, 'id' | 'code' | 'released' | 'starts'>;
  readonly learners: readonly Learner[];
  readonly sheets: readonly MarkSheet[];
  readonly decisions: Decisions;
  readonly today: IsoDate;
  readonly language: string;
};

/** Rows of all sheets have one number each, for decisions and lists: the line and the place of the sheet. */
const linesOfSheet = 1_000_000;

type Drafts = { readonly get: (learner: Learner) => MarkSheet; readonly set: (sheet: MarkSheet) => void };
type Target = { readonly assignment: Assignment; readonly released: boolean };

const targetOf = (sheet: WorksheetSheet, { programme, cohort }: WorksheetPlanInput): Target | undefined => {
  for (const module of programme.modules) {
    const assignment = module.assignments.find(({ id }) => id === sheet.assignmentId);
    if (assignment !== undefined) return { assignment, released: cohort.released[module.id] !== undefined };
  }
  return undefined;
};

/** Why no row of a sheet can be taken; undefined where they can. */
const sheetRefusal = (
  sheet: WorksheetSheet,
  target: Target | undefined,
  { worksheet, cohort }: WorksheetPlanInput,
): Message | undefined => {
  const because = (code: string, values: NonNullable<Message['values']> = {}): Message =>
    message(`import.reason.${code}`, values);
  if (worksheet.cohortId !== cohort.id)
    return because('worksheet-other-cohort', { made: worksheet.cohortCode, here: cohort.code });
  if (worksheet.format > worksheetFormat) return because('worksheet-newer-format');
  if (target === undefined) return because('worksheet-no-assignment');
  if (sheet.edition !== assignmentEdition(target.assignment)) return because('worksheet-older-edition');
  return sheet.intact ? undefined : because('worksheet-structure', { sheet: sheet.name });
};

const startOf = (
  row: WorksheetSheet['rows'][number],
  sheet: WorksheetSheet,
  place: number,
  decided: Decision | undefined,
) => {
  const [number = '', name = ''] = row.cells;
  return {
    line: place * linesOfSheet + row.line,
    place: { sheet: sheet.name, line: row.line },
    name: name.trim(),
    ...(number.trim() === '' ? {} : { number: number.trim() }),
    ...(decided === undefined ? {} : { decided }),
    problems: [],
    notes: [],
    changes: [],
    candidates: [],
  };
};

const planRow = (
  row: WorksheetSheet['rows'][number],
  sheet: WorksheetSheet,
  target: Target,
  start: ReturnType<typeof startOf>,
  learners: ReadonlyMap<string, Learner>,
  seen: Map<string, number>,
  drafts: Drafts,
  input: WorksheetPlanInput,
): ImportRow => {
  const refused = (code: string, values: NonNullable<Message['values']> = {}): ImportRow => ({
    ...start,
    fate: 'refused',
    reason: message(`import.reason.${code}`, values),
  });
  const at = columnPlaces(target.assignment);
  const id = (row.cells[at.id] ?? '').trim();
  const stamp = readStamp(row.cells[at.stamp] ?? '');
  const learner = learners.get(id);
  if (id === '' || stamp === undefined) return refused('worksheet-row-without-id');
  if (learner === undefined) return refused('not-in-cohort', { name: start.name });
  if (stamp.who !== whoStamp(id, row.cells[at.number] ?? '', row.cells[at.name] ?? ''))
    return refused('worksheet-row-mixed', { name: fullName(learner.person) });
  const earlier = seen.get(id);
  if (earlier !== undefined) return refused('duplicate-of-line', { line: earlier });
  seen.set(id, row.line);
  const sheetBefore = drafts.get(learner);
  const before = sheetBefore.cells[target.assignment.id];
  const read = readRow(row.cells, sheet.headings, target.assignment, stamp.values, input.today);
  const touched = !sameJson(read.values, stamp.values);
  if (touched && stamp.attempt !== attemptNumber(before))
    return refused('worksheet-older-attempt', { made: stamp.attempt, here: attemptNumber(before) });
  const merged = mergeRow(
    { cell: before, base: stamp.values, read, headings: sheet.headings, decision: start.decided },
    { ...input, ...target },
  );
  const problems = [...read.problems, ...merged.problems];
  const notes = [...merged.notes, ...(hasLeft(learner.enrolment) ? [leftNote(learner.enrolment)] : [])];
  const common = { ...start, name: fullName(learner.person), problems, notes };
  if (merged.undecided)
    return { ...common, fate: 'unsure', reason: message('import.reason.changed-here-too'), clashes: merged.clashes };
  const clashes = merged.clashes.length > 0 ? { clashes: merged.clashes } : {};
  if (!sameJson(before ?? null, merged.cell ?? null) && merged.cell !== undefined)
    drafts.set({ ...sheetBefore, cells: { ...sheetBefore.cells, [target.assignment.id]: merged.cell } });
  const { changes } = merged;
  if (changes.length > 0) {
    const fate = changes.every((change) => change.before === undefined) ? 'new' : 'changed';
    const left = problems.length > 0 ? [message('import.note.cells-refused', { count: problems.length })] : [];
    return { ...common, ...clashes, fate, changes, notes: [...left, ...notes] };
  }
  const [first] = problems;
  return first === undefined
    ? { ...common, ...clashes, fate: 'same' }
    : { ...common, ...clashes, fate: 'refused', reason: first.reason };
};

/**
 * Plans the import of a worksheet, cell by cell, three ways: what the file said when it was made, what it says now, and what is said here. A cell that the
 * file did not change is left alone, whatever happened to it here; a cell changed in both is shown with both and waits for a decision, and its row with
 * it. The worksheet as it was made changes nothing, at any time.
 */
export const planWorksheet = (input: WorksheetPlanInput): ImportPlan => {
  const learners = new Map<string, Learner>(input.learners.map((learner) => [learner.enrolment.id, learner]));
  const known = new Map<string, MarkSheet>(input.sheets.map((sheet) => [sheet.id, sheet]));
  const changed = new Map<string, MarkSheet>();
  const drafts: Drafts = {
    get: ({ enrolment }) => changed.get(enrolment.id) ?? known.get(enrolment.id) ?? emptySheet(enrolment),
    set: (sheet) => changed.set(sheet.id, sheet),
  };
  const rows = input.worksheet.sheets.flatMap((sheet, place) => {
    const target = targetOf(sheet, input);
    const refusal = sheetRefusal(sheet, target, input);
    const seen = new Map<string, number>();
    return sheet.rows.map((row): ImportRow => {
      const start = startOf(row, sheet, place, input.decisions[place * linesOfSheet + row.line]);
      return refusal !== undefined || target === undefined
        ? { ...start, fate: 'refused', ...(refusal === undefined ? {} : { reason: refusal }) }
        : planRow(row, sheet, target, start, learners, seen, drafts, input);
    });
  });
  return { rows, changes: [...changed.values()].map((next) => ({ table: 'sheets' as const, id: next.id, next })) };
};
