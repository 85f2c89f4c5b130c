import type { Award } from '../awards.ts';
import { consentFor } from '../consents.ts';
import type { WaveState } from '../follow-up-waves.ts';
import type { FollowUp } from '../follow-ups.ts';
import { message } from '../message.ts';
import type { Enrolment, Person } from '../people.ts';
import type { Wave } from '../programmes.ts';
import type { Question } from '../questionnaire.ts';
import { questionnaire } from '../questionnaire.ts';
import type { ColumnOf, ExportWords } from './export-table.ts';

/** One alumnus in one wave with everything a caller needs and what was answered so far. */
export type FollowUpLine = {
  readonly cohortCode: string;
  readonly award: Award;
  readonly person: Person;
  readonly enrolment: Enrolment;
  readonly wave: Wave;
  readonly state: WaveState;
  readonly followUp: FollowUp | undefined;
};

const title = (name: string) => message(`exports.column.${name}`);

const answerOf = (question: Question, line: FollowUpLine, { say }: ExportWords): string | undefined => {
  const answer = line.followUp?.answers[question.id];
  if (answer === undefined)
    return line.followUp?.declined?.includes(question.id) === true
      ? say(message('questionnaire.none.label'))
      : undefined;
  const choice = question.choices.find(({ value }) => value === answer);
  return choice === undefined ? answer : say(message(choice.labelKey));
};

/** Telephones are given only of those who may be called, or may be asked: never of the dead, nor of those who said no. */
const isReachable = ({ state, person, enrolment }: FollowUpLine): boolean =>
  state.status !== 'deceased' &&
  state.status !== 'opted-out' &&
  consentFor(person, enrolment, 'follow-up-calls') !== 'declined';

const contact = (line: FollowUpLine, index: number): string | undefined => {
  if (!isReachable(line)) return undefined;
  const { name, relation, phone } = line.person.alternates[index] ?? {};
  const text = [name, relation, phone].filter((part) => part !== undefined && part !== '').join(', ');
  return text === '' ? undefined : text;
};

/** The columns of the follow-up list: whom to call how, and what was answered. */
export const followUpColumns = (words: ExportWords): readonly ColumnOf<FollowUpLine>[] => {
  const { say } = words;
  return [
    { title: title('cohort'), cell: ({ cohortCode }) => cohortCode },
    { title: title('wave'), cell: ({ wave }) => say(message('followUpStates.wave', { count: wave.offsetMonths })) },
    { title: message('import.field.number'), cell: ({ person }) => person.number },
    { title: title('alumnus'), width: 28, cell: ({ award }) => award.name },
    {
      title: message('import.field.phone'),
      width: 18,
      cell: (line) => (isReachable(line) ? line.person.phone : undefined),
    },
    { title: title('contact1'), width: 30, cell: (line) => contact(line, 0) },
    { title: title('contact2'), width: 30, cell: (line) => contact(line, 1) },
    {
      title: title('baselineActivity'),
      width: 24,
      cell: ({ enrolment: { baseline } }) =>
        baseline === undefined ? undefined : say(message(`questionnaire.activity.choice.${baseline.activity}`)),
    },
    {
      title: title('baselineCommunity'),
      width: 18,
      cell: ({ enrolment, person }) => enrolment.baseline?.community ?? person.community,
    },
    { title: title('opens'), kind: 'date', cell: ({ state }) => state.opens },
    { title: title('dueOn'), kind: 'date', cell: ({ state }) => state.dueOn },
    { title: title('closes'), kind: 'date', cell: ({ state }) => state.closes },
    { title: title('state'), cell: ({ state }) => say(message(`followUpStates.status.${state.status}`)) },
    {
      title: title('callable'),
      width: 30,
      cell: ({ state }) =>
        say(message(state.block === undefined ? 'exports.yes' : `followUpStates.block.${state.block}`)),
    },
    { title: title('attempts'), kind: 'number', cell: ({ state }) => state.attempts },
    { title: title('next'), kind: 'date', cell: ({ state }) => state.next },
    ...questionnaire.map((question): ColumnOf<FollowUpLine> => ({
      title: message(question.shortKey),
      width: 22,
      cell: (line) => answerOf(question, line, words),
    })),
    {
      title: title('source'),
      cell: ({ followUp }) =>
        followUp?.source === undefined ? undefined : say(message(`followUpStates.source.${followUp.source}`)),
    },
    { title: title('completedOn'), kind: 'date', cell: ({ followUp }) => followUp?.completedOn },
  ];
};

const order = ({ state, wave, award }: FollowUpLine): string =>
  `${state.callable ? 0 : 1} ${state.next ?? ''} ${state.closes} ${String(wave.offsetMonths).padStart(4, '0')} ${award.name}`;

/** Those to be called first on top. */
export const inCallOrder = (lines: readonly FollowUpLine[]): readonly FollowUpLine[] =>
  lines
    .map((line) => ({ line, key: order(line) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ line }) => line);
