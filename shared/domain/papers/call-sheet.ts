import words from '../../../resources/questionnaires/call-sheet.json' with { type: 'json' };
import type { IsoDate } from '#shared/lib/dates.ts';
import { certificateDate } from '../certificates.ts';
import type { WaveDates } from '../follow-up-waves.ts';
import type { FollowUpAnswers } from '../follow-ups.ts';
import type { Paper, PaperBlock } from '../paper.ts';
import type { Enrolment, Person } from '../people.ts';
import { answerTo, holds } from '../questionnaire.ts';
import type {
  DesignedQuestion,
  QuestionCondition,
  QuestionnaireDesign,
  QuestionnaireLanguage,
} from '../questionnaire-design.ts';
import { baselineName, stepsOf, textIn } from '../questionnaire-design.ts';
import { standardQuestion } from '../questionnaire-standard.ts';

/** What the sheet of one alumnus is printed from. `last` are the answers of the wave before, where there are any. */
export type CallSheetInput = {
  readonly name: string;
  readonly cohortCode: string;
  readonly offsetMonths: number;
  readonly dates: WaveDates;
  readonly person: Person;
  readonly enrolment: Enrolment;
  readonly design: QuestionnaireDesign;
  readonly language: QuestionnaireLanguage;
  readonly attempts: number;
  readonly caller?: string | undefined;
  readonly last?: FollowUpAnswers | undefined;
  readonly owner: string;
  readonly on: IsoDate;
};

type Words = (key: keyof typeof words, values?: Readonly<Record<string, string | number>>) => string;

const wordsIn =
  (language: QuestionnaireLanguage): Words =>
  (key, values = {}) =>
    Object.entries(values).reduce(
      (text, [name, value]) => text.replaceAll(`{{${name}}}`, String(value)),
      words[key][language],
    );

/** The name of a question on paper: its number, with a letter where several share it. */
const labelsOf = (design: QuestionnaireDesign): ReadonlyMap<string, string> => {
  const steps = stepsOf(design);
  return new Map(
    design.questions.map(({ id }) => {
      const step = steps.get(id) ?? 0;
      const mates = design.questions.filter((each) => steps.get(each.id) === step);
      const letter = mates.length < 2 ? '' : String.fromCharCode(97 + mates.findIndex((each) => each.id === id));
      return [id, `${step}${letter}`];
    }),
  );
};

/** Choices by their code numbers, as they are on the keys of the call screen; 0, "does not say", is said once below. A number stays on the line of its words. */
const codesOf = (question: DesignedQuestion, language: QuestionnaireLanguage, say: Words): string => {
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const codes = (question.choices ?? []).map(({ label }, index) => `${index + 1}\u00A0${textIn(label, language)}`);
      const several = question.kind === 'multiple' ? [say('several')] : [];
      return [...codes, ...several].join(' · ');
    }
    case 'scale':
      return `${question.from ?? 1} – ${question.to ?? 5}`;
    case 'number':
      return say('amount');
    case 'date':
      return say('day');
    case 'text':
      return say('words');
  }
};

/** Numbers that follow one another as a run: 1–4, 7. */
const inRuns = (numbers: readonly number[]): string => {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
};

const conditionWords = (
  { question, is = [], atLeast, atMost }: QuestionCondition,
  design: QuestionnaireDesign,
  say: Words,
): string => {
  const label = labelsOf(design).get(question) ?? question;
  if (is.length === 0) return say('only-range', { question: label, from: atLeast ?? '…', to: atMost ?? '…' });
  const choices = design.questions.find(({ id }) => id === question)?.choices ?? [];
  const codes = is.map((value) => choices.findIndex((choice) => choice.value === value) + 1).sort((a, b) => a - b);
  return say('only', { question: label, codes: inRuns(codes) });
};

const questionRows = ({ design, language, enrolment }: CallSheetInput, say: Words): readonly (readonly string[])[] => {
  const labels = labelsOf(design);
  const baseline = enrolment.baseline?.activity;
  return design.questions.flatMap((question) => {
    const { when = [] } = question;
    const known = when.filter((condition) => condition.question === baselineName);
    // What was true at enrolment is known: a question that can never be put is not printed.
    if (!known.every((condition) => holds(condition, {}, baseline))) return [];
    const only = when
      .filter((condition) => condition.question !== baselineName)
      .map((condition) => conditionWords(condition, design, say));
    const text = [textIn(question.say, language), ...only.map((each) => `(${each})`)].join(' ');
    return [[labels.get(question.id) ?? '', text, codesOf(question, language, say), '']];
  });
};

/** A language in the words of the paper; its code where it has no name. */
const spokenIn = (code: string | undefined, language: QuestionnaireLanguage): string =>
  code === undefined || !/^[a-z]{2,3}$/.test(code)
    ? (code ?? '')
    : (new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(code) ?? code);

const remembered = ['newCommunity', 'activity', 'employer'] as const;

const lastWords = (answers: FollowUpAnswers | undefined, language: QuestionnaireLanguage): string =>
  remembered
    .flatMap((id) => {
      const answer = answers === undefined ? undefined : answerTo(answers, id);
      const choice = standardQuestion(id)?.choices?.find(({ value }) => value === answer);
      return answer === undefined ? [] : [choice === undefined ? String(answer) : textIn(choice.label, language)];
    })
    .join(', ');

const whoOf = (input: CallSheetInput, say: Words): PaperBlock => {
  const { person, enrolment, language, dates, last } = input;
  const day = (date: IsoDate): string => certificateDate(date, language);
  const activity = standardQuestion('activity')?.choices?.find(({ value }) => value === enrolment.baseline?.activity);
  const contact = (at: number): string => {
    const { name, relation, phone } = person.alternates[at] ?? {};
    return [name, relation, phone].filter(Boolean).join(', ');
  };
  const mentor = [enrolment.mentor?.name ?? enrolment.mentorGroup, enrolment.mentor?.phone].filter(Boolean).join(', ');
  const together = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' · ');
  const items = [
    { label: say('window'), value: together(`${day(dates.opens)} – ${day(dates.closes)}`, input.cohortCode) },
    { label: say('phone'), value: together(person.phone, spokenIn(person.language, language), person.bestTime) },
    {
      label: say('before'),
      value: together(textIn(activity?.label, language), enrolment.baseline?.community ?? person.community),
    },
    { label: say('last'), value: lastWords(last, language) },
    { label: say('alternate'), value: together(contact(0), contact(1)) },
    { label: say('mentor'), value: mentor },
    { label: say('caller'), value: input.caller ?? '' },
  ];
  return { kind: 'facts', items: items.filter(({ value }) => value !== '') };
};

/** The wave in the words of the sheet: "Exit survey", "18 months". */
const waveWords = (offsetMonths: number, say: Words): string =>
  offsetMonths === 0 ? say('exit') : say('months', { count: offsetMonths });

/**
 * The call sheet of one alumnus in one wave, in any language of the questionnaires: whom to reach and how, a line for each attempt, and the questions with
 * the code numbers of the call screen and a box for each answer, to be keyed in afterwards.
 */
export const callSheetPaper = (input: CallSheetInput): Paper => {
  const { language, name, offsetMonths, owner, on, attempts } = input;
  const say = wordsIn(language);
  const wave = waveWords(offsetMonths, say);
  return {
    title: say('title'),
    subject: say('subject', { name, wave }),
    language,
    date: on,
    page: { size: 'A4', orientation: 'portrait' },
    head: { left: owner, right: `${say('title')} · ${wave}` },
    foot: say('foot'),
    number: say('page'),
    onePage: true,
    blocks: [
      { kind: 'heading', level: 1, text: name },
      whoOf(input, say),
      {
        kind: 'table',
        caption: say('attempts'),
        columns: [
          { title: say('number'), share: 8 },
          { title: say('date'), share: 32 },
          { title: say('outcome'), share: 28 },
          { title: say('next'), share: 32 },
        ],
        rows: Array.from({ length: Math.max(1, attempts) }, (_, index) => [String(index + 1), '', '', '']),
        rowHeight: 6,
      },
      { kind: 'paragraph', text: say('outcomes'), tone: 'small' },
      {
        kind: 'table',
        caption: say('questions'),
        columns: [
          { title: say('number'), share: 6 },
          { title: say('question'), share: 47 },
          { title: say('codes'), share: 32 },
          { title: say('answer'), share: 15 },
        ],
        rows: questionRows(input, say),
        rowHeight: 6,
      },
      { kind: 'paragraph', text: `${say('none')}. ${say('source')}`, tone: 'small' },
      { kind: 'blank-lines', label: `${say('held')} ____ / ____ / ________ · ${say('note')}`, count: 1 },
    ],
  };
};
