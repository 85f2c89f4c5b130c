import { fold } from '#shared/lib/fold.ts';
import type { AnswerSource } from '../follow-ups.ts';
import { answerSources } from '../follow-ups.ts';
import type { DesignedQuestion, QuestionTexts, QuestionnaireDesign } from '../questionnaire-design.ts';
import type { EnumeratorWord } from './words.ts';
import { enumeratorTexts } from './words.ts';

/** Headings of the hidden columns of an enumerator's sheet: the enrolment, the wave, the edition of the questionnaire, and what the row said when it was made. */
export const hiddenHeadings = {
  alumnus: '_alumnus',
  wave: '_wave',
  edition: '_edition',
  stamp: '_stamp',
} as const;

/** Names of a phone form's own fields; questions have their ids. */
export const formNames = {
  alumnus: 'fc_alumnus',
  wave: 'fc_wave',
  edition: 'fc_edition',
  phone: 'fc_phone',
  contacts: 'fc_contacts',
  last: 'fc_last',
  baseline: 'fc_baseline',
  interviewer: 'fc_interviewer',
  callOn: 'fc_call_on',
  callResult: 'fc_call_result',
  source: 'fc_source',
  newPhone: 'fc_new_phone',
  nextCall: 'fc_next_call',
  callNote: 'fc_call_note',
} as const;

/** So many calls fit into one row of a sheet. */
export const callsOfARow = [1, 2, 3] as const;

/** How a call ended, as an enumerator says it. */
export const callResults = [
  'talked',
  'no-answer',
  'call-back',
  'wrong-number',
  'refused',
  'opted-out',
  'deceased',
] as const;
export type CallResult = (typeof callResults)[number];

/** The value of "does not say" in files; no choice of a questionnaire can be called so. */
export const declinedCode = '_none';

/** The edition of a questionnaire as files name it. */
export const editionName = ({ name, version }: Pick<QuestionnaireDesign, 'name' | 'version'>): string =>
  `${name}:${String(version)}`;

/** Texts without accents, capitals and punctuation, for comparing what people write. */
export const plainWord = (text: string): string =>
  fold(text)
    .replace(/[._:;,!?()«»“”"'-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const known = new WeakMap<QuestionTexts, readonly string[]>();

/** The words of a text in all languages, plain; they are compared with every cell of a file. */
const plainTexts = (texts: QuestionTexts): readonly string[] => {
  const found = known.get(texts);
  if (found !== undefined) return found;
  const made = Object.values(texts).map(plainWord);
  known.set(texts, made);
  return made;
};

/** True where a text in any language is this one; `wanted` is plain. */
export const matches = (texts: QuestionTexts, wanted: string): boolean => plainTexts(texts).includes(wanted);

/** True where a text says "does not say" in any language, or by its code: `0` on paper, `_none` in forms. */
export const saysDeclined = (text: string): boolean =>
  text.trim() === declinedCode || matches(enumeratorTexts('none'), plainWord(text));

const fromWords = <Value extends string>(
  values: readonly Value[],
  wordOf: (value: Value) => EnumeratorWord,
): ((text: string) => Value | undefined) => {
  return (text) => {
    const wanted = plainWord(text);
    return values.find((value) => plainWord(value) === wanted || matches(enumeratorTexts(wordOf(value)), wanted));
  };
};

/** Reads the result of a call by its code or its words in any language; undefined where it is none. */
export const readCallResult: (text: string) => CallResult | undefined = fromWords(
  callResults,
  (value) => `result.${value}`,
);

/** Reads who answered by the code or the words in any language; undefined where it is none. */
export const readSource: (text: string) => AnswerSource | undefined = fromWords(
  answerSources,
  (value) => `source.${value}`,
);

/** The value of the choice that a text names: its code, its label in any language, or its number counted from 1. */
export const choiceOf = ({ choices = [] }: Pick<DesignedQuestion, 'choices'>, text: string): string | undefined => {
  const wanted = plainWord(text);
  const named = choices.find(
    ({ value, label }) => value === text.trim() || value.replace(/[_-]+/g, ' ') === wanted || matches(label, wanted),
  );
  if (named !== undefined) return named.value;
  return /^\d{1,2}$/.test(wanted) ? choices[Number(wanted) - 1]?.value : undefined;
};
