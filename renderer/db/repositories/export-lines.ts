import type { AlumnusExport } from '#shared/domain/exports/alumni-export.ts';
import type { FollowUpLine } from '#shared/domain/exports/follow-up-export.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import { circumstancesOf, waveDates, waveState } from '#shared/domain/follow-up-waves.ts';
import { groupBy } from '#shared/lib/group-by.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { today } from '#renderer/desktop/clock.ts';
import { getRecord, getRecords, listByCohort } from '../records.ts';

type Alumni = {
  readonly cohort: Cohort;
  readonly lines: readonly Omit<AlumnusExport, 'serial' | 'optedOut'>[];
};

/** The alumni of a cohort; undefined where there is no such cohort, or nobody was awarded. Those whose person was erased are left out. */
const readAlumni = async (cohort: Cohort): Promise<Alumni | undefined> => {
  const [programme, awards] = await Promise.all([
    getRecord('programmes', cohort.programmeId),
    listByCohort('awards', cohort.id),
  ]);
  if (programme === undefined || awards.length === 0) return undefined;
  const [enrolments, people] = await Promise.all([
    listByCohort('enrolments', cohort.id),
    getRecords(
      'people',
      awards.map(({ personId }) => personId),
    ),
  ]);
  const personOf = new Map(people.map((each) => [each.id, each]));
  const enrolmentOf = new Map(enrolments.map((each) => [each.id, each]));
  const lines = awards.flatMap((award) => {
    const [person, enrolment] = [personOf.get(award.personId), enrolmentOf.get(award.id)];
    return person === undefined || enrolment === undefined ? [] : [{ cohort, programme, award, person, enrolment }];
  });
  return { cohort, lines };
};

/** Every wave of every alumnus of a cohort as the follow-up list shows it. */
export const followUpLines = async (cohort: Cohort, on: IsoDate = today()): Promise<readonly FollowUpLine[]> => {
  const alumni = await readAlumni(cohort);
  if (alumni === undefined) return [];
  const own = groupBy(await listByCohort('followUps', cohort.id), ({ enrolmentId }) => enrolmentId);
  return alumni.lines.flatMap(({ programme, award, person, enrolment }) => {
    const followUps = own.get(award.id) ?? [];
    return programme.rules.waves.map((wave): FollowUpLine => {
      const followUp = followUps.find(({ waveId }) => waveId === wave.id);
      const others = followUps.filter(({ waveId }) => waveId !== wave.id);
      const dates = waveDates(cohort.graduation ?? award.awardedOn, wave, programme.rules);
      const circumstances = circumstancesOf(enrolment, others, person);
      const state = waveState(dates, followUp, circumstances, on);
      return { cohortCode: cohort.code, award, person, enrolment, wave, followUp, state };
    });
  });
};

/** The alumni of a cohort with the serials of their certificates in force. */
export const alumniLines = async (cohort: Cohort): Promise<readonly AlumnusExport[]> => {
  const alumni = await readAlumni(cohort);
  if (alumni === undefined) return [];
  const [certificates, followUps] = await Promise.all([
    listByCohort('certificates', cohort.id),
    listByCohort('followUps', cohort.id),
  ]);
  const own = groupBy(followUps, ({ enrolmentId }) => enrolmentId);
  const serialOf = new Map(
    certificates
      .filter(({ status, snapshot }) => status === 'issued' && (snapshot.kind ?? 'certificate') === 'certificate')
      .map(({ enrolmentId, serial }) => [enrolmentId, serial]),
  );
  return alumni.lines.map((line) => {
    const serial = serialOf.get(line.award.id);
    const { optedOut } = circumstancesOf(line.enrolment, own.get(line.award.id) ?? [], line.person);
    return { ...line, optedOut, ...(serial === undefined ? {} : { serial }) };
  });
};
