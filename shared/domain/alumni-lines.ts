import type { IsoDate } from '#shared/lib/dates.ts';
import type { Award } from './awards.ts';
import type { CallPlan } from './call-plans.ts';
import type { Cohort } from './cohorts.ts';
import type { WaveState } from './follow-up-waves.ts';
import { circumstancesOf, followUpId, isOpenOn, rememberByDay, waveDates, waveState } from './follow-up-waves.ts';
import type { CallAttempt, FollowUp } from './follow-ups.ts';
import type { CohortId, EnrolmentId, FollowUpId, PersonId } from './ids.ts';
import type { Enrolment, Person } from './people.ts';
import type { ProgrammeVersion, Wave } from './programmes.ts';
import { answersGiven } from './questionnaire.ts';

/** All that the due lists need of a cohort that has awarded. Keys: enrolment, enrolment, person and wave. */
export type AlumniContent = {
  readonly awards: readonly Award[];
  readonly enrolments: ReadonlyMap<string, Enrolment>;
  readonly followUps: ReadonlyMap<string, readonly FollowUp[]>;
  readonly people: ReadonlyMap<string, Person>;
  readonly plans: ReadonlyMap<string, CallPlan>;
};

/** A cohort that has awarded, with its programme and what is known of its alumni. */
export type AwardedCohort = {
  readonly cohort: Cohort;
  readonly programme: ProgrammeVersion;
  readonly content: AlumniContent;
};

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

/** Which lines are asked for. Without a cohort only those whose window is open; `offsetMonths` asks for one wave. */
export type AlumniQuery = { readonly today: IsoDate; readonly cohortId?: CohortId; readonly offsetMonths?: number };

const wavesWanted = ({ rules }: ProgrammeVersion, offsetMonths: number | undefined): readonly Wave[] =>
  offsetMonths === undefined ? rules.waves : rules.waves.filter((wave) => wave.offsetMonths === offsetMonths);

/**
 * Tells by the graduation of a cohort whether a wave asked for may be open. A cohort without a graduation counts its waves from the day of each award,
 * so its awards must be read to know.
 */
export const mayBeOpen = (
  programme: ProgrammeVersion,
  { today, offsetMonths }: AlumniQuery,
): ((graduation: IsoDate | undefined) => boolean) => {
  const waves = wavesWanted(programme, offsetMonths);
  const opens = rememberByDay((graduation) =>
    waves.some((wave) => isOpenOn(today, waveDates(graduation, wave, programme.rules))),
  );
  return (graduation) => graduation === undefined || opens(graduation);
};

type Candidate = { readonly of: AwardedCohort; readonly award: Award; readonly wave: Wave };

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
  `${line.callable ? 0 : 1} ${line.callOn} ${line.nextTime ?? '99:99'} ${line.status === 'partial' ? 0 : 1} ${line.closes} ${line.name} ${line.id}`;

const inOrder = (lines: readonly AlumnusLine[]): readonly AlumnusLine[] =>
  lines
    .map((line) => ({ line, key: urgency(line) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ line }) => line);

const candidatesOf = (of: AwardedCohort, { today, cohortId, offsetMonths }: AlumniQuery): readonly Candidate[] => {
  const { cohort, programme, content } = of;
  const waves = wavesWanted(programme, offsetMonths);
  const opensFor = (award: Award, wave: Wave): boolean =>
    isOpenOn(today, waveDates(cohort.graduation ?? award.awardedOn, wave, programme.rules));
  return content.awards
    .filter(({ erasedOn }) => erasedOn === undefined)
    .flatMap((award) =>
      waves.filter((wave) => cohortId !== undefined || opensFor(award, wave)).map((wave) => ({ of, award, wave })),
    );
};

/**
 * The lines of the due lists, those to be called first on top: by the day to call and the hour agreed, then interviews broken off, then those whose
 * window closes first. Those who are not to be called come last.
 */
export const alumniLines = (cohorts: readonly AwardedCohort[], query: AlumniQuery): readonly AlumnusLine[] =>
  inOrder(cohorts.flatMap((of) => candidatesOf(of, query)).map((candidate) => lineOf(candidate, query.today)));
