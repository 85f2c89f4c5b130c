import type { IsoDate } from '#shared/lib/dates.ts';
import { addDays } from '#shared/lib/dates.ts';
import type { Cohort } from '../cohorts.ts';
import type { AssignmentId, CohortId } from '../ids.ts';
import { asId } from '../ids.ts';
import type { Cell, MarkSheet } from '../marks.ts';
import type { Enrolment } from '../people.ts';
import type { DemonstrationCountry } from './countries.ts';
import { demonstrationCountries } from './countries.ts';
import type { Tools } from './finished.ts';
import { calendarOf, daysPerModule, signatoriesOf } from './finished.ts';
import { fillRegister, planSessions } from './hours.ts';
import type { Learner } from './learners.ts';
import { makeLearner } from './learners.ts';
import { regionalNames } from './names.ts';
import type { DemonstrationRecords } from './records.ts';
import { finishedCells, markedAttempt } from './scripts.ts';
import type { WorkInput, WorkKind } from './working-cells.ts';
import { arrivingCells, workCells } from './working-cells.ts';

const learnerCount = 118;

/** Sites with the country of their learners; two mentor groups each. */
const sites = [
  { site: 'Lusaka', country: 'ZM', mentors: ['B. Tembo', 'L. Simukonda'] },
  { site: 'Gaborone', country: 'BW', mentors: ['T. Kgosi', 'G. Motsumi'] },
  { site: 'Harare', country: 'ZW', mentors: ['R. Moyo', 'F. Gumbo'] },
  { site: 'Blantyre', country: 'MW', mentors: ['W. Nyirenda', 'C. Mwale'] },
  { site: 'Kafue', country: 'ZM', mentors: ['M. Hamaundu', 'J. Zimba'] },
  { site: 'Chongwe', country: 'ZM', mentors: ['P. Lungu', 'A. Mensah'] },
] as const;

/** What happened in module 2 to the named learners, in the order of their names. */
const namedKinds: readonly WorkKind[] = [
  'moderated',
  'marked',
  'moderated',
  'no-date',
  'marked',
  'ns',
  'marked',
  'with-24',
  'marked',
  'moderated',
  'ex',
  'second',
  'marked',
  'late',
  'marked',
  'received',
  'with-11',
  'hold',
  'zero',
  'mixed',
  'marked',
];

const drawnKinds: readonly WorkKind[] = [
  ...Array<WorkKind>(17).fill('marked'),
  ...Array<WorkKind>(5).fill('moderated'),
  ...Array<WorkKind>(6).fill('received'),
  ...Array<WorkKind>(6).fill('with-11'),
  ...Array<WorkKind>(3).fill('with-24'),
  'ns',
  'ns',
  'late',
  'late',
  'too-late',
  'second',
  'mixed',
];

/** Places of learners, counted from 0, whose story is told: see `regionalNames`. */
const places = {
  revised: 3,
  excused: 10,
  resubmits: 15,
  deferredScript: 16,
  withdrawn: [21, 60, 97],
  deferred: 74,
  unsure: [30, 31, 32],
  noCalls: [33, 34],
};

const countryOf = (code: string): DemonstrationCountry => {
  const found = demonstrationCountries.find((each) => each.code === code);
  if (found === undefined) throw new Error(`No country ${code}`);
  return found;
};

const cohortOf = ({ programme, today, draw }: Tools): Cohort => {
  const starts = addDays(today, -26 - 2 * daysPerModule);
  const code = `${today.slice(0, 4)}-R1`;
  const { due, released } = calendarOf(programme, starts);
  const first = programme.modules.find(({ number }) => number === 1);
  const country = countryOf('ZM');
  return {
    id: asId<CohortId>(draw.id()),
    code,
    name: `Regional intake ${code}`,
    programmeId: programme.id,
    country: country.code,
    place: 'Lusaka',
    partner: country.partner,
    cycle: '4',
    starts,
    census: addDays(starts, 35),
    due,
    released: first === undefined ? {} : { [first.id]: released[first.id] ?? today },
    signatories: signatoriesOf(country),
  };
};

type Cells = Readonly<Record<AssignmentId, Cell>>;

const replaceFirst = (
  cells: Cells,
  ids: readonly AssignmentId[],
  index: number,
  change: (cell: Cell) => Cell,
): Cells => {
  const id = ids[index];
  const cell = id === undefined ? undefined : cells[id];
  return id === undefined || cell === undefined ? cells : { ...cells, [id]: change(cell) };
};

const firstModuleCells = (
  learner: Learner,
  place: number,
  cohort: Cohort,
  { programme, today, draw }: Tools,
): Cells => {
  const cells = finishedCells({ programme, due: cohort.due, draw, ability: learner.ability, withRubric: true }, 1);
  const assignments = programme.modules.find(({ number }) => number === 1)?.assignments ?? [];
  const ids = assignments.map(({ id }) => id);
  if (place === places.revised) {
    return replaceFirst(cells, ids, 0, (cell) => ({
      ...cell,
      revision: 2,
      reason: 'Marks of one page had not been added',
    }));
  }
  if (place === places.excused)
    return replaceFirst(cells, ids, 1, () => ({ attempts: [], outcome: 'EX', reason: 'Caring for a sick parent' }));
  const essay = assignments[0];
  if (place !== places.resubmits || essay === undefined) return cells;
  const due = cohort.due[essay.id] ?? today;
  const failed = markedAttempt(essay, 38, { state: 'released', received: due, returned: addDays(today, -24) }, true);
  return replaceFirst(cells, ids, 0, () => ({ attempts: [failed, { state: 'awaited' }] }));
};

const cellsOf = (learner: Learner, place: number, cohort: Cohort, tools: Tools): Cells => {
  const { programme, today, draw } = tools;
  const [, second, third] = programme.modules;
  const early = firstModuleCells(learner, place, cohort, tools);
  if (places.withdrawn.includes(place) || second === undefined) return early;
  const inputFor = (module: typeof second): WorkInput => ({
    module,
    rules: programme.rules,
    due: cohort.due[module.assignments[0]?.id ?? asId<AssignmentId>('')] ?? today,
    today,
    draw,
    ability: learner.ability,
  });
  const kind = namedKinds[place] ?? draw.pick(drawnKinds);
  const marked = workCells(kind, inputFor(second));
  if (third === undefined) return { ...early, ...marked };
  const arriving = arrivingCells(inputFor(third));
  const essay = third.assignments[0]?.id;
  const extended: Cell = {
    attempts: [],
    outcome: 'DEF',
    extendedTo: addDays(inputFor(third).due, 14),
    reason: 'Moved to another site',
  };
  return {
    ...early,
    ...marked,
    ...arriving,
    ...(place === places.deferredScript && essay !== undefined ? { [essay]: extended } : {}),
  };
};

const withStory = (enrolment: Enrolment, place: number, today: IsoDate): Enrolment => {
  const { consentCalls, ...rest } = enrolment;
  if (places.withdrawn.includes(place))
    return { ...enrolment, status: 'withdrawn', statusReason: 'moved', statusOn: addDays(today, -40) };
  if (place === places.deferred)
    return {
      ...enrolment,
      status: 'deferred',
      statusNote: 'Returns with the next intake',
      statusOn: addDays(today, -12),
    };
  if (places.unsure.includes(place)) return rest;
  return { ...rest, consentCalls: places.noCalls.includes(place) ? false : (consentCalls ?? true) };
};

/** A regional cohort in the middle of its work: module 1 released, module 2 being marked, scripts of module 3 arriving. */
export const workingCohort = (tools: Tools): DemonstrationRecords => {
  const { programme, today, draw, phones } = tools;
  const cohort = cohortOf(tools);
  const sessions = planSessions(cohort.id, programme, draw, { starts: cohort.starts, perModule: daysPerModule });
  const held = sessions.filter(({ date }) => date !== undefined && date < today);
  const learners = Array.from({ length: learnerCount }, (_, place): Learner => {
    const at = sites[place % sites.length] ?? sites[0];
    const mentorGroup = at.mentors[Math.floor(place / sites.length) % 2] ?? at.mentors[0];
    const group = {
      cohort,
      country: countryOf(at.country),
      draw,
      phones,
      site: at.site,
      mentorGroup,
      alternates: true,
    };
    const learner = makeLearner(group, place + 1, regionalNames[place]);
    return { ...learner, enrolment: withStory(learner.enrolment, place, today) };
  });
  return {
    cohorts: [cohort],
    people: learners.map(({ person }) => person),
    enrolments: learners.map(({ enrolment }) => enrolment),
    sheets: learners.map((learner, place): MarkSheet => ({
      id: learner.enrolment.id,
      cohortId: cohort.id,
      personId: learner.person.id,
      cells: cellsOf(learner, place, cohort, tools),
    })),
    sessions,
    registers: learners.map(({ enrolment }) =>
      fillRegister(enrolment.id, cohort.id, held, draw, 5 * Math.max(0, draw.whole(-3, 3))),
    ),
    awardLists: [],
    awards: [],
    followUps: [],
  };
};
