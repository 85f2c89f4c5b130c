import type { ReactNode } from 'react';
import { activities } from '#shared/domain/people.ts';
import type { DesignedQuestion, QuestionCondition, QuestionnaireDesign } from '#shared/domain/questionnaire-design.ts';
import { baselineName, stepsOf, textIn } from '#shared/domain/questionnaire-design.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { CheckField, SelectField, TextField } from '#renderer/ui/field.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';

type ConditionsProps = {
  readonly question: DesignedQuestion;
  readonly design: QuestionnaireDesign;
  readonly onChange: (next: DesignedQuestion) => void;
};

type Choice = { readonly value: string; readonly label: string };

/** What a condition can look at: the activity at enrolment, and the earlier questions that are not answered in words or days. */
const useSubjects = ({ question, design }: ConditionsProps) => {
  const { t, language } = useText();
  const steps = stepsOf(design);
  const at = design.questions.findIndex(({ id }) => id === question.id);
  const earlier = design.questions.slice(0, at).filter(({ kind }) => kind !== 'text' && kind !== 'date');
  const options = [
    { value: baselineName, label: t('questionnaires.baseline') },
    ...earlier.map(({ id, short }) => ({ value: id, label: `${steps.get(id) ?? ''} ${textIn(short, language)}` })),
  ];
  const choicesOf = (id: string): readonly Choice[] =>
    id === baselineName
      ? activities.map((value) => ({ value, label: t(`questionnaire.activity.choice.${value}`) }))
      : (design.questions.find((each) => each.id === id)?.choices ?? []).map(({ value, label }) => ({
          value,
          label: textIn(label, language) || value,
        }));
  return { options, choicesOf };
};

const ConditionLine = ({
  condition,
  choices,
  subject,
  onChange,
  onRemove,
}: {
  readonly condition: QuestionCondition;
  readonly choices: readonly Choice[];
  readonly subject: string;
  readonly onChange: (next: QuestionCondition) => void;
  readonly onRemove: () => void;
}): ReactNode => {
  const { t } = useText();
  const { is = [] } = condition;
  const set = (end: 'atLeast' | 'atMost') => (text: string) => {
    const { [end]: _before, ...rest } = condition;
    onChange(text.trim() === '' || Number.isNaN(Number(text)) ? rest : { ...rest, [end]: Number(text) });
  };
  return (
    <li role="group" aria-label={t('questionnaires.onlyIf', { subject })}>
      <b>{t('questionnaires.onlyIf', { subject })}</b>
      <IconButton label={t('questionnaires.removeCondition', { subject })} onClick={onRemove}>
        <Icon name="close" />
      </IconButton>
      <div className="condition-values">
        {choices.length === 0
          ? (['atLeast', 'atMost'] as const).map((end) => (
              <TextField
                key={end}
                label={t(`questionnaires.${end}`)}
                type="number"
                value={condition[end] === undefined ? '' : String(condition[end])}
                onChange={set(end)}
              />
            ))
          : choices.map(({ value, label }) => (
              <CheckField
                key={value}
                label={label}
                checked={is.includes(value)}
                // The last value stays: a condition that nothing fulfils would hide the question for ever.
                disabled={is.length === 1 && is.includes(value)}
                onChange={(on) =>
                  onChange({ ...condition, is: on ? [...is, value] : is.filter((each) => each !== value) })
                }
              />
            ))}
      </div>
    </li>
  );
};

/** When a question is asked: only where all of its conditions hold; without any, always. */
export const Conditions = (props: ConditionsProps): ReactNode => {
  const { question, onChange } = props;
  const { t } = useText();
  const { options, choicesOf } = useSubjects(props);
  const { when = [] } = question;
  const set = (next: readonly QuestionCondition[]): void => {
    const { when: _before, ...rest } = question;
    onChange(next.length === 0 ? rest : { ...rest, when: [...next] });
  };
  const free = options.filter(({ value }) => !when.some((condition) => condition.question === value));
  return (
    <section className="conditions" aria-labelledby="conditions-title">
      <h2 id="conditions-title">{t('questionnaires.conditions')}</h2>
      {when.length === 0 && <p className="second">{t('questionnaires.always')}</p>}
      <ul>
        {when.map((condition, at) => (
          <ConditionLine
            key={condition.question}
            condition={condition}
            choices={choicesOf(condition.question)}
            subject={options.find(({ value }) => value === condition.question)?.label ?? condition.question}
            onChange={(next) => set(when.map((each, index) => (index === at ? next : each)))}
            onRemove={() => set(when.filter((_, index) => index !== at))}
          />
        ))}
      </ul>
      {free.length > 0 && when.length < 6 && (
        <SelectField
          label={t('questionnaires.addCondition')}
          value=""
          onChange={(value) => {
            const choices = choicesOf(value);
            if (value === '') return;
            set([
              ...when,
              choices[0] === undefined ? { question: value, atLeast: 1 } : { question: value, is: [choices[0].value] },
            ]);
          }}
          options={[{ value: '', label: t('questionnaires.choose') }, ...free]}
        />
      )}
    </section>
  );
};
