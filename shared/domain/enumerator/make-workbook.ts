import type { ExportCell, ExportColumn, ExportSheet, ExportValidation } from '../exports/export-table.ts';
import { answerSources } from '../follow-ups.ts';
import { longestAnswer } from '../follow-up-calls.ts';
import type { DesignedQuestion } from '../questionnaire-design.ts';
import { textIn } from '../questionnaire-design.ts';
import { answerText, knownAnswers } from './answer-text.ts';
import { conditionText } from './conditions.ts';
import type { EnumeratorInput, EnumeratorLine } from './enumerator-lines.ts';
import {
  attemptsText,
  baselineText,
  communityText,
  contactsText,
  firstDay,
  headingsOf,
  lastText,
  waveText,
} from './enumerator-lines.ts';
import { callResults, callsOfARow, declinedCode, editionName, hiddenHeadings } from './form-fields.ts';
import type { SayWord } from './words.ts';
import { enumeratorWords } from './words.ts';

type Column = ExportColumn & {
  readonly cell: (line: EnumeratorLine) => ExportCell;
  readonly allowed?: ExportValidation['allowed'];
  readonly prompt?: string;
};

const orNothing = (text: string | undefined): ExportCell => (text === undefined || text === '' ? null : text);

const knownColumns = (input: EnumeratorInput, say: SayWord): readonly Column[] => [
  { title: say('number'), width: 20, kind: 'text', cell: ({ person }) => orNothing(person.number) },
  { title: say('name'), width: 28, kind: 'text', cell: ({ award }) => award.name },
  { title: say('phone'), width: 18, kind: 'text', cell: ({ person }) => orNothing(person.phone) },
  { title: say('contacts'), width: 36, kind: 'text', wrap: true, cell: (line) => orNothing(contactsText(line)) },
  { title: say('community'), width: 18, kind: 'text', cell: (line) => orNothing(communityText(line)) },
  { title: say('baseline'), width: 20, kind: 'text', wrap: true, cell: (line) => orNothing(baselineText(line, input)) },
  { title: say('lastAnswers'), width: 44, kind: 'text', wrap: true, cell: (line) => orNothing(lastText(line, input)) },
  {
    title: say('attempts'),
    width: 24,
    kind: 'text',
    wrap: true,
    cell: (line) => orNothing(attemptsText(line, input.language)),
  },
];

const callColumns = (input: EnumeratorInput, say: SayWord): readonly Column[] =>
  callsOfARow.flatMap((place): readonly Column[] => [
    {
      title: say(`callOn${place}`),
      width: 13,
      kind: 'date',
      input: true,
      cell: () => null,
      allowed: { kind: 'date', from: firstDay(input), to: `${Number(input.today.slice(0, 4)) + 1}-12-31` },
    },
    {
      title: say(`callResult${place}`),
      width: 16,
      kind: 'text',
      input: true,
      cell: () => null,
      allowed: { kind: 'list', values: callResults.map((result) => say(`result.${result}`)) },
    },
  ]);

const allowedOf = (
  question: DesignedQuestion,
  { language }: EnumeratorInput,
  say: SayWord,
): ExportValidation['allowed'] => {
  const { kind, choices = [], from = -1e9, to = 1e9 } = question;
  switch (kind) {
    case 'single':
      return { kind: 'list', values: [...choices.map(({ label }) => textIn(label, language)), say('none')] };
    case 'scale':
      return { kind: 'whole', min: from, max: to };
    case 'number':
      return { kind: 'decimal', min: from, max: to };
    case 'date':
      return { kind: 'date', from: '1900-01-01', to: '2199-12-31' };
    default:
      return { kind: 'length', max: kind === 'text' ? longestAnswer : 1000 };
  }
};

const kinds = { scale: 'number', number: 'number', date: 'date' } as const;

const cellOf = (
  question: DesignedQuestion,
  line: EnumeratorLine,
  { design, language }: EnumeratorInput,
): ExportCell => {
  const known = knownAnswers(design, line.followUp)[question.id];
  if (known === undefined) return null;
  return typeof known === 'number' ? known : answerText(question, known, language);
};

const questionColumns = (input: EnumeratorInput, say: SayWord): readonly Column[] => {
  const { design, language } = input;
  const headings = headingsOf(design, language);
  return design.questions.map((question): Column => {
    const { kind, choices = [] } = question;
    const condition = conditionText(question, design, language);
    const several = choices.map(({ label }) => textIn(label, language)).join('; ');
    const prompt = [
      textIn(question.say, language),
      ...(condition === '' ? [] : [say('onlyIf', { condition })]),
      ...(kind === 'multiple' ? [say('several', { choices: several })] : []),
    ].join(' ');
    return {
      title: headings.get(question.id) ?? question.id,
      width: kind === 'text' || kind === 'multiple' ? 24 : 18,
      kind: kind === 'scale' || kind === 'number' || kind === 'date' ? kinds[kind] : 'text',
      input: true,
      wrap: true,
      cell: (line) => cellOf(question, line, input),
      allowed: allowedOf(question, input, say),
      prompt,
    };
  });
};

const lastColumns = ({ interviewer }: EnumeratorInput, say: SayWord): readonly Column[] => [
  {
    title: say('source'),
    width: 18,
    kind: 'text',
    input: true,
    cell: () => null,
    allowed: { kind: 'list', values: answerSources.map((source) => say(`source.${source}`)) },
  },
  {
    title: say('interviewer'),
    width: 20,
    kind: 'text',
    input: true,
    cell: ({ caller }) => orNothing(interviewer ?? caller),
  },
  { title: say('newPhone'), width: 18, kind: 'text', input: true, cell: () => null },
  { title: say('nextCall'), width: 14, kind: 'date', input: true, cell: () => null },
  { title: say('callNote'), width: 30, kind: 'text', input: true, wrap: true, cell: () => null },
];

const hiddenColumns = ({ design, wave }: EnumeratorInput): readonly Column[] => [
  { title: hiddenHeadings.alumnus, hidden: true, cell: ({ award }) => award.id },
  { title: hiddenHeadings.wave, hidden: true, cell: () => wave.id },
  { title: hiddenHeadings.edition, hidden: true, cell: () => editionName(design) },
  {
    title: hiddenHeadings.stamp,
    hidden: true,
    cell: ({ followUp }) => JSON.stringify(knownAnswers(design, followUp)),
  },
];

const validationOf = (column: Column, place: number, say: SayWord): readonly ExportValidation[] => {
  const { allowed, prompt } = column;
  if (allowed === undefined) return [];
  const { kind } = allowed;
  const texts =
    kind === 'list'
      ? { title: say('wrong'), error: say('wrongText') }
      : kind === 'date'
        ? { title: say('wrongDay'), error: say('wrongDayText', { from: allowed.from, to: allowed.to }) }
        : kind === 'length'
          ? { title: say('tooLong'), error: say('tooLongText', { most: allowed.max }) }
          : { title: say('wrongNumber'), error: say('wrongNumberText', { from: allowed.min, to: allowed.max }) };
  return [{ column: place, allowed, ...texts, ...(prompt === undefined ? {} : { prompt }) }];
};

const aboveOf = (input: EnumeratorInput, say: SayWord): readonly string[] => {
  const { cohort, wave, design, lines, language, today, interviewer } = input;
  const headings = headingsOf(design, language);
  const conditions = design.questions.flatMap((question) => {
    const text = conditionText(question, design, language);
    return text === '' ? [] : [`${headings.get(question.id) ?? question.id}: ${say('onlyIf', { condition: text })}`];
  });
  const made = { count: lines.length, date: today, edition: editionName(design), interviewer: interviewer ?? '' };
  return [
    say('title', { cohort: cohort.code, wave: waveText(wave, language) }),
    say(interviewer === undefined ? 'madeOn' : 'madeFor', made),
    say('how'),
    ...(conditions.length === 0 ? [] : [say('conditions', { conditions: conditions.join(' · ') })]),
    say('care'),
  ];
};

const codebook = ({ design, language }: EnumeratorInput, say: SayWord): ExportSheet => {
  const headings = headingsOf(design, language);
  const rows = design.questions.flatMap((question): readonly (readonly ExportCell[])[] => {
    const own = [
      question.id,
      headings.get(question.id) ?? '',
      textIn(question.say, language),
      say(`kind.${question.kind}`),
    ];
    const asked = orNothing(conditionText(question, design, language));
    const choices = question.choices ?? [];
    if (choices.length === 0) return [[...own, null, null, asked]];
    return [
      ...choices.map(({ value, label }) => [...own, value, textIn(label, language), asked]),
      [...own, declinedCode, say('none'), asked],
    ];
  });
  return {
    name: say('codebook'),
    protect: true,
    columns: [
      { title: 'id', width: 18 },
      { title: say('column'), width: 28 },
      { title: say('question'), width: 60 },
      { title: say('kind'), width: 16 },
      { title: say('code'), width: 20 },
      { title: say('answer'), width: 28 },
      { title: say('condition'), width: 60 },
    ],
    rows,
  };
};

/**
 * The sheet that an enumerator fills in, one row an alumnus, with its codebook. What is known is locked, answers have their lists; hidden columns say whom
 * and what each row is about and what it said when it was made, so that the import sees what was filled in.
 */
export const enumeratorSheets = (input: EnumeratorInput): readonly ExportSheet[] => {
  const say = enumeratorWords(input.language);
  const columns = [
    ...knownColumns(input, say),
    ...callColumns(input, say),
    ...questionColumns(input, say),
    ...lastColumns(input, say),
    ...hiddenColumns(input),
  ];
  return [
    {
      name: say('sheet'),
      above: aboveOf(input, say),
      frozen: 2,
      protect: true,
      columns: columns.map(({ cell: _cell, allowed: _allowed, prompt: _prompt, ...column }) => column),
      rows: input.lines.map((line) => columns.map(({ cell }) => cell(line))),
      validations: columns.flatMap((column, place) => validationOf(column, place, say)),
    },
    codebook(input, say),
  ];
};
