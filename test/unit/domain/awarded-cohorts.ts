import type { AwardedCohort } from '#shared/domain/alumni-lines.ts';
import type { Award } from '#shared/domain/awards.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { FollowUp } from '#shared/domain/follow-ups.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import { groupBy } from '#shared/lib/group-by.ts';

type Records = {
  readonly programme: ProgrammeVersion;
  readonly cohorts: readonly Cohort[];
  readonly awards: readonly Award[];
  readonly enrolments: readonly Enrolment[];
  readonly followUps: readonly FollowUp[];
  readonly people: readonly Person[];
};

/** The records of a test as the due lists read them. */
export const awardedCohorts = (records: Records): readonly AwardedCohort[] =>
  records.cohorts.map((cohort) => ({
    cohort,
    programme: records.programme,
    content: {
      awards: records.awards.filter(({ cohortId }) => cohortId === cohort.id),
      enrolments: new Map(records.enrolments.map((each) => [each.id, each])),
      followUps: groupBy(records.followUps, ({ enrolmentId }) => enrolmentId),
      people: new Map(records.people.map((each) => [each.id, each])),
      plans: new Map(),
    },
  }));
