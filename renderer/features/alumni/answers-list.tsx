import type { ReactNode } from 'react';
import { answerTo } from '#shared/domain/questionnaire.ts';
import type { DesignedQuestion } from '#shared/domain/questionnaire-design.ts';
import { stepsOf, textIn } from '#shared/domain/questionnaire-design.ts';
import type { GlyphName } from '#renderer/ui/icon.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { useAnswerWords } from './answer-words.ts';
import type { Interview } from '#renderer/ui/interview/question-steps.ts';
import { isOpenedByBaseline, isSettled, nearby } from '#renderer/ui/interview/question-steps.ts';

type Line = {
  readonly question: DesignedQuestion;
  readonly glyph: GlyphName;
  readonly tone: string;
  readonly words: string;
  readonly known: boolean;
};

const useSaid = (interview: Interview): ((question: DesignedQuestion) => string) => {
  const { t } = useText();
  const answerWords = useAnswerWords();
  return (question) =>
    interview.declined.includes(question.id)
      ? t('questionnaire.none.label')
      : answerWords(question, answerTo(interview.answers, question.id));
};

const useLines = (question: DesignedQuestion, interview: Interview): readonly Line[] => {
  const { t } = useText();
  const said = useSaid(interview);
  const { before, after } = nearby(question, interview);
  const later = (each: DesignedQuestion, index: number): Line => {
    if (isSettled(each, interview))
      return { question: each, glyph: 'pass', tone: 't-ok', words: said(each), known: true };
    if (isOpenedByBaseline(each)) {
      const [from, to] = [interview.baseline, interview.answers.activity];
      const words = t('alumni.call.opened', {
        from: from === undefined ? '' : t(`questionnaire.activity.choice.${from}`),
        to: to === undefined ? '' : t(`questionnaire.activity.choice.${to}`),
      });
      return { question: each, glyph: 'flag', tone: 't-accent', words, known: false };
    }
    return {
      question: each,
      glyph: 'ring',
      tone: 'quiet',
      words: index === 0 ? t('alumni.call.comesNext') : '',
      known: false,
    };
  };
  return [
    ...before.map((each): Line => ({
      question: each,
      glyph: 'pass',
      tone: 't-ok',
      words: said(each),
      known: true,
    })),
    ...after.map(later),
  ];
};

type AnswersListProps = {
  readonly question: DesignedQuestion;
  readonly interview: Interview;
  readonly onGo: (id: string) => void;
};

/** What was answered, and what comes next; a settled question can be gone back to. */
export const AnswersList = ({ question, interview, onGo }: AnswersListProps): ReactNode => {
  const { t, language } = useText();
  const steps = stepsOf(interview.design);
  const name = ({ id, short }: DesignedQuestion): string => `${steps.get(id) ?? ''} ${textIn(short, language)}`;
  return (
    <dl className="ans" aria-label={t('alumni.call.answers')}>
      {useLines(question, interview).map((line) => (
        <div key={line.question.id}>
          <dt className="cut">
            <span className={line.tone}>
              <Glyph name={line.glyph} />
            </span>
            {line.known ? (
              <button type="button" className="go" onClick={() => onGo(line.question.id)}>
                {name(line.question)}
              </button>
            ) : (
              name(line.question)
            )}
          </dt>
          <dd className={line.known ? 'cut' : 'cut second plain'}>{line.words}</dd>
        </div>
      ))}
    </dl>
  );
};
