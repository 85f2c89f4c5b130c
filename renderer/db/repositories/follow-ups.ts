import type { AlumniQuery, AlumnusLine, AwardedCohort } from '#shared/domain/alumni-lines.ts';
import { alumniLines, mayBeOpen } from '#shared/domain/alumni-lines.ts';
import type { Award } from '#shared/domain/awards.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { WaveState } from '#shared/domain/follow-up-waves.ts';
import { circumstancesOf, waveDates, waveState } from '#shared/domain/follow-up-waves.ts';
import type { FollowUp } from '#shared/domain/follow-ups.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';
import type { ProgrammeVersion, Wave } from '#shared/domain/programmes.ts';
import type { QuestionnaireDesign } from '#shared/domain/questionnaire-design.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { getRecord, listByPerson } from '../records.ts';
import { knownCohorts } from './cohort-contents.ts';
import { questionnaireOf } from './questionnaires.ts';

/**
 * The lines of the due lists, those to be called first on top. For one cohort every wave is listed; for all cohorts only windows that are
 * open, so that the cost follows what is due and not the size of the database.
 */
export const listAlumni = async (query: AlumniQuery): Promise<readonly AlumnusLine[]> => {
  const { programmes, cohorts, contentOf } = await knownCohorts();
  const programmeOf = new Map(programmes.map((programme) => [programme.id, programme]));
  // Cohorts share a few days of graduation, so each day is looked at once.
  const mayBeOpenOf = new Map(programmes.map((programme) => [programme.id, mayBeOpen(programme, query)]));
  const wanted = cohorts.filter(({ id, programmeId, graduation }) =>
    query.cohortId === undefined ? mayBeOpenOf.get(programmeId)?.(graduation) === true : id === query.cohortId,
  );
  const found = await Promise.all(
    wanted.map(async (cohort): Promise<readonly AwardedCohort[]> => {
      const [programme, content] = [programmeOf.get(cohort.programmeId), await contentOf(cohort.id)];
      return programme === undefined || content === undefined ? [] : [{ cohort, programme, content }];
    }),
  );
  return alumniLines(found.flat(), query);
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
