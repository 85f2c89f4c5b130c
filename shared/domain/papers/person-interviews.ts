import type { IsoDate } from '#shared/lib/dates.ts';
import type { FollowUp } from '../follow-ups.ts';
import type { Message } from '../message.ts';
import type { PaperBlock } from '../paper.ts';
import type { PersonMembership } from '../person-file.ts';
import { answerTo, questionOf } from '../questionnaire.ts';
import type { QuestionnaireDesign } from '../questionnaire-design.ts';
import { textIn } from '../questionnaire-design.ts';

/** The words of a paper about a person: its own (`say`), any other key (`any`), and days. */
export type PersonWords = {
  readonly language: string;
  readonly say: (key: string, values?: Message['values']) => string;
  readonly any: (key: string, values?: Message['values']) => string;
  readonly day: (date: IsoDate | undefined) => string;
};

/** The edition that each interview was held with, by the id of the interview. */
export type DesignsOfInterviews = ReadonlyMap<string, QuestionnaireDesign>;

const answerRows = (
  { answers, source }: FollowUp,
  design: QuestionnaireDesign | undefined,
  { any, language }: PersonWords,
): readonly (readonly [string, string])[] => {
  // A question that its edition does not know any more is shown with its id: what is kept is not left out.
  const known = design?.questions.map(({ id }) => id) ?? [];
  const { own = {}, ...standard } = answers;
  const ids = [...new Set([...known, ...Object.keys(standard), ...Object.keys(own)])];
  const rows = ids.flatMap((id): readonly (readonly [string, string])[] => {
    const answer = answerTo(answers, id);
    if (answer === undefined) return [];
    const question = design === undefined ? undefined : questionOf(design, id);
    const shown = (typeof answer === 'object' ? answer : [answer]).map((value) => {
      const choice = question?.choices?.find((each) => each.value === value);
      return choice === undefined ? String(value) : textIn(choice.label, language);
    });
    return [[textIn(question?.say, language) || id, shown.join(', ')]];
  });
  return source === undefined
    ? rows
    : [...rows, [any('exports.column.source'), any(`followUpStates.source.${source}`)]];
};

const answersTable = (
  wave: string,
  rows: readonly (readonly [string, string])[],
  { say }: PersonWords,
): PaperBlock => ({
  kind: 'table',
  caption: say('answers', { wave }),
  columns: [
    { title: say('question'), share: 55 },
    { title: say('answer'), share: 45 },
  ],
  rows,
});

const callsTable = (wave: string, { attempts }: FollowUp, { say, any, day }: PersonWords): PaperBlock => ({
  kind: 'table',
  caption: say('calls', { wave }),
  columns: [
    { title: say('when'), share: 18 },
    { title: say('who'), share: 22 },
    { title: say('what'), share: 18 },
    { title: say('note'), share: 42 },
  ],
  rows: attempts.map(({ at, by, outcome, note }) => [
    day(at.slice(0, 10)),
    by,
    any(`followUpStates.outcome.${outcome}`),
    note ?? '',
  ]),
});

/** What a person was asked and said after the course, and every try at reaching them, wave by wave. */
export const interviewBlocks = (
  { followUps, programme }: PersonMembership,
  designs: DesignsOfInterviews,
  words: PersonWords,
): readonly PaperBlock[] => {
  const offsetOf = ({ waveId }: FollowUp): number | undefined =>
    programme?.rules.waves.find(({ id }) => id === waveId)?.offsetMonths;
  return followUps
    .toSorted((a, b) => (offsetOf(a) ?? 0) - (offsetOf(b) ?? 0))
    .flatMap((followUp): readonly PaperBlock[] => {
      const count = offsetOf(followUp);
      const wave = count === undefined ? followUp.waveId : words.any('followUpStates.wave', { count });
      const rows = answerRows(followUp, designs.get(followUp.id), words);
      return [
        ...(rows.length === 0 ? [] : [answersTable(wave, rows, words)]),
        ...(followUp.attempts.length === 0 ? [] : [callsTable(wave, followUp, words)]),
      ];
    });
};
