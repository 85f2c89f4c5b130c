import type { Award } from '#shared/domain/awards.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import { defaultProgramme } from '#shared/domain/default-programme.ts';
import { followUpId } from '#shared/domain/follow-up-waves.ts';
import type { FollowUp, FollowUpAnswers } from '#shared/domain/follow-ups.ts';
import type { AwardListId, CohortId, EnrolmentId, PersonId, ProgrammeId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import type { OutcomeRow } from '#shared/domain/outcome-rows.ts';
import { outcomeRows } from '#shared/domain/outcome-rows.ts';
import type { OutcomeSelection } from '#shared/domain/outcome-selection.ts';
import { outcomes } from '#shared/domain/outcomes.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';
import { activities } from '#shared/domain/people.ts';
import { seededRandom } from '#shared/lib/seeded-random.ts';

/** The programme of the invented alumni: waves at 0, 6, 18 and 24 months. */
export const outcomeProgramme = defaultProgramme({
  id: asId<ProgrammeId>('bench-outcomes'),
  version: '1',
  validFrom: '2010-01-01',
  rulesSetBy: 'Bench',
  rulesSetOn: '2010-01-01',
});

/** A day on which every wave of the invented cohorts has closed but the last of the first cohort. */
export const outcomeDay = '2024-06-15';

const countries = ['BW', 'KE', 'LS', 'MW', 'MZ', 'NA', 'RW', 'SZ', 'ZA', 'ZM', 'ZW'] as const;

/** A cohort of alumni with all their answers. */
export type OutcomeCohort = {
  readonly cohort: Cohort;
  readonly people: readonly Person[];
  readonly enrolments: readonly Enrolment[];
  readonly awards: readonly Award[];
  readonly followUps: readonly FollowUp[];
};

type Draw = ReturnType<typeof seededRandom>;

const pick = <T>(random: Draw, values: readonly T[], otherwise: T): T =>
  values[Math.floor(random() * values.length)] ?? otherwise;

const answersOf = (random: Draw): FollowUpAnswers => ({
  sameCommunity: pick(random, ['yes', 'yes', 'yes', 'no'] as const, 'yes'),
  activity: pick(random, activities, 'unpaid-volunteer'),
  worksWithChildren: pick(random, ['yes', 'no'] as const, 'yes'),
  promoted: pick(random, ['yes', 'no'] as const, 'no'),
  askedToLead: pick(random, ['yes', 'no'] as const, 'yes'),
  courseHelped: pick(random, ['yes', 'no', 'unsure'] as const, 'yes'),
  becauseOfCourse: pick(random, ['yes', 'no', 'unsure'] as const, 'yes'),
  furtherStudy: pick(random, ['yes', 'no'] as const, 'no'),
  mayCallAgain: 'yes',
});

const alumnusOf = (random: Draw, cohort: Cohort, index: number): Omit<OutcomeCohort, 'cohort'> => {
  const enrolmentId = asId<EnrolmentId>(`${cohort.id}-e${index}`);
  const personId = asId<PersonId>(`${cohort.id}-p${index}`);
  const person: Person = {
    id: personId,
    givenNames: `Given ${index}`,
    familyName: `Family ${cohort.code}`,
    sex: pick(random, ['female', 'female', 'male'] as const, 'female'),
    born: `${1970 + Math.floor(random() * 30)}-05-01`,
    phone: `+260 97 ${String(index).padStart(7, '0')}`,
    alternates: [{ name: `Contact ${index}`, relation: 'sister', phone: '+260 95 0000000' }],
  };
  const enrolment: Enrolment = {
    id: enrolmentId,
    personId,
    cohortId: cohort.id,
    status: 'awarded',
    enrolledOn: cohort.starts,
    site: `Site ${index % 5}`,
    consentCalls: true,
    baseline: { activity: pick(random, activities, 'unpaid-volunteer'), secondaryDone: random() < 0.6 },
  };
  const award: Award = {
    id: enrolmentId,
    cohortId: cohort.id,
    personId,
    awardListId: asId<AwardListId>(`${cohort.id}-list`),
    awardedOn: cohort.graduation ?? cohort.starts,
    name: `Given ${index} Family ${cohort.code}`,
    overall: 500 + Math.floor(random() * 400),
  };
  const followUps = outcomeProgramme.rules.waves.map((wave): FollowUp => {
    const complete = random() < 0.7;
    return {
      id: followUpId(enrolmentId, wave.id),
      enrolmentId,
      personId,
      cohortId: cohort.id,
      waveId: wave.id,
      status: complete ? 'complete' : 'attempted',
      attempts: [{ at: '2020-01-01T10:00:00.000Z', outcome: complete ? 'talked' : 'no-answer', by: 'Bench' }],
      answers: complete ? answersOf(random) : {},
      source: 'self',
    };
  });
  return { people: [person], enrolments: [enrolment], awards: [award], followUps };
};

/** Invented alumni; the same seed gives the same. The first cohort graduates so that its last wave is open on `outcomeDay`; all others are over. */
export const makeOutcomeCohort = (seed: number, number: number, size: number): OutcomeCohort => {
  const random = seededRandom(seed + number);
  const late = number === 1;
  const cohort: Cohort = {
    id: asId<CohortId>(`bench-o${number}`),
    code: `O${number}`,
    name: `Cohort ${number}`,
    programmeId: outcomeProgramme.id,
    country: countries[number % countries.length] ?? 'ZM',
    place: 'Lusaka',
    partner: 'Partner',
    cycle: String(1 + (number % 3)),
    starts: late ? '2021-01-10' : '2017-01-10',
    census: late ? '2021-02-10' : '2017-02-10',
    graduation: late ? '2022-06-30' : '2018-06-30',
    due: {},
    released: {},
    signatories: [],
  };
  const alumni = Array.from({ length: size }, (_, index) => alumnusOf(random, cohort, index));
  return {
    cohort,
    people: alumni.flatMap((each) => each.people),
    enrolments: alumni.flatMap((each) => each.enrolments),
    awards: alumni.flatMap((each) => each.awards),
    followUps: alumni.flatMap((each) => each.followUps),
  };
};

/** The rows of so many cohorts, made without a database. */
export const rowsOfCohorts = (seed: number, cohorts: number, size: number): readonly OutcomeRow[] =>
  Array.from({ length: cohorts }, (_, index) => {
    const { cohort, ...rest } = makeOutcomeCohort(seed, index + 1, size);
    return outcomeRows({ programmes: [outcomeProgramme], cohorts: [cohort], ...rest, today: outcomeDay });
  }).flat();

/** The filters that are measured: a plain one, and each that the page offers. */
export const filters: readonly OutcomeSelection[] = [
  { cycle: '1', offsetMonths: 18 },
  { cycle: '1', offsetMonths: 24, sex: 'female' },
  { cycle: '2', offsetMonths: 18, country: 'ZM' },
  { cycle: '2', offsetMonths: 6, ageBand: '25-39' },
  { cycle: '3', offsetMonths: 18, baseline: 'volunteer', definition: 'nace' },
  { cycle: '3', offsetMonths: 18, site: 'Site 2' },
];

/** One pass of the pure function for every filter; milliseconds of each round. */
export const timePasses = (rows: readonly OutcomeRow[], rounds: number): number[] =>
  Array.from({ length: rounds }, () => {
    const before = performance.now();
    const known = filters.reduce((sum, filter) => sum + (outcomes(rows, filter).flow.known ?? 0), 0);
    const took = performance.now() - before;
    if (known === 0) throw new Error('Nobody is known');
    return took / filters.length;
  });
