import type { IsoDate } from '#shared/lib/dates.ts';
import { certificateDate } from '../certificates.ts';
import type { Cohort } from '../cohorts.ts';
import { cohortTitle } from '../cohorts.ts';
import type { ExportWords } from '../exports/export-table.ts';
import type { EnrolmentId } from '../ids.ts';
import { inLanguage } from '../languages.ts';
import { formatMark, formatMean, formatPercent } from '../mark-text.ts';
import type { Hundredths } from '../marks.ts';
import type { Message } from '../message.ts';
import { message } from '../message.ts';
import type { BatchFindings, Comparison } from '../moderation-comparison.ts';
import type { ModerationRules } from '../moderation-rules.ts';
import type { MarkerStatistics } from '../moderation-statistics.ts';
import { inPercent, reasonsInWords, rulesInWords, signedMark, signedMean } from '../moderation-words.ts';
import type { Moderation } from '../moderation.ts';
import type { Paper, PaperBlock } from '../paper.ts';
import type { Assignment, HundredthsOfPercent, Module, ProgrammeVersion } from '../programmes.ts';

/** What the sign-off sheet of a batch is printed from. `names` are the learners as they are called; `statistics` are all scripts and then each marker. */
export type SignOffInput = {
  readonly cohort: Pick<Cohort, 'code' | 'name'>;
  readonly programme: Pick<ProgrammeVersion, 'title' | 'version'>;
  readonly module: Pick<Module, 'number' | 'title'>;
  readonly assignment: Pick<Assignment, 'title' | 'max'>;
  readonly moderation: Moderation;
  readonly comparisons: readonly Comparison[];
  readonly findings: BatchFindings;
  readonly statistics: readonly MarkerStatistics[];
  readonly rules: ModerationRules;
  readonly passMark: HundredthsOfPercent;
  readonly names: ReadonlyMap<EnrolmentId, string>;
  readonly on: IsoDate;
};

type Say = (key: string, values?: Message['values']) => string;

const sayer =
  ({ say }: ExportWords): Say =>
  (key, values) =>
    say(message(`moderation.paper.${key}`, values));

const factsOf = (input: SignOffInput, say: Say, words: ExportWords): PaperBlock => {
  const { moderation, module, assignment, programme, cohort } = input;
  const { language } = words;
  const title = inLanguage(assignment.title, language);
  return {
    kind: 'facts',
    items: [
      { label: say('cohort'), value: cohortTitle(cohort) },
      { label: say('programme'), value: `${inLanguage(programme.title, language)} · ${programme.version}` },
      {
        label: say('assignment'),
        value: say('assignmentOf', {
          module: module.number,
          moduleTitle: inLanguage(module.title, language),
          title,
          max: assignment.max / 100,
        }),
      },
      {
        label: say('sample'),
        value: say('sampleOf', {
          count: moderation.sample.length,
          scripts: moderation.scripts,
          seed: String(moderation.seed),
        }),
      },
      {
        label: say('drawn'),
        value: say('onBy', { date: certificateDate(moderation.drawnOn, language), by: moderation.drawnBy }),
      },
      { label: say('rules'), value: words.say(rulesInWords(input.rules)) },
    ],
  };
};

const verdictOf = (
  { moderation, findings, assignment }: SignOffInput,
  say: Say,
  words: ExportWords,
): readonly PaperBlock[] => {
  const { verdict } = moderation;
  const mean = findings.meanDifference;
  const blocks: PaperBlock[] = [
    { kind: 'heading', level: 2, text: say('verdict') },
    {
      kind: 'paragraph',
      tone: 'strong',
      text:
        verdict === undefined
          ? say('noVerdict')
          : say(verdict.kind === 'accepted' ? 'accepted' : 'reMark', {
              date: certificateDate(verdict.on, words.language),
              by: verdict.by,
            }),
    },
  ];
  if (verdict?.note !== undefined) blocks.push({ kind: 'paragraph', text: say('note', { note: verdict.note }) });
  // While second marks are missing the mean could tell the first ones.
  if (mean !== undefined && findings.waiting === 0)
    blocks.push({
      kind: 'paragraph',
      text: say(findings.flagged ? 'meanFlagged' : 'meanWithin', {
        difference: signedMean(mean, words.language),
        percent: inPercent(mean, assignment.max, words.language),
      }),
    });
  return blocks;
};

const sampleTable = (input: SignOffInput, say: Say, words: ExportWords): PaperBlock => {
  const mark = (value: Hundredths | undefined): string =>
    value === undefined ? '' : formatMark(value, words.language);
  return {
    kind: 'table',
    caption: say('table', { count: input.comparisons.length }),
    columns: [
      { title: say('number'), share: 4, align: 'right' },
      { title: say('learner'), share: 24 },
      { title: say('why'), share: 22 },
      { title: say('first'), share: 7, align: 'right' },
      { title: say('second'), share: 8, align: 'right' },
      { title: say('difference'), share: 9, align: 'right' },
      { title: say('agreed'), share: 8, align: 'right' },
      { title: say('noteColumn'), share: 18 },
    ],
    // The first mark stands only where the second is in: the sheet can be taken along for second marking.
    rows: input.comparisons.map(({ enrolmentId, reasons, second, difference, state }, index) => [
      String(index + 1),
      input.names.get(enrolmentId) ?? '–',
      second === undefined ? '' : words.say(reasonsInWords(reasons)),
      mark(second?.first),
      mark(second?.value),
      difference === undefined ? '' : signedMark(difference, words.language),
      mark(second?.agreed?.value),
      second?.agreed?.note ?? (state === 'gone' ? say('gone') : ''),
    ]),
    rowHeight: 7,
  };
};

const statisticsBlocks = (input: SignOffInput, say: Say, { language }: ExportWords): readonly PaperBlock[] => {
  const { statistics, assignment, findings } = input;
  if (findings.waiting > 0 || statistics.length === 0)
    return [
      { kind: 'heading', level: 2, text: say('statistics') },
      { kind: 'paragraph', tone: 'note', text: say('statisticsLater') },
    ];
  const who = (marker: MarkerStatistics['marker']): string => marker ?? say(marker === null ? 'all' : 'unnamed');
  const mark = (value: number | undefined): string => (value === undefined ? '–' : formatMean(value, language));
  const share = (value: number): number => Math.max(0, Math.min(100, (value * 100) / assignment.max));
  return [
    {
      kind: 'table',
      caption: say('statistics'),
      columns: [
        { title: say('marker'), share: 30 },
        ...(['scripts', 'mean', 'deviation', 'passed', 'compared', 'meanDifference'] as const).map((name) => ({
          title: say(name),
          share: 12,
          align: 'right' as const,
        })),
      ],
      rows: statistics.map((one) => [
        who(one.marker),
        String(one.scripts),
        mark(one.mean),
        mark(one.deviation),
        formatPercent(one.passShare, language),
        String(one.compared),
        one.meanDifference === undefined ? '–' : signedMean(one.meanDifference, language),
      ]),
    },
    {
      kind: 'bars',
      caption: say('chart'),
      description: say('chartWords', { pass: input.passMark / 100 }),
      max: 100,
      bars: statistics.map(({ marker, mean, deviation, scripts }) => ({
        label: say('bar', { marker: who(marker), count: scripts }),
        value: share(mean),
        text: `${formatPercent(Math.round(share(mean) * 10), language)} %`,
        ...(deviation === undefined ? {} : { low: share(mean - deviation), high: share(mean + deviation) }),
      })),
    },
  ];
};

/**
 * The sign-off sheet of a batch: what was drawn and how, the verdict, both marks of each script, statistics, lines to sign on. Printed before the second
 * marks are in, it has room for them and no first mark beside it.
 */
export const signOffPaper = (input: SignOffInput, words: ExportWords): Paper => {
  const say = sayer(words);
  const title = say('title', {
    module: input.module.number,
    assignment: inLanguage(input.assignment.title, words.language),
  });
  return {
    title,
    subject: say('subject', { cohort: input.cohort.code }),
    language: words.language,
    date: input.on,
    page: { size: 'A4', orientation: 'portrait' },
    head: { left: inLanguage(input.programme.title, words.language), right: cohortTitle(input.cohort) },
    foot: say('foot', { date: certificateDate(input.on, words.language), seed: String(input.moderation.seed) }),
    number: say('page', { page: '{{page}}', pages: '{{pages}}' }),
    blocks: [
      factsOf(input, say, words),
      ...verdictOf(input, say, words),
      { kind: 'heading', level: 2, text: say('samples') },
      sampleTable(input, say, words),
      ...statisticsBlocks(input, say, words),
      {
        kind: 'signatures',
        lines: [{ office: say('moderator') }, { office: say('firstMarker') }, { office: say('coordinator') }],
        dateLabel: say('date'),
      },
    ],
  };
};
