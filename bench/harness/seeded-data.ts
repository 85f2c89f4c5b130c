import { defaultProgramme } from '#shared/domain/default-programme.ts';
import { asId } from '#shared/domain/ids.ts';
import type { AssignmentId, CohortId, EnrolmentId, PersonId, ProgrammeId } from '#shared/domain/ids.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { Cell, MarkSheet } from '#shared/domain/marks.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';
import type { SeededRandom } from '#shared/lib/seeded-random.ts';
import { seededBytes } from '#shared/lib/seeded-random.ts';
import { uuidV7 } from '#shared/lib/uuid-v7.ts';

// Invented people of an invented programme; nothing here is taken from anybody.
const given = ['Tšepiso', 'Sinéad', 'Ngũgĩ', 'Thandi', 'José', 'Łukasz', 'Wanjirũ', 'Adébọ́lá', 'Chikondi', 'Fiona'];
const family = [
  'Mokoena',
  'O’Brien',
  'Kamau',
  'Dlamini',
  'dos Santos',
  'Nowak',
  'Mwangi',
  'Bandé',
  'Nhantumbo',
  'Griffith',
];
const start = Date.UTC(2026, 0, 12);

export const programmeId = asId<ProgrammeId>('cwcy-4');

/** The programme that a new workspace starts with. */
export const programme = defaultProgramme({
  id: programmeId,
  version: '4 (2025)',
  validFrom: '2025-01-01',
  rulesSetBy: 'Bench',
  rulesSetOn: '2026-01-12',
});

/** Ids of the programme's assignments, followed by invented ones where more are wanted. */
export const assignmentIds = (count: number): readonly AssignmentId[] => {
  const own = programme.modules.flatMap(({ assignments }) => assignments.map(({ id }) => id));
  const more = Array.from({ length: Math.max(0, count - own.length) }, (_, index) =>
    asId<AssignmentId>(`bench-${index + 1}`),
  );
  return [...own, ...more].slice(0, count);
};

const pick = (random: SeededRandom, list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
const hour = 3_600_000;

/** An id made in the hour in which the cohort of that number was entered: ids of one cohort lie side by side, as an import makes them. */
const makeId = (random: SeededRandom, cohort: number): string => uuidV7(start + cohort * hour, seededBytes(random));

export type SeededCohort = {
  readonly cohort: Cohort;
  readonly people: readonly Person[];
  readonly enrolments: readonly Enrolment[];
  readonly sheets: readonly MarkSheet[];
};

export type CohortSize = { readonly learners: number; readonly marks: number };

const makeCohort = (random: SeededRandom, number: number): Cohort => ({
  id: asId<CohortId>(makeId(random, number)),
  code: `B-${number}`,
  name: `Bench cohort ${number}`,
  programmeId,
  country: 'SZ',
  place: 'Manzini',
  partner: 'Partner institution',
  cycle: '2026',
  starts: '2026-01-12',
  census: '2026-02-12',
  due: {},
  released: {},
  signatories: [],
});

const makePerson = (random: SeededRandom, cohort: number, number: number): Person => ({
  id: asId<PersonId>(makeId(random, cohort)),
  givenNames: pick(random, given),
  familyName: `${pick(random, family)}-${pick(random, family)}`,
  number: `L${String(number).padStart(7, '0')}`,
  sex: random() < 0.7 ? 'female' : 'male',
  born: '1990-06-15',
  phone: `+268 7${String(Math.floor(random() * 1e7)).padStart(7, '0')}`,
  community: 'Demonstration village',
  country: 'SZ',
  language: 'en',
  alternates: [],
});

/** A cell as the keyboard or an import leaves it. */
export const makeCell = (random: SeededRandom): Cell => ({
  attempts: [{ state: 'marked', value: Math.floor(random() * 21) * 100, marked: '2026-03-02', marker: 'Bench' }],
});

/** A cohort with its learners and `marks` marks each. */
export const makeSeededCohort = (random: SeededRandom, number: number, size: CohortSize): SeededCohort => {
  const cohort = makeCohort(random, number);
  const ids = assignmentIds(size.marks);
  const people = Array.from({ length: size.learners }, (_, index) => makePerson(random, number, number * 1000 + index));
  const enrolments = people.map((person): Enrolment => ({
    id: asId<EnrolmentId>(makeId(random, number)),
    personId: person.id,
    cohortId: cohort.id,
    status: 'active',
    enrolledOn: '2026-01-12',
    site: 'Manzini',
    baseline: { activity: 'unpaid-volunteer' },
  }));
  const sheets = enrolments.map(({ id, personId }): MarkSheet => ({
    id,
    cohortId: cohort.id,
    personId,
    cells: Object.fromEntries(ids.map((assignment) => [assignment, makeCell(random)])),
  }));
  return { cohort, people, enrolments, sheets };
};
