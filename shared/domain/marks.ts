import type { IsoDate } from '#shared/lib/dates.ts';
import type { AssignmentId, CohortId, CriterionId, EnrolmentId, PersonId } from './ids.ts';

/** A mark in hundredths of a mark, an integer: 12.5 is 1250. Never a float. */
export type Hundredths = number;

export const attemptStates = ['awaited', 'received', 'with-marker', 'marked', 'moderated', 'released'] as const;
export type AttemptState = (typeof attemptStates)[number];

export const outcomes = ['NS', 'EX', 'DEF', 'HOLD'] as const;
/** NS not submitted, EX excused, DEF extended to a date, HOLD query open. */
export type Outcome = (typeof outcomes)[number];

/** One submission of an assignment. `value` is the raw mark before any late penalty. All dates are days. */
export type Attempt = {
  readonly state: AttemptState;
  readonly value?: Hundredths;
  readonly criteria?: Readonly<Record<CriterionId, Hundredths>>;
  readonly received?: IsoDate;
  readonly withMarkerSince?: IsoDate;
  readonly marked?: IsoDate;
  readonly returned?: IsoDate;
  readonly marker?: string;
  readonly feedback?: string;
  /** A later day than the end of the window, granted for this resubmission, and why. The first attempt's extension is the cell's. */
  readonly extendedTo?: IsoDate;
  readonly extensionReason?: string;
  /** Why the attempt counts although it came after the last late day. */
  readonly lateAccepted?: string;
};

/** A cell of the marks grid: every attempt is kept, the last one stands at the end. Blank, 0, NS and EX are four different things. */
export type Cell = {
  readonly attempts: readonly Attempt[];
  readonly outcome?: Outcome;
  readonly extendedTo?: IsoDate;
  /** Why an outcome or an override of the late rule was given. */
  readonly reason?: string;
  readonly lateOverride?: boolean;
  /** What the markers tell each other; never printed, never the learner's to see. */
  readonly note?: string;
  readonly revision?: number;
};

/** The mark sheet of an enrolment: one record with all its cells (docs/decisions: mark sheet as one record). `id` is the enrolment's id. */
export type MarkSheet = {
  readonly id: EnrolmentId;
  readonly cohortId: CohortId;
  readonly personId: PersonId;
  readonly cells: Readonly<Record<AssignmentId, Cell>>;
};
