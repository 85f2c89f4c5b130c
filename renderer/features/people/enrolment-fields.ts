import type { Baseline, Enrolment, EnrolmentStatus, MainActivity, WithdrawalReason } from '#shared/domain/people.ts';
import { enrolmentStatuses } from '#shared/domain/people.ts';
import type { IsoDate } from '#shared/lib/dates.ts';

/** The fields of an enrolment's form. */
export type EnrolmentField =
  | 'status'
  | 'statusReason'
  | 'statusNote'
  | 'statusOn'
  | 'enrolledOn'
  | 'site'
  | 'mentorGroup'
  | 'activity'
  | 'organisation'
  | 'secondaryDone'
  | 'confirmedName'
  | 'nameConfirmedOn'
  | 'consentCalls';
export type EnrolmentFields = Readonly<Record<EnrolmentField, string>>;

const yesNo = (value: boolean | undefined): string => (value === undefined ? '' : value ? 'yes' : 'no');

/** An enrolment as text for a form; what is not known is empty. */
export const enrolmentFields = (enrolment: Omit<Enrolment, 'id' | 'personId' | 'cohortId'>): EnrolmentFields => ({
  status: enrolment.status,
  statusReason: enrolment.statusReason ?? '',
  statusNote: enrolment.statusNote ?? '',
  statusOn: enrolment.statusOn ?? '',
  enrolledOn: enrolment.enrolledOn,
  site: enrolment.site ?? '',
  mentorGroup: enrolment.mentorGroup ?? '',
  activity: enrolment.baseline?.activity ?? '',
  organisation: enrolment.baseline?.organisation ?? '',
  secondaryDone: yesNo(enrolment.baseline?.secondaryDone),
  confirmedName: enrolment.confirmedName ?? '',
  nameConfirmedOn: enrolment.nameConfirmedOn ?? '',
  consentCalls: yesNo(enrolment.consentCalls),
});

/** Leaving a cohort needs a reason; a death is its own. */
export const asksReason = (status: string): boolean => status === 'withdrawn' || status === 'excluded';

/** Statuses that go with a day and a note. */
export const asksNote = (status: string): boolean =>
  asksReason(status) || status === 'deferred' || status === 'transferred' || status === 'deceased';

/** The statuses that a person can give; `completed` and `awarded` follow the award list and stay only where they are. */
export const choosableStatuses = (now: EnrolmentStatus): readonly EnrolmentStatus[] =>
  enrolmentStatuses.filter((status) => status === now || (status !== 'completed' && status !== 'awarded'));

const withStatus = (enrolment: Enrolment, typed: Partial<EnrolmentFields>, today: IsoDate): Enrolment => {
  const { statusReason, statusNote, statusOn, ...rest } = enrolment;
  const status = (typed.status ?? enrolment.status) as EnrolmentStatus;
  if (!asksNote(status)) return { ...rest, status };
  const reason = status === 'deceased' ? 'death' : asksReason(status) ? (typed.statusReason ?? statusReason ?? '') : '';
  const note = (typed.statusNote ?? statusNote ?? '').trim();
  const on = typed.statusOn ?? statusOn ?? today;
  return {
    ...rest,
    status,
    ...(reason === '' ? {} : { statusReason: reason as WithdrawalReason }),
    ...(note === '' ? {} : { statusNote: note }),
    ...(on === '' ? {} : { statusOn: on }),
  };
};

const withBaseline = (enrolment: Enrolment, typed: Partial<EnrolmentFields>): Enrolment => {
  const { baseline, ...rest } = enrolment;
  const activity = typed.activity ?? baseline?.activity ?? '';
  // Without the activity there is no baseline: it is what volunteer → paid is computed from.
  if (activity === '') return rest;
  const { organisation: _was, secondaryDone: _done, ...kept } = baseline ?? { activity };
  const organisation = (typed.organisation ?? baseline?.organisation ?? '').trim();
  const secondary = typed.secondaryDone ?? yesNo(baseline?.secondaryDone);
  const next: Baseline = {
    ...kept,
    activity: activity as MainActivity,
    ...(organisation === '' ? {} : { organisation }),
    ...(secondary === '' ? {} : { secondaryDone: secondary === 'yes' }),
  };
  return { ...rest, baseline: next };
};

const withNames = (enrolment: Enrolment, typed: Partial<EnrolmentFields>, fullName: string): Enrolment => {
  const { confirmedName, nameConfirmedOn, ...rest } = enrolment;
  const on = typed.nameConfirmedOn ?? nameConfirmedOn ?? '';
  const name = (typed.confirmedName ?? confirmedName ?? '').trim().replace(/\s+/g, ' ').normalize('NFC');
  if (on === '') return name === '' ? rest : { ...rest, confirmedName: name };
  return { ...rest, confirmedName: name === '' ? fullName : name, nameConfirmedOn: on };
};

/**
 * An enrolment with the fields that were typed. A status takes away the reason of another, a confirmation without a name takes the full name, an
 * emptied activity takes the baseline away.
 */
export const withEnrolmentFields = (
  enrolment: Enrolment,
  typed: Partial<EnrolmentFields>,
  { today, fullName }: { readonly today: IsoDate; readonly fullName: string },
): Enrolment => {
  const {
    site: _site,
    mentorGroup: _group,
    consentCalls: _consent,
    ...rest
  } = withNames(withBaseline(withStatus(enrolment, typed, today), typed), typed, fullName);
  const site = (typed.site ?? enrolment.site ?? '').trim();
  const mentorGroup = (typed.mentorGroup ?? enrolment.mentorGroup ?? '').trim();
  const consent = typed.consentCalls ?? yesNo(enrolment.consentCalls);
  return {
    ...rest,
    enrolledOn: typed.enrolledOn === undefined || typed.enrolledOn === '' ? enrolment.enrolledOn : typed.enrolledOn,
    ...(site === '' ? {} : { site }),
    ...(mentorGroup === '' ? {} : { mentorGroup }),
    ...(consent === '' ? {} : { consentCalls: consent === 'yes' }),
  };
};
