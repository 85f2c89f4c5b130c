import type { ReactNode } from 'react';
import type { QuestionId } from '#shared/domain/follow-ups.ts';
import { message } from '#shared/domain/message.ts';
import type { Question } from '#shared/domain/questionnaire.ts';
import type { GlyphName } from '#renderer/ui/icon.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Interview } from './question-steps.ts';
import { nearby } from './question-steps.ts';

type Line = {
  readonly question: Question;
  readonly glyph: GlyphName;
  readonly tone: string;
  readonly words: string;
  readonly known: boolean;
};

const useAnswerWords = (interview: Interview): ((question: Question) => string) => {
  const { t, say } = useText();
  return (question) => {
    if (interview.declined.includes(question.id)) return t('questionnaire.none.label');
    const answer = interview.answers[question.id];
    const choice = question.choices.find(({ value }) => value === answer);
    return choice === undefined ? (answer ?? '') : say(message(choice.labelKey));
  };
};

const useLines = (question: Question, interview: Interview): readonly Line[] => {
  const { t } = useText();
  const answerWords = useAnswerWords(interview);
  const { before, after } = nearby(question, interview);
  const settled = (each: Question): boolean =>
    interview.answers[each.id] !== undefined || interview.declined.includes(each.id);
  const later = (each: Question, index: number): Line => {
    if (settled(each)) return { question: each, glyph: 'pass', tone: 't-ok', words: answerWords(each), known: true };
    if (each.condition === 'converted') {
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
      words: answerWords(each),
      known: true,
    })),
    ...after.map(later),
  ];
};

type AnswersListProps = {
  readonly question: Question;
  readonly interview: Interview;
  readonly onGo: (id: QuestionId) => void;
};

/** What was answered, and what comes next; a settled question can be gone back to. */
export const AnswersList = ({ question, interview, onGo }: AnswersListProps): ReactNode => {
  const { t, say } = useText();
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
                {line.question.step} {say(message(line.question.shortKey))}
              </button>
            ) : (
              <>
                {line.question.step} {say(message(line.question.shortKey))}
              </>
            )}
          </dt>
          <dd className={line.known ? 'cut' : 'cut second plain'}>{line.words}</dd>
        </div>
      ))}
    </dl>
  );
};
