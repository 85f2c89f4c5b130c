import type { Language } from '#shared/domain/languages.ts';
import type { Attempt, Cell } from '#shared/domain/marks.ts';
import type { Paper, PaperBlock } from '#shared/domain/paper.ts';
import { feedbackPaper } from '#shared/domain/papers/feedback.ts';
import type { FeedbackInput } from '#shared/domain/papers/feedback-context.ts';
import { sayMessage } from '#shared/i18n/make-translator.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { criteriaOf, moduleId, programme } from '../sheet-builders.ts';

const two = programme.modules[1];
if (two === undefined) throw new Error('The default programme has a second module');
export const secondModule = two;

/** The attempt of an essay in hundredths; invented. */
export const essay = (change: Partial<Attempt> = {}): Attempt => ({
  state: 'released',
  value: 2900,
  criteria: criteriaOf({ 'm2-essay-c1': 700, 'm2-essay-c2': 800, 'm2-essay-c3': 650, 'm2-essay-c4': 750 }),
  received: '2026-03-03',
  marked: '2026-03-19',
  returned: '2026-03-24',
  marker: 'Thandeka Mašego',
  feedback: 'You show the setting well. Say also what you saw yourself and what others told you.',
  ...change,
});

export const log: Attempt = {
  state: 'released',
  value: 1300,
  received: '2026-03-01',
  marked: '2026-03-19',
  returned: '2026-03-24',
  marker: 'Thandeka Mašego',
};

const cohort: FeedbackInput['cohort'] = {
  code: 'KEN-2026-A',
  name: 'Nairobi 2026',
  due: { 'm2-essay': '2026-03-01', 'm2-log': '2026-03-01' } as FeedbackInput['cohort']['due'],
  released: { [moduleId('m2')]: '2026-03-25' },
};

/** What the feedback of an invented learner is printed from. */
export const feedbackInput = (
  cells: Readonly<Record<string, Cell>>,
  change: Partial<FeedbackInput> = {},
): FeedbackInput => ({
  programme,
  cohort,
  person: { givenNames: 'Ngũgĩ wa', familyName: 'Kamau' },
  sheet: { cells },
  module: secondModule,
  on: '2026-03-28',
  namesMarker: false,
  ...change,
});

const translators = {
  en: createTranslator('en'),
  fr: createTranslator('fr'),
  pt: createTranslator('pt'),
  sw: createTranslator('sw'),
};

export const feedbackIn = (input: FeedbackInput, language: Language = 'en'): Paper =>
  feedbackPaper(input, { language, say: (message) => sayMessage(translators[language], message) });

const textsOf = (block: PaperBlock): readonly string[] => {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'facts':
      return block.items.map(({ label, value }) => `${label}: ${value}`);
    case 'banner':
      return [block.name, ...block.lines, block.figure?.value ?? '', ...(block.figure?.lines ?? [])];
    case 'criteria':
      return [
        ...block.rows.map(({ label, text, note = '' }) => `${label}: ${text} ${note}`.trim()),
        `${block.total?.label ?? ''}: ${block.total?.text ?? ''}`,
      ];
    case 'list':
      return block.items;
    case 'together':
      return block.blocks.flatMap(textsOf);
    default:
      return [];
  }
};

/** Every text on the paper, with plain spaces, in its order. */
export const textOf = (paper: Paper): readonly string[] =>
  paper.blocks.flatMap(textsOf).map((text) => text.replace(/[\u00a0\u202f]/gu, ' '));
