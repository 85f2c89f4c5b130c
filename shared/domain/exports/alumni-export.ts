import type { Award } from '../awards.ts';
import type { Cohort } from '../cohorts.ts';
import { consentFor } from '../consents.ts';
import { message } from '../message.ts';
import type { Enrolment, Person } from '../people.ts';
import type { ProgrammeVersion } from '../programmes.ts';
import { inLanguage } from '../languages.ts';
import type { ColumnOf, ExportWords } from './export-table.ts';

/** An alumnus with what the award and the interviews made known. `serial` is that of the certificate in force. */
export type AlumnusExport = {
  readonly cohort: Cohort;
  readonly programme: ProgrammeVersion;
  readonly award: Award;
  readonly person: Person;
  readonly enrolment: Enrolment;
  /** True where the person asked in an interview not to be called again. */
  readonly optedOut: boolean;
  readonly serial?: string;
};

/**
 * True where the person agreed to being shared, is alive and was not made anonymous. Not asked is not agreed. A contact list has moreover nobody on it who
 * said no to calls, or asked in an interview not to be called again.
 */
export const agrees = (
  { person, enrolment, award, optedOut }: AlumnusExport,
  kind: 'alumni' | 'training-records',
): boolean =>
  award.erasedOn === undefined &&
  enrolment.status !== 'deceased' &&
  person.deceasedOn === undefined &&
  consentFor(person, enrolment, 'sharing') === 'given' &&
  (kind === 'training-records' || !(optedOut || consentFor(person, enrolment, 'follow-up-calls') === 'declined'));

const title = (name: string) => message(`exports.column.${name}`);

const contact = ({ person }: AlumnusExport, index: number): string | undefined => {
  const { name, relation, phone } = person.alternates[index] ?? {};
  const text = [name, relation, phone].filter((part) => part !== undefined && part !== '').join(', ');
  return text === '' ? undefined : text;
};

const result = ({ award }: AlumnusExport): number | undefined =>
  award.overall === undefined ? undefined : award.overall / 10;

/** The contact list: only those are on it who agreed to being shared and may be called (`agrees`). */
export const alumniColumns = (): readonly ColumnOf<AlumnusExport>[] => [
  { title: title('cohort'), cell: ({ cohort }) => cohort.code },
  { title: message('import.field.number'), cell: ({ person }) => person.number },
  { title: title('alumnus'), width: 28, cell: ({ award }) => award.name },
  { title: message('import.field.country'), cell: ({ cohort }) => cohort.country },
  { title: message('import.field.community'), width: 20, cell: ({ person }) => person.community },
  { title: message('import.field.language'), cell: ({ person }) => person.language },
  { title: message('import.field.phone'), width: 18, cell: ({ person }) => person.phone },
  { title: message('import.field.email'), width: 24, cell: ({ person }) => person.email },
  { title: title('contact1'), width: 30, cell: (line) => contact(line, 0) },
  { title: title('contact2'), width: 30, cell: (line) => contact(line, 1) },
  { title: title('bestTime'), width: 20, cell: ({ person }) => person.bestTime },
  { title: title('awardedOn'), kind: 'date', cell: ({ award }) => award.awardedOn },
  { title: title('overall'), kind: 'number', cell: result },
  { title: title('serial'), width: 22, cell: ({ serial }) => serial },
];

/**
 * Training records for a human resources register such as iHRIS Train: one row a person and training, plain headings that are the same in every language so
 * that a mapping stays valid. Only those are on it who agreed to sharing (`agrees`).
 */
export const trainingRecordColumns = ({ language }: ExportWords): readonly ColumnOf<AlumnusExport>[] => {
  const plain = (name: string) => message(`exports.ihris.${name}`);
  return [
    { title: plain('person_id'), cell: ({ person }) => person.number ?? person.id },
    { title: plain('surname'), cell: ({ person }) => person.familyName },
    { title: plain('firstname'), cell: ({ person }) => person.givenNames },
    { title: plain('gender'), cell: ({ person }) => person.sex },
    { title: plain('national_id'), cell: ({ person }) => person.nationalId },
    { title: plain('country'), cell: ({ cohort }) => cohort.country },
    { title: plain('training'), width: 40, cell: ({ programme }) => inLanguage(programme.title, language) },
    { title: plain('training_version'), cell: ({ programme }) => programme.version },
    { title: plain('training_institution'), width: 28, cell: ({ cohort }) => cohort.partner },
    { title: plain('training_site'), cell: ({ enrolment, cohort }) => enrolment.site ?? cohort.place },
    { title: plain('start_date'), kind: 'date', cell: ({ cohort }) => cohort.starts },
    { title: plain('end_date'), kind: 'date', cell: ({ award }) => award.awardedOn },
    { title: plain('final_result'), kind: 'number', cell: result },
    {
      title: plain('certificate_number'),
      width: 22,
      cell: ({ serial, award }) => serial ?? award.imported?.certificateNumber,
    },
  ];
};
