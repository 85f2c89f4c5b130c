import { describe, expect, it } from 'vitest';
import { questionOf } from '#shared/domain/questionnaire.ts';
import type { DesignedQuestion } from '#shared/domain/questionnaire-design.ts';
import { standardQuestionnaire } from '#shared/domain/questionnaire-standard.ts';
import type { Interview } from '#renderer/ui/interview/question-steps.ts';
import {
  answerOfKey,
  nearby,
  nextQuestion,
  openingQuestion,
  previousQuestion,
  stepStates,
} from '#renderer/ui/interview/question-steps.ts';

const question = (id: string): DesignedQuestion => {
  const found = questionOf(standardQuestionnaire, id);
  if (found === undefined) throw new Error(`no question ${id}`);
  return found;
};

const interview = (answers: Interview['answers'], declined: Interview['declined'] = []): Interview => ({
  answers,
  declined,
  baseline: 'unpaid-volunteer',
  design: standardQuestionnaire,
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
    const states = stepStates(question('sameCommunity'), { ...interview({}), baseline: 'paid-employee' });
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
      answerOfKey(question('activity'), '1', undefined),
      answerOfKey(question('activity'), '7', undefined),
      answerOfKey(question('activity'), '0', undefined),
    ]).toEqual(['paid-employee', 'not-seeking', null]);
  });

  it('choose nothing where there is no such answer or the answer is written', () => {
    expect([
      answerOfKey(question('activity'), '8', undefined),
      answerOfKey(question('employer'), '1', undefined),
      answerOfKey(question('activity'), 'a', undefined),
    ]).toEqual([undefined, undefined, undefined]);
  });

  it('add and take away where several may be chosen, and name the point of a scale', () => {
    const several: DesignedQuestion = { ...question('activity'), kind: 'multiple' };
    expect(answerOfKey(several, '2', ['paid-employee'])).toEqual(['paid-employee', 'self-employed']);
    expect(answerOfKey(several, '1', ['paid-employee', 'self-employed'])).toEqual(['self-employed']);
    const scale: DesignedQuestion = { id: 'own1', kind: 'scale', say: {}, short: {}, required: true, from: 1, to: 5 };
    expect([answerOfKey(scale, '5', undefined), answerOfKey(scale, '6', undefined)]).toEqual([5, undefined]);
  });
});
