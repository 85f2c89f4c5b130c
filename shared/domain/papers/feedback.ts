import { cohortTitle } from '../cohorts.ts';
import type { ExportWords } from '../exports/export-table.ts';
import type { Language } from '../languages.ts';
import { inLanguage, screenLanguages } from '../languages.ts';
import { formatPercent } from '../mark-text.ts';
import { openReasons } from '../missing-marks.ts';
import { moduleResult } from '../module-results.ts';
import type { Paper, PaperBlock } from '../paper.ts';
import type { Person } from '../people.ts';
import { fullName } from '../people.ts';
import { rulesOf } from '../programme-rules.ts';
import type { Module } from '../programmes.ts';
import { assignmentBlocks } from './feedback-assignment.ts';
import type { FeedbackContext, FeedbackInput } from './feedback-context.ts';
import { feedbackContext } from './feedback-context.ts';

/** The language of a learner's papers: their own where the app speaks it, else the one given. */
export const feedbackLanguage = ({ language }: Pick<Person, 'language'>, fallback: Language): Language =>
  screenLanguages.find((known) => known === language?.toLowerCase().split('-')[0]) ?? fallback;

const verdictSentences = ({ result, rules, say, language, words }: FeedbackContext): readonly string[] => {
  const passMark = rules.passMark / 100;
  if (result.final === undefined) {
    const open = openReasons(result, language).map(({ text }) => say('open', { reason: words.say(text) }));
    return [...(result.soFar === undefined ? [] : [say('so-far-counts')]), ...open];
  }
  const criteria = result.failedCriteria.map(({ criterion }) =>
    say('verdict-criterion', { criterion: inLanguage(criterion.title, language) }),
  );
  return [say(`verdict.${result.verdict}`, { passMark }), ...criteria];
};

const banner = (context: FeedbackContext): PaperBlock => {
  const { input, result, say, language } = context;
  const { module, person, cohort } = input;
  const value = result.final ?? result.soFar;
  const state = result.final === undefined ? 'so-far' : result.verdict === 'passed' ? 'passed' : result.verdict;
  return {
    kind: 'banner',
    name: fullName(person),
    lines: [say('module', { number: module.number, title: inLanguage(module.title, language) }), cohortTitle(cohort)],
    ...(value === undefined
      ? {}
      : {
          figure: {
            value: say('percent', { percent: formatPercent(value, language) }),
            lines: [say(`figure.${state}`)],
          },
        }),
  };
};

/** True where the module's marks are released to the learner: the whole module, or every mark on the sheet. */
export const isReleasedTo = (input: FeedbackInput): boolean => {
  if (input.cohort.released[input.module.id] !== undefined) return true;
  const attempts = input.module.assignments.flatMap(({ id }) => input.sheet?.cells[id]?.attempts ?? []);
  const marked = attempts.filter(({ value }) => value !== undefined);
  return marked.length > 0 && marked.every(({ state }) => state === 'released');
};

/**
 * A learner's feedback on a module, for their hand: marks for each criterion, what was taken off and by which rule, what the marker wrote, and what
 * to do by when. Private notes and reasons are never on it. `words` are of the learner's language (`feedbackLanguage`).
 */
export const feedbackPaper = (input: FeedbackInput, words: ExportWords): Paper => {
  const context = feedbackContext(input, words);
  const { say, day, language, result } = context;
  const title = inLanguage(input.programme.title, language);
  const name = fullName(input.person);
  return {
    title: say('title-of', { number: input.module.number, name }),
    subject: say('module', { number: input.module.number, title: inLanguage(input.module.title, language) }),
    language,
    date: input.on,
    page: { size: 'A4', orientation: 'portrait' },
    head: { left: title, right: say('head', { cohort: input.cohort.code, number: input.module.number }) },
    foot: say('foot', { name, date: day(input.on) }),
    number: say('page'),
    onePage: true,
    blocks: [
      { kind: 'heading', level: 1, text: say('title') },
      banner(context),
      ...(!isReleasedTo(input) ? [{ kind: 'paragraph', tone: 'note', text: say('provisional') } as const] : []),
      ...verdictSentences(context).map((text): PaperBlock => ({ kind: 'paragraph', text })),
      ...result.items.flatMap((item) => assignmentBlocks(item, context)),
    ],
  };
};

/** True where there is something to tell the learner about the module: a mark, an outcome or a script that came too late. */
export const hasFeedback = (input: FeedbackInput): boolean =>
  moduleResult(input.module, input, rulesOf(input.cohort, input.programme)).items.some(
    ({ mark }) => mark.kind === 'mark' || mark.kind === 'not-submitted',
  );

/** The file of one learner's feedback, without its ending: module, family name, given names. */
export const feedbackFileName = (module: Pick<Module, 'number'>, person: FeedbackInput['person']): string =>
  `M${module.number} ${person.familyName} ${person.givenNames}`.replace(/\s+/g, ' ').trim().normalize('NFC');
