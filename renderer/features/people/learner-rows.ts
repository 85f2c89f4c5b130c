import { attendedHours } from '#shared/domain/attendance-hours.ts';
import type { Enrolment, EnrolmentStatus, Person } from '#shared/domain/people.ts';
import { fullName, isCurrent } from '#shared/domain/people.ts';
import { fold } from '#shared/lib/fold.ts';
import type { RegisteredLearner } from '#renderer/db/repositories/cohort-overview.ts';

/** One line of the register of learners. */
export type LearnerRow = {
  readonly id: string;
  readonly person: Person;
  readonly enrolment: Enrolment;
  readonly name: string;
  readonly hours: number;
  readonly current: boolean;
  readonly folded: string;
};

/** What the list is narrowed to beside a status. */
export const lacks = ['all', 'current', 'left', 'no-baseline', 'no-name', 'few-hours'] as const;
export type Lack = (typeof lacks)[number];

export type LearnerFilter = {
  readonly text: string;
  readonly lack: Lack;
  readonly status: EnrolmentStatus | '';
  readonly site: string;
  readonly mentorGroup: string;
};

export const everybody: LearnerFilter = { text: '', lack: 'all', status: '', site: '', mentorGroup: '' };

/** Learners in the order of their names. */
export const learnerRows = (
  learners: readonly RegisteredLearner[],
  compare: (a: string, b: string) => number,
): readonly LearnerRow[] =>
  learners
    .map(({ person, enrolment, register }): LearnerRow => {
      const name = fullName(person);
      return {
        id: enrolment.id,
        person,
        enrolment,
        name,
        hours: attendedHours(register),
        current: isCurrent(enrolment.status),
        folded: fold([name, person.number ?? '', person.phone ?? ''].join(' ')),
      };
    })
    .toSorted((a, b) => compare(a.name, b.name));

/** True where the name still has to be confirmed for the certificate. */
export const lacksName = ({ enrolment, current }: LearnerRow): boolean =>
  current && (enrolment.confirmedName === undefined || enrolment.nameConfirmedOn === undefined);

/** True where the baseline activity is not known: volunteer → paid cannot be computed. */
const lacksBaseline = ({ enrolment }: LearnerRow): boolean => enrolment.baseline === undefined;

const fits = (row: LearnerRow, lack: Lack, needed: number): boolean => {
  switch (lack) {
    case 'all':
      return true;
    case 'current':
      return row.current;
    case 'left':
      return !row.current;
    case 'no-baseline':
      return lacksBaseline(row);
    case 'no-name':
      return lacksName(row);
    case 'few-hours':
      return row.current && row.hours < needed;
  }
};

/** The rows that a filter leaves: every word typed is somewhere in name, number or telephone, accents aside. `needed` are the hours towards the award. */
export const filterLearners = (
  rows: readonly LearnerRow[],
  filter: LearnerFilter,
  needed: number,
): readonly LearnerRow[] => {
  const words = fold(filter.text)
    .split(' ')
    .filter((word) => word !== '');
  return rows.filter(
    (row) =>
      words.every((word) => row.folded.includes(word)) &&
      fits(row, filter.lack, needed) &&
      (filter.status === '' || row.enrolment.status === filter.status) &&
      (filter.site === '' || row.enrolment.site === filter.site) &&
      (filter.mentorGroup === '' || row.enrolment.mentorGroup === filter.mentorGroup),
  );
};

/** True where the filter narrows the list. */
export const isNarrowed = (filter: LearnerFilter): boolean =>
  filter.text.trim() !== '' ||
  filter.lack !== 'all' ||
  filter.status !== '' ||
  filter.site !== '' ||
  filter.mentorGroup !== '';

/** The different values of a field, in the order of the alphabet. */
export const choicesOf = (
  rows: readonly LearnerRow[],
  field: 'site' | 'mentorGroup',
  compare: (a: string, b: string) => number,
): readonly string[] => [...new Set(rows.flatMap(({ enrolment }) => enrolment[field] ?? []))].toSorted(compare);
