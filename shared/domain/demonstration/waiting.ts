import { addDays } from '#shared/lib/dates.ts';
import type { Cohort } from '../cohorts.ts';
import type { CohortId, ModuleId } from '../ids.ts';
import { asId } from '../ids.ts';
import type { MarkSheet } from '../marks.ts';
import { confirmName } from '../name-confirmation.ts';
import type { Enrolment } from '../people.ts';
import { demonstrationCountries } from './countries.ts';
import type { Tools } from './finished.ts';
import { calendarOf, daysPerModule, signatoriesOf } from './finished.ts';
import { fillRegister, planSessions } from './hours.ts';
import type { Learner } from './learners.ts';
import { makeLearner } from './learners.ts';
import { boardNames } from './names.ts';
import type { DemonstrationRecords } from './records.ts';
import { finishedCells } from './scripts.ts';

const learnerCount = 40;

/** Places of learners, counted from 0, who lack one thing each. */
const lacks = { name: [19, 26, 33], hours: [37], signOff: [38] };

const cohortOf = ({ programme, today, draw }: Tools): Cohort => {
  const country = demonstrationCountries.find(({ code }) => code === 'NA');
  if (country === undefined) throw new Error('No country NA');
  const starts = addDays(today, -70 - programme.modules.length * daysPerModule);
  const code = `${Number(today.slice(0, 4)) - 1}-R4`;
  return {
    id: asId<CohortId>(draw.id()),
    code,
    name: `Windhoek ${code}`,
    programmeId: programme.id,
    country: country.code,
    place: country.place,
    partner: country.partner,
    cycle: '4',
    starts,
    census: addDays(starts, 35),
    graduation: addDays(today, 21),
    ...calendarOf(programme, starts),
    signatories: signatoriesOf(country),
  };
};

const enrolmentOf = ({ enrolment, person }: Learner, place: number, { programme, today }: Tools): Enrolment => {
  const toSign = programme.modules
    .filter(({ needsSignOff }) => needsSignOff)
    .map(({ id }) => [id, addDays(today, -30)]);
  const signedOff = Object.fromEntries(lacks.signOff.includes(place) ? [] : toSign) as Readonly<
    Record<ModuleId, string>
  >;
  const signed = { ...enrolment, signedOff };
  return lacks.name.includes(place) ? signed : confirmName(signed, person, addDays(today, -9));
};

/** A cohort with everything marked and released, waiting for its award board; most are eligible, a few lack one thing each. */
export const waitingCohort = (tools: Tools): DemonstrationRecords => {
  const { programme, draw, phones } = tools;
  const cohort = cohortOf(tools);
  const country = demonstrationCountries.find(({ code }) => code === cohort.country);
  if (country === undefined) throw new Error(`No country ${cohort.country}`);
  const sessions = planSessions(cohort.id, programme, draw, { starts: cohort.starts, perModule: daysPerModule });
  const group = { cohort, country, draw, phones, site: country.place, alternates: true };
  const learners = Array.from({ length: learnerCount }, (_, place): Learner => {
    const mentorGroup = place % 2 === 0 ? 'S. Amutenya' : 'I. Shilongo';
    const learner = makeLearner({ ...group, mentorGroup }, place + 1, boardNames[place]);
    return { ...learner, enrolment: enrolmentOf(learner, place, tools) };
  });
  return {
    cohorts: [cohort],
    people: learners.map(({ person }) => person),
    enrolments: learners.map(({ enrolment }) => enrolment),
    sheets: learners.map(({ person, enrolment, ability }): MarkSheet => ({
      id: enrolment.id,
      cohortId: cohort.id,
      personId: person.id,
      cells: finishedCells({ programme, due: cohort.due, draw, ability, withRubric: true }, programme.modules.length),
    })),
    sessions,
    registers: learners.map(({ enrolment }, place) =>
      fillRegister(
        enrolment.id,
        cohort.id,
        sessions,
        draw,
        lacks.hours.includes(place) ? 35 : 5 * Math.max(0, draw.whole(-2, 3)),
      ),
    ),
    awardLists: [],
    awards: [],
    followUps: [],
  };
};
