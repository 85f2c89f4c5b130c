import type { Award, AwardLine } from '#shared/domain/awards.ts';
import type { CertificateRecord } from '#shared/domain/certificates.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { WaveState } from '#shared/domain/follow-up-waves.ts';
import { circumstancesOf, waveDates, waveState } from '#shared/domain/follow-up-waves.ts';
import type { CallAttempt, FollowUp } from '#shared/domain/follow-ups.ts';
import type { EnrolmentId } from '#shared/domain/ids.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';
import { fullName } from '#shared/domain/people.ts';
import type { ProgrammeVersion, Wave } from '#shared/domain/programmes.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail } from '#shared/lib/result.ts';
import { getRecord, listByPerson } from '../records.ts';
import { commit } from '../write-path.ts';

/** How an alumnus stood in one wave; `followUp` is absent where nothing was recorded. */
export type AlumnusWave = { readonly wave: Wave; readonly state: WaveState; readonly followUp: FollowUp | undefined };

/** One try at reaching the alumnus, with the wave it belonged to. */
export type ContactTry = CallAttempt & { readonly wave: Wave };

/** Everything about one alumnus on one page. */
export type AlumnusFile = {
  readonly award: Award;
  readonly line: AwardLine | undefined;
  readonly cohort: Cohort;
  readonly programme: ProgrammeVersion;
  readonly enrolment: Enrolment;
  readonly person: Person;
  readonly certificates: readonly CertificateRecord[];
  readonly waves: readonly AlumnusWave[];
  /** Latest first. */
  readonly tries: readonly ContactTry[];
};

/** Reads one alumnus by the enrolment that was awarded; undefined where there is no such award. */
export const readAlumnus = async (enrolmentId: string, today: IsoDate): Promise<AlumnusFile | undefined> => {
  const [award, enrolment] = await Promise.all([
    getRecord('awards', enrolmentId),
    getRecord('enrolments', enrolmentId),
  ]);
  if (award === undefined || enrolment === undefined) return undefined;
  const [cohort, person, followUps, certificates, list] = await Promise.all([
    getRecord('cohorts', award.cohortId),
    getRecord('people', award.personId),
    listByPerson('followUps', award.personId),
    listByPerson('certificates', award.personId),
    award.awardListId === undefined ? undefined : getRecord('awardLists', award.awardListId),
  ]);
  const programme = cohort && (await getRecord('programmes', cohort.programmeId));
  if (cohort === undefined || person === undefined || programme === undefined) return undefined;
  const own = followUps.filter((each) => each.enrolmentId === award.id);
  const waves = programme.rules.waves
    .toSorted((a, b) => a.offsetMonths - b.offsetMonths)
    .map((wave): AlumnusWave => {
      const followUp = own.find(({ waveId }) => waveId === wave.id);
      const others = own.filter(({ waveId }) => waveId !== wave.id);
      const dates = waveDates(cohort.graduation ?? award.awardedOn, wave, programme.rules);
      return { wave, followUp, state: waveState(dates, followUp, circumstancesOf(enrolment, others, person), today) };
    });
  return {
    award,
    line: list?.lines.find((line) => line.enrolmentId === award.id),
    cohort,
    programme,
    enrolment,
    person,
    certificates: certificates.filter((each) => each.enrolmentId === award.id),
    waves,
    tries: waves
      .flatMap(({ wave, followUp }) => (followUp?.attempts ?? []).map((attempt) => ({ ...attempt, wave })))
      .sort((a, b) => (a.at < b.at ? 1 : -1)),
  };
};

/** How the contacts of an alumnus shall look: of the person, and of the enrolment where the mentor stands. */
export type ContactEdit = {
  readonly person: (person: Person) => Person;
  readonly enrolment: (enrolment: Enrolment) => Enrolment;
};

/** Changes how an alumnus is reached as one change. Errors: `person-missing`, those of the write path. */
export const saveContacts = async (enrolmentId: EnrolmentId, edit: ContactEdit): Promise<Result<unknown, Failure>> => {
  const enrolment = await getRecord('enrolments', enrolmentId);
  const person = enrolment && (await getRecord('people', enrolment.personId));
  if (enrolment === undefined || person === undefined) return fail('person-missing');
  return commit({ code: 'contacts-changed', values: { name: fullName(person) } }, async () => {
    const [nowEnrolled, nowPerson] = await Promise.all([
      getRecord('enrolments', enrolment.id),
      getRecord('people', person.id),
    ]);
    if (nowEnrolled === undefined || nowPerson === undefined) return [];
    const mentored = edit.enrolment(nowEnrolled);
    return [
      { table: 'people' as const, id: person.id, next: edit.person(nowPerson) },
      ...(mentored === nowEnrolled ? [] : [{ table: 'enrolments' as const, id: enrolment.id, next: mentored }]),
    ];
  });
};
