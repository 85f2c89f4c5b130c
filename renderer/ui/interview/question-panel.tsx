import './interview.css';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { answerTo } from '#shared/domain/questionnaire.ts';
import type { DesignedQuestion, QuestionnaireLanguage } from '#shared/domain/questionnaire-design.ts';
import { stepsOf, textIn } from '#shared/domain/questionnaire-design.ts';
import { Button } from '../button.tsx';
import { Glyph, Icon } from '../icon.tsx';
import { useText } from '../text.tsx';
import type { Put } from './question-steps.ts';
import { chosen, pointsOf, stepStates } from './question-steps.ts';
import { useReading } from './use-reading.ts';
import { Written } from './written-answer.tsx';

/** The numbers of the questions, and where the call is. */
export const StepDots = ({ question, interview }: Pick<Put, 'question' | 'interview'>): ReactNode => {
  const { t } = useText();
  return (
    <ol className="dots" aria-label={t('alumni.call.steps')}>
      {stepStates(question, interview).map(({ step, state }) => (
        <li key={step} className={state} aria-current={state === 'now' ? 'step' : undefined}>
          {state === 'done' && <Glyph name="pass" />}
          {step}
          {(state === 'done' || state === 'skipped') && <span className="vh">{t(`alumni.call.step.${state}`)}</span>}
        </li>
      ))}
    </ol>
  );
};

type Option = {
  readonly value: string | number | null;
  readonly label: string;
  readonly hint: string;
  readonly key: number;
};

const optionsOf = (question: DesignedQuestion, reading: string): readonly Option[] =>
  question.kind === 'scale'
    ? pointsOf(question).map((point) => ({ value: point, label: String(point), hint: '', key: point }))
    : (question.choices ?? []).map(({ value, label, hint }, index) => ({
        value,
        label: textIn(label, reading),
        hint: textIn(hint, reading),
        key: index + 1,
      }));

const Options = ({
  question,
  interview,
  onAnswer,
  reading,
}: Omit<Put, 'onNext' | 'onBack'> & { readonly reading: QuestionnaireLanguage }): ReactNode => {
  const { t } = useText();
  const { answers, declined } = interview;
  const answer = answerTo(answers, question.id);
  const several = question.kind === 'multiple';
  const none = { value: null, label: t('questionnaire.none.label'), hint: t('questionnaire.none.hint'), key: 0 };
  const options: readonly Option[] = [...optionsOf(question, reading), none];
  const isOn = ({ value }: Option): boolean => {
    if (value === null) return declined.includes(question.id);
    return typeof answer === 'object' ? answer.includes(String(value)) : answer === value;
  };
  return (
    <fieldset className={question.kind === 'scale' ? 'opts scale' : 'opts'} aria-labelledby="say">
      {options.map((option) => (
        <label key={option.key} className={options.length % 2 === 1 && option.value === null ? 'wide' : undefined}>
          <input
            type={several && option.value !== null ? 'checkbox' : 'radio'}
            name={question.id}
            checked={isOn(option)}
            onChange={() =>
              onAnswer(question.id, option.value === null ? null : chosen(question, answer, option.value))
            }
          />
          {option.key <= 9 ? <kbd>{option.key}</kbd> : <span />}
          <span lang={option.value === null ? undefined : reading}>
            {option.label}
            {option.hint !== '' && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
};

/** The question in words to read aloud, and its answers. */
export const QuestionPanel = (props: Put): ReactNode => {
  const { question, interview } = props;
  const { t } = useText();
  const { reading, others, change } = useReading(interview.design);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const choices = frame.current?.querySelectorAll<HTMLInputElement>('input');
    const target = [...(choices ?? [])].find((input) => input.checked) ?? choices?.[0];
    target?.focus();
  }, [question.id]);
  const steps = stepsOf(interview.design);
  const number = steps.get(question.id) ?? 0;
  return (
    <div className="q" ref={frame}>
      <div className="label">
        <span>{t('alumni.call.question', { number, of: Math.max(...steps.values()) })}</span>
        {others.map((language) => (
          <button key={language} type="button" className="read-in" lang={language} onClick={() => change(language)}>
            {t(`alumni.call.readIn.${language}`)}
          </button>
        ))}
      </div>
      <p className="say" id="say" lang={reading}>
        {t('alumni.call.quoted', { words: textIn(question.say, reading) })}
      </p>
      {question.kind === 'text' || question.kind === 'number' || question.kind === 'date' ? (
        <Written key={question.id} {...props} />
      ) : (
        <Options {...props} reading={reading} />
      )}
    </div>
  );
};

type StepButtonsProps = {
  readonly first: boolean;
  readonly last: boolean;
  readonly onNext: () => void;
  readonly onBack: () => void;
};

/** Back, and the one next step of a call. */
export const StepButtons = ({ first, last, onNext, onBack }: StepButtonsProps): ReactNode => {
  const { t } = useText();
  return (
    <div className="nav">
      <Button onClick={onBack} disabled={first}>
        <Icon name="left" /> {t('alumni.call.back')}
      </Button>
      <span className="quiet keys">{t('alumni.call.keys')}</span>
      <Button kind="first" className="push" onClick={onNext}>
        {t(last ? 'alumni.call.finish' : 'alumni.call.next')} <kbd>{t('alumni.call.enter')}</kbd>
      </Button>
    </div>
  );
};
