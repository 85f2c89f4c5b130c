import type { IsoDate } from '#shared/lib/dates.ts';
import type { Consent } from './consents.ts';
import type { CohortId, EnrolmentId, ModuleId, PersonId } from './ids.ts';

export const sexes = ['female', 'male', 'other', 'not-said'] as const;
export type Sex = (typeof sexes)[number];

/** A telephone contact through which a person can be found. */
export type AlternateContact = { readonly name: string; readonly relation?: string; readonly phone: string };

/** A human being. Names are kept as given, in Unicode NFC. `number` is the programme's own learner number where it has one. */
export type Person = {
  readonly id: PersonId;
  readonly givenNames: string;
  readonly familyName: string;
  readonly number?: string;
  readonly sex?: Sex;
  readonly born?: IsoDate;
  readonly phone?: string;
  readonly email?: string;
  readonly community?: string;
  readonly country?: string;
  readonly language?: string;
  readonly alternates: readonly AlternateContact[];
  readonly nationalId?: string;
  /** What the person agreed to: purpose, edition of the wording, day and way (consents.ts). */
  readonly consents?: readonly Consent[];
  /** When a call is welcome, in words: "after 18:00". */
  readonly bestTime?: string;
  /** Day on which somebody told us of the death: nobody is called any more, in no wave of any cohort. */
  readonly deceasedOn?: IsoDate;
};

export const enrolmentStatuses = [
  'applied',
  'waitlisted',
  'declined',
  'active',
  'deferred',
  'transferred',
  'withdrawn',
  'excluded',
  'completed',
  'awarded',
  'deceased',
] as const;
export type EnrolmentStatus = (typeof enrolmentStatuses)[number];

export const withdrawalReasons = [
  'work',
  'health',
  'caregiving',
  'moved',
  'cost',
  'lost-interest',
  'difficulty',
  'death',
  'unknown',
] as const;
export type WithdrawalReason = (typeof withdrawalReasons)[number];

export const activities = [
  'paid-employee',
  'self-employed',
  'stipend-volunteer',
  'unpaid-volunteer',
  'further-study',
  'seeking-work',
  'not-seeking',
] as const;
/** What takes up most of a person's working time (domain.md 2, main activity). */
export type MainActivity = (typeof activities)[number];

/** What was true at enrolment; mandatory, because without it volunteer → paid cannot be computed (domain.md 5). */
export type Baseline = {
  readonly activity: MainActivity;
  readonly community?: string;
  readonly organisation?: string;
  readonly secondaryDone?: boolean;
};

/** A person's membership of a cohort. `awarded` and `completed` statuses follow the award list. */
export type Enrolment = {
  readonly id: EnrolmentId;
  readonly personId: PersonId;
  readonly cohortId: CohortId;
  readonly status: EnrolmentStatus;
  readonly statusReason?: WithdrawalReason;
  readonly statusNote?: string;
  /** Day from which the status holds, such as the day of a withdrawal. */
  readonly statusOn?: IsoDate;
  readonly enrolledOn: IsoDate;
  readonly site?: string;
  readonly mentorGroup?: string;
  /** The mentor, through whom an alumnus can be found again. */
  readonly mentor?: AlternateContact;
  readonly baseline?: Baseline;
  /** The name as the learner confirmed it for the certificate, and how. */
  readonly confirmedName?: string;
  readonly nameConfirmedOn?: IsoDate;
  /** Day on which the site supervisor signed off a module that needs it. */
  readonly signedOff?: Readonly<Record<ModuleId, IsoDate>>;
  readonly consentCalls?: boolean;
  /** Day on which the enrolment was made anonymous: a place in the cohort's counts, without a person. */
  readonly erasedOn?: IsoDate;
};

/** The name as it is written: given names, then family name, in NFC with single spaces at no other place than given. */
export const fullName = (person: Pick<Person, 'givenNames' | 'familyName'>): string =>
  `${person.givenNames} ${person.familyName}`.trim().normalize('NFC');

/** Statuses of people who are learners of a cohort now or were to its end; the others left or never began. */
export const isCurrent = (status: EnrolmentStatus): boolean =>
  status === 'active' || status === 'deferred' || status === 'completed' || status === 'awarded';
