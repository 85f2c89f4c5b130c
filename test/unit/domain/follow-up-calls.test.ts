import { describe, expect, it } from 'vitest';
import {
  completeInterview,
  endFollowUp,
  markUnreachable,
  missingQuestions,
  newFollowUp,
  recordAnswer,
  recordAttempt,
} from '#shared/domain/follow-up-calls.ts';
import type { CallAttempt, FollowUp, QuestionId } from '#shared/domain/follow-ups.ts';
import { asId } from '#shared/domain/ids.ts';
import type { CohortId, EnrolmentId, PersonId } from '#shared/domain/ids.ts';
import type { MainActivity } from '#shared/domain/people.ts';
import type { Asking } from '#shared/domain/questionnaire.ts';
import { askedQuestions } from '#shared/domain/questionnaire.ts';
import { standardQuestionnaire } from '#shared/domain/questionnaire-standard.ts';
import type { Result } from '#shared/lib/result.ts';

const rules = { waveDaysBefore: 30, waveDaysAfter: 90, attemptsBeforeUnreachable: 4 };
const fresh = newFollowUp(
  { id: asId<EnrolmentId>('e'), personId: asId<PersonId>('p'), cohortId: asId<CohortId>('c') },
  'm18',
);

const from = (baseline: MainActivity | undefined): Asking => ({ design: standardQuestionnaire, baseline });

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

const code = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);

const attempt = (at: string, outcome: CallAttempt['outcome'] = 'no-answer'): CallAttempt => ({
  at: `${at}:00.000Z`,
  outcome,
  by: 'Joyce',
});

const tried = (...times: readonly string[]): FollowUp =>
  times.reduce((record, at) => value(recordAttempt(record, attempt(at))), fresh);

const answered = (answers: readonly (readonly [QuestionId, string | null])[], baseline: MainActivity): FollowUp =>
  answers.reduce((record, [question, answer]) => value(recordAnswer(record, question, answer, from(baseline))), fresh);

describe('recordAttempt', () => {
  it('keeps every attempt in order of time', () => {
    const record = tried('2026-05-25T18:12', '2026-05-19T10:05');
    expect(record.status).toBe('attempted');
    expect(record.attempts.map(({ at }) => at.slice(0, 10))).toEqual(['2026-05-19', '2026-05-25']);
  });

  it('ends the wave at a refusal and takes nothing more', () => {
    const refused = value(recordAttempt(fresh, attempt('2026-05-19T10:05', 'refused')));
    expect(refused.status).toBe('refused');
    expect(code(recordAttempt(refused, attempt('2026-05-20T10:05')))).toBe('follow-up-closed');
    expect(code(recordAnswer(refused, 'sameCommunity', 'yes', from(undefined)))).toBe('follow-up-closed');
  });

  it('leaves an interview that was begun partial', () => {
    const begun = value(recordAnswer(fresh, 'sameCommunity', 'yes', from(undefined)));
    expect(value(recordAttempt(begun, attempt('2026-05-20T10:05'))).status).toBe('partial');
  });
});

describe('markUnreachable', () => {
  it('wants four attempts on four days and not all at one time of day', () => {
    expect(code(markUnreachable(tried('2026-05-01T08:00', '2026-05-02T12:00', '2026-05-03T18:00'), rules))).toBe(
      'unreachable-too-soon',
    );
    expect(
      code(
        markUnreachable(tried('2026-05-01T08:00', '2026-05-01T12:00', '2026-05-02T18:00', '2026-05-03T18:00'), rules),
      ),
    ).toBe('unreachable-same-day');
    expect(
      code(
        markUnreachable(tried('2026-05-01T18:00', '2026-05-02T18:30', '2026-05-03T18:10', '2026-05-04T17:45'), rules),
      ),
    ).toBe('unreachable-same-time');
    expect(
      value(
        markUnreachable(tried('2026-05-01T08:00', '2026-05-02T12:00', '2026-05-03T18:00', '2026-05-04T18:00'), rules),
      ).status,
    ).toBe('unreachable');
  });

  it('does not count a talk as a vain attempt', () => {
    const talked = value(
      recordAttempt(
        tried('2026-05-01T08:00', '2026-05-02T12:00', '2026-05-03T18:00'),
        attempt('2026-05-04T09:00', 'talked'),
      ),
    );
    expect(code(markUnreachable(talked, rules))).toBe('unreachable-too-soon');
  });

  it('opens again when someone calls after all', () => {
    const gone = value(
      markUnreachable(tried('2026-05-01T08:00', '2026-05-02T12:00', '2026-05-03T18:00', '2026-05-04T18:00'), rules),
    );
    expect(value(recordAttempt(gone, attempt('2026-05-09T09:00', 'talked'))).status).toBe('attempted');
  });
});

describe('recordAnswer', () => {
  it('asks "because of the course" only of those who went from volunteer to paid', () => {
    const paid = answered([['activity', 'paid-employee']], 'unpaid-volunteer');
    expect(askedQuestions(paid.answers, from('unpaid-volunteer')).map(({ id }) => id)).toContain('becauseOfCourse');
    expect(code(recordAnswer(paid, 'becauseOfCourse', 'yes', from('paid-employee')))).toBe('question-not-asked');
    expect(value(recordAnswer(paid, 'becauseOfCourse', 'yes', from('unpaid-volunteer'))).answers.becauseOfCourse).toBe(
      'yes',
    );
  });

  it('takes answers back that no longer apply after a correction', () => {
    const worked = answered(
      [
        ['activity', 'paid-employee'],
        ['employer', 'Clinic'],
        ['startedAfterCourse', 'after'],
        ['becauseOfCourse', null],
      ],
      'stipend-volunteer',
    );
    const corrected = value(recordAnswer(worked, 'activity', 'seeking-work', from('stipend-volunteer')));
    expect(corrected.answers).toEqual({ activity: 'seeking-work' });
    expect(corrected.declined).toBeUndefined();
  });

  it('keeps "does not say" apart from "no"', () => {
    const record = answered([['askedToLead', null]], 'paid-employee');
    expect(record.answers.askedToLead).toBeUndefined();
    expect(record.declined).toEqual(['askedToLead']);
    expect(value(recordAnswer(record, 'askedToLead', 'no', from('paid-employee')))).toMatchObject({
      answers: { askedToLead: 'no' },
    });
  });

  it('refuses an answer that is not one of the choices, and one that is too long', () => {
    expect(code(recordAnswer(fresh, 'sameCommunity', 'maybe', from(undefined)))).toBe('answer-not-a-choice');
    const moved = answered([['sameCommunity', 'no']], 'paid-employee');
    expect(code(recordAnswer(moved, 'newCommunity', 'x'.repeat(121), from(undefined)))).toBe('answer-too-long');
  });

  it('goes back to no answers when the only one is taken back', () => {
    const record = answered([['sameCommunity', 'yes']], 'paid-employee');
    expect(value(recordAnswer(record, 'sameCommunity', undefined, from(undefined)))).toMatchObject({
      answers: {},
      status: 'in-window',
    });
  });
});

describe('completeInterview', () => {
  const end = { on: '2026-05-25', interviewer: 'Joyce', source: 'self' } as const;
  const all: readonly (readonly [QuestionId, string | null])[] = [
    ['sameCommunity', 'yes'],
    ['activity', 'further-study'],
    ['askedToLead', null],
    ['courseHelped', 'yes'],
    ['furtherStudy', 'yes'],
    ['mayCallAgain', 'yes'],
  ];

  it('needs every question that applies, answered or declined', () => {
    const partial = answered(all.slice(0, 4), 'unpaid-volunteer');
    expect(partial.status).toBe('partial');
    expect(missingQuestions(partial, from('unpaid-volunteer')).map(({ id }) => id)).toEqual([
      'furtherStudy',
      'mayCallAgain',
    ]);
    expect(completeInterview(partial, end, from('unpaid-volunteer'))).toEqual({
      ok: false,
      error: { code: 'answers-missing', details: { count: 2, first: 'furtherStudy' } },
    });
    expect(value(completeInterview(answered(all, 'unpaid-volunteer'), end, from('unpaid-volunteer')))).toMatchObject({
      status: 'complete',
      completedOn: '2026-05-25',
      interviewer: 'Joyce',
      source: 'self',
    });
  });

  it('is partial again where a correction opens questions', () => {
    const complete = value(completeInterview(answered(all, 'unpaid-volunteer'), end, from('unpaid-volunteer')));
    const corrected = value(recordAnswer(complete, 'activity', 'paid-employee', from('unpaid-volunteer')));
    expect(corrected.status).toBe('partial');
    expect(corrected.completedOn).toBeUndefined();
    expect(value(recordAnswer(complete, 'askedToLead', 'yes', from('unpaid-volunteer'))).status).toBe('complete');
  });

  it('keeps what was answered when someone opts out', () => {
    expect(endFollowUp(answered(all.slice(0, 2), 'unpaid-volunteer'), 'opted-out')).toMatchObject({
      status: 'opted-out',
      answers: { sameCommunity: 'yes', activity: 'further-study' },
    });
  });
});
