import type { IsoDate } from '#shared/lib/dates.ts';
import type { ListChange } from '../award-lists.ts';
import { changedParts } from '../award-lists.ts';
import type { Approval, AwardLine, AwardList } from '../awards.ts';
import { certificateDate } from '../certificates.ts';
import type { Cohort } from '../cohorts.ts';
import { cohortTitle } from '../cohorts.ts';
import type { ExportWords } from '../exports/export-table.ts';
import { inLanguage } from '../languages.ts';
import { formatPercent } from '../mark-text.ts';
import type { Message } from '../message.ts';
import { message } from '../message.ts';
import type { Paper, PaperBlock } from '../paper.ts';
import type { ProgrammeVersion } from '../programmes.ts';

/** A learner who is not on the list, with what is missing and what the board noted. */
export type LeftOut = { readonly name: string; readonly missing: readonly Message[]; readonly note?: string };

/**
 * What an award list is printed from. `frozen` is absent for a draft before the board; `changes` are against the list that it supersedes. `leftOut` is
 * printed on drafts alone.
 */
export type AwardListPaperInput = {
  readonly cohort: Pick<Cohort, 'code' | 'name' | 'partner' | 'place'>;
  readonly programme: Pick<ProgrammeVersion, 'title' | 'version' | 'modules'>;
  readonly lines: readonly AwardLine[];
  readonly approvals: readonly Approval[];
  readonly on: IsoDate;
  readonly frozen?: Pick<AwardList, 'frozenOn' | 'frozenBy' | 'reason'> & { readonly superseded: boolean };
  readonly changes: readonly ListChange[];
  readonly leftOut: readonly LeftOut[];
};

type Say = (key: string, values?: Message['values']) => string;

const sayer =
  ({ say }: ExportWords): Say =>
  (key, values) =>
    say(message(`awards.paper.${key}`, values));

const awardTable = (input: AwardListPaperInput, say: Say, language: string): PaperBlock => ({
  kind: 'table',
  caption: say('table', { count: input.lines.length }),
  columns: [
    { title: say('number'), share: 4, align: 'right' },
    { title: say('name'), share: 34 },
    ...input.programme.modules.map(({ number }) => ({
      title: say('module', { number }),
      share: 6,
      align: 'right' as const,
    })),
    { title: say('overall'), share: 9, align: 'right' },
    { title: say('hours'), share: 8, align: 'right' },
  ],
  rows: input.lines.map((line, index) => [
    String(index + 1),
    line.confirmedName,
    ...input.programme.modules.map(({ number }) => {
      const result = line.modules.find((module) => module.number === number)?.result;
      return result === undefined ? '–' : formatPercent(result, language);
    }),
    formatPercent(line.overall, language),
    say('figure', { value: line.hours }),
  ]),
});

const factsOf = (input: AwardListPaperInput, say: Say, language: string): PaperBlock => {
  const { cohort, programme, frozen, lines } = input;
  const fact = (name: string, value: string) => ({ label: say(`fact.${name}`), value });
  return {
    kind: 'facts',
    items: [
      fact('cohort', [cohortTitle(cohort), cohort.place, cohort.partner].filter((part) => part !== '').join(' · ')),
      fact('programme', say('version', { title: inLanguage(programme.title, language), version: programme.version })),
      fact('awards', say('figure', { value: lines.length })),
      frozen === undefined
        ? fact('state', say('draftOn', { date: certificateDate(input.on, language) }))
        : fact('state', say('frozenOn', { date: certificateDate(frozen.frozenOn, language), by: frozen.frozenBy })),
      ...(frozen?.reason === undefined ? [] : [fact('reason', frozen.reason)]),
    ],
  };
};

const changeLine = (change: ListChange, say: Say, { say: words }: ExportWords): string => {
  switch (change.kind) {
    case 'added':
      return say('added', { name: change.after.confirmedName });
    case 'dropped':
      return say('dropped', { name: change.before.confirmedName });
    case 'changed':
      return say('changed', {
        name: change.after.confirmedName,
        changes: changedParts(change).map(words).join(' · '),
      });
  }
};

const changesBlocks = (input: AwardListPaperInput, say: Say, words: ExportWords): readonly PaperBlock[] =>
  input.changes.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: say('changes') },
        { kind: 'list', items: input.changes.map((change) => changeLine(change, say, words)) },
      ];

const leftOutBlocks = (input: AwardListPaperInput, say: Say, words: ExportWords): readonly PaperBlock[] =>
  input.frozen !== undefined || input.leftOut.length === 0
    ? []
    : [
        {
          kind: 'table',
          caption: say('leftOut', { count: input.leftOut.length }),
          columns: [
            { title: say('name'), share: 28 },
            { title: say('missing'), share: 44 },
            { title: say('note'), share: 28 },
          ],
          rows: input.leftOut.map(({ name, missing, note }) => [name, missing.map(words.say).join(' · '), note ?? '']),
        },
      ];

/** Who signs where nobody has approved yet: lines without names for the offices that a board has. */
const emptyOffices = ['chair', 'director', 'moderator'] as const;

const signatureBlocks = ({ approvals }: AwardListPaperInput, say: Say, language: string): readonly PaperBlock[] => [
  {
    kind: 'together',
    blocks: [
      { kind: 'heading', level: 2, text: say('decision') },
      { kind: 'paragraph', text: say('declaration') },
      ...(approvals.length === 0
        ? []
        : [
            {
              kind: 'list' as const,
              items: approvals.map(({ name, office, on }) =>
                say('approved', { name, office, date: certificateDate(on, language) }),
              ),
            },
          ]),
      {
        kind: 'signatures',
        dateLabel: say('date'),
        lines:
          approvals.length === 0
            ? emptyOffices.map((office) => ({ office: say(`office.${office}`) }))
            : approvals.map(({ name, office }) => ({ office, name })),
      },
    ],
  },
];

/** The award list of a cohort as a document for the board to sign: the draft before it is frozen, the frozen list, or one that was superseded. */
export const awardListPaper = (input: AwardListPaperInput, words: ExportWords): Paper => {
  const { language } = words;
  const say = sayer(words);
  const { cohort, programme, frozen } = input;
  const state = frozen === undefined ? 'draft' : frozen.superseded ? 'superseded' : 'frozen';
  const warning: readonly PaperBlock[] =
    state === 'frozen' ? [] : [{ kind: 'paragraph', tone: 'note', text: say(`state.${state}`) }];
  return {
    title: say(`title.${state}`, { code: cohort.code }),
    subject: inLanguage(programme.title, language),
    language,
    date: input.on,
    page: { size: 'A4', orientation: 'portrait' },
    head: { left: inLanguage(programme.title, language), right: say('head', { code: cohort.code }) },
    foot: say('foot', { date: certificateDate(input.on, language) }),
    number: say('page'),
    blocks: [
      ...warning,
      factsOf(input, say, language),
      ...changesBlocks(input, say, words),
      awardTable(input, say, language),
      ...leftOutBlocks(input, say, words),
      ...signatureBlocks(input, say, language),
    ],
  };
};
