import type { ExportCell, ExportSheet } from '../exports/export-table.ts';
import { answerSources } from '../follow-ups.ts';
import { longestAnswer } from '../follow-up-calls.ts';
import type { DesignedQuestion, QuestionTexts, QuestionnaireLanguage } from '../questionnaire-design.ts';
import { baselineName, questionnaireLanguages, textIn } from '../questionnaire-design.ts';
import type { QuestionCondition } from '../questionnaire-design.ts';
import type { EnumeratorInput, EnumeratorLine } from './enumerator-lines.ts';
import { baselineText, contactsText, firstDay, lastText, waveText } from './enumerator-lines.ts';
import { callResults, declinedCode, editionName, formNames } from './form-fields.ts';
import { enumeratorTexts, inAllLanguages } from './words.ts';

/** The file of alumni that goes beside the form, as the form names it. */
export const alumniFileName = 'alumni.csv';

const languageNames: Readonly<Record<QuestionnaireLanguage, string>> = {
  en: 'English (en)',
  fr: 'Français (fr)',
  pt: 'Português (pt)',
  sw: 'Kiswahili (sw)',
};

/** One row of the sheet `survey`; texts stand in a column a language. */
type SurveyRow = {
  readonly type: string;
  readonly name: string;
  readonly label?: QuestionTexts;
  readonly hint?: QuestionTexts;
  readonly required?: boolean;
  readonly relevant?: string;
  readonly constraint?: string;
  readonly constraintMessage?: QuestionTexts;
  readonly calculation?: string;
  readonly appearance?: string;
  readonly fallback?: string;
};

type ChoiceRow = { readonly list: string; readonly name: string; readonly label: QuestionTexts };

/** A point on a short scale is chosen, on a long one it is typed. */
const longestScale = 20;
const isChosenScale = ({ kind, from = 0, to = 0 }: DesignedQuestion): boolean =>
  kind === 'scale' && to - from <= longestScale;

const listOf = (id: string): string => `q_${id}`;

const conditionOf = ({ question, is, atLeast, atMost }: QuestionCondition, several: ReadonlySet<string>): string => {
  const subject = `\${${question === baselineName ? formNames.baseline : question}}`;
  const one = (value: string): string =>
    several.has(question) ? `selected(${subject}, '${value}')` : `${subject} = '${value}'`;
  return [
    ...(is === undefined ? [] : [is.length === 1 ? is.map(one).join('') : `(${is.map(one).join(' or ')})`]),
    ...(atLeast === undefined ? [] : [`number(${subject}) >= ${atLeast}`]),
    ...(atMost === undefined ? [] : [`number(${subject}) <= ${atMost}`]),
  ].join(' and ');
};

const constraintOf = (question: DesignedQuestion): Pick<SurveyRow, 'constraint' | 'constraintMessage'> => {
  const { kind, from, to } = question;
  if (kind === 'text')
    return {
      constraint: `string-length(.) <= ${longestAnswer}`,
      constraintMessage: inAllLanguages('tooLongText', { most: longestAnswer }),
    };
  if (kind === 'multiple')
    return {
      constraint: `not(selected(., '${declinedCode}') and count-selected(.) > 1)`,
      constraintMessage: enumeratorTexts('noneAlone'),
    };
  if ((kind !== 'number' && kind !== 'scale') || isChosenScale(question)) return {};
  const parts = [...(from === undefined ? [] : [`. >= ${from}`]), ...(to === undefined ? [] : [`. <= ${to}`])];
  if (parts.length === 0) return {};
  return {
    constraint: parts.join(' and '),
    constraintMessage: inAllLanguages('wrongNumberText', { from: from ?? '…', to: to ?? '…' }),
  };
};

const typeOf = (question: DesignedQuestion): string => {
  const { kind, id } = question;
  if (kind === 'single' || isChosenScale(question)) return `select_one ${listOf(id)}`;
  if (kind === 'multiple') return `select_multiple ${listOf(id)}`;
  return kind === 'number' ? 'decimal' : kind === 'scale' ? 'integer' : kind;
};

const hasChoices = (question: DesignedQuestion): boolean =>
  question.kind === 'single' || question.kind === 'multiple' || isChosenScale(question);

const questionRow = (question: DesignedQuestion, several: ReadonlySet<string>): SurveyRow => {
  const relevant = (question.when ?? []).map((condition) => conditionOf(condition, several)).join(' and ');
  return {
    type: typeOf(question),
    name: question.id,
    label: question.say,
    // Where "does not say" cannot be chosen, an answer cannot be asked of everybody.
    ...(question.required && hasChoices(question) ? { required: true } : {}),
    ...(relevant === '' ? {} : { relevant }),
    ...constraintOf(question),
  };
};

const lookUp = (column: string): string => `pulldata('alumni', '${column}', 'name', \${${formNames.alumnus}})`;

const contactCard = inAllLanguages('contactCard', {
  phone: `\${${formNames.phone}}`,
  contacts: `\${${formNames.contacts}}`,
  last: `\${${formNames.last}}`,
});

/** Whom the form is about, and what it shows of them. */
const alumnusRows = ({ design, wave }: EnumeratorInput): readonly SurveyRow[] => {
  const calculate = (name: string, calculation: string): SurveyRow => ({ type: 'calculate', name, calculation });
  return [
    { type: 'start', name: 'start' },
    { type: 'end', name: 'end' },
    {
      type: `select_one_from_file ${alumniFileName}`,
      name: formNames.alumnus,
      label: enumeratorTexts('alumnus'),
      hint: enumeratorTexts('alumnusHint'),
      required: true,
      appearance: 'autocomplete',
    },
    calculate(formNames.phone, lookUp('phone')),
    calculate(formNames.contacts, lookUp('contacts')),
    calculate(formNames.last, lookUp('last')),
    calculate(formNames.baseline, lookUp('baseline')),
    calculate(formNames.wave, `'${wave.id}'`),
    calculate(formNames.edition, `'${editionName(design)}'`),
    { type: 'note', name: 'fc_card', label: contactCard },
  ];
};

/** Who calls, when, and how it ended. */
const callRows = (input: EnumeratorInput): readonly SurveyRow[] => [
  {
    type: 'text',
    name: formNames.interviewer,
    label: enumeratorTexts('interviewer'),
    required: true,
    ...(input.interviewer === undefined ? {} : { fallback: input.interviewer }),
  },
  {
    type: 'date',
    name: formNames.callOn,
    label: enumeratorTexts('callOn'),
    required: true,
    fallback: 'today()',
    constraint: `. <= today() and . >= date('${firstDay(input)}')`,
    constraintMessage: enumeratorTexts('notFuture'),
  },
  {
    type: 'select_one fc_results',
    name: formNames.callResult,
    label: enumeratorTexts('callResult'),
    required: true,
  },
];

const surveyRows = (input: EnumeratorInput): readonly SurveyRow[] => {
  const { design } = input;
  const several = new Set(design.questions.filter(({ kind }) => kind === 'multiple').map(({ id }) => id));
  const result = `\${${formNames.callResult}}`;
  return [
    ...alumnusRows(input),
    ...callRows(input),
    {
      type: 'begin_group',
      name: 'interview',
      label: enumeratorTexts('interview'),
      relevant: `${result} = 'talked'`,
    },
    ...design.questions.map((question) => questionRow(question, several)),
    { type: 'select_one fc_sources', name: formNames.source, label: enumeratorTexts('source') },
    { type: 'end_group', name: '' },
    { type: 'text', name: formNames.newPhone, label: enumeratorTexts('newPhone') },
    {
      type: 'date',
      name: formNames.nextCall,
      label: enumeratorTexts('nextCall'),
      relevant: `${result} = 'call-back' or ${result} = 'no-answer'`,
    },
    { type: 'text', name: formNames.callNote, label: enumeratorTexts('callNote'), hint: enumeratorTexts('care') },
  ];
};

const choiceRows = ({ design }: EnumeratorInput): readonly ChoiceRow[] => {
  const none = (list: string): ChoiceRow => ({ list, name: declinedCode, label: enumeratorTexts('none') });
  const ofQuestions = design.questions.filter(hasChoices).flatMap((question): readonly ChoiceRow[] => {
    const list = listOf(question.id);
    const { choices = [], from = 0, to = 0 } = question;
    const points = Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
    const own = isChosenScale(question)
      ? points.map((name) => ({ list, name, label: { en: name, fr: name, pt: name, sw: name } }))
      : choices.map(({ value, label }) => ({ list, name: value, label }));
    return [...own, none(list)];
  });
  return [
    ...ofQuestions,
    ...callResults.map((name) => ({ list: 'fc_results', name, label: enumeratorTexts(`result.${name}`) })),
    ...answerSources.map((name) => ({ list: 'fc_sources', name, label: enumeratorTexts(`source.${name}`) })),
  ];
};

const inColumns = (texts: QuestionTexts | undefined): readonly ExportCell[] =>
  questionnaireLanguages.map((language) => (texts === undefined ? null : textIn(texts, language)));

const headings = (name: string): readonly { readonly title: string; readonly width: number }[] =>
  questionnaireLanguages.map((language) => ({ title: `${name}::${languageNames[language]}`, width: 40 }));

/**
 * A phone form for KoBoToolbox and ODK as an XLSForm (xlsform.org): the sheets survey, choices and settings, in four languages. Its alumni come from the file
 * beside it (`alumniFile`), so that the form can be used again with another list.
 */
export const xlsformSheets = (input: EnumeratorInput): readonly ExportSheet[] => {
  const { cohort, wave, design, language, today } = input;
  const survey = surveyRows(input).map((row): readonly ExportCell[] => [
    row.type,
    row.name === '' ? null : row.name,
    ...inColumns(row.label),
    ...inColumns(row.hint),
    row.required === true ? 'yes' : null,
    ...inColumns(row.required === true ? enumeratorTexts('required') : undefined),
    row.relevant ?? null,
    row.constraint ?? null,
    ...inColumns(row.constraintMessage),
    row.calculation ?? null,
    row.appearance ?? null,
    row.fallback ?? null,
  ]);
  const title = `${cohort.code} ${waveText(wave, language)}`;
  return [
    {
      name: 'survey',
      columns: [
        { title: 'type', width: 24 },
        { title: 'name', width: 20 },
        ...headings('label'),
        ...headings('hint'),
        { title: 'required' },
        ...headings('required_message'),
        { title: 'relevant', width: 40 },
        { title: 'constraint', width: 40 },
        ...headings('constraint_message'),
        { title: 'calculation', width: 40 },
        { title: 'appearance' },
        { title: 'default' },
      ],
      rows: survey,
    },
    {
      name: 'choices',
      columns: [{ title: 'list_name', width: 20 }, { title: 'name', width: 20 }, ...headings('label')],
      rows: choiceRows(input).map(({ list, name, label }) => [list, name, ...inColumns(label)]),
    },
    {
      name: 'settings',
      columns: ['form_title', 'form_id', 'version', 'default_language'].map((name) => ({ title: name, width: 30 })),
      rows: [
        [
          title,
          `fieldcourse_${design.name}_${wave.id}_${cohort.code}`.replace(/[^A-Za-z0-9_-]+/g, '_'),
          `${today.replaceAll('-', '')}${String(design.version).padStart(2, '0')}`,
          languageNames[language],
        ],
      ],
    },
  ];
};

/** The alumni of a phone form: what the form shows and what its conditions need, by the id under which an answer comes back. */
export const alumniFile = (input: EnumeratorInput): ExportSheet => ({
  name: 'alumni',
  columns: ['name', 'label', 'number', 'phone', 'contacts', 'last', 'baseline'].map((title) => ({ title })),
  rows: input.lines.map((line: EnumeratorLine): readonly ExportCell[] => {
    const { award, person, enrolment } = line;
    const label = [award.name, person.number].filter((part) => part !== undefined && part !== '').join(' · ');
    return [
      award.id,
      label,
      person.number ?? '',
      person.phone ?? '',
      contactsText(line),
      [baselineText(line, input), lastText(line, input)].filter((part) => part !== '').join('; '),
      enrolment.baseline?.activity ?? '',
    ];
  }),
});
