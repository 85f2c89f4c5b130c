import file from '../../../resources/questionnaires/enumerator-words.json' with { type: 'json' };
import type { QuestionTexts, QuestionnaireLanguage } from '../questionnaire-design.ts';
import { questionnaireLanguages, textIn } from '../questionnaire-design.ts';

/** What stands on enumerators' sheets and forms around the questions, in the languages of the questionnaires. */
export type EnumeratorWord = keyof typeof file;

/** A word in all languages. */
export const enumeratorTexts = (word: EnumeratorWord): QuestionTexts => file[word];

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** Says words in one language; `{name}` is filled from the values. */
export type SayWord = (word: EnumeratorWord, values?: Readonly<Record<string, string | number>>) => string;

/** The words of one language. */
export const enumeratorWords =
  (language: QuestionnaireLanguage): SayWord =>
  (word, values = {}) =>
    fill(textIn(file[word], language), values);

/** A word in every language, filled. */
export const inAllLanguages = (
  word: EnumeratorWord,
  values: Readonly<Record<string, string | number>> = {},
): QuestionTexts =>
  Object.fromEntries(questionnaireLanguages.map((language) => [language, enumeratorWords(language)(word, values)]));
