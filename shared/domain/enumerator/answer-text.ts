import type { AnswerValue, FollowUp, FollowUpAnswers } from '../follow-ups.ts';
import type { DesignedQuestion, QuestionnaireDesign, QuestionnaireLanguage } from '../questionnaire-design.ts';
import { textIn } from '../questionnaire-design.ts';
import { answerTo } from '../questionnaire.ts';
import { enumeratorWords } from './words.ts';

const labelOf = ({ choices = [] }: DesignedQuestion, value: string, language: QuestionnaireLanguage): string =>
  textIn(choices.find((choice) => choice.value === value)?.label, language) || value;

/** An answer as an enumerator reads and writes it; several choices stand apart by `; `, null is "does not say". */
export const answerText = (
  question: DesignedQuestion,
  answer: AnswerValue | null,
  language: QuestionnaireLanguage,
): string => {
  if (answer === null) return enumeratorWords(language)('none');
  if (typeof answer === 'number') return String(answer);
  if (typeof answer === 'object') return answer.map((value) => labelOf(question, value, language)).join('; ');
  return question.kind === 'single' ? labelOf(question, answer, language) : answer;
};

/** What is known of each question: the answer, or null where it was put and not answered. */
export type KnownAnswers = Readonly<Record<string, AnswerValue | null>>;

/** Everything answered or declined, by question id, in the order of the questionnaire. */
export const knownAnswers = (
  { questions }: QuestionnaireDesign,
  followUp: Pick<FollowUp, 'answers' | 'declined'> | undefined,
): KnownAnswers =>
  Object.fromEntries(
    questions.flatMap(({ id }) => {
      const answer = followUp === undefined ? undefined : answerTo(followUp.answers, id);
      const declined = followUp?.declined?.includes(id) === true ? null : undefined;
      const known = answer ?? declined;
      return known === undefined ? [] : [[id, known] as const];
    }),
  );

/** Answers of an earlier interview in one line: `Main activity: Self-employed; …`. */
export const answersLine = (
  answers: FollowUpAnswers,
  { questions }: QuestionnaireDesign,
  language: QuestionnaireLanguage,
): string =>
  questions
    .flatMap((question) => {
      const answer = answerTo(answers, question.id);
      return answer === undefined
        ? []
        : [`${textIn(question.short, language)}: ${answerText(question, answer, language)}`];
    })
    .join('; ');
