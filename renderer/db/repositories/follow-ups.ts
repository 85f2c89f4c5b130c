import type { Award } from '#shared/domain/awards.ts';
import type { CallPlan } from '#shared/domain/call-plans.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { WaveState } from '#shared/domain/follow-up-waves.ts';
import {
  circumstancesOf,
  followUpId,
  phaseOn,
  rememberByDay,
  waveDates,
  waveState,
} from '#shared/domain/follow-up-waves.ts';
import type { CallAttempt, FollowUp } from '#shared/domain/follow-ups.ts';
import type { CohortId, EnrolmentId, FollowUpId, PersonId } from '#shared/domain/ids.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';
import type { ProgrammeVersion, Wave } from '#shared/domain/programmes.ts';
import type { QuestionnaireDesign } from '#shared/domain/questionnaire-design.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { groupBy } from '#shared/lib/group-by.ts';
import { database } from '../database.ts';
import { getRecord, getRecords, listByCohort, listByPerson, listRecords } from '../records.ts';
import { writeState } from '../write-state.ts';
import { questionnaireOf } from './questionnaires.ts';

/** One alumnus in one wave, as the due lists show it. `answered` counts the answers known so far. */
export type AlumnusLine = WaveState & {
  readonly id: FollowUpId;
  readonly enrolmentId: EnrolmentId;
  readonly personId: PersonId;
  readonly cohortId: CohortId;
  readonly cohortCode: string;
  readonly country: string;
  readonly wave: Wave;
  readonly name: string;
  readonly phone?: string;
  /** The language the alumnus speaks, and when a call is welcome. */
  readonly language?: string;
  readonly bestTime?: string;
  /** Who is to call, where the wave was shared out. */
  readonly caller?: string;
  readonly tries: readonly CallAttempt[];
  readonly attemptsNeeded: number;
  readonly answered: number;
  /** The day to call: today, or the later day agreed. */
  readonly callOn: IsoDate;
  readonly completedOn?: IsoDate;
};

/** Which lines to read. Without a cohort only those whose window is open are read; `offsetMonths` asks for one wave. */
export type AlumniQuery = { readonly today: IsoDate; readonly cohortId?: CohortId; readonly offsetMonths?: number };

type CohortContent = {
  readonly cohort: Cohort;
  readonly programme: ProgrammeVersion;
  readonly awards: readonly Award[];
  readonly enrolments: ReadonlyMap<string, Enrolment>;
  readonly followUps: ReadonlyMap<string, readonly FollowUp[]>;
};

const isOpen = (cohort: Cohort, programme: ProgrammeVersion, wave: Wave, from: IsoDate, today: IsoDate): boolean => {
  const phase = phaseOn(today, waveDates(cohort.graduation ?? from, wave, programme.rules));
  return phase === 'in-window' || phase === 'overdue';
};

/** A cohort without a graduation counts its waves from the day of each award, so its awards must be read to know. */
const mayBeOpen = (
  { rules }: ProgrammeVersion,
  waves: readonly Wave[],
  today: IsoDate,
): ((graduation: IsoDate | undefined) => boolean) => {
  const opens = rememberByDay((graduation) =>
    waves.some((wave) => {
      const phase = phaseOn(today, waveDates(graduation, wave, rules));
      return phase === 'in-window' || phase === 'overdue';
    }),
  );
  return (graduation) => graduation === undefined || opens(graduation);
};

const wavesWanted = ({ rules }: ProgrammeVersion, offsetMonths: number | undefined): readonly Wave[] =>
  offsetMonths === undefined ? rules.waves : rules.waves.filter((wave) => wave.offsetMonths === offsetMonths);

const readCohort = async (cohort: Cohort, programme: ProgrammeVersion): Promise<CohortContent | undefined> => {
  const awards = await listByCohort('awards', cohort.id);
  if (awards.length === 0) return undefined;
  const [enrolments, followUps] = await Promise.all([
    listByCohort('enrolments', cohort.id),
    listByCohort('followUps', cohort.id),
  ]);
  return {
    cohort,
    programme,
    awards,
    enrolments: new Map(enrolments.map((enrolment) => [enrolment.id, enrolment])),
    followUps: groupBy(followUps, ({ enrolmentId }) => enrolmentId),
  };
};

type Known = { readonly people: ReadonlyMap<string, Person>; readonly plans: ReadonlyMap<string, CallPlan> };
type Candidate = { readonly content: CohortContent; readonly award: Award; readonly wave: Wave };

const lineOf = ({ content, award, wave }: Candidate, known: Known, today: IsoDate): AlumnusLine => {
  const { cohort, programme } = content;
  const person = known.people.get(award.personId);
  const caller = known.plans.get(`${cohort.id}:${wave.id}`)?.callers[award.id];
  const own = content.followUps.get(award.id) ?? [];
  const followUp = own.find(({ waveId }) => waveId === wave.id);
  const others = own.filter(({ waveId }) => waveId !== wave.id);
  const dates = waveDates(cohort.graduation ?? award.awardedOn, wave, programme.rules);
  const state = waveState(dates, followUp, circumstancesOf(content.enrolments.get(award.id), others, person), today);
  return {
    ...state,
    id: followUpId(award.id, wave.id),
    enrolmentId: award.id,
    personId: award.personId,
    cohortId: cohort.id,
    cohortCode: cohort.code,
    country: cohort.country,
    wave,
    name: award.name,
    tries: followUp?.attempts ?? [],
    attemptsNeeded: programme.rules.attemptsBeforeUnreachable,
    answered: Object.keys(followUp?.answers ?? {}).length,
    callOn: state.next ?? today,
    ...(followUp?.completedOn === undefined ? {} : { completedOn: followUp.completedOn }),
    ...(person?.phone === undefined ? {} : { phone: person.phone }),
    ...(person?.language === undefined ? {} : { language: person.language }),
    ...(person?.bestTime === undefined ? {} : { bestTime: person.bestTime }),
    ...(caller === undefined ? {} : { caller }),
  };
};

const urgency = (line: AlumnusLine): string =>
  `${line.callable ? 0 : 1} ${line.callOn} ${line.nextTime ?? '99:99'} ${line.status === 'partial' ? 0 : 1} ${line.closes} ${line.name}`;

const inOrder = (lines: readonly AlumnusLine[]): readonly AlumnusLine[] =>
  lines
    .map((line) => ({ line, key: urgency(line) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ line }) => line);

const candidatesOf = (content: CohortContent, { today, cohortId, offsetMonths }: AlumniQuery): readonly Candidate[] => {
  const { cohort, programme, awards } = content;
  const waves = wavesWanted(programme, offsetMonths);
  const people = awards.filter(({ erasedOn }) => erasedOn === undefined);
  return people.flatMap((award) =>
    waves
      .filter((wave) => cohortId !== undefined || isOpen(cohort, programme, wave, award.awardedOn, today))
      .map((wave) => ({ content, award, wave })),
  );
};

const readKnown = async (candidates: readonly Candidate[]): Promise<Known> => {
  const planIds = new Set(candidates.map(({ content, wave }) => `${content.cohort.id}:${wave.id}`));
  const [people, plans] = await Promise.all([
    getRecords('people', [...new Set(candidates.map(({ award }) => award.personId))]),
    getRecords('callPlans', [...planIds]),
  ]);
  return {
    people: new Map(people.map((person) => [person.id, person])),
    plans: new Map(plans.map((plan) => [plan.id, plan])),
  };
};

let keptCohorts: { readonly seq: number; readonly cohorts: readonly Cohort[] } | undefined;

/** All cohorts, read again only after a write: whoever needs the few that are due does not pay for a thousand each time. */
const allCohorts = async (): Promise<readonly Cohort[]> => {
  // A live query must see that it depends on every cohort, also where none is read.
  await database.cohorts.limit(1).toArray();
  const { head, waiting } = writeState();
  if (waiting === 0 && keptCohorts?.seq === head.seq) return keptCohorts.cohorts;
  const cohorts = await listRecords('cohorts');
  const after = writeState();
  keptCohorts =
    waiting === 0 && after.waiting === 0 && after.head.seq === head.seq ? { seq: head.seq, cohorts } : undefined;
  return cohorts;
};

/**
 * The lines of the due lists, those to be called first on top. For one cohort every wave is listed; for all cohorts only windows that are
 * open, so that the cost follows what is due and not the size of the database.
 */
export const listAlumni = async (query: AlumniQuery): Promise<readonly AlumnusLine[]> => {
  const { today, cohortId, offsetMonths } = query;
  const [programmes, cohorts] = await Promise.all([
    listRecords('programmes'),
    cohortId === undefined ? allCohorts() : getRecords('cohorts', [cohortId]),
  ]);
  const programmeOf = new Map(programmes.map((programme) => [programme.id, programme]));
  // Cohorts share a few days of graduation, so each day is looked at once.
  const mayBeOpenOf = new Map(
    programmes.map((programme) => [programme.id, mayBeOpen(programme, wavesWanted(programme, offsetMonths), today)]),
  );
  const wanted = cohorts.filter(
    (cohort) => cohortId !== undefined || mayBeOpenOf.get(cohort.programmeId)?.(cohort.graduation) === true,
  );
  const contents = await Promise.all(
    wanted.map(async (cohort) => {
      const programme = programmeOf.get(cohort.programmeId);
      return programme === undefined ? undefined : readCohort(cohort, programme);
    }),
  );
  const candidates = contents.flatMap((content) => (content === undefined ? [] : candidatesOf(content, query)));
  const known = await readKnown(candidates);
  return inOrder(candidates.map((candidate) => lineOf(candidate, known, today)));
};

/** Everything the call screen shows about one alumnus in one wave. */
export type CallContent = {
  readonly award: Award;
  readonly cohort: Cohort;
  readonly programme: ProgrammeVersion;
  readonly wave: Wave;
  readonly enrolment: Enrolment;
  readonly person: Person;
  readonly followUp: FollowUp | undefined;
  readonly others: readonly FollowUp[];
  /** The edition that this interview is held with. */
  readonly design: QuestionnaireDesign;
};

/** Reads one call; undefined where there is no such award or wave. */
export const readCall = async (enrolmentId: string, waveId: string): Promise<CallContent | undefined> => {
  const [award, enrolment] = await Promise.all([
    getRecord('awards', enrolmentId),
    getRecord('enrolments', enrolmentId),
  ]);
  if (award === undefined || enrolment === undefined) return undefined;
  const [cohort, person, followUps] = await Promise.all([
    getRecord('cohorts', award.cohortId),
    getRecord('people', award.personId),
    listByPerson('followUps', award.personId),
  ]);
  const programme = cohort && (await getRecord('programmes', cohort.programmeId));
  const wave = programme?.rules.waves.find(({ id }) => id === waveId);
  if (cohort === undefined || person === undefined || programme === undefined || wave === undefined) return undefined;
  const own = followUps.filter((each) => each.enrolmentId === award.id);
  const followUp = own.find((each) => each.waveId === waveId);
  return {
    award,
    cohort,
    programme,
    wave,
    enrolment,
    person,
    followUp,
    others: own.filter((each) => each.waveId !== waveId),
    design: await questionnaireOf(followUp),
  };
};

/** How the alumnus of a call stands in its wave; `followUp` may be newer than what was read. */
export const callState = (call: CallContent, followUp: FollowUp | undefined, today: IsoDate): WaveState => {
  const dates = waveDates(call.cohort.graduation ?? call.award.awardedOn, call.wave, call.programme.rules);
  return waveState(dates, followUp, circumstancesOf(call.enrolment, call.others, call.person), today);
};
