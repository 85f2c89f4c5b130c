import type { IsoDate } from '#shared/lib/dates.ts';
import { addDays } from '#shared/lib/dates.ts';
import { lastAttempt } from '../cells.ts';
import type { Cohort } from '../cohorts.ts';
import { cohortTitle } from '../cohorts.ts';
import type { ExportColumn, ExportSheet, ExportValidation, ExportWords } from '../exports/export-table.ts';
import { inNameOrder } from '../exports/learners-export.ts';
import { inLanguage } from '../languages.ts';
import type { Cell, MarkSheet } from '../marks.ts';
import { formatMark } from '../mark-text.ts';
import { message } from '../message.ts';
import { dayAndYear } from '../message-lists.ts';
import type { Enrolment, Person } from '../people.ts';
import { fullName, isCurrent } from '../people.ts';
import type { Assignment, Module, ProgrammeVersion } from '../programmes.ts';
import {
  assignmentEdition,
  idHeading,
  noteSheetName,
  stampHeading,
  stampText,
  worksheetFormat,
} from './worksheet-stamp.ts';

/** Which learners and assignments a worksheet is about; everything where nothing is said. */
export type WorksheetScope = {
  readonly assignments?: readonly string[];
  readonly marker?: string;
  readonly site?: string;
  readonly mentorGroup?: string;
};

/** What a worksheet is made from: one cohort, its learners and their mark sheets. */
export type WorksheetInput = {
  readonly cohort: Cohort;
  readonly programme: ProgrammeVersion;
  readonly learners: readonly { readonly person: Person; readonly enrolment: Enrolment }[];
  readonly sheets: ReadonlyMap<string, MarkSheet>;
  readonly scope: WorksheetScope;
  readonly today: IsoDate;
};

type Row = { readonly person: Person; readonly enrolment: Enrolment; readonly cell: Cell | undefined };
type Work = { readonly module: Module; readonly assignment: Assignment; readonly rows: readonly Row[] };

const stateKeys = { NS: 'domain.cell.text.ns', EX: 'domain.cell.text.ex', HOLD: 'domain.cell.text.hold' } as const;

/** A whole feedback; Excel bears 32,767 signs in a cell. */
const longestFeedback = 8000;

const workOf = ({ programme, learners, sheets, scope }: WorksheetInput, words: ExportWords): readonly Work[] => {
  const inScope = inNameOrder(learners, words).filter(
    ({ enrolment }) =>
      isCurrent(enrolment.status) &&
      (scope.site === undefined || enrolment.site === scope.site) &&
      (scope.mentorGroup === undefined || enrolment.mentorGroup === scope.mentorGroup),
  );
  return programme.modules.flatMap((module) =>
    module.assignments
      .filter(({ id }) => scope.assignments?.includes(id) ?? true)
      .map((assignment) => ({
        module,
        assignment,
        rows: inScope
          .map((learner): Row => ({ ...learner, cell: sheets.get(learner.enrolment.id)?.cells[assignment.id] }))
          .filter(({ cell }) => scope.marker === undefined || lastAttempt(cell)?.marker === scope.marker),
      }))
      .filter(({ rows }) => rows.length > 0),
  );
};

/** The mark that stands here, in words: of the last attempt, or the outcome that stands over it. */
const nowText = (cell: Cell | undefined, { say, language }: ExportWords): string => {
  if (cell?.outcome !== undefined && cell.outcome !== 'DEF') return say(message(stateKeys[cell.outcome]));
  const value = lastAttempt(cell)?.value;
  return value === undefined ? '' : formatMark(value, language);
};

const columnsOf = ({ assignment }: Work, { say, language }: ExportWords): readonly ExportColumn[] => {
  const title = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
    say(message(`exports.worksheet.column.${key}`, values));
  const max = formatMark(assignment.max, language);
  return [
    { title: say(message('import.field.number')), width: 20, kind: 'text' },
    { title: say(message('import.field.name')), width: 30, kind: 'text' },
    { title: title('now'), width: 12, kind: 'text' },
    { title: title('mark', { max }), width: 12, kind: 'number', input: true },
    { title: title('state'), width: 10, kind: 'text', input: true },
    { title: title('received'), width: 14, kind: 'date', input: true },
    ...assignment.criteria.map((criterion): ExportColumn => ({
      title: title('criterion', {
        title: inLanguage(criterion.title, language),
        max: formatMark(criterion.max, language),
      }),
      width: 16,
      kind: 'number',
      input: true,
      wrap: true,
    })),
    { title: title('feedback'), width: 60, kind: 'text', input: true, wrap: true },
    { title: idHeading, hidden: true },
    { title: stampHeading, hidden: true },
  ];
};

const validationsOf = (
  { assignment }: Work,
  { cohort, today }: WorksheetInput,
  { say, language }: ExportWords,
): readonly ExportValidation[] => {
  const text = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
    say(message(`exports.worksheet.${key}`, values));
  const mark = (column: number, max: number): ExportValidation => ({
    column,
    allowed: { kind: 'decimal', min: 0, max: max / 100 },
    title: text('wrongMark'),
    error: text('wrongMarkText', { max: formatMark(max, language) }),
  });
  const states = Object.values(stateKeys).map((key) => say(message(key)));
  const feedback = 6 + assignment.criteria.length;
  return [
    mark(3, assignment.max),
    {
      column: 4,
      allowed: { kind: 'list', values: states },
      title: text('wrongState'),
      error: text('wrongStateText', { states: states.join(', ') }),
    },
    {
      column: 5,
      allowed: { kind: 'date', from: cohort.starts, to: addDays(today > cohort.starts ? today : cohort.starts, 366) },
      title: text('wrongDate'),
      error: text('wrongDateText', { from: say(dayAndYear(cohort.starts)) }),
    },
    ...assignment.criteria.map(({ max }, index) => mark(6 + index, max)),
    {
      column: feedback,
      allowed: { kind: 'length', max: longestFeedback },
      title: text('longFeedback'),
      error: text('longFeedbackText', { max: longestFeedback }),
    },
  ];
};

const rowOf = ({ person, enrolment, cell }: Row, { criteria }: Assignment, words: ExportWords) => {
  const last = lastAttempt(cell);
  const state =
    cell?.outcome === undefined || cell.outcome === 'DEF' ? null : words.say(message(stateKeys[cell.outcome]));
  const marks = (value: number | undefined): number | null => (value === undefined ? null : value / 100);
  return [
    person.number ?? null,
    fullName(person),
    nowText(cell, words),
    marks(last?.value),
    state,
    last?.received ?? null,
    ...criteria.map(({ id }) => marks(last?.criteria?.[id])),
    last?.feedback ?? null,
    enrolment.id,
    stampText(cell, enrolment, person),
  ];
};

/** A name that spreadsheet programs bear: at most 31 signs, none of theirs, and no two alike. */
const sheetNames = (work: readonly Work[], { say, language }: ExportWords): readonly string[] => {
  const taken = new Set<string>();
  return work.map(({ module, assignment }) => {
    const values = { module: module.number, title: inLanguage(assignment.title, language) };
    const whole = say(message('exports.worksheet.sheet', values)).replace(/[\\/?*[\]:']/g, '-');
    for (let times = 1; ; times += 1) {
      const ending = times === 1 ? '' : ` (${times})`;
      const name = `${whole.slice(0, 31 - ending.length).trim()}${ending}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
};

const aboveOf = ({ module, assignment, rows }: Work, { cohort, scope, today }: WorksheetInput, words: ExportWords) => {
  const { say, language } = words;
  const max = formatMark(assignment.max, language);
  const who = [scope.marker, scope.site, scope.mentorGroup].filter((part) => part !== undefined).join(', ');
  return [
    say(
      message('exports.worksheet.title', {
        cohort: cohortTitle(cohort),
        module: module.number,
        title: inLanguage(assignment.title, language),
        max,
      }),
    ),
    say(
      message(who === '' ? 'exports.worksheet.made' : 'exports.worksheet.madeFor', {
        count: rows.length,
        date: dayAndYear(today),
        who,
      }),
    ),
    say(message('exports.worksheet.how', { max })),
    say(message('exports.worksheet.care')),
  ];
};

const noteSheet = (work: readonly Work[], made: readonly ExportSheet[], input: WorksheetInput): ExportSheet => ({
  name: noteSheetName,
  hidden: true,
  protect: true,
  columns: ['key', 'value', 'assignment', 'edition', 'headings'].map((title) => ({ title })),
  rows: [
    ['format', worksheetFormat, null, null, null],
    ['cohort', input.cohort.id, input.cohort.code, null, null],
    ['programme', input.programme.id, input.programme.version, null, null],
    ['made', input.today, null, null, null],
    ...work.map(({ assignment }, index) => [
      'sheet',
      made[index]?.name ?? '',
      assignment.id,
      assignmentEdition(assignment),
      JSON.stringify(made[index]?.columns.map(({ title }) => title)),
    ]),
  ],
});

/**
 * A marker's worksheet: a sheet an assignment with locked structure, a row a learner, and a hidden sheet that notes what it was made from. No sheets where
 * the scope holds no learner. The stamps let the import see what was changed in the file and what was changed here meanwhile.
 */
export const worksheetSheets = (input: WorksheetInput, words: ExportWords): readonly ExportSheet[] => {
  const work = workOf(input, words);
  if (work.length === 0) return [];
  const names = sheetNames(work, words);
  const made = work.map((each, index): ExportSheet => ({
    name: names[index] ?? '',
    above: aboveOf(each, input, words),
    frozen: 2,
    protect: true,
    columns: columnsOf(each, words),
    rows: each.rows.map((row) => rowOf(row, each.assignment, words)),
    validations: validationsOf(each, input, words),
  }));
  return [...made, noteSheet(work, made, input)];
};
