import { message } from '../message.ts';
import type { Enrolment, Person } from '../people.ts';
import type { ColumnOf, ExportSheet, ExportWords } from './export-table.ts';
import { sheetOf } from './export-table.ts';

/** A learner: the person and the enrolment. */
export type ExportedLearner = { readonly person: Person; readonly enrolment: Enrolment };

const title = (field: string) => message(`import.field.${field}`);

/** Learners in the order of their family and given names. */
export const inNameOrder = <Item extends { readonly person: Person }>(
  learners: readonly Item[],
  { language }: ExportWords,
): readonly Item[] => {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return [...learners].sort(
    ({ person: a }, { person: b }) =>
      compare(a.familyName, b.familyName) ||
      compare(a.givenNames, b.givenNames) ||
      compare(a.number ?? '', b.number ?? '') ||
      (a.id < b.id ? -1 : 1),
  );
};

const personColumns: readonly ColumnOf<ExportedLearner>[] = [
  { title: title('number'), cell: ({ person }) => person.number },
  { title: title('givenNames'), width: 24, cell: ({ person }) => person.givenNames },
  { title: title('familyName'), width: 24, cell: ({ person }) => person.familyName },
];

/** The columns by which a learner is found again. */
export const learnerColumns = <Item extends ExportedLearner>(): readonly ColumnOf<Item>[] => personColumns;

const contactColumns = (slot: 1 | 2): readonly ColumnOf<ExportedLearner>[] => [
  { title: title(`alternate${slot}Name`), width: 22, cell: ({ person }) => person.alternates[slot - 1]?.name },
  { title: title(`alternate${slot}Relation`), cell: ({ person }) => person.alternates[slot - 1]?.relation },
  { title: title(`alternate${slot}Phone`), width: 18, cell: ({ person }) => person.alternates[slot - 1]?.phone },
];

const columnsOf = ({ say }: ExportWords): readonly ColumnOf<ExportedLearner>[] => {
  const yesNo = (value: boolean | undefined): string | undefined =>
    value === undefined ? undefined : say(message(value ? 'exports.yes' : 'exports.no'));
  const word = (prefix: string, value: string | undefined): string | undefined =>
    value === undefined ? undefined : say(message(`${prefix}.${value}`));
  return [
    ...personColumns,
    { title: title('sex'), cell: ({ person }) => word('exports.sex', person.sex) },
    { title: title('born'), kind: 'date', cell: ({ person }) => person.born },
    { title: title('phone'), width: 18, cell: ({ person }) => person.phone },
    { title: title('email'), width: 26, cell: ({ person }) => person.email },
    { title: title('nationalId'), width: 18, cell: ({ person }) => person.nationalId },
    { title: title('community'), width: 18, cell: ({ person }) => person.community },
    { title: title('country'), cell: ({ person }) => person.country },
    { title: title('language'), cell: ({ person }) => person.language },
    {
      title: title('activity'),
      width: 26,
      cell: ({ enrolment }) => word('questionnaire.activity.choice', enrolment.baseline?.activity),
    },
    { title: title('organisation'), width: 26, cell: ({ enrolment }) => enrolment.baseline?.organisation },
    { title: title('secondaryDone'), cell: ({ enrolment }) => yesNo(enrolment.baseline?.secondaryDone) },
    { title: title('site'), cell: ({ enrolment }) => enrolment.site },
    { title: title('mentorGroup'), cell: ({ enrolment }) => enrolment.mentorGroup },
    { title: title('enrolledOn'), kind: 'date', cell: ({ enrolment }) => enrolment.enrolledOn },
    { title: title('status'), cell: ({ enrolment }) => word('exports.status', enrolment.status) },
    { title: title('consentCalls'), cell: ({ enrolment }) => yesNo(enrolment.consentCalls) },
    { title: title('confirmedName'), width: 28, cell: ({ enrolment }) => enrolment.confirmedName },
    { title: title('nameConfirmedOn'), kind: 'date', cell: ({ enrolment }) => enrolment.nameConfirmedOn },
    ...contactColumns(1),
    ...contactColumns(2),
  ];
};

/** The learners of a cohort with all that the import knows: importing the file again changes nothing. */
export const learnersSheet = (learners: readonly ExportedLearner[], words: ExportWords): ExportSheet =>
  sheetOf(message('exports.sheet.learners'), columnsOf(words), inNameOrder(learners, words), words);
