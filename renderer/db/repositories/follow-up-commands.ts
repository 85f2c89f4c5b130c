import type { Reason } from '#shared/domain/change-sets.ts';
import type { InterviewEnd } from '#shared/domain/follow-up-calls.ts';
import {
  completeInterview,
  endFollowUp,
  markUnreachable,
  newFollowUp,
  recordAnswer,
  recordAttempt,
} from '#shared/domain/follow-up-calls.ts';
import { followUpId } from '#shared/domain/follow-up-waves.ts';
import type { CallAttempt, FollowUp, QuestionId } from '#shared/domain/follow-ups.ts';
import type { EnrolmentId } from '#shared/domain/ids.ts';
import type { Baseline } from '#shared/domain/people.ts';
import type { WaveRules } from '#shared/domain/follow-up-waves.ts';
import type { IsoDate, IsoInstant } from '#shared/lib/dates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { getRecord } from '../records.ts';
import { commit } from '../write-path.ts';

/** Names one interview. */
export type CallKey = { readonly enrolmentId: EnrolmentId; readonly waveId: string };

/** The attempt during which something is recorded: one talk makes one attempt, however many answers it brings. */
export type Talk = { readonly at: IsoInstant; readonly by: string };

type Circumstance = { readonly baseline: Baseline | undefined; readonly rules: WaveRules };
type Edit = (followUp: FollowUp, circumstance: Circumstance) => Result<FollowUp, Failure>;

/** Reads, edits and writes one interview while no other write can happen; a refused edit writes nothing. */
const change = async (
  { enrolmentId, waveId }: CallKey,
  why: Reason,
  edit: Edit,
): Promise<Result<FollowUp, Failure>> => {
  const made: { result: Result<FollowUp, Failure> } = { result: fail('no-such-alumnus') };
  const saved = await commit(why, async () => {
    const id = followUpId(enrolmentId, waveId);
    const [award, enrolment, before] = await Promise.all([
      getRecord('awards', enrolmentId),
      getRecord('enrolments', enrolmentId),
      getRecord('followUps', id),
    ]);
    const cohort = award && (await getRecord('cohorts', award.cohortId));
    const programme = cohort && (await getRecord('programmes', cohort.programmeId));
    if (award === undefined || programme === undefined) return [];
    made.result = edit(before ?? newFollowUp(award, waveId), { baseline: enrolment?.baseline, rules: programme.rules });
    return made.result.ok ? [{ table: 'followUps' as const, id, next: made.result.value }] : [];
  });
  return saved.ok ? made.result : saved;
};

const withTalk = (followUp: FollowUp, talk: Talk): Result<FollowUp, Failure> =>
  followUp.attempts.some(({ at }) => at === talk.at)
    ? ok(followUp)
    : recordAttempt(followUp, { ...talk, outcome: 'talked' });

/** Saves one answer (`null`: does not say; `undefined`: taken back), and with the first one the attempt. One answer is one change set. */
export const saveAnswer = (
  key: CallKey,
  talk: Talk,
  questionId: QuestionId,
  answer: string | null | undefined,
): Promise<Result<FollowUp, Failure>> =>
  change(key, { code: 'follow-up-answered' }, (followUp, { baseline }) => {
    const talked = withTalk(followUp, talk);
    return talked.ok ? recordAnswer(talked.value, questionId, answer, baseline?.activity) : talked;
  });

/** How a call can end without a finished interview. */
export const callEnds = [
  'no-answer',
  'wrong-number',
  'call-back',
  'partial',
  'refused',
  'opted-out',
  'unreachable',
  'deceased',
] as const;
export type CallEnd = (typeof callEnds)[number];

/** The end of a call; `next` is the day agreed for another one. `talked` is true where someone answered questions in this call. */
export type EndedCall = {
  readonly as: CallEnd;
  readonly talked: boolean;
  readonly next?: IsoDate;
  readonly note?: string;
};

const attemptOf = (talk: Talk, { as, talked, next, note }: EndedCall): CallAttempt => ({
  ...talk,
  outcome:
    as === 'no-answer' || as === 'wrong-number' || as === 'refused'
      ? as
      : as === 'call-back' && !talked
        ? 'call-back'
        : 'talked',
  ...(next === undefined ? {} : { next }),
  ...(note === undefined || note === '' ? {} : { note }),
});

/**
 * Ends a call: the attempt of this talk gets its outcome, note and next day. Unreachable is refused (`unreachable-…`) before the
 * programme's number of attempts, and makes no attempt of its own.
 */
export const endCall = (key: CallKey, talk: Talk, end: EndedCall): Promise<Result<FollowUp, Failure>> =>
  change(key, { code: 'follow-up-ended' }, (followUp, { rules }) => {
    if (end.as === 'unreachable') return markUnreachable(followUp, rules);
    const earlier = { ...followUp, attempts: followUp.attempts.filter(({ at }) => at !== talk.at) };
    const tried = recordAttempt(earlier, attemptOf(talk, end));
    if (!tried.ok || (end.as !== 'opted-out' && end.as !== 'deceased')) return tried;
    return ok(endFollowUp(tried.value, end.as));
  });

/** Closes the interview as complete; fails with `answers-missing` where a needed question is open. The note stays with the attempt. */
export const finishInterview = (
  key: CallKey,
  talk: Talk,
  end: InterviewEnd,
  note: string,
): Promise<Result<FollowUp, Failure>> =>
  change(key, { code: 'follow-up-complete' }, (followUp, { baseline }) => {
    const talked = withTalk(followUp, talk);
    if (!talked.ok) return talked;
    const attempts = talked.value.attempts.map((attempt) =>
      attempt.at === talk.at && note !== '' ? { ...attempt, note } : attempt,
    );
    return completeInterview({ ...talked.value, attempts }, end, baseline?.activity);
  });

/** Records whether follow-up calls are welcome. */
export const saveCallConsent = async (
  enrolmentId: EnrolmentId,
  consentCalls: boolean,
): Promise<Result<unknown, Failure>> =>
  commit({ code: consentCalls ? 'calls-agreed' : 'calls-declined' }, async () => {
    const enrolment = await getRecord('enrolments', enrolmentId);
    return enrolment === undefined
      ? []
      : [{ table: 'enrolments' as const, id: enrolment.id, next: { ...enrolment, consentCalls } }];
  });
