import type { IsoDate } from '#shared/lib/dates.ts';
import type { Award } from '../awards.ts';
import type { Cohort } from '../cohorts.ts';
import type { FollowUp } from '../follow-ups.ts';
import type { CohortId, EnrolmentId, FollowUpId, PersonId } from '../ids.ts';
import type { Message } from '../message.ts';
import type { MarkSheet } from '../marks.ts';
import type { ContactSession, Register } from '../attendance.ts';
import type { Enrolment, Person } from '../people.ts';

/** What a file can be imported as. */
export const importKinds = ['learners', 'marks', 'attendance', 'worksheet', 'follow-up', 'alumni'] as const;
export type ImportKind = (typeof importKinds)[number];

/** Fields of a learners' file that describe one thing of the person or the enrolment. `nameFamilyFirst` is a whole name with the family name in front. */
export const learnerFields = [
  'number',
  'name',
  'nameFamilyFirst',
  'givenNames',
  'familyName',
  'sex',
  'born',
  'phone',
  'email',
  'nationalId',
  'country',
  'community',
  'language',
  'activity',
  'organisation',
  'secondaryDone',
  'site',
  'mentorGroup',
  'enrolledOn',
  'status',
  'consentCalls',
  'confirmedName',
  'nameConfirmedOn',
  'alternate1Name',
  'alternate1Relation',
  'alternate1Phone',
  'alternate2Name',
  'alternate2Relation',
  'alternate2Phone',
] as const;
export type LearnerField = (typeof learnerFields)[number];

/** Fields by which a row of marks or hours finds its learner, the day on which the row's scripts arrived, and the maximum that its mark is out of. */
export const gridFields = [
  'email',
  'number',
  'name',
  'nameFamilyFirst',
  'givenNames',
  'familyName',
  'born',
  'received',
  'maximum',
] as const;

/** Fields of a file of alumni of earlier cycles; the result of module `m1` is `result:m1`. */
export const alumniFields = [
  ...learnerFields.filter((field) => !['enrolledOn', 'status', 'nameConfirmedOn'].includes(field)),
  'cohortCode',
  'cohortCountry',
  'cycle',
  'cohortStarts',
  'enrolledThen',
  'graduation',
  'awardedOn',
  'result',
  'certificateNumber',
] as const;

/**
 * Which column holds what, by the column's heading as it stands in the file (a repeated heading has ` (2)` behind it): a field, `mark:<assignment>`,
 * `feedback:<assignment>`, `hours:<session>`, `sign-off:<module>`, or `ignore`.
 */
export type ColumnMapping = Readonly<Record<string, string>>;

/** In which order a date is written; `iso` dates are understood in every column. */
export type DateStyle = 'day-first' | 'month-first';

/** What became, or would become, of a row. */
export const fates = ['new', 'changed', 'same', 'unsure', 'refused'] as const;
export type Fate = (typeof fates)[number];

/** A value that was not taken, with its column, itself and the reason. */
export type CellProblem = { readonly column: string; readonly value: string; readonly reason: Message };

/** A field that a row changes, with what it was and what it becomes; `before` is absent where there was nothing. */
export type FieldChange = { readonly field: Message; readonly before?: Message; readonly after: Message };

/** A field changed in the file and here since the file was made, with both values; `column` where it can be decided for itself. */
export type Clash = {
  readonly column?: string;
  readonly field: Message;
  readonly here: Message;
  readonly file: Message;
};

/** Somebody a row could be: a person known already, or an earlier row of the same file. */
export type Candidate = {
  readonly id: string;
  readonly name: string;
  readonly details: readonly Message[];
  /** What speaks for and against it being the same person. */
  readonly agrees: readonly Message[];
  readonly differs: readonly Message[];
};

/** One row of the file with its fate. `line` is its line in the spreadsheet, counted from 1; a row of a workbook of many sheets has its `place` too. */
export type ImportRow = {
  readonly line: number;
  readonly place?: { readonly sheet: string; readonly line: number };
  readonly fate: Fate;
  readonly name: string;
  readonly number?: string;
  /** Why the row is unsure or refused, or what is to be known of it. */
  readonly reason?: Message;
  readonly problems: readonly CellProblem[];
  readonly notes: readonly Message[];
  readonly changes: readonly FieldChange[];
  readonly candidates: readonly Candidate[];
  readonly clashes?: readonly Clash[];
  readonly decided?: Decision;
};

/**
 * What a person decided about an unsure row: a new person, the person (or learner) with this id, or to leave the row out; where file and workspace clash,
 * to take the file's values, to keep those here, or the one or the other for each column.
 */
export type Decision =
  | { readonly as: 'new' }
  | { readonly as: 'same'; readonly id: string }
  | { readonly as: 'skip' }
  | { readonly as: 'file' }
  | { readonly as: 'here' }
  | { readonly as: 'each'; readonly columns: Readonly<Record<string, 'file' | 'here'>> };
export type Decisions = Readonly<Record<number, Decision>>;

/** How a record shall look after the import. */
export type PlannedChange =
  | { readonly table: 'people'; readonly id: PersonId; readonly next: Person }
  | { readonly table: 'enrolments'; readonly id: EnrolmentId; readonly next: Enrolment }
  | { readonly table: 'sheets'; readonly id: EnrolmentId; readonly next: MarkSheet }
  | { readonly table: 'registers'; readonly id: EnrolmentId; readonly next: Register }
  | { readonly table: 'sessions'; readonly id: string; readonly next: ContactSession }
  | { readonly table: 'cohorts'; readonly id: CohortId; readonly next: Cohort }
  | { readonly table: 'awards'; readonly id: EnrolmentId; readonly next: Award }
  | { readonly table: 'followUps'; readonly id: FollowUpId; readonly next: FollowUp };

/** All rows with their fates, and the changes of those that go in. */
export type ImportPlan = { readonly rows: readonly ImportRow[]; readonly changes: readonly PlannedChange[] };

/** A row of the file before anything was understood. */
export type SourceRow = { readonly line: number; readonly cells: readonly string[] };

/** A sheet cut at its header: the headings (made unique), and the rows below that are not empty. */
export type SourceTable = { readonly headings: readonly string[]; readonly rows: readonly SourceRow[] };

/** How the cells are to be understood. */
export type Understanding = {
  readonly mapping: ColumnMapping;
  readonly dateStyles: Readonly<Record<string, DateStyle>>;
  readonly today: IsoDate;
};

/** How many rows have each fate. */
export const countFates = (rows: readonly ImportRow[]): Readonly<Record<Fate, number>> => {
  const counts: Record<Fate, number> = { new: 0, changed: 0, same: 0, unsure: 0, refused: 0 };
  for (const row of rows) counts[row.fate] += 1;
  return counts;
};
