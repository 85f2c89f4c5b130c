import type { IsoDate } from '#shared/lib/dates.ts';
import { certificateDate } from '../certificates.ts';
import { lastAttempt } from '../cells.ts';
import { cohortTitle } from '../cohorts.ts';
import type { ConsentWording } from '../consents.ts';
import type { ExportWords } from '../exports/export-table.ts';
import { inLanguage } from '../languages.ts';
import { formatMark, formatPercent } from '../mark-text.ts';
import { message } from '../message.ts';
import type { Paper, PaperBlock } from '../paper.ts';
import type { MainActivity } from '../people.ts';
import { fullName } from '../people.ts';
import type { PersonDossier, PersonMembership } from '../person-file.ts';
import { standardQuestionnaire } from '../questionnaire-standard.ts';
import { textIn } from '../questionnaire-design.ts';
import type { DesignsOfInterviews, PersonWords } from './person-interviews.ts';
import { interviewBlocks } from './person-interviews.ts';

/** What the paper of a person is printed from; `wordings` are the editions that consents name, `designs` those that interviews were held with. */
export type PersonPaperInput = PersonDossier & {
  readonly workspace: string;
  readonly wordings: readonly ConsentWording[];
  readonly designs: DesignsOfInterviews;
  readonly on: IsoDate;
};

const none = '–';

const facts = (items: readonly (readonly [string, string | undefined])[]): PaperBlock => ({
  kind: 'facts',
  items: items.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [{ label, value }])),
});

/** A country or language by its name; a code that has none stays as it is. */
const named = (type: 'region' | 'language', code: string | undefined, language: string): string | undefined =>
  code === undefined || !(type === 'region' ? /^[A-Z]{2}$/ : /^[a-z]{2,3}$/).test(code)
    ? code
    : new Intl.DisplayNames([language], { type, fallback: 'code' }).of(code);

const personFacts = ({ person }: PersonPaperInput, { any, say, day, language }: PersonWords): readonly PaperBlock[] => [
  { kind: 'heading', level: 2, text: say('person') },
  facts([
    [any('people.field.givenNames'), person.givenNames],
    [any('people.field.familyName'), person.familyName],
    [any('people.field.number'), person.number],
    [any('people.field.sex'), person.sex === undefined ? undefined : any(`people.sex.${person.sex}`)],
    [any('people.field.born'), day(person.born)],
    [any('people.field.phone'), person.phone],
    [any('people.field.email'), person.email],
    [any('people.field.community'), person.community],
    [any('people.field.country'), named('region', person.country, language)],
    [say('language'), named('language', person.language, language)],
    [any('people.field.nationalId'), person.nationalId],
    [say('bestTime'), person.bestTime],
    ...person.alternates.map(({ name, relation, phone }): readonly [string, string] => [
      say('alternate'),
      [name, relation, phone].filter((part) => part !== undefined && part !== '').join(', '),
    ]),
  ]),
];

const consentBlocks = ({ person, wordings }: PersonPaperInput, words: PersonWords): readonly PaperBlock[] => {
  const { say, any, day, language } = words;
  const consents = person.consents ?? [];
  if (consents.length === 0) return [];
  const textOf = new Map(wordings.map(({ id, text }) => [id, inLanguage(text, language)]));
  return [
    { kind: 'heading', level: 2, text: say('consents') },
    {
      kind: 'table',
      caption: say('consentsCaption'),
      columns: [
        { title: say('purpose'), share: 16 },
        { title: say('given'), share: 22 },
        { title: say('withdrawn'), share: 22 },
        { title: say('wording'), share: 40 },
      ],
      rows: consents.map(({ purpose, on, how, withdrawn, wording }) => [
        any(`privacy.purpose.${purpose}`),
        `${day(on)}, ${any(`privacy.method.${how}`)}`,
        withdrawn === undefined ? none : `${day(withdrawn.on)}, ${any(`privacy.method.${withdrawn.how}`)}`,
        wording === undefined ? none : (textOf.get(wording) ?? wording),
      ]),
    },
  ];
};

const markBlocks = ({ programme, sheet }: PersonMembership, { say, language }: PersonWords): readonly PaperBlock[] => {
  const assignments = (programme?.modules ?? []).flatMap(({ number, assignments: all }) =>
    all.flatMap(({ id, title, max }) => {
      const cell = sheet?.cells[id];
      const last = lastAttempt(cell);
      if (cell === undefined) return [];
      const mark =
        last?.value === undefined
          ? (cell.outcome ?? none)
          : `${formatMark(last.value, language)} / ${formatMark(max, language)}`;
      return [
        [
          `${String(number)} ${inLanguage(title, language)}`,
          mark,
          [last?.feedback, cell.reason].filter((part) => part !== undefined).join(' '),
        ],
      ];
    }),
  );
  if (assignments.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: say('marks'),
      columns: [
        { title: say('assignment'), share: 30 },
        { title: say('mark'), share: 15 },
        { title: say('feedback'), share: 55 },
      ],
      rows: assignments,
    },
  ];
};

const activityIn = (activity: MainActivity, language: string): string => {
  const choices = standardQuestionnaire.questions.find(({ id }) => id === 'activity')?.choices ?? [];
  return textIn(choices.find(({ value }) => value === activity)?.label, language) || activity;
};

const membershipBlocks = (
  membership: PersonMembership,
  { designs }: PersonPaperInput,
  words: PersonWords,
): readonly PaperBlock[] => {
  const { say, any, day, language } = words;
  const { enrolment, cohort, programme, register, award, certificates } = membership;
  const hours = Object.values(register?.sessions ?? {}).reduce((sum, session) => sum + session.hours, 0);
  return [
    { kind: 'heading', level: 2, text: cohort === undefined ? say('membership') : cohortTitle(cohort) },
    facts([
      [say('programme'), programme === undefined ? undefined : inLanguage(programme.title, language)],
      [any('people.field.status'), any(`people.status.${enrolment.status}`)],
      [any('people.field.statusOn'), day(enrolment.statusOn)],
      [any('people.field.statusNote'), enrolment.statusNote],
      [any('people.field.enrolledOn'), day(enrolment.enrolledOn)],
      [any('people.field.site'), enrolment.site],
      [any('people.field.mentorGroup'), enrolment.mentorGroup],
      [
        say('mentor'),
        [enrolment.mentor?.name, enrolment.mentor?.phone].filter((part) => part !== undefined).join(', '),
      ],
      [
        any('people.field.activity'),
        enrolment.baseline === undefined ? undefined : activityIn(enrolment.baseline.activity, language),
      ],
      [any('people.field.organisation'), enrolment.baseline?.organisation],
      [say('community'), enrolment.baseline?.community],
      [any('people.field.confirmedName'), enrolment.confirmedName],
      [say('hours'), register === undefined ? undefined : formatMark(Math.round(hours * 100), language)],
      [say('awardedOn'), day(award?.awardedOn)],
      [say('overall'), award?.overall === undefined ? undefined : formatPercent(award.overall, language)],
      ...certificates.map(({ serial, issuedOn, status }): readonly [string, string] => [
        say(`certificate.${status}`),
        `${serial}, ${day(issuedOn)}`,
      ]),
    ]),
    ...markBlocks(membership, words),
    ...interviewBlocks(membership, designs, words),
  ];
};

const historyBlocks = (
  { history, exports }: PersonPaperInput,
  { say, any, day }: PersonWords,
): readonly PaperBlock[] => [
  { kind: 'heading', level: 2, text: say('history') },
  {
    kind: 'table',
    caption: say('historyCaption', { count: history.length }),
    columns: [
      { title: say('when'), share: 16 },
      { title: say('who'), share: 20 },
      { title: say('what'), share: 64 },
    ],
    rows: history.map(({ at, by, why }) => [day(at.slice(0, 10)), by.name, any(`reasons.${why.code}`, why.values)]),
  },
  ...(exports.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: say('exports') } as const,
        { kind: 'paragraph', text: say('exportsLead') } as const,
        {
          kind: 'table',
          caption: say('exportsCaption', { count: exports.length }),
          columns: [
            { title: say('when'), share: 16 },
            { title: say('who'), share: 20 },
            { title: say('what'), share: 64 },
          ],
          rows: exports.map(({ at, by, what }) => [day(at.slice(0, 10)), by, what]),
        } as const,
      ]),
];

/** Everything that is kept about one person, as a paper to hand over, in the words of a language. */
export const personPaper = (input: PersonPaperInput, { language, say: sayMessage }: ExportWords): Paper => {
  const words: PersonWords = {
    language,
    say: (key, values) => sayMessage(message(`privacy.file.${key}`, values)),
    any: (key, values) => sayMessage(message(key, values)),
    day: (date) => (date === undefined ? '' : certificateDate(date, language)),
  };
  const { say, day } = words;
  const name = fullName(input.person);
  return {
    title: say('title', { name }),
    subject: say('subject'),
    language,
    date: input.on,
    page: { size: 'A4', orientation: 'portrait' },
    head: { left: input.workspace, right: name },
    foot: say('foot', { date: day(input.on) }),
    number: sayMessage(message('moderation.paper.page', { page: '{{page}}', pages: '{{pages}}' })),
    blocks: [
      { kind: 'heading', level: 1, text: say('title', { name }) },
      { kind: 'paragraph', text: say('lead', { date: day(input.on) }) },
      ...personFacts(input, words),
      ...consentBlocks(input, words),
      ...input.memberships.flatMap((membership) => membershipBlocks(membership, input, words)),
      ...historyBlocks(input, words),
    ],
  };
};
