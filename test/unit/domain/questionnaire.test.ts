import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeInterview, newFollowUp, recordAnswer } from '#shared/domain/follow-up-calls.ts';
import type { AnswerValue, FollowUp } from '#shared/domain/follow-ups.ts';
import { asId } from '#shared/domain/ids.ts';
import type { CohortId, EnrolmentId, PersonId } from '#shared/domain/ids.ts';
import { activities } from '#shared/domain/people.ts';
import { answerTo, askedQuestions, isAsked, questionnaire } from '#shared/domain/questionnaire.ts';
import type { DesignedQuestion, QuestionnaireDesign } from '#shared/domain/questionnaire-design.ts';
import { questionnaireLanguages, readQuestionnaire, stepsOf, textIn } from '#shared/domain/questionnaire-design.ts';
import {
  leftOut,
  missingByLanguage,
  questionnaireProblems,
  withMoved,
  withNewQuestion,
  withoutQuestion,
  withQuestion,
} from '#shared/domain/questionnaire-editing.ts';
import { standardQuestionnaire } from '#shared/domain/questionnaire-standard.ts';
import en from '../../../resources/locales/en/outcomes-domain.json' with { type: 'json' };
import fr from '../../../resources/locales/fr/outcomes-domain.json' with { type: 'json' };
import pt from '../../../resources/locales/pt/outcomes-domain.json' with { type: 'json' };

const fresh = newFollowUp(
  { id: asId<EnrolmentId>('e'), personId: asId<PersonId>('p'), cohortId: asId<CohortId>('c') },
  'm18',
);

const yesNo = [
  { value: 'yes', label: { en: 'Yes' } },
  { value: 'no', label: { en: 'No' } },
];
const own = (question: Partial<DesignedQuestion> & Pick<DesignedQuestion, 'id' | 'kind'>): DesignedQuestion => ({
  say: { en: question.id },
  short: { en: question.id },
  required: true,
  ...question,
});

const ours: QuestionnaireDesign = {
  ...standardQuestionnaire,
  name: 'own-test',
  version: 3,
  questions: [
    own({ id: 'radio', kind: 'single', choices: yesNo }),
    own({ id: 'topics', kind: 'multiple', choices: [...yesNo, { value: 'other', label: { en: 'Other' } }] }),
    own({ id: 'trust', kind: 'scale', from: 1, to: 5, when: [{ question: 'radio', is: ['yes'] }] }),
    own({ id: 'groups', kind: 'number', from: 0, to: 50, required: false }),
    own({ id: 'lastMet', kind: 'date', when: [{ question: 'groups', atLeast: 1 }], required: false }),
    ...standardQuestionnaire.questions,
  ],
};
const asking = { design: ours, baseline: 'unpaid-volunteer' } as const;

const said = (record: FollowUp, id: string, answer: AnswerValue | null | undefined): FollowUp => {
  const result = recordAnswer(record, id, answer, asking);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const codeOf = (id: string, answer: AnswerValue): string => {
  const result = recordAnswer(fresh, id, answer, asking);
  return result.ok ? 'ok' : result.error.code;
};

describe('the shipped questionnaire', () => {
  it('has ten steps, each question once, and no fault', () => {
    expect(Math.max(...stepsOf(standardQuestionnaire).values())).toBe(10);
    expect(questionnaireProblems(standardQuestionnaire)).toEqual([]);
  });

  it('speaks English, French, Portuguese and Swahili to the last choice', () => {
    expect(missingByLanguage(standardQuestionnaire)).toEqual({ en: 0, fr: 0, pt: 0, sw: 0 });
  });

  it.each([
    ['English', 'en', en.questionnaire],
    ['French', 'fr', fr.questionnaire],
    ['Portuguese', 'pt', pt.questionnaire],
  ] as const)('says in %s what stands in the lists and columns of the app', (_name, language, words) => {
    const labels = words as Readonly<Record<string, { short?: string; choice?: Readonly<Record<string, string>> }>>;
    for (const { id, choices } of questionnaire) {
      const question = standardQuestionnaire.questions.find((each) => each.id === id);
      expect(textIn(question?.short, language)).toBe(labels[id]?.short);
      for (const { value } of choices)
        expect(textIn(question?.choices?.find((choice) => choice.value === value)?.label, language)).toBe(
          labels[id]?.choice?.[value],
        );
    }
  });

  it('is read as it was written, and refused with the place of a fault', () => {
    expect(readQuestionnaire(JSON.parse(JSON.stringify(standardQuestionnaire)))).toEqual({
      ok: true,
      value: standardQuestionnaire,
    });
    const { questions } = standardQuestionnaire;
    expect(readQuestionnaire({ ...standardQuestionnaire, questions: [...questions, { id: 'X' }] })).toMatchObject({
      ok: false,
      error: { code: 'questionnaire-damaged', details: { where: expect.stringContaining('questions.13') as string } },
    });
  });
});

describe('questions of the programme’s own', () => {
  it('keep each kind of answer under their id, beside the standard ones', () => {
    const record = [
      ['radio', 'yes'],
      ['topics', ['other', 'yes', 'yes']],
      ['trust', 4],
      ['groups', 2],
      ['lastMet', '2026-02-28'],
      ['sameCommunity', 'yes'],
    ].reduce((before, [id, answer]) => said(before, id as string, answer as AnswerValue), fresh);
    expect(record.answers).toEqual({
      sameCommunity: 'yes',
      own: { radio: 'yes', topics: ['yes', 'other'], trust: 4, groups: 2, lastMet: '2026-02-28' },
    });
    expect(record.questionnaire).toEqual({ name: 'own-test', version: 3 });
  });

  it('refuse what does not fit their kind', () => {
    expect(codeOf('radio', 'maybe')).toBe('answer-not-a-choice');
    expect(codeOf('topics', ['yes', 'never'])).toBe('answer-not-a-choice');
    expect(codeOf('groups', 51)).toBe('answer-out-of-range');
    expect(codeOf('groups', Number.NaN)).toBe('answer-not-a-number');
    expect(codeOf('trust', 3)).toBe('question-not-asked');
    const open = said(said(fresh, 'radio', 'yes'), 'groups', 1);
    for (const [id, answer] of [
      ['trust', 2.5],
      ['trust', 6],
      ['lastMet', '2026-02-30'],
    ] as const)
      expect(recordAnswer(open, id, answer, asking).ok).toBe(false);
  });

  it('lose an answer whose condition no longer holds, down a chain of them', () => {
    const chain: QuestionnaireDesign = {
      ...ours,
      questions: [
        own({ id: 'one', kind: 'single', choices: yesNo }),
        own({ id: 'two', kind: 'single', choices: yesNo, when: [{ question: 'one', is: ['yes'] }] }),
        own({ id: 'three', kind: 'text', when: [{ question: 'two', is: ['yes'] }] }),
      ],
    };
    const by = { design: chain, baseline: undefined };
    const full = ['one', 'two', 'three'].reduce((record, id) => {
      const next = recordAnswer(record, id, 'yes', by);
      return next.ok ? next.value : record;
    }, fresh);
    expect(full.answers.own).toEqual({ one: 'yes', two: 'yes', three: 'yes' });
    const changed = recordAnswer(full, 'one', 'no', by);
    expect(changed.ok && changed.value.answers).toEqual({ own: { one: 'no' } });
  });

  it('hold an interview open until the required ones are answered or declined', () => {
    const end = { on: '2026-05-25', interviewer: 'Joyce', source: 'proxy' } as const;
    const missing = completeInterview(said(fresh, 'radio', 'no'), end, asking);
    expect(missing).toMatchObject({ ok: false, error: { code: 'answers-missing', details: { first: 'topics' } } });
  });

  it('never keep an answer to a question that is not asked, whatever is said in whatever order', () => {
    const saying = fc.oneof(
      fc.record({ id: fc.constant('activity'), answer: fc.constantFrom(...activities, null, undefined) }),
      fc.record({
        id: fc.constantFrom(
          'radio',
          'sameCommunity',
          'worksWithChildren',
          'promoted',
          'becauseOfCourse',
          'courseHelped',
        ),
        answer: fc.constantFrom('yes', 'no', null, undefined),
      }),
      fc.record({ id: fc.constantFrom('trust', 'groups'), answer: fc.constantFrom(0, 1, 5, null, undefined) }),
    );
    fc.assert(
      fc.property(
        fc.array(saying, { maxLength: 25 }),
        fc.constantFrom(...activities, undefined),
        (sayings, baseline) => {
          const record = sayings.reduce((before, { id, answer }) => {
            const next = recordAnswer(before, id, answer, { design: ours, baseline });
            return next.ok ? next.value : before;
          }, fresh);
          const kept = ours.questions.filter(({ id }) => answerTo(record.answers, id) !== undefined);
          expect(kept.filter((question) => !isAsked(question, record.answers, baseline))).toEqual([]);
          const asked = askedQuestions(record.answers, { design: ours, baseline }).map(({ id }) => id);
          expect((record.declined ?? []).filter((id) => !asked.includes(id))).toEqual([]);
        },
      ),
    );
  });
});

describe('editing a questionnaire', () => {
  const codes = (design: QuestionnaireDesign): readonly string[] =>
    questionnaireProblems(design).map(({ code }) => code);

  it('names a new question without words, one that looks ahead, and changed standard answers', () => {
    const added = withNewQuestion(standardQuestionnaire, 'activity', 'single');
    expect(questionnaireProblems(added.design)).toEqual([
      { code: 'no-words', question: 'own1' },
      { code: 'choice-no-words', question: 'own1' },
    ]);
    expect(added.design.questions[3]?.id).toBe('own1');
    expect(withNewQuestion(standardQuestionnaire, 'sameCommunity', 'text').design.questions[2]?.id).toBe('own1');
    const first = standardQuestionnaire.questions[0];
    expect(first?.id).toBe('sameCommunity');
    expect(codes(withMoved(standardQuestionnaire, 'newCommunity', -1))).toEqual(['condition-later']);
    expect(codes(withoutQuestion(standardQuestionnaire, 'sameCommunity'))).toEqual(['condition-unknown']);
    if (first !== undefined)
      expect(codes(withQuestion(standardQuestionnaire, { ...first, choices: yesNo.slice(0, 1) }))).toEqual([
        'standard-changed',
      ]);
  });

  it('takes other words and another order for a standard question', () => {
    const [first] = standardQuestionnaire.questions;
    expect(first).toBeDefined();
    if (first === undefined) return;
    const reworded = withQuestion(standardQuestionnaire, { ...first, say: { en: 'Are you still here?' } });
    expect(codes(reworded)).toEqual([]);
    expect(missingByLanguage(reworded)).toEqual({ en: 0, fr: 1, pt: 1, sw: 1 });
    expect(textIn(reworded.questions[0]?.say, 'sw')).toBe('Are you still here?');
  });

  it('says which indicators lose their question', () => {
    const shorter = withoutQuestion(standardQuestionnaire, 'furtherStudy');
    expect(leftOut(shorter, standardQuestionnaire).map(({ id }) => id)).toEqual(['furtherStudy']);
  });

  it('moves there and back to what it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.constantFrom(-1, 1), (at, by) => {
        const id = standardQuestionnaire.questions[at]?.id ?? '';
        const moved = withMoved(standardQuestionnaire, id, by === 1 ? 1 : -1);
        const back = moved === standardQuestionnaire ? moved : withMoved(moved, id, by === 1 ? -1 : 1);
        expect(back).toEqual(standardQuestionnaire);
      }),
    );
    expect(questionnaireLanguages).toHaveLength(4);
  });
});
