import type { IsoDate } from '#shared/lib/dates.ts';
import type { CohortId, EnrolmentId, ModuleId, SessionId } from './ids.ts';

/** A planned meeting of a module, with its length in hours. */
export type ContactSession = {
  readonly id: SessionId;
  readonly cohortId: CohortId;
  readonly moduleId: ModuleId;
  readonly number: number;
  readonly date?: IsoDate;
  readonly hours: number;
  readonly site?: string;
};

export const presences = ['present', 'late', 'excused', 'absent', 'made-up'] as const;
export type Presence = (typeof presences)[number];

/** What a register says of one learner at one session: hours present, not ticks. */
export type SessionAttendance = { readonly presence: Presence; readonly hours: number };

/** All sessions of one enrolment in one record; `id` is the enrolment's id. */
export type Register = {
  readonly id: EnrolmentId;
  readonly cohortId: CohortId;
  readonly sessions: Readonly<Record<SessionId, SessionAttendance>>;
};
