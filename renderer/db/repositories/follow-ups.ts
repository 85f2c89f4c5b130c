import type { Award } from '#shared/domain/awards.ts';
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
import { answersGiven } from '#shared/domain/questionnaire.ts';
import type { QuestionnaireDesign } from '#shared/domain/questionnaire-design.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { getRecord, listByPerson } from '../records.ts';
import type { CohortContent } from './cohort-contents.ts';
import { knownCohorts } from './cohort-contents.ts';
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

type Of = { readonly cohort: Cohort; readonly programme: ProgrammeVersion; readonly content: CohortContent };

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

type Candidate = { readonly of: Of; readonly award: Award; readonly wave: Wave };

const lineOf = ({ of, award, wave }: Candidate, today: IsoDate): AlumnusLine => {
  const { cohort, programme, content } = of;
  const person = content.people.get(award.personId);
  const caller = content.plans.get(wave.id)?.callers[award.id];
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
    answered: answersGiven(followUp?.answers ?? {}),
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

const candidatesOf = (of: Of, { today, cohortId, offsetMonths }: AlumniQuery): readonly Candidate[] => {
  const { cohort, programme, content } = of;
  const waves = wavesWanted(programme, offsetMonths);
  const people = content.awards.filter(({ erasedOn }) => erasedOn === undefined);
  return people.flatMap((award) =>
    waves
      .filter((wave) => cohortId !== undefined || isOpen(cohort, programme, wave, award.awardedOn, today))
      .map((wave) => ({ of, award, wave })),
  );
};

/**
 * The lines of the due lists, those to be called first on top. For one cohort every wave is listed; for all cohorts only windows that are
 * open, so that the cost follows what is due and not the size of the database.
 */
export const listAlumni = async (query: AlumniQuery): Promise<readonly AlumnusLine[]> => {
  const { today, cohortId, offsetMonths } = query;
  const { programmes, cohorts, contentOf } = await knownCohorts();
  const programmeOf = new Map(programmes.map((programme) => [programme.id, programme]));
  // Cohorts share a few days of graduation, so each day is looked at once.
  const mayBeOpenOf = new Map(
    programmes.map((programme) => [programme.id, mayBeOpen(programme, wavesWanted(programme, offsetMonths), today)]),
  );
  const wanted = cohorts.filter(({ id, programmeId, graduation }) =>
    cohortId === undefined ? mayBeOpenOf.get(programmeId)?.(graduation) === true : id === cohortId,
  );
  const found = await Promise.all(
    wanted.map(async (cohort): Promise<readonly Of[]> => {
      const [programme, content] = [programmeOf.get(cohort.programmeId), await contentOf(cohort.id)];
      return programme === undefined || content === undefined ? [] : [{ cohort, programme, content }];
    }),
  );
  return inOrder(
    found
      .flat()
      .flatMap((of) => candidatesOf(of, query))
      .map((candidate) => lineOf(candidate, today)),
  );
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
