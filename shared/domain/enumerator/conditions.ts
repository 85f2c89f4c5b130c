import type { DesignedQuestion, QuestionCondition, QuestionnaireDesign } from '../questionnaire-design.ts';
import { baselineName, textIn } from '../questionnaire-design.ts';
import { standardQuestion } from '../questionnaire-standard.ts';
import { questionOf } from '../questionnaire.ts';
import type { QuestionnaireLanguage } from '../questionnaire-design.ts';
import { enumeratorWords } from './words.ts';

const subjectOf = (design: QuestionnaireDesign, id: string): DesignedQuestion | undefined =>
  id === baselineName ? (questionOf(design, 'activity') ?? standardQuestion('activity')) : questionOf(design, id);

const inWords = (
  condition: QuestionCondition,
  design: QuestionnaireDesign,
  language: QuestionnaireLanguage,
): readonly string[] => {
  const say = enumeratorWords(language);
  const subject = subjectOf(design, condition.question);
  const question = condition.question === baselineName ? say('baseline') : textIn(subject?.short, language);
  const label = (value: string): string =>
    textIn(subject?.choices?.find((choice) => choice.value === value)?.label, language) || value;
  const { is, atLeast, atMost } = condition;
  return [
    ...(is === undefined
      ? []
      : [say('isOneOf', { question, values: is.map((value) => `“${label(value)}”`).join(` ${say('or')} `) })]),
    ...(atLeast === undefined ? [] : [say('atLeast', { question, value: atLeast })]),
    ...(atMost === undefined ? [] : [say('atMost', { question, value: atMost })]),
  ];
};

/** When a question is asked, in words of one language; empty where it is always asked. */
export const conditionText = (
  { when = [] }: Pick<DesignedQuestion, 'when'>,
  design: QuestionnaireDesign,
  language: QuestionnaireLanguage,
): string =>
  when.flatMap((condition) => inWords(condition, design, language)).join(` ${enumeratorWords(language)('and')} `);
