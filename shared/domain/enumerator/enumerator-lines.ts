import type { IsoDate } from '#shared/lib/dates.ts';
import type { Award } from '../awards.ts';
import type { Cohort } from '../cohorts.ts';
import type { WaveState } from '../follow-up-waves.ts';
import type { FollowUp } from '../follow-ups.ts';
import type { Enrolment, Person } from '../people.ts';
import type { Wave } from '../programmes.ts';
import type { QuestionnaireDesign, QuestionnaireLanguage } from '../questionnaire-design.ts';
import { textIn } from '../questionnaire-design.ts';
import { questionOf } from '../questionnaire.ts';
import { answersLine, answerText } from './answer-text.ts';
import { enumeratorWords } from './words.ts';

/** One alumnus to be interviewed, with all that an enumerator needs. `last` is the newest interview before this wave, `caller` who was asked to call. */
export type EnumeratorLine = {
  readonly award: Award;
  readonly person: Person;
  readonly enrolment: Enrolment;
  readonly state: WaveState;
  readonly followUp: FollowUp | undefined;
  readonly last: FollowUp | undefined;
  readonly caller?: string;
};

/** What a sheet or a form is made from: one cohort, one wave, one edition of the questionnaire, one language. */
export type EnumeratorInput = {
  readonly cohort: Cohort;
  readonly wave: Wave;
  readonly design: QuestionnaireDesign;
  readonly lines: readonly EnumeratorLine[];
  readonly language: QuestionnaireLanguage;
  readonly today: IsoDate;
  readonly interviewer?: string;
};

/** True where somebody is still to be interviewed in a wave: not complete, and nothing speaks against calling. */
export const isToInterview = ({ block }: WaveState): boolean =>
  block === undefined || block === 'not-open' || block === 'closed' || block === 'unreachable';

/** The first day on which an interview of the wave can be: the graduation, or earlier where the window of an exit survey opens before it. */
export const firstDay = ({ cohort, lines, today }: Pick<EnumeratorInput, 'cohort' | 'lines' | 'today'>): IsoDate =>
  [cohort.graduation ?? today, ...lines.map(({ state }) => state.opens)].toSorted()[0] ?? today;

/** What a wave is called in a language. */
export const waveText = ({ offsetMonths }: Wave, language: QuestionnaireLanguage): string =>
  offsetMonths === 0
    ? enumeratorWords(language)('wave.exit')
    : enumeratorWords(language)('wave.months', { count: offsetMonths });

/** The other people through whom somebody can be reached: the two alternates and the mentor. */
export const contactsText = ({ person, enrolment }: Pick<EnumeratorLine, 'person' | 'enrolment'>): string =>
  [...person.alternates, ...(enrolment.mentor === undefined ? [] : [enrolment.mentor])]
    .map(({ name, relation, phone }) => [name, relation, phone].filter((part) => part !== undefined && part !== ''))
    .filter((parts) => parts.length > 0)
    .map((parts) => parts.join(', '))
    .join('; ');

/** Where somebody lives as far as known: the community said last, else that of the enrolment. */
export const communityText = ({ person, enrolment, last }: EnumeratorLine): string =>
  last?.answers.newCommunity ?? person.community ?? enrolment.baseline?.community ?? '';

/** The main activity at enrolment in words; empty where it is not known. */
export const baselineText = (
  { enrolment: { baseline } }: Pick<EnumeratorLine, 'enrolment'>,
  { design, language }: Pick<EnumeratorInput, 'design' | 'language'>,
): string => {
  const question = questionOf(design, 'activity');
  if (baseline === undefined) return '';
  return question === undefined ? baseline.activity : answerText(question, baseline.activity, language);
};

/** What was said last time, in one line. */
export const lastText = (
  { last }: Pick<EnumeratorLine, 'last'>,
  { design, language }: Pick<EnumeratorInput, 'design' | 'language'>,
): string => (last === undefined ? '' : answersLine(last.answers, design, language));

/** The calls so far, `2026-05-01 No answer; …`. */
export const attemptsText = ({ followUp }: Pick<EnumeratorLine, 'followUp'>, language: QuestionnaireLanguage): string =>
  (followUp?.attempts ?? [])
    .map(({ at, outcome }) => `${at.slice(0, 10)} ${enumeratorWords(language)(`result.${outcome}`)}`)
    .join('; ');

/** A question's heading, told apart from another of the same words. */
export const headingsOf = (
  { questions }: QuestionnaireDesign,
  language: QuestionnaireLanguage,
): ReadonlyMap<string, string> => {
  const taken = new Set<string>();
  return new Map(
    questions.map(({ id, short }) => {
      const text = textIn(short, language) || id;
      const heading = taken.has(text.toLowerCase()) ? `${text} [${id}]` : text;
      taken.add(heading.toLowerCase());
      return [id, heading] as const;
    }),
  );
};
