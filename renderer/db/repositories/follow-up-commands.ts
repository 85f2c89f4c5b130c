import type { Award } from '#shared/domain/awards.ts';
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
import { circumstancesOf, followUpId } from '#shared/domain/follow-up-waves.ts';
import { withdrawConsent } from '#shared/domain/consents.ts';
import type { AnswerSource, AnswerValue, CallAttempt, FollowUp } from '#shared/domain/follow-ups.ts';
import type { EnrolmentId } from '#shared/domain/ids.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';
import type { Asking } from '#shared/domain/questionnaire.ts';
import type { WaveRules } from '#shared/domain/follow-up-waves.ts';
import type { IsoDate, IsoInstant } from '#shared/lib/dates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { getRecord, listByPerson } from '../records.ts';
import type { RecordChange } from '../write-path.ts';
import { commit } from '../write-path.ts';
import { callFlags } from './consents.ts';
import { questionnaireOf } from './questionnaires.ts';

/** Names one interview. */
export type CallKey = { readonly enrolmentId: EnrolmentId; readonly waveId: string };

/** The attempt during which something is recorded: one talk makes one attempt, however many answers it brings. */
export type Talk = { readonly at: IsoInstant; readonly by: string };

type Circumstance = { readonly asking: Asking; readonly rules: WaveRules };
type Edit = (followUp: FollowUp, circumstance: Circumstance) => Result<FollowUp, Failure>;

/** Why nothing more may be recorded: the person has died, or does not want follow-up calls (any more). */
const refusalOf = (
  award: Award,
  { enrolment, person, others }: Known,
): Failure<'follow-up-deceased' | 'follow-up-opted-out'> | undefined => {
  const { deceased, optedOut, consentCalls } = circumstancesOf(enrolment, others, person);
  if (deceased) return { code: 'follow-up-deceased', details: { name: award.name } };
  return optedOut || consentCalls === false
    ? { code: 'follow-up-opted-out', details: { name: award.name } }
    : undefined;
};

type Known = {
  readonly enrolment: Enrolment | undefined;
  /** Of the person in every cohort. */
  readonly enrolments: readonly Enrolment[];
  readonly person: Person | undefined;
  readonly others: readonly FollowUp[];
};

const readKnown = async (award: Award, id: FollowUp['id']): Promise<Known> => {
  const [enrolments, person, followUps] = await Promise.all([
    listByPerson('enrolments', award.personId),
    getRecord('people', award.personId),
    listByPerson('followUps', award.personId),
  ]);
  const enrolment = enrolments.find((each) => each.id === award.id);
  return {
    enrolment,
    enrolments,
    person,
    others: followUps.filter((each) => each.enrolmentId === award.id && each.id !== id),
  };
};

/** What else an edit of an interview changes, such as the person. */
type Beside = (award: Award, known: Known) => readonly RecordChange[];

/**
 * Reads, edits and writes one interview while no other write can happen; a refused edit writes nothing. Refused also where the person has died or opted
 * out in another wave.
 */
const change = async (
  { enrolmentId, waveId }: CallKey,
  why: Reason,
  edit: Edit,
  beside: Beside = () => [],
): Promise<Result<FollowUp, Failure>> => {
  const made: { result: Result<FollowUp, Failure> } = { result: fail('no-such-alumnus') };
  const saved = await commit(why, async () => {
    const id = followUpId(enrolmentId, waveId);
    const [award, before] = await Promise.all([getRecord('awards', enrolmentId), getRecord('followUps', id)]);
    const cohort = award && (await getRecord('cohorts', award.cohortId));
    const programme = cohort && (await getRecord('programmes', cohort.programmeId));
    if (award === undefined || programme === undefined) return [];
    const [known, design] = await Promise.all([readKnown(award, id), questionnaireOf(before)]);
    const refusal = refusalOf(award, known);
    if (refusal !== undefined) {
      made.result = { ok: false, error: refusal };
      return [];
    }
    const asking = { design, baseline: known.enrolment?.baseline?.activity };
    made.result = edit(before ?? newFollowUp(award, waveId), { asking, rules: programme.rules });
    if (!made.result.ok) return [];
    return [{ table: 'followUps' as const, id, next: made.result.value }, ...beside(award, known)];
  });
  return saved.ok ? made.result : saved;
};

const withTalk = (followUp: FollowUp, talk: Talk): Result<FollowUp, Failure> =>
  followUp.attempts.some(({ at }) => at === talk.at)
    ? ok(followUp)
    : recordAttempt(followUp, { ...talk, outcome: 'talked' });

/**
 * Saves one answer (`null`: does not say; `undefined`: taken back) with who gives it, and with the first one the attempt. One answer is one change set.
 */
export const saveAnswer = (
  key: CallKey,
  talk: Talk,
  questionId: string,
  answer: AnswerValue | null | undefined,
  source: AnswerSource,
): Promise<Result<FollowUp, Failure>> =>
  change(key, { code: 'follow-up-answered' }, (followUp, { asking }) => {
    const talked = withTalk(followUp, talk);
    return talked.ok ? recordAnswer({ ...talked.value, source }, questionId, answer, asking) : talked;
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
  /** Who gave the answers of this call. */
  readonly source: AnswerSource;
  readonly next?: IsoDate;
  /** The time of day agreed, "HH:MM". */
  readonly nextTime?: string;
  readonly note?: string;
};

const attemptOf = (talk: Talk, { as, talked, next, nextTime, note }: EndedCall): CallAttempt => ({
  ...talk,
  outcome:
    as === 'no-answer' || as === 'wrong-number' || as === 'refused'
      ? as
      : as === 'call-back' && !talked
        ? 'call-back'
        : 'talked',
  ...(next === undefined ? {} : { next }),
  ...(next === undefined || nextTime === undefined || nextTime === '' ? {} : { nextTime }),
  ...(note === undefined || note === '' ? {} : { note }),
});

/** A death is told of a person, not of an interview: it ends the calls of every wave and every cohort. */
const withDeath = ({ person }: Known, on: IsoDate): readonly RecordChange[] =>
  person === undefined ? [] : [{ table: 'people', id: person.id, next: { ...person, deceasedOn: on } }];

/** An opt-out takes the consent to follow-up calls back, so that no list of any kind has the person on it any more. */
const withOptOut = ({ person, enrolments }: Known, on: IsoDate): readonly RecordChange[] =>
  person === undefined
    ? []
    : [
        { table: 'people', id: person.id, next: withdrawConsent(person, 'follow-up-calls', { on, how: 'spoken' }) },
        ...callFlags(enrolments, false),
      ];

/**
 * Ends a call: the attempt of this talk gets its outcome, note and next day. Unreachable is refused (`unreachable-…`) before the
 * programme's number of attempts, and makes no attempt of its own.
 */
export const endCall = (key: CallKey, talk: Talk, end: EndedCall): Promise<Result<FollowUp, Failure>> =>
  change(
    key,
    { code: 'follow-up-ended' },
    (followUp, { rules }) => {
      if (end.as === 'unreachable') return markUnreachable(followUp, rules);
      const attempts = followUp.attempts.filter(({ at }) => at !== talk.at);
      const earlier = { ...followUp, attempts, ...(end.talked ? { source: end.source } : {}) };
      const tried = recordAttempt(earlier, attemptOf(talk, end));
      if (!tried.ok || (end.as !== 'opted-out' && end.as !== 'deceased')) return tried;
      return ok(endFollowUp(tried.value, end.as));
    },
    (_award, known) => {
      const on = talk.at.slice(0, 10);
      if (end.as === 'opted-out') return withOptOut(known, on);
      return end.as === 'deceased' ? withDeath(known, on) : [];
    },
  );

/** Closes the interview as complete; fails with `answers-missing` where a needed question is open. The note stays with the attempt. */
export const finishInterview = (
  key: CallKey,
  talk: Talk,
  end: InterviewEnd,
  note: string,
): Promise<Result<FollowUp, Failure>> =>
  change(key, { code: 'follow-up-complete' }, (followUp, { asking }) => {
    const talked = withTalk(followUp, talk);
    if (!talked.ok) return talked;
    const attempts = talked.value.attempts.map((attempt) =>
      attempt.at === talk.at && note !== '' ? { ...attempt, note } : attempt,
    );
    return completeInterview({ ...talked.value, attempts }, end, asking);
  });
