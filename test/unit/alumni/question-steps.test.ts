import { describe, expect, it } from 'vitest';
import { questionOf } from '#shared/domain/questionnaire.ts';
import type { Question } from '#shared/domain/questionnaire.ts';
import type { QuestionId } from '#shared/domain/follow-ups.ts';
import type { Interview } from '#renderer/features/alumni/question-steps.ts';
import {
  choiceOfKey,
  nearby,
  nextQuestion,
  openingQuestion,
  previousQuestion,
  stepStates,
} from '#renderer/features/alumni/question-steps.ts';

const question = (id: QuestionId): Question => {
  const found = questionOf(id);
  if (found === undefined) throw new Error(`no question ${id}`);
  return found;
};

const interview = (answers: Interview['answers'], declined: Interview['declined'] = []): Interview => ({
  answers,
  declined,
  baseline: 'unpaid-volunteer',
});

describe('the way through an interview', () => {
  it('asks where they are now only of those who moved', () => {
    expect(nextQuestion('sameCommunity', interview({ sameCommunity: 'no' }))?.id).toBe('newCommunity');
    expect(nextQuestion('sameCommunity', interview({ sameCommunity: 'yes' }))?.id).toBe('activity');
  });

  it('leaps over the questions about work where there is none', () => {
    expect(nextQuestion('activity', interview({ activity: 'seeking-work' }))?.id).toBe('askedToLead');
  });

  it('goes back over the same leap', () => {
    expect(previousQuestion('askedToLead', interview({ activity: 'seeking-work' }))?.id).toBe('activity');
  });

  it('has nothing before the first and nothing after the last question', () => {
    expect(previousQuestion('sameCommunity', interview({}))).toBeUndefined();
    expect(nextQuestion('mayCallAgain', interview({}))).toBeUndefined();
  });

  it('goes on at the first question that is neither answered nor declined', () => {
    expect(openingQuestion(interview({ sameCommunity: 'yes' }, ['activity']))?.id).toBe('askedToLead');
  });
});

describe('the numbers above the question', () => {
  it('tells done, now, skipped and open apart', () => {
    const states = stepStates(question('activity'), interview({ sameCommunity: 'yes', activity: 'seeking-work' }));
    expect(states.map(({ state }) => state)).toEqual([
      'done',
      'now',
      'skipped',
      'skipped',
      'skipped',
      'skipped',
      'open',
      'open',
      'skipped',
      'open',
    ]);
  });

  it('calls nothing skipped while the main activity is not known', () => {
    expect(stepStates(question('sameCommunity'), interview({})).map(({ state }) => state)).not.toContain('skipped');
  });

  it('skips the question about the change where there was no volunteer to begin with', () => {
    const states = stepStates(question('sameCommunity'), { answers: {}, declined: [], baseline: 'paid-employee' });
    expect(states.filter(({ state }) => state === 'skipped').map(({ step }) => step)).toEqual([9]);
  });

  it('counts a declined question as done', () => {
    const [first] = stepStates(question('activity'), interview({}, ['sameCommunity']));
    expect(first?.state).toBe('done');
  });
});

describe('the lines below the question', () => {
  it('shows what comes next, and the question that the change to paid work has opened', () => {
    const { before, after } = nearby(
      question('activity'),
      interview({ sameCommunity: 'yes', activity: 'paid-employee' }),
    );
    expect(before.map(({ id }) => id)).toEqual(['sameCommunity']);
    expect(after.map(({ id }) => id)).toEqual(['employer', 'sector', 'becauseOfCourse']);
  });
});

describe('number keys', () => {
  it('choose in the order of the answers, and 0 is "does not say"', () => {
    expect([
      choiceOfKey(question('activity'), '1'),
      choiceOfKey(question('activity'), '7'),
      choiceOfKey(question('activity'), '0'),
    ]).toEqual(['paid-employee', 'not-seeking', null]);
  });

  it('choose nothing where there is no such answer or the answer is written', () => {
    expect([
      choiceOfKey(question('activity'), '8'),
      choiceOfKey(question('employer'), '1'),
      choiceOfKey(question('activity'), 'a'),
    ]).toEqual([undefined, undefined, undefined]);
  });
});
