import type { ReactNode } from 'react';
import { useState } from 'react';
import type { AnswerValue } from '#shared/domain/follow-ups.ts';
import { longestAnswer } from '#shared/domain/follow-up-calls.ts';
import { answerTo } from '#shared/domain/questionnaire.ts';
import type { DesignedQuestion } from '#shared/domain/questionnaire-design.ts';
import { useText } from '../text.tsx';
import type { Put } from './question-steps.ts';

/** What was typed as an answer; a number is read with a decimal comma as well as with a point. */
const read = ({ kind }: DesignedQuestion, typed: string): AnswerValue | undefined => {
  const text = typed.trim();
  if (text === '') return undefined;
  return kind === 'number' ? Number(text.replace(',', '.')) : text;
};

/** An answer in words, a number or a day; Enter saves it and goes on. */
export const Written = ({ question, interview, onAnswer, onNext, onBack }: Put): ReactNode => {
  const { t } = useText();
  const before = answerTo(interview.answers, question.id);
  const [text, setText] = useState(before === undefined ? '' : String(before));
  const declined = interview.declined.includes(question.id);
  const save = (): void => {
    const answer = read(question, text);
    if (answer !== before && !(answer === undefined && declined)) onAnswer(question.id, answer);
  };
  return (
    <div className="written">
      <input
        className="field"
        type={question.kind === 'date' ? 'date' : 'text'}
        inputMode={question.kind === 'number' ? 'decimal' : undefined}
        aria-labelledby="say"
        aria-describedby="written-hint"
        value={text}
        maxLength={longestAnswer}
        onChange={(event) => setText(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          save();
          (event.key === 'Enter' ? onNext : onBack)();
        }}
      />
      <p id="written-hint" className="quiet">
        {t(question.kind === 'text' ? 'alumni.call.writtenHint' : 'alumni.call.valueHint')}
      </p>
      {question.required && (
        <button
          type="button"
          className="btn small"
          aria-pressed={declined}
          onClick={() => {
            setText('');
            onAnswer(question.id, null);
          }}
        >
          {t('questionnaire.none.label')}
        </button>
      )}
    </div>
  );
};
