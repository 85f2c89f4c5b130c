import type { GradeChange, Told } from '../grade-changes.ts';
import { formatMark } from '../mark-text.ts';
import type { Message } from '../message.ts';
import { message } from '../message.ts';
import { commaList } from '../message-lists.ts';
import type { ExportSheet, ExportWords } from './export-table.ts';
import { sheetOf } from './export-table.ts';

/** One change of a released mark in words, as the report prints it and the spreadsheet lists it. */
export type GradeChangeLine = {
  readonly when: string;
  readonly learner: string;
  readonly assignment: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  /** What changed, days and criteria among them. */
  readonly details: string;
  readonly by: string;
  readonly device: string;
};

const toldInWords = (told: Told | undefined, { language }: ExportWords): string => {
  if (told === undefined) return '–';
  return 'outcome' in told ? told.outcome : formatMark(told.mark, language);
};

const reasonOf = ({ note, kind, why }: GradeChange, { say }: ExportWords): string => {
  const code = why.values === undefined ? message(`reasons.${why.code}`) : message(`reasons.${why.code}`, why.values);
  if (kind !== 'do') return say(message(`moderation.changes.${kind}`, { what: note === undefined ? code : note }));
  return note ?? '';
};

/** A change in words. `when` is its moment as it is read on the laptop's clock. */
export const gradeChangeLine = (
  change: GradeChange,
  where: { readonly when: string; readonly learner: string; readonly assignment: string },
  words: ExportWords,
): GradeChangeLine => ({
  ...where,
  from: toldInWords(change.from, words),
  to: toldInWords(change.to, words),
  reason: reasonOf(change, words),
  details: change.details.length === 0 ? '' : words.say(commaList(change.details)),
  by: change.by,
  device: change.device,
});

const column = (name: string): Message => message(`moderation.changes.${name}`);

/** The changes of released marks of a cohort as a sheet, a row a change. */
export const gradeChangesSheet = (lines: readonly GradeChangeLine[], words: ExportWords): ExportSheet =>
  sheetOf<GradeChangeLine>(
    column('sheet'),
    [
      { title: column('when'), width: 18, cell: ({ when }) => when },
      { title: column('learner'), width: 28, cell: ({ learner }) => learner },
      { title: column('assignment'), width: 20, cell: ({ assignment }) => assignment },
      { title: column('from'), cell: ({ from }) => from },
      { title: column('to'), cell: ({ to }) => to },
      { title: column('reason'), width: 40, cell: ({ reason }) => reason },
      { title: column('details'), width: 40, cell: ({ details }) => details },
      { title: column('by'), width: 20, cell: ({ by }) => by },
      { title: column('device'), width: 20, cell: ({ device }) => device },
    ],
    lines,
    words,
  );
