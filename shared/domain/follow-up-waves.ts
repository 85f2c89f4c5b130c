import type { IsoDate } from '#shared/lib/dates.ts';
import { addDays, addMonths } from '#shared/lib/dates.ts';
import type { ConsentState } from './consents.ts';
import { consentFor } from './consents.ts';
import type { FollowUp, FollowUpStatus } from './follow-ups.ts';
import type { FollowUpId, EnrolmentId } from './ids.ts';
import { asId } from './ids.ts';
import type { Enrolment, Person } from './people.ts';
import type { ProgrammeRules, Wave } from './programmes.ts';

/** The rules of a programme version that waves need. */
export type WaveRules = Pick<ProgrammeRules, 'waveDaysBefore' | 'waveDaysAfter' | 'attemptsBeforeUnreachable'>;

/** The days of one wave for one graduation: the window is open from `opens` to `closes`, both included. */
export type WaveDates = { readonly dueOn: IsoDate; readonly opens: IsoDate; readonly closes: IsoDate };

/** Where `today` stands: `due` before the window, `in-window` up to the due day, `overdue` after it, `closed` after the window. */
export type WavePhase = 'due' | 'in-window' | 'overdue' | 'closed';

/** Why someone is not called in a wave, with message key `followUpStates.block.<reason>`. */
export type CallBlock =
  'not-open' | 'closed' | 'complete' | 'refused' | 'unreachable' | 'deceased' | 'opted-out' | 'no-consent';

/** What is known of an alumnus apart from this wave. `consentCalls` is undefined where nobody has asked. */
export type Circumstances = {
  readonly deceased: boolean;
  readonly optedOut: boolean;
  readonly consentCalls: boolean | undefined;
};

/** How one alumnus stands in one wave. */
export type WaveState = WaveDates & {
  readonly phase: WavePhase;
  readonly status: FollowUpStatus;
  readonly callable: boolean;
  readonly block?: CallBlock;
  /** True where consent was never recorded: the caller asks for it first. */
  readonly asksConsent: boolean;
  readonly attempts: number;
  /** The day agreed or chosen for the next attempt, where it is still to come. */
  readonly next?: IsoDate;
  /** The time of day agreed with it, "HH:MM". */
  readonly nextTime?: string;
};

/** The id of the one record of an enrolment in a wave. */
export const followUpId = (enrolmentId: EnrolmentId, waveId: string): FollowUpId =>
  asId<FollowUpId>(`${enrolmentId}:${waveId}`);

/** The days of a wave, counted from the graduation, or from the day of the award where no graduation is set. */
export const waveDates = (from: IsoDate, wave: Wave, rules: WaveRules): WaveDates => {
  const dueOn = addMonths(from, wave.offsetMonths);
  return { dueOn, opens: addDays(dueOn, -rules.waveDaysBefore), closes: addDays(dueOn, rules.waveDaysAfter) };
};

/** Where a day stands in a wave. */
export const phaseOn = (today: IsoDate, dates: WaveDates): WavePhase => {
  if (today < dates.opens) return 'due';
  if (today <= dates.dueOn) return 'in-window';
  return today <= dates.closes ? 'overdue' : 'closed';
};

const agreed: Readonly<Record<ConsentState, boolean | undefined>> = {
  given: true,
  declined: false,
  'not-asked': undefined,
};

/** What the enrolment, the other waves and the person say about calling: an opt-out, a death or "do not call again" in any wave counts in all. */
export const circumstancesOf = (
  enrolment: Pick<Enrolment, 'status' | 'consentCalls'> | undefined,
  otherFollowUps: readonly Pick<FollowUp, 'status' | 'answers'>[],
  person?: Pick<Person, 'deceasedOn' | 'consents'>,
): Circumstances => ({
  deceased:
    person?.deceasedOn !== undefined ||
    enrolment?.status === 'deceased' ||
    otherFollowUps.some(({ status }) => status === 'deceased'),
  optedOut: otherFollowUps.some(({ status, answers }) => status === 'opted-out' || answers.mayCallAgain === 'no'),
  consentCalls: agreed[consentFor(person, enrolment, 'follow-up-calls')],
});

const finalStatuses = ['complete', 'refused', 'unreachable', 'deceased', 'opted-out'] as const;

const blockOf = (phase: WavePhase, status: FollowUpStatus, circumstances: Circumstances): CallBlock | undefined => {
  const final = finalStatuses.find((each) => each === status);
  if (final !== undefined) return final;
  if (circumstances.consentCalls === false) return 'no-consent';
  if (phase === 'due') return 'not-open';
  return phase === 'closed' ? 'closed' : undefined;
};

const statusOf = (phase: WavePhase, followUp: FollowUp | undefined, circumstances: Circumstances): FollowUpStatus => {
  if (followUp?.status === 'complete') return 'complete';
  if (circumstances.deceased) return 'deceased';
  if (circumstances.optedOut) return 'opted-out';
  if (followUp !== undefined && followUp.status !== 'due' && followUp.status !== 'in-window') return followUp.status;
  return phase === 'due' ? 'due' : 'in-window';
};

/** How one alumnus stands in one wave on a day; `followUp` is absent until a first attempt or answer is recorded. */
export const waveState = (
  dates: WaveDates,
  followUp: FollowUp | undefined,
  circumstances: Circumstances,
  today: IsoDate,
): WaveState => {
  const phase = phaseOn(today, dates);
  const status = statusOf(phase, followUp, circumstances);
  const block = blockOf(phase, status, circumstances);
  const { next, nextTime } = followUp?.attempts.at(-1) ?? {};
  return {
    ...dates,
    phase,
    status,
    callable: block === undefined,
    ...(block === undefined ? {} : { block }),
    asksConsent: block === undefined && circumstances.consentCalls === undefined,
    attempts: followUp?.attempts.length ?? 0,
    ...(next !== undefined && next > today ? { next } : {}),
    ...(next !== undefined && next >= today && nextTime !== undefined ? { nextTime } : {}),
  };
};

/** True while a wave's window is open: someone may be called. */
export const isOpenOn = (today: IsoDate, dates: WaveDates): boolean => {
  const phase = phaseOn(today, dates);
  return phase === 'in-window' || phase === 'overdue';
};

/** Remembers what a function of a day gave: the alumni of a cohort share a few days. */
export const rememberByDay = <T>(compute: (day: IsoDate) => T): ((day: IsoDate) => T) => {
  const known = new Map<IsoDate, T>();
  return (day) => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const value = compute(day);
    known.set(day, value);
    return value;
  };
};
