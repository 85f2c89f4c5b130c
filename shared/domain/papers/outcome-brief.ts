import type { Paper, PaperBlock } from '../paper.ts';
import type { OutcomePaperInput, OutcomePaperWords, PaperSection, Voice } from './outcome-paper.ts';
import {
  definitionWords,
  flowBlocks,
  frameOf,
  namedEstimates,
  openingBlocks,
  readingBlock,
  sharesChart,
  silentWords,
  titleOf,
  voiceOf,
  waveWords,
} from './outcome-paper.ts';

const charts = (voice: Voice, sections: readonly PaperSection[]): readonly PaperBlock[] =>
  sections.map((section) =>
    sharesChart(
      voice,
      voice.say('chart.caption', { wave: waveWords(voice, section.report.selection.offsetMonths) }),
      namedEstimates(voice, section),
    ),
  );

/** The bounds are told in a sentence: the chart holds the intervals. */
const boundsItems = (voice: Voice, sections: readonly PaperSection[]): readonly string[] =>
  sections.flatMap(({ ids, report }) =>
    ids.flatMap((id) => {
      const { estimate } = report.indicators[id];
      if (estimate.suppressed) return [];
      return [`${titleOf(voice, id, report.selection)}: ${voice.figures.range(estimate.bounds)}`];
    }),
  );

/** One page for a donor: the figures with their counts and intervals, who did not answer, how to read it, and the definitions. */
export const outcomeBrief = (input: OutcomePaperInput, words: OutcomePaperWords): Paper => {
  const voice = voiceOf(words);
  const { say } = voice;
  const { sections } = input;
  const [first] = sections;
  const small = (text: string): PaperBlock => ({ kind: 'paragraph', tone: 'small', text });
  return {
    ...frameOf(voice, 'brief', input),
    onePage: true,
    blocks: [
      ...openingBlocks(voice, input),
      ...flowBlocks(voice, sections),
      ...charts(voice, sections),
      small(`${say('column.bounds')} (%) · ${boundsItems(voice, sections).join(' · ')}`),
      { kind: 'heading', level: 2, text: say('heading.silent') },
      ...(first === undefined ? [] : [{ kind: 'paragraph' as const, text: silentWords(voice, first.report) }]),
      { kind: 'heading', level: 2, text: say('heading.read') },
      readingBlock(voice, sections),
      { kind: 'heading', level: 2, text: say('heading.definitions') },
      ...sections.flatMap(({ ids, report }) =>
        ids.map((id) =>
          small(`${titleOf(voice, id, report.selection)}: ${definitionWords(voice, id, report.selection)}`),
        ),
      ),
    ],
  };
};
