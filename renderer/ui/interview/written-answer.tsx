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

const Hint = ({ kind, noSuchDay }: Pick<DesignedQuestion, 'kind'> & { readonly noSuchDay: boolean }): ReactNode => {
  const { t } = useText();
  const hint = t(kind === 'text' ? 'alumni.call.writtenHint' : 'alumni.call.valueHint');
  return (
    <p id="written-hint" className={noSuchDay ? 't-bad' : 'quiet'} role={noSuchDay ? 'alert' : undefined}>
      {noSuchDay ? t('ui.noSuchDay') : hint}
    </p>
  );
};

/** An answer in words, a number or a day; Enter saves it and goes on. */
export const Written = ({ question, interview, onAnswer, onNext, onBack }: Put): ReactNode => {
  const { t } = useText();
  const before = answerTo(interview.answers, question.id);
  const [text, setText] = useState(before === undefined ? '' : String(before));
  const [noSuchDay, setNoSuchDay] = useState(false);
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
        aria-invalid={noSuchDay}
        max={question.kind === 'date' ? '9999-12-31' : undefined}
        onChange={(event) => {
          setText(event.target.value);
          if (event.target.value !== '') setNoSuchDay(false);
        }}
        onBlur={(event) => {
          setNoSuchDay(event.target.validity.badInput);
          if (!event.target.validity.badInput) save();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          // A day that does not exist is no answer, and is not passed over either.
          if (event.currentTarget.validity.badInput) {
            setNoSuchDay(true);
            return;
          }
          save();
          (event.key === 'Enter' ? onNext : onBack)();
        }}
      />
      <Hint kind={question.kind} noSuchDay={noSuchDay} />
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
