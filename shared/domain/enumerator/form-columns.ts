import type { DesignedQuestion } from '../questionnaire-design.ts';
import { callsOfARow, formNames, hiddenHeadings, matches, plainWord } from './form-fields.ts';
import type { EnumeratorWord } from './words.ts';
import { enumeratorTexts } from './words.ts';

/** What a column of a file of interviews can hold beside answers; answers are `answer:<question>`, one choice of several `answer:<question>/<choice>`. */
const formTargets = [
  'alumnus',
  'number',
  'name',
  'born',
  'wave',
  ...callsOfARow.flatMap((place) => [`callOn${place}`, `callResult${place}`] as const),
  'interviewer',
  'source',
  'newPhone',
  'nextCall',
  'callNote',
  'edition',
  'stamp',
  'submission',
  'endedAt',
] as const;

/** Columns that KoBoToolbox and ODK add, and the words of an enumerator's own spreadsheet. */
const known: Readonly<Record<string, string>> = {
  [hiddenHeadings.alumnus]: 'alumnus',
  [hiddenHeadings.wave]: 'wave',
  [hiddenHeadings.edition]: 'edition',
  [hiddenHeadings.stamp]: 'stamp',
  [formNames.alumnus]: 'alumnus',
  [formNames.wave]: 'wave',
  [formNames.edition]: 'edition',
  [formNames.interviewer]: 'interviewer',
  [formNames.callOn]: 'callOn1',
  [formNames.callResult]: 'callResult1',
  [formNames.source]: 'source',
  [formNames.newPhone]: 'newPhone',
  [formNames.nextCall]: 'nextCall',
  [formNames.callNote]: 'callNote',
  _uuid: 'submission',
  KEY: 'submission',
  instanceID: 'submission',
  end: 'endedAt',
  wave: 'wave',
  Wave: 'wave',
};

const wordTargets: readonly (readonly [EnumeratorWord, string])[] = [
  ['number', 'number'],
  ['name', 'name'],
  ...callsOfARow.flatMap((place) => [
    [`callOn${place}`, `callOn${place}`] as const,
    [`callResult${place}`, `callResult${place}`] as const,
  ]),
  ['callOn', 'callOn1'],
  ['callResult', 'callResult1'],
  ['interviewer', 'interviewer'],
  ['source', 'source'],
  ['newPhone', 'newPhone'],
  ['nextCall', 'nextCall'],
  ['callNote', 'callNote'],
  ['alumnus', 'alumnus'],
];

/** What is known of an alumnus and stands beside the answers; it is not read back. */
const contextWords: readonly EnumeratorWord[] = [
  'phone',
  'contacts',
  'community',
  'baseline',
  'lastAnswers',
  'attempts',
];

const questionNamed = (questions: readonly DesignedQuestion[], text: string): DesignedQuestion | undefined => {
  const byId = questions.find(({ id }) => id === text.trim());
  if (byId !== undefined) return byId;
  const told = /\[([A-Za-z]\w*)\]$/.exec(text.trim())?.[1];
  if (told !== undefined) return questions.find(({ id }) => id === told);
  const wanted = plainWord(text);
  if (wanted === '') return undefined;
  return questions.find(({ short, say }) => matches(short, wanted) || matches(say, wanted));
};

/** A heading within groups, `interview/activity` in KoBoToolbox, `interview-activity` in ODK Central: its parts from the last one on. */
const partsOf = (heading: string): readonly string[] => {
  const slashed = heading.split('/').map((part) => part.trim());
  const last = slashed.at(-1) ?? '';
  const dashed = /^[\w-]+$/.test(last) ? last.split('-').at(-1) : undefined;
  return [last, ...(dashed === undefined || dashed === last ? [] : [dashed])];
};

/** What a heading of a file of interviews holds: by id, by a question's words in any language, or by what phones add; undefined where nothing is known. */
export const formTarget = (heading: string, questions: readonly DesignedQuestion[]): string | undefined => {
  const parts = partsOf(heading);
  for (const part of [heading.trim(), ...parts]) {
    const target = Object.hasOwn(known, part) ? known[part] : undefined;
    if (target !== undefined) return target;
    const question = questionNamed(questions, part);
    if (question !== undefined) return `answer:${question.id}`;
  }
  const [last = ''] = parts;
  const above = heading.split('/').at(-2);
  const several = above === undefined ? undefined : questionNamed(questions, above);
  const choice = several?.choices?.find(
    ({ value, label }) =>
      value === last || value.replace(/[_-]+/g, ' ') === plainWord(last) || matches(label, plainWord(last)),
  );
  if (several?.kind === 'multiple' && choice !== undefined) return `answer:${several.id}/${choice.value}`;
  const wanted = plainWord(last);
  if (contextWords.some((word) => matches(enumeratorTexts(word), wanted))) return undefined;
  return wordTargets.find(([word]) => matches(enumeratorTexts(word), wanted))?.[1];
};

/** Everything that a column of a file of interviews can be told to hold. */
export const formTargetsOf = (questions: readonly DesignedQuestion[]): readonly string[] => [
  ...formTargets,
  ...questions.flatMap(({ id, kind, choices = [] }) => [
    `answer:${id}`,
    ...(kind === 'multiple' ? choices.map(({ value }) => `answer:${id}/${value}`) : []),
  ]),
];
