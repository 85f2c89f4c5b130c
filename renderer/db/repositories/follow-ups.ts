import type { Award } from '#shared/domain/awards.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { WaveState } from '#shared/domain/follow-up-waves.ts';
import { circumstancesOf, followUpId, phaseOn, waveDates, waveState } from '#shared/domain/follow-up-waves.ts';
import type { CallAttempt, FollowUp } from '#shared/domain/follow-ups.ts';
import type { CohortId, EnrolmentId, FollowUpId, PersonId } from '#shared/domain/ids.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';
import type { ProgrammeVersion, Wave } from '#shared/domain/programmes.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { groupBy } from '#shared/lib/group-by.ts';
import { getRecord, getRecords, listByCohort, listByPerson, listRecords } from '../records.ts';

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
const mayBeOpen = (cohort: Cohort, programme: ProgrammeVersion, waves: readonly Wave[], today: IsoDate): boolean => {
  const { graduation } = cohort;
  return graduation === undefined || waves.some((wave) => isOpen(cohort, programme, wave, graduation, today));
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

const lineOf = (content: CohortContent, award: Award, wave: Wave, today: IsoDate): AlumnusLine => {
  const { cohort, programme } = content;
  const own = content.followUps.get(award.id) ?? [];
  const followUp = own.find(({ waveId }) => waveId === wave.id);
  const others = own.filter(({ waveId }) => waveId !== wave.id);
  const dates = waveDates(cohort.graduation ?? award.awardedOn, wave, programme.rules);
  const state = waveState(dates, followUp, circumstancesOf(content.enrolments.get(award.id), others), today);
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
  };
};

const urgency = (line: AlumnusLine): string =>
  `${line.callable ? 0 : 1} ${line.callOn} ${line.status === 'partial' ? 0 : 1} ${line.closes} ${line.name}`;

const inOrder = (lines: readonly AlumnusLine[]): readonly AlumnusLine[] =>
  lines
    .map((line) => ({ line, key: urgency(line) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ line }) => line);

const withPhones = async (lines: readonly AlumnusLine[]): Promise<readonly AlumnusLine[]> => {
  const people = await getRecords('people', [...new Set(lines.map(({ personId }) => personId))]);
  const phones = new Map(people.map(({ id, phone }) => [id, phone]));
  return lines.map((line) => {
    const phone = phones.get(line.personId);
    return phone === undefined ? line : { ...line, phone };
  });
};

const linesOf = (content: CohortContent, { today, cohortId, offsetMonths }: AlumniQuery): readonly AlumnusLine[] => {
  const { cohort, programme, awards } = content;
  const waves = wavesWanted(programme, offsetMonths);
  return awards.flatMap((award) =>
    waves
      .filter((wave) => cohortId !== undefined || isOpen(cohort, programme, wave, award.awardedOn, today))
      .map((wave) => lineOf(content, award, wave, today)),
  );
};

/**
 * The lines of the due lists, those to be called first on top. For one cohort every wave is listed; for all cohorts only windows that are
 * open, so that the cost follows what is due and not the size of the database.
 */
export const listAlumni = async (query: AlumniQuery): Promise<readonly AlumnusLine[]> => {
  const { today, cohortId, offsetMonths } = query;
  const [programmes, cohorts] = await Promise.all([
    listRecords('programmes'),
    cohortId === undefined ? listRecords('cohorts') : getRecords('cohorts', [cohortId]),
  ]);
  const programmeOf = new Map(programmes.map((programme) => [programme.id, programme]));
  const contents = await Promise.all(
    cohorts.map(async (cohort) => {
      const programme = programmeOf.get(cohort.programmeId);
      if (programme === undefined) return undefined;
      const wanted =
        cohortId !== undefined || mayBeOpen(cohort, programme, wavesWanted(programme, offsetMonths), today);
      return wanted ? readCohort(cohort, programme) : undefined;
    }),
  );
  return withPhones(inOrder(contents.flatMap((content) => (content === undefined ? [] : linesOf(content, query)))));
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
  const own = followUps.filter((followUp) => followUp.enrolmentId === award.id);
  return {
    award,
    cohort,
    programme,
    wave,
    enrolment,
    person,
    followUp: own.find((followUp) => followUp.waveId === waveId),
    others: own.filter((followUp) => followUp.waveId !== waveId),
  };
};

/** How the alumnus of a call stands in its wave; `followUp` may be newer than what was read. */
export const callState = (call: CallContent, followUp: FollowUp | undefined, today: IsoDate): WaveState => {
  const dates = waveDates(call.cohort.graduation ?? call.award.awardedOn, call.wave, call.programme.rules);
  return waveState(dates, followUp, circumstancesOf(call.enrolment, call.others), today);
};
