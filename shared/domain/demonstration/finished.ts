import type { IsoDate } from '#shared/lib/dates.ts';
import { addDays, addMonths } from '#shared/lib/dates.ts';
import type { Award, AwardList } from '../awards.ts';
import type { ContactSession, Register } from '../attendance.ts';
import { freezeAwardList } from '../award-lists.ts';
import type { Cohort } from '../cohorts.ts';
import { eligibility } from '../eligibility.ts';
import type { AssignmentId, AwardListId, CohortId, ModuleId } from '../ids.ts';
import { asId } from '../ids.ts';
import type { MarkSheet } from '../marks.ts';
import { confirmName } from '../name-confirmation.ts';
import type { Enrolment, Person } from '../people.ts';
import type { ProgrammeVersion } from '../programmes.ts';
import { answersOf } from './answers.ts';
import type { DemonstrationCountry } from './countries.ts';
import type { Draw } from './draw.ts';
import { fillRegister, planSessions } from './hours.ts';
import type { Learner, PhoneBook } from './learners.ts';
import { makeLearner } from './learners.ts';
import type { CohortPlan } from './plans.ts';
import type { DemonstrationRecords } from './records.ts';
import { demonstrationStaff } from './records.ts';
import { finishedCells } from './scripts.ts';

/** What all cohorts of the demonstration are made with. */
export type Tools = {
  readonly programme: ProgrammeVersion;
  readonly today: IsoDate;
  readonly draw: Draw;
  readonly phones: PhoneBook;
};

/** Days from one module's due day to the next. */
export const daysPerModule = 84;

/** Due days and, where all is over, release days of a cohort that began on a day. */
export const calendarOf = (
  programme: ProgrammeVersion,
  starts: IsoDate,
): {
  readonly due: Readonly<Record<AssignmentId, IsoDate>>;
  readonly released: Readonly<Record<ModuleId, IsoDate>>;
} => {
  const dueOf = (number: number): IsoDate => addDays(starts, number * daysPerModule);
  return {
    due: Object.fromEntries(
      programme.modules.flatMap(({ number, assignments }) => assignments.map(({ id }) => [id, dueOf(number)])),
    ),
    released: Object.fromEntries(programme.modules.map(({ number, id }) => [id, addDays(dueOf(number), 35)])),
  };
};

/** Who signs in the demonstration; invented. */
export const signatoriesOf = (country: DemonstrationCountry): Cohort['signatories'] => [
  { name: 'Dr Mary-Anne Phiri', office: 'Director of Programmes' },
  { name: 'Prof. Joaquim Sitoe', office: `Principal, ${country.partner}` },
];

type Work = { readonly learner: Learner; readonly sheet: MarkSheet; readonly register: Register };

const workOf = (
  learner: Learner,
  cohort: Cohort,
  sessions: readonly ContactSession[],
  upTo: number,
  tools: Tools,
): Work => {
  const { programme, draw } = tools;
  const { id } = learner.enrolment;
  const cells = finishedCells({ programme, due: cohort.due, draw, ability: learner.ability, withRubric: false }, upTo);
  const modules = new Set(programme.modules.filter(({ number }) => number <= upTo).map((module) => module.id));
  const held = sessions.filter(({ moduleId }) => modules.has(moduleId));
  const missed = Math.max(0, 5 * draw.whole(-1, 4));
  return {
    learner,
    sheet: { id, cohortId: cohort.id, personId: learner.person.id, cells },
    register: fillRegister(id, cohort.id, held, draw, missed),
  };
};

const leaving = (learner: Learner, cohort: Cohort, module: number, draw: Draw): Enrolment => {
  const roll = draw.whole(1, 100);
  const reason = draw.pick([
    'work',
    'health',
    'caregiving',
    'moved',
    'cost',
    'lost-interest',
    'difficulty',
    'unknown',
  ] as const);
  const statusOn = addDays(cohort.starts, module * daysPerModule + draw.whole(1, 60));
  if (roll <= 5) return { ...learner.enrolment, status: 'deceased', statusReason: 'death', statusOn };
  return { ...learner.enrolment, status: roll <= 10 ? 'excluded' : 'withdrawn', statusReason: reason, statusOn };
};

const completed = (learner: Learner, cohort: Cohort, programme: ProgrammeVersion, graduation: IsoDate): Enrolment => {
  const signed = programme.modules
    .filter(({ needsSignOff }) => needsSignOff)
    .map(({ id }) => [id, cohort.released[id] ?? graduation]);
  return {
    ...confirmName(learner.enrolment, learner.person, addDays(graduation, -30)),
    status: 'completed',
    ...(signed.length > 0 ? { signedOff: Object.fromEntries(signed) as Readonly<Record<ModuleId, IsoDate>> } : {}),
  };
};

const board = (cohort: Cohort, works: readonly Work[], frozenOn: IsoDate, { programme, draw }: Tools) => {
  const frozen = freezeAwardList({
    id: asId<AwardListId>(draw.id()),
    cohort,
    programme,
    candidates: works.map(({ learner: { enrolment }, sheet, register }) => ({
      enrolment,
      eligibility: eligibility({ programme, cohort, sheet, enrolment, register }),
    })),
    frozenOn,
    frozenAt: `${frozenOn}T09:30:00.000Z`,
    frozenBy: demonstrationStaff.coordinator,
  });
  if (!frozen.ok) throw new Error(`The demonstration's learners of ${cohort.code} do not pass: ${frozen.error.code}`);
  return frozen.value;
};

const cohortOf = (
  country: DemonstrationCountry,
  cycle: string,
  graduation: IsoDate,
  { programme, draw }: Tools,
): Cohort => {
  const starts = addMonths(graduation, -19);
  return {
    id: asId<CohortId>(draw.id()),
    code: `${starts.slice(0, 4)}-${country.code}`,
    name: `${country.place} ${starts.slice(0, 4)}`,
    programmeId: programme.id,
    country: country.code,
    place: country.place,
    partner: country.partner,
    cycle,
    starts,
    census: addDays(starts, 35),
    graduation,
    ...calendarOf(programme, starts),
    signatories: signatoriesOf(country),
  };
};

/** Everything about one cohort that has graduated: marks, hours, awards and what became of its alumni. */
export const finishedCohort = (
  plan: CohortPlan,
  country: DemonstrationCountry,
  when: { readonly cycle: string; readonly graduation: IsoDate; readonly recent: boolean },
  tools: Tools,
): DemonstrationRecords => {
  const { programme, today, draw, phones } = tools;
  const { graduation, recent } = when;
  const cohort = cohortOf(country, when.cycle, graduation, tools);
  const sessions = planSessions(
    cohort.id,
    programme,
    draw,
    { starts: cohort.starts, perModule: daysPerModule },
    !recent,
  );
  const group = { cohort, country, draw, phones, alternates: recent };
  const learners = Array.from({ length: plan.enrolled }, (_, index) => makeLearner(group, index + 1));
  const passing = new Set(draw.sample(learners, plan.awarded));
  const works = learners.map((learner): Work => {
    if (passing.has(learner)) {
      const enrolment = completed(learner, cohort, programme, graduation);
      return workOf({ ...learner, enrolment }, cohort, sessions, programme.modules.length, tools);
    }
    const module = draw.whole(1, programme.modules.length - 1);
    return workOf({ ...learner, enrolment: leaving(learner, cohort, module, draw) }, cohort, sessions, module, tools);
  });
  const through = works.filter(({ learner }) => learner.enrolment.status === 'completed');
  const { list, awards } = board(cohort, through, addDays(graduation, -21), tools);
  const alumni = through.map(({ learner: { person, enrolment } }, index) => {
    const award = awards[index];
    if (award === undefined) throw new Error('An award is missing');
    return { person, award, enrolment: { ...enrolment, status: 'awarded' } as const };
  });
  const after = answersOf({ plan, alumni, programme, starts: cohort.starts, graduation, today, draw });
  return recordsOf(cohort, works, after, sessions, list, awards);
};

const recordsOf = (
  cohort: Cohort,
  works: readonly Work[],
  after: ReturnType<typeof answersOf>,
  sessions: readonly ContactSession[],
  list: AwardList,
  awards: readonly Award[],
): DemonstrationRecords => {
  const awarded = new Map(after.enrolments.map((enrolment) => [enrolment.id, enrolment]));
  return {
    cohorts: [cohort],
    people: works.map(({ learner }): Person => learner.person),
    enrolments: works.map(({ learner }) => awarded.get(learner.enrolment.id) ?? learner.enrolment),
    sheets: works.map(({ sheet }) => sheet),
    sessions,
    registers: works.map(({ register }) => register),
    awardLists: [list],
    awards,
    followUps: after.followUps,
  };
};
