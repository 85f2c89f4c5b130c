import type { IsoDate } from '#shared/lib/dates.ts';
import type { AlternateContact, Baseline, Enrolment, Person } from '../people.ts';
import type { Message } from '../message.ts';
import { message } from '../message.ts';
import type { CellProblem, SourceRow, Understanding } from './import-kinds.ts';
import { readActivity, readCountry, readLanguage, readSex, readStatus, readYesNo } from './read-choices.ts';
import { readDate } from './read-dates.ts';
import { isAllCapitals, splitName } from './read-names.ts';
import type { NameParts } from './read-names.ts';
import type { ReadCell } from './row-cells.ts';
import { problem } from './row-cells.ts';

/** What a row says of a person; fields it does not give are absent. */
export type PersonValues = Partial<Omit<Person, 'id' | 'alternates' | 'givenNames' | 'familyName'>>;

/** What a row says of the enrolment. */
export type EnrolmentValues = Partial<
  Pick<
    Enrolment,
    'site' | 'mentorGroup' | 'enrolledOn' | 'status' | 'consentCalls' | 'confirmedName' | 'nameConfirmedOn'
  >
>;

/** One row of a learners' file, understood. `wholeName` is true where one column held the name and it had to be split. */
export type LearnerRow = {
  readonly line: number;
  readonly name: NameParts;
  readonly wholeName: boolean;
  readonly person: PersonValues;
  readonly alternates: readonly (Partial<AlternateContact> | undefined)[];
  readonly enrolment: EnrolmentValues;
  readonly baseline: Partial<Pick<Baseline, 'activity' | 'organisation' | 'secondaryDone'>>;
  readonly problems: readonly CellProblem[];
  readonly notes: readonly Message[];
};

/** Collects what a row gives, field by field, and what of it cannot be read. */
const collector = (row: SourceRow, readCell: ReadCell, { dateStyles, today }: Understanding) => {
  const problems: CellProblem[] = [];
  const pick = <T>(field: string, code: string, read: (text: string) => T | undefined): T | undefined => {
    const cell = readCell(row, field);
    const value = cell === undefined ? undefined : read(cell.text);
    if (cell !== undefined && value === undefined) problems.push(problem(cell, code));
    return value;
  };
  const date = (field: string): IsoDate | undefined => {
    const cell = readCell(row, field);
    if (cell === undefined) return undefined;
    const read = readDate(cell.text, dateStyles[cell.column] ?? 'day-first', today);
    if (!read.ok) problems.push(problem(cell, read.error.code));
    else if (read.value > today && field !== 'enrolledOn') problems.push(problem(cell, 'date-in-future'));
    else return read.value;
    return undefined;
  };
  const text = (field: string): string | undefined => readCell(row, field)?.text;
  return { problems, pick, date, text };
};

/** The object without its members that are undefined. */
export const given = <T extends object>(values: { readonly [Key in keyof T]: T[Key] | undefined }): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;

const nameOf = (text: (field: string) => string | undefined): { readonly name: NameParts; readonly whole: boolean } => {
  const [givenNames, familyName] = [text('givenNames'), text('familyName')];
  if (givenNames !== undefined || familyName !== undefined) {
    return { name: { givenNames: givenNames ?? '', familyName: familyName ?? '' }, whole: false };
  }
  const [whole, familyFirst] = [text('name'), text('nameFamilyFirst')];
  return { name: splitName(whole ?? familyFirst ?? '', whole === undefined), whole: true };
};

/** A telephone number is text. What Excel made of it when it took it for a number is gone. */
const readPhone = (text: string): string | undefined => (/^\d+([.,]\d+)?e\+?\d+$/i.test(text) ? undefined : text);

const alternatesOf = ({ pick, text }: ReturnType<typeof collector>): LearnerRow['alternates'] =>
  [1, 2].map((slot) => {
    const contact = given<AlternateContact>({
      name: text(`alternate${slot}Name`),
      relation: text(`alternate${slot}Relation`),
      phone: pick(`alternate${slot}Phone`, 'phone-damaged', readPhone),
    });
    return Object.keys(contact).length === 0 ? undefined : contact;
  });

/** Understands one row of a learners' file. Whatever cannot be read is a problem with its column and value. */
export const readLearnerRow = (row: SourceRow, readCell: ReadCell, understanding: Understanding): LearnerRow => {
  const cells = collector(row, readCell, understanding);
  const { problems, pick, date, text } = cells;
  const { name, whole } = nameOf(text);
  const person = given<PersonValues>({
    number: text('number'),
    sex: pick('sex', 'not-a-sex', readSex),
    born: date('born'),
    phone: pick('phone', 'phone-damaged', readPhone),
    email: text('email'),
    nationalId: text('nationalId'),
    country: pick('country', 'not-a-country', readCountry),
    community: text('community'),
    language: pick('language', 'not-a-language', readLanguage),
  });
  const enrolment = given<EnrolmentValues>({
    site: text('site'),
    mentorGroup: text('mentorGroup'),
    enrolledOn: date('enrolledOn'),
    status: pick('status', 'not-a-status', readStatus),
    consentCalls: pick('consentCalls', 'not-yes-or-no', readYesNo),
    confirmedName: text('confirmedName'),
    nameConfirmedOn: date('nameConfirmedOn'),
  });
  const baseline = given<LearnerRow['baseline']>({
    activity: pick('activity', 'not-an-activity', readActivity),
    organisation: text('organisation'),
    secondaryDone: pick('secondaryDone', 'not-yes-or-no', readYesNo),
  });
  const notes = isAllCapitals(name) ? [message('import.note.name-all-capitals')] : [];
  return {
    line: row.line,
    name,
    wholeName: whole,
    person,
    alternates: alternatesOf(cells),
    enrolment,
    baseline,
    problems,
    notes,
  };
};
