import type { ReactNode } from 'react';
import type {
  DesignedQuestion,
  QuestionKind,
  QuestionnaireDesign,
  QuestionTexts,
} from '#shared/domain/questionnaire-design.ts';
import { questionKinds, questionnaireLanguages } from '#shared/domain/questionnaire-design.ts';
import { partsOf } from '#shared/domain/questionnaire-editing.ts';
import { isStandard } from '#shared/domain/questionnaire-standard.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { CheckField, SelectField, TextField } from '#renderer/ui/field.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { Conditions } from './conditions.tsx';
import { TextCell } from './text-cell.tsx';

type QuestionFormProps = {
  readonly question: DesignedQuestion;
  readonly design: QuestionnaireDesign;
  readonly onChange: (next: DesignedQuestion) => void;
};

type TextRow = {
  readonly name: string;
  readonly texts: QuestionTexts;
  readonly needed: boolean;
  readonly rows?: number;
  readonly change: (texts: QuestionTexts) => void;
  readonly remove?: () => void;
};

const useRows = ({ question, onChange }: QuestionFormProps): readonly TextRow[] => {
  const { t } = useText();
  const { choices = [] } = question;
  const own = !isStandard(question.id);
  const put = (at: number, part: 'label' | 'hint') => (texts: QuestionTexts) =>
    onChange({
      ...question,
      choices: choices.map((choice, index) => (index === at ? { ...choice, [part]: texts } : choice)),
    });
  return [
    {
      name: t('questionnaires.row.say'),
      texts: question.say,
      needed: true,
      rows: 3,
      change: (say) => onChange({ ...question, say }),
    },
    {
      name: t('questionnaires.row.short'),
      texts: question.short,
      needed: true,
      rows: 2,
      change: (short) => onChange({ ...question, short }),
    },
    ...choices.flatMap((choice, at): readonly TextRow[] => [
      {
        name: t('questionnaires.row.choice', { number: at + 1 }),
        texts: choice.label,
        needed: true,
        change: put(at, 'label'),
        ...(own && choices.length > 2
          ? { remove: () => onChange({ ...question, choices: choices.filter((_, index) => index !== at) }) }
          : {}),
      },
      {
        name: t('questionnaires.row.hint', { number: at + 1 }),
        texts: choice.hint ?? {},
        needed: Object.values(choice.hint ?? {}).some((text) => text !== ''),
        change: put(at, 'hint'),
      },
    ]),
  ];
};

const TextsTable = (props: QuestionFormProps): ReactNode => {
  const { t } = useText();
  const rows = useRows(props);
  return (
    <table className="texts-table">
      <caption className="vh">{t('questionnaires.texts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('questionnaires.text')}</th>
          {questionnaireLanguages.map((language) => (
            <th key={language} scope="col">
              {t(`questionnaires.language.${language}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, texts, needed, rows: lines = 1, change, remove }) => (
          <tr key={name}>
            <th scope="row">
              {name}
              {remove !== undefined && (
                <IconButton label={t('questionnaires.removeChoice', { name })} onClick={remove}>
                  <Icon name="close" />
                </IconButton>
              )}
            </th>
            {questionnaireLanguages.map((language) => (
              <td key={language}>
                <TextCell
                  label={t('questionnaires.textIn', { name, language: t(`questionnaires.language.${language}`) })}
                  language={language}
                  value={texts[language] ?? ''}
                  needed={needed}
                  rows={lines}
                  onChange={(text) => change({ ...texts, [language]: text })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const freshChoice = (choices: readonly { readonly value: string }[]): string => {
  for (let number = choices.length + 1; ; number += 1)
    if (!choices.some(({ value }) => value === `choice${number}`)) return `choice${number}`;
};

const Ends = ({ question, onChange }: QuestionFormProps): ReactNode => {
  const { t } = useText();
  if (question.kind !== 'scale' && question.kind !== 'number') return null;
  const set = (end: 'from' | 'to') => (text: string) => {
    const { [end]: _before, ...rest } = question;
    onChange(text.trim() === '' || Number.isNaN(Number(text)) ? rest : { ...rest, [end]: Number(text) });
  };
  return (['from', 'to'] as const).map((end) => (
    <TextField
      key={end}
      label={t(`questionnaires.${end}`)}
      type="number"
      value={question[end] === undefined ? '' : String(question[end])}
      onChange={set(end)}
    />
  ));
};

/** One question: how it is answered, when it is asked, and its words in every language side by side. */
export const QuestionForm = (props: QuestionFormProps): ReactNode => {
  const { question, design, onChange } = props;
  const { t } = useText();
  const standard = isStandard(question.id);
  const first = design.questions[0]?.id === question.id;
  const changeKind = (kind: QuestionKind): void => {
    const { choices: _choices, from: _from, to: _to, ...rest } = question;
    onChange({ ...rest, ...partsOf(kind) });
  };
  const { choices = [] } = question;
  return (
    <div className="question-form">
      <div className="question-how">
        <SelectField<QuestionKind>
          label={t('questionnaires.howAnswered')}
          hint={standard ? t('questionnaires.fixed') : undefined}
          disabled={standard}
          value={question.kind}
          onChange={changeKind}
          options={questionKinds.map((value) => ({ value, label: t(`questionnaires.kind.${value}`) }))}
        />
        <Ends {...props} />
        <div className="question-checks">
          <CheckField
            label={t('questionnaires.required')}
            checked={question.required}
            onChange={(required) => onChange({ ...question, required })}
          />
          {!first && (
            <CheckField
              label={t('questionnaires.joined')}
              checked={question.joined === true}
              onChange={(joined) => onChange({ ...question, joined })}
            />
          )}
        </div>
      </div>
      <TextsTable {...props} />
      {!standard && (question.kind === 'single' || question.kind === 'multiple') && (
        <p>
          <Button
            size="small"
            onClick={() => onChange({ ...question, choices: [...choices, { value: freshChoice(choices), label: {} }] })}
          >
            {t('questionnaires.addChoice')}
          </Button>
        </p>
      )}
      <Conditions question={question} design={design} onChange={onChange} />
    </div>
  );
};
