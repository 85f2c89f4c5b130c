import type { AnswerValue } from '#shared/domain/follow-ups.ts';
import type { DesignedQuestion } from '#shared/domain/questionnaire-design.ts';
import { textIn } from '#shared/domain/questionnaire-design.ts';
import { useText } from '#renderer/ui/text.tsx';

/** Puts an answer into the words of the screen: the choices by their labels, a day as a date. */
export const useAnswerWords = (): ((question: DesignedQuestion, answer: AnswerValue | undefined) => string) => {
  const { language, formatDate, formatNumber } = useText();
  return (question, answer) => {
    if (answer === undefined) return '';
    const label = (value: string): string => {
      const choice = question.choices?.find((each) => each.value === value);
      return choice === undefined ? value : textIn(choice.label, language);
    };
    if (typeof answer === 'number') return formatNumber(answer);
    if (typeof answer === 'object') return answer.map(label).join(', ');
    return question.kind === 'date' ? formatDate(answer) : label(answer);
  };
};
