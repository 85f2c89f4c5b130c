import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { AnswerSource, QuestionId } from '#shared/domain/follow-ups.ts';
import { answerSources } from '#shared/domain/follow-ups.ts';
import type { Question } from '#shared/domain/questionnaire.ts';
import { longestAnswer } from '#shared/domain/follow-up-calls.ts';
import { message } from '#shared/domain/message.ts';
import { screenLanguages } from '#shared/domain/languages.ts';
import type { Language } from '#shared/domain/languages.ts';
import { loadTranslator } from '#shared/i18n/load-translator.ts';
import { sayMessage } from '#shared/i18n/make-translator.ts';
import type { Translator } from '#shared/i18n/make-translator.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Glyph, Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Interview } from './question-steps.ts';
import { stepStates } from './question-steps.ts';

type Put = {
  readonly question: Question;
  readonly interview: Interview;
  readonly onAnswer: (id: QuestionId, answer: string | null | undefined) => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
};

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

/** The translator for reading aloud: the screen's own, or that of another language where the alumnus speaks it better. */
const useReading = (): {
  readonly reading: Language;
  readonly translate: Translator;
  readonly change: (language: Language) => void;
} => {
  const { t, language } = useText();
  const [other, setOther] = useState<{ readonly language: Language; readonly translate: Translator }>();
  const change = (wanted: Language): void => {
    if (wanted === language) setOther(undefined);
    else void loadTranslator(wanted).then((translate) => setOther({ language: wanted, translate }));
  };
  return { reading: other?.language ?? language, translate: other?.translate ?? t, change };
};

const Options = ({
  question,
  interview,
  onAnswer,
  translate,
  reading,
}: Omit<Put, 'onNext' | 'onBack'> & { readonly translate: Translator; readonly reading: Language }): ReactNode => {
  const { t } = useText();
  const { answers, declined } = interview;
  const choices = [
    ...question.choices.map(({ value, labelKey, hintKey }, index) => ({ value, labelKey, hintKey, key: index + 1 })),
    { value: null, labelKey: 'questionnaire.none.label', hintKey: 'questionnaire.none.hint', key: 0 },
  ];
  return (
    <fieldset className="opts" aria-labelledby="say">
      {choices.map(({ value, labelKey, hintKey, key }) => (
        <label key={labelKey} className={choices.length % 2 === 1 && value === null ? 'wide' : undefined}>
          <input
            type="radio"
            name={question.id}
            checked={value === null ? declined.includes(question.id) : answers[question.id] === value}
            onChange={() => onAnswer(question.id, value)}
          />
          <kbd>{key}</kbd>
          <span lang={value === null ? undefined : reading}>
            {value === null ? t('questionnaire.none.label') : sayMessage(translate, message(labelKey))}
            {hintKey !== undefined && (
              <small>{value === null ? t('questionnaire.none.hint') : sayMessage(translate, message(hintKey))}</small>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
};

const Written = ({ question, interview, onAnswer, onNext, onBack }: Put): ReactNode => {
  const { t } = useText();
  const [text, setText] = useState(interview.answers[question.id] ?? '');
  const save = (): void => {
    if (text.trim() !== (interview.answers[question.id] ?? ''))
      onAnswer(question.id, text.trim() === '' ? undefined : text);
  };
  return (
    <div className="written">
      <input
        className="field"
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
        {t('alumni.call.writtenHint')}
      </p>
    </div>
  );
};

type Sourced = { readonly source: AnswerSource; readonly onSource: (source: AnswerSource) => void };

const Source = ({ source, onSource }: Sourced): ReactNode => {
  const { t } = useText();
  return (
    <label className="source">
      {t('alumni.source')}
      <select value={source} onChange={(event) => onSource(event.target.value as AnswerSource)}>
        {answerSources.map((each) => (
          <option key={each} value={each}>
            {t(`followUpStates.source.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
};

/** The question in words to read aloud, and its answers. */
export const QuestionPanel = ({ source, onSource, ...props }: Put & Sourced): ReactNode => {
  const { question } = props;
  const { t } = useText();
  const { reading, translate, change } = useReading();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const choices = frame.current?.querySelectorAll<HTMLInputElement>('input');
    const target = [...(choices ?? [])].find((input) => input.checked) ?? choices?.[0];
    target?.focus();
  }, [question.id]);
  const others = screenLanguages.filter((language) => language !== reading);
  return (
    <div className="q" ref={frame}>
      <div className="label">
        <span>{t('alumni.call.question', { number: question.step, of: 10 })}</span>
        {others.map((language) => (
          <button key={language} type="button" className="read-in" lang={language} onClick={() => change(language)}>
            {t(`alumni.call.readIn.${language}`)}
          </button>
        ))}
        <Source source={source} onSource={onSource} />
      </div>
      <p className="say" id="say" lang={reading}>
        {t('alumni.call.quoted', { words: sayMessage(translate, message(question.sayKey)) })}
      </p>
      {question.kind === 'text' ? (
        <Written key={question.id} {...props} />
      ) : (
        <Options {...props} translate={translate} reading={reading} />
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
