import type { WaveComparison } from '../outcome-comparison.ts';
import { comparedAnswers } from '../outcome-comparison.ts';
import { outcomeDefinitions } from '../outcome-definitions.ts';
import type { AnswerIndicatorId, IndicatorId } from '../outcome-indicators.ts';
import { flowIndicatorIds } from '../outcome-indicators.ts';
import type { OutcomeReport } from '../outcomes.ts';
import type { Paper, PaperBlock } from '../paper.ts';
import type { OutcomePaperInput, OutcomePaperWords, PaperSection, Voice } from './outcome-paper.ts';
import {
  definitionWords,
  flowBlocks,
  frameOf,
  groupWords,
  namedEstimates,
  openingBlocks,
  readingBlock,
  sharesChart,
  sharesTable,
  silentWords,
  titleOf,
  voiceOf,
  waveWords,
} from './outcome-paper.ts';

/** What the full report is made from: `comparison` where more than one wave has been reached by the same cohorts. */
export type OutcomeReportInput = OutcomePaperInput & { readonly comparison?: WaveComparison };

const heading = (level: 2 | 3, text: string): PaperBlock => ({ kind: 'heading', level, text });

const sectionBlocks = (voice: Voice, section: PaperSection): readonly PaperBlock[] => {
  const { say } = voice;
  const wave = waveWords(voice, section.report.selection.offsetMonths);
  const items = namedEstimates(voice, section);
  return [
    heading(2, `${say('heading.figures')} · ${wave}`),
    sharesChart(voice, say('chart.caption', { wave }), items),
    sharesTable(voice, wave, say('column.indicator'), items),
    sharesTable(
      voice,
      say('heading.placement'),
      say('column.definition'),
      outcomeDefinitions.map((name) => ({
        title: say(`placement.${name}.title`),
        estimate: section.report.placements[name],
      })),
    ),
  ];
};

/** The indicators that are shown country by country. */
const byCountryIds: readonly AnswerIndicatorId[] = ['volunteerToPaid', 'sameCommunity'];

/** So many lines are sure to find room on one page. */
const mostOnPage = 20;

/** A chart or table that is not parted by the end of a page, where it is short enough. */
const whole = (lines: number, block: PaperBlock): PaperBlock =>
  lines > mostOnPage ? block : { kind: 'together', blocks: [block] };

const countryBlocks = (voice: Voice, { ids, report }: PaperSection): readonly PaperBlock[] => {
  if (report.byCountry.length < 2) return [];
  const { say, figures } = voice;
  const wave = waveWords(voice, report.selection.offsetMonths);
  return byCountryIds
    .filter((id) => ids.includes(id))
    .flatMap((id) => {
      const title = titleOf(voice, id, report.selection);
      const items = report.byCountry
        .map(({ country, indicators }) => ({ title: figures.country(country), estimate: indicators[id].estimate }))
        .toSorted((a, b) => a.title.localeCompare(b.title, voice.locale));
      const caption = say('chart.countries', { title, wave });
      return [
        whole(items.length, sharesChart(voice, caption, items)),
        whole(items.length, sharesTable(voice, caption, say('column.country'), items)),
      ];
    });
};

const silentTable = (voice: Voice, report: OutcomeReport): PaperBlock => {
  const { say, figures } = voice;
  const cell = (share: { readonly share: number } | null): string =>
    share === null ? say('few') : figures.share(share.share);
  return {
    kind: 'table',
    caption: say('heading.silent'),
    columns: [
      { title: say('column.group'), share: 46 },
      { title: say('column.answered'), share: 18, align: 'right' },
      { title: say('column.silent'), share: 18, align: 'right' },
      { title: say('column.points'), share: 18, align: 'right' },
    ],
    rows: report.contrasts
      .filter(({ dimension }) => dimension !== 'country' || report.byCountry.length > 1)
      .map((contrast) => [
        groupWords(voice, contrast),
        cell(contrast.answered),
        cell(contrast.silent),
        contrast.difference === null ? '–' : `${figures.points(contrast.difference)}${contrast.flagged ? ' !' : ''}`,
      ]),
  };
};

const comparedIds: readonly IndicatorId[] = [...flowIndicatorIds, ...comparedAnswers];

const wavesBlocks = (voice: Voice, comparison: WaveComparison | undefined): readonly PaperBlock[] => {
  if (comparison === undefined || comparison.reports.length < 2) return [];
  const { say, figures } = voice;
  const share = 66 / comparison.reports.length;
  const cellOf = (report: OutcomeReport, id: IndicatorId): string => {
    const { estimate } = report.indicators[id];
    return estimate.suppressed
      ? say(estimate.because)
      : `${figures.percent(estimate.share)} (${figures.count(estimate.count)} / ${figures.count(estimate.known)})`;
  };
  return [
    heading(2, say('heading.waves')),
    {
      kind: 'paragraph',
      text: `${say('waves.same', { count: comparison.cohorts.length })} ${say('waves.never')}`,
    },
    {
      kind: 'table',
      caption: say('heading.waves'),
      columns: [
        { title: say('column.indicator'), share: 34 },
        ...comparison.offsets.map((offset) => ({ title: waveWords(voice, offset), share, align: 'right' as const })),
      ],
      rows: comparedIds.map((id) => [
        titleOf(voice, id, comparison.reports[0]?.selection ?? { cycle: '', offsetMonths: 0 }),
        ...comparison.reports.map((report) => cellOf(report, id)),
      ]),
    },
  ];
};

const definitionBlocks = (voice: Voice, sections: readonly PaperSection[]): readonly PaperBlock[] => {
  const [first] = sections;
  if (first === undefined) return [];
  const ids: readonly IndicatorId[] = [
    ...flowIndicatorIds,
    ...new Set(sections.flatMap((section) => section.ids)),
  ].filter((id) => id !== 'placement');
  const { selection } = first.report;
  return [
    heading(2, voice.say('heading.definitions')),
    {
      kind: 'facts',
      items: [
        ...ids.map((id) => ({ label: titleOf(voice, id, selection), value: definitionWords(voice, id, selection) })),
        ...outcomeDefinitions.map((name) => ({
          label: voice.say(`placement.${name}.title`),
          value: voice.say(`placement.${name}.definition`),
        })),
      ],
    },
  ];
};

/** The full report: every wave with charts and tables, countries, definitions side by side, who did not answer, waves side by side, how to read it. */
export const outcomeReportPaper = (input: OutcomeReportInput, words: OutcomePaperWords): Paper => {
  const voice = voiceOf(words);
  const { say } = voice;
  const { sections, comparison } = input;
  return {
    ...frameOf(voice, 'report', input),
    blocks: [
      ...openingBlocks(voice, input),
      heading(2, say('heading.flow')),
      ...flowBlocks(voice, sections),
      heading(2, say('heading.read')),
      readingBlock(voice, sections),
      ...sections.flatMap((section) => [
        { kind: 'page-break' as const },
        ...sectionBlocks(voice, section),
        ...countryBlocks(voice, section),
        heading(3, say('heading.silent')),
        { kind: 'paragraph' as const, text: silentWords(voice, section.report) },
        silentTable(voice, section.report),
      ]),
      ...wavesBlocks(voice, comparison),
      ...definitionBlocks(voice, sections),
    ],
  };
};
