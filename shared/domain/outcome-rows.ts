import type { IsoDate } from '#shared/lib/dates.ts';
import type { Award } from './awards.ts';
import type { Cohort } from './cohorts.ts';
import { consentFor } from './consents.ts';
import { rememberByDay, waveDates } from './follow-up-waves.ts';
import type { FollowUp, FollowUpAnswers } from './follow-ups.ts';
import type { CohortId, EnrolmentId } from './ids.ts';
import { asId } from './ids.ts';
import type { Enrolment, EnrolmentStatus, MainActivity, Person, Sex } from './people.ts';
import type { ProgrammeVersion, Wave } from './programmes.ts';
import type { Tenths } from './statistics.ts';

export const ageBands = ['under-25', '25-39', '40-plus', 'unknown'] as const;
/** Age on the first day of the cohort. */
export type AgeBand = (typeof ageBands)[number];

/** What one alumnus said in one wave. Waves are told apart by their months after graduation, whatever a programme version calls them. */
export type OutcomeWave = {
  readonly offsetMonths: number;
  /** Deceased or opted out by this wave: not to be followed up (D). */
  readonly lost: boolean;
  readonly complete: boolean;
  readonly answers: FollowUpAnswers;
};

/** One enrolment at census of a cohort that has awarded, with all that the indicators need and no name. */
export type OutcomeRow = {
  readonly enrolmentId: EnrolmentId;
  readonly cohortId: CohortId;
  readonly cycle: string;
  readonly country: string;
  readonly site?: string;
  readonly sex: Sex;
  readonly ageBand: AgeBand;
  readonly baseline?: MainActivity;
  readonly secondaryDone?: boolean;
  readonly awarded: boolean;
  /** The cohort is of an earlier cycle and nobody knows how many began: completion leaves it out. */
  readonly beginUnknown?: true;
  /** Overall result in tenths of a per cent. */
  readonly overall?: Tenths;
  /** The waves whose window has opened, in order of time. */
  readonly waves: readonly OutcomeWave[];
};

/** The records from which the rows are made. */
export type OutcomeInput = {
  readonly programmes: readonly ProgrammeVersion[];
  readonly cohorts: readonly Cohort[];
  readonly people: readonly Pick<Person, 'id' | 'sex' | 'born' | 'consents' | 'deceasedOn'>[];
  readonly enrolments: readonly Enrolment[];
  readonly awards: readonly Award[];
  readonly followUps: readonly FollowUp[];
  readonly today: IsoDate;
};

/** The age band of someone born on one day, on another. */
export const ageBandOn = (born: IsoDate | undefined, on: IsoDate): AgeBand => {
  if (born === undefined) return 'unknown';
  const age = Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5) < born.slice(5) ? 1 : 0);
  if (age < 25) return 'under-25';
  return age < 40 ? '25-39' : '40-plus';
};

const neverBegan: readonly EnrolmentStatus[] = ['applied', 'waitlisted', 'declined'];
const left: readonly EnrolmentStatus[] = ['transferred', 'withdrawn', 'excluded', 'deceased'];

/** True for a member of the cohort on its census day: E of domain.md 5. */
export const isEnrolledAtCensus = (
  enrolment: Pick<Enrolment, 'status' | 'statusOn' | 'enrolledOn'>,
  census: IsoDate,
): boolean => {
  if (neverBegan.includes(enrolment.status) || enrolment.enrolledOn > census) return false;
  return !left.includes(enrolment.status) || enrolment.statusOn === undefined || enrolment.statusOn > census;
};

const nothing: FollowUpAnswers = {};

type Said = { readonly offsetMonths: number; readonly followUp: FollowUp | undefined };

type Known = OutcomeInput['people'][number] | undefined;

const lostFrom = (said: readonly Said[], enrolment: Enrolment, person: Known): ((index: number) => boolean) => {
  const ended = said.findIndex(({ followUp }) => followUp?.status === 'deceased' || followUp?.status === 'opted-out');
  const lastCall = said.findIndex(({ followUp }) => followUp?.answers.mayCallAgain === 'no');
  const gone =
    enrolment.status === 'deceased' ||
    person?.deceasedOn !== undefined ||
    consentFor(person, enrolment, 'follow-up-calls') === 'declined';
  return (index) => {
    if (ended >= 0 && index >= ended) return true;
    if (lastCall >= 0 && index > lastCall) return true;
    return gone && ended < 0 && Object.keys(said[index]?.followUp?.answers ?? nothing).length === 0;
  };
};

const wavesOf = (
  enrolment: Enrolment,
  person: Known,
  opened: readonly Wave[],
  own: ReadonlyMap<string, FollowUp> | undefined,
): readonly OutcomeWave[] => {
  const said = opened.map((wave): Said => ({ offsetMonths: wave.offsetMonths, followUp: own?.get(wave.id) }));
  const lost = lostFrom(said, enrolment, person);
  return said.map(({ offsetMonths, followUp }, index) => ({
    offsetMonths,
    lost: lost(index),
    complete: followUp?.status === 'complete',
    answers: followUp?.answers ?? nothing,
  }));
};

/** The waves whose window has opened by today for those who graduated on a day, in order of time. */
const openedFrom = (programme: ProgrammeVersion, today: IsoDate): ((graduation: IsoDate) => readonly Wave[]) =>
  rememberByDay((graduation) =>
    programme.rules.waves
      .filter((wave) => waveDates(graduation, wave, programme.rules).opens <= today)
      .sort((a, b) => a.offsetMonths - b.offsetMonths),
  );

const byEnrolment = (followUps: readonly FollowUp[]): ReadonlyMap<EnrolmentId, ReadonlyMap<string, FollowUp>> => {
  const groups = new Map<EnrolmentId, Map<string, FollowUp>>();
  for (const followUp of followUps) {
    let own = groups.get(followUp.enrolmentId);
    if (own === undefined) groups.set(followUp.enrolmentId, (own = new Map()));
    own.set(followUp.waveId, followUp);
  }
  return groups;
};

/** Those of an earlier cycle who began and were not awarded: nothing is known of them but their number. */
const onlyCounted = (cohort: Cohort, rows: readonly OutcomeRow[]): readonly OutcomeRow[] => {
  const began = cohort.earlier?.enrolled;
  if (began === undefined) return [];
  const known = rows.filter(({ cohortId }) => cohortId === cohort.id).length;
  return Array.from({ length: Math.max(0, began - known) }, (_, index) => ({
    enrolmentId: asId<EnrolmentId>(`${cohort.id}/${index + 1}`),
    cohortId: cohort.id,
    cycle: cohort.cycle,
    country: cohort.country,
    sex: 'not-said',
    ageBand: 'unknown',
    awarded: false,
    waves: [],
  }));
};

/**
 * The rows for the indicators: everyone enrolled at census in a cohort that has awarded. Cohorts still at work are left out, because their
 * completion is not known yet.
 */
export const outcomeRows = ({
  programmes,
  cohorts,
  people,
  enrolments,
  awards,
  followUps,
  today,
}: OutcomeInput): readonly OutcomeRow[] => {
  const cohortOf = new Map(cohorts.map((cohort) => [cohort.id, cohort]));
  const personOf = new Map(people.map((person) => [person.id, person]));
  const awardOf = new Map(awards.map((award) => [award.id, award]));
  const finished = new Set(awards.map((award) => award.cohortId));
  const followUpsOf = byEnrolment(followUps);
  const openedOf = new Map(programmes.map((programme) => [programme.id, openedFrom(programme, today)]));
  const rows = enrolments.flatMap((enrolment): readonly OutcomeRow[] => {
    const cohort = cohortOf.get(enrolment.cohortId);
    const opened = cohort && openedOf.get(cohort.programmeId);
    if (cohort === undefined || opened === undefined || !finished.has(cohort.id)) return [];
    if (!isEnrolledAtCensus(enrolment, cohort.census)) return [];
    const person = personOf.get(enrolment.personId);
    const award = awardOf.get(enrolment.id);
    const { baseline } = enrolment;
    return [
      {
        enrolmentId: enrolment.id,
        cohortId: cohort.id,
        cycle: cohort.cycle,
        country: cohort.country,
        ...(enrolment.site === undefined || enrolment.site === '' ? {} : { site: enrolment.site }),
        sex: person?.sex ?? 'not-said',
        ageBand: ageBandOn(person?.born, cohort.starts),
        ...(baseline === undefined ? {} : { baseline: baseline.activity }),
        ...(baseline?.secondaryDone === undefined ? {} : { secondaryDone: baseline.secondaryDone }),
        awarded: award !== undefined,
        ...(cohort.earlier !== undefined && cohort.earlier.enrolled === undefined
          ? { beginUnknown: true as const }
          : {}),
        ...(award?.overall === undefined ? {} : { overall: award.overall }),
        waves:
          award === undefined
            ? []
            : wavesOf(enrolment, person, opened(cohort.graduation ?? award.awardedOn), followUpsOf.get(enrolment.id)),
      },
    ];
  });
  return [...rows, ...cohorts.filter(({ id }) => finished.has(id)).flatMap((cohort) => onlyCounted(cohort, rows))];
};
