import { lastAttempt } from '../cells.ts';
import { inLanguage } from '../languages.ts';
import type { MarkSheet } from '../marks.ts';
import { message } from '../message.ts';
import type { Assignment, Module, ProgrammeVersion } from '../programmes.ts';
import type { ColumnOf, ExportCell, ExportSheet, ExportWords } from './export-table.ts';
import { sheetOf } from './export-table.ts';
import type { ExportedLearner } from './learners-export.ts';
import { inNameOrder, learnerColumns } from './learners-export.ts';

/** What the marks of a cohort are exported from. */
export type MarksExport = {
  readonly programme: Pick<ProgrammeVersion, 'modules'>;
  readonly learners: readonly ExportedLearner[];
  readonly sheets: readonly MarkSheet[];
};

type Line = ExportedLearner & { readonly sheet: MarkSheet | undefined };

/** The raw mark of the last attempt, or NS, EX, HOLD. An extension is no mark: the cell stays empty. */
const markOf = (sheet: MarkSheet | undefined, assignment: Assignment): ExportCell | undefined => {
  const cell = sheet?.cells[assignment.id];
  if (cell?.outcome !== undefined && cell.outcome !== 'DEF') return cell.outcome;
  const value = lastAttempt(cell)?.value;
  return value === undefined ? undefined : value / 100;
};

const assignmentColumns = (modules: readonly Module[], { language }: ExportWords): readonly ColumnOf<Line>[] =>
  modules.flatMap((module) =>
    module.assignments.map((assignment): ColumnOf<Line> => ({
      title: message('exports.assignment', {
        module: module.number,
        title: inLanguage(assignment.title, language),
        max: assignment.max / 100,
      }),
      kind: 'number',
      cell: ({ sheet }) => markOf(sheet, assignment),
    })),
  );

const signOffColumns = (modules: readonly Module[]): readonly ColumnOf<Line>[] =>
  modules
    .filter(({ needsSignOff }) => needsSignOff)
    .map(({ id, number }) => ({
      title: message('exports.signedOff', { module: number }),
      kind: 'date',
      cell: ({ enrolment }) => enrolment.signedOff?.[id],
    }));

/** The marks of a cohort, a row a learner and a column an assignment, as the marks import reads them. */
export const marksSheet = ({ programme, learners, sheets }: MarksExport, words: ExportWords): ExportSheet => {
  const sheetOfEnrolment = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  const lines = inNameOrder(learners, words).map((learner): Line => ({
    ...learner,
    sheet: sheetOfEnrolment.get(learner.enrolment.id),
  }));
  const columns = [
    ...learnerColumns<Line>(),
    ...assignmentColumns(programme.modules, words),
    ...signOffColumns(programme.modules),
  ];
  return sheetOf(message('exports.sheet.marks'), columns, lines, words);
};
