import type { IsoDate } from '#shared/lib/dates.ts';
import type { Contrast } from '../outcome-contrasts.ts';
import type { Figures } from '../outcome-figures.ts';
import { makeFigures } from '../outcome-figures.ts';
import type { AnswerIndicatorId, IndicatorId } from '../outcome-indicators.ts';
import type { OutcomeSelection } from '../outcome-selection.ts';
import type { OutcomeReport } from '../outcomes.ts';
import type { Paper, PaperBlock } from '../paper.ts';
import type { Estimate } from '../statistics.ts';

/** Languages of the outcome papers. */
export const outcomePaperLanguages = ['en', 'fr', 'pt', 'sw'] as const;
export type OutcomePaperLanguage = (typeof outcomePaperLanguages)[number];

/** The words of one language; keys are those of resources/outcome-papers. */
export type OutcomePaperWords = {
  readonly language: OutcomePaperLanguage;
  readonly locale: string;
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
};

/** One wave with the indicators that are shown of it. */
export type PaperSection = { readonly ids: readonly AnswerIndicatorId[]; readonly report: OutcomeReport };

/** What the papers are made from. `cohort` is a code. */
export type OutcomePaperInput = {
  readonly workspace: string;
  readonly demonstration: boolean;
  readonly cohort?: string;
  readonly sections: readonly PaperSection[];
  readonly on: IsoDate;
};

/** Words and figures together. */
export type Voice = OutcomePaperWords & { readonly figures: Figures; readonly date: (day: IsoDate) => string };

/** Makes the voice of a paper. */
export const voiceOf = (words: OutcomePaperWords): Voice => {
  const days = new Intl.DateTimeFormat(words.locale, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    ...words,
    figures: makeFigures(words.locale),
    date: (day) => days.format(new Date(`${day}T00:00:00Z`)),
  };
};

type Shown = Extract<Estimate, { readonly suppressed: false }>;

const shown = (estimate: Estimate): Shown | undefined => (estimate.suppressed ? undefined : estimate);

/** `Exit`, or so many months after. */
export const waveWords = ({ say }: Voice, offsetMonths: number): string =>
  offsetMonths === 0 ? say('wave.exit') : say('wave.months', { count: offsetMonths });

/** The title of an indicator; placement is named by its definition. */
export const titleOf = ({ say }: Voice, id: IndicatorId, { definition = 'programme' }: OutcomeSelection): string =>
  id === 'placement' ? say(`placement.${definition}.title`) : say(`indicators.${id}.title`);

/** How an indicator is computed. */
export const definitionWords = (
  { say }: Voice,
  id: IndicatorId,
  { definition = 'programme' }: OutcomeSelection,
): string => (id === 'placement' ? say(`placement.${definition}.definition`) : say(`indicators.${id}.definition`));

/** Whom the paper is about, in words: the cycle and what narrows it. */
export const whomWords = ({ say, figures }: Voice, selection: OutcomeSelection, cohort: string | undefined): string => {
  const { cycle, country, site, sex, ageBand, baseline } = selection;
  return [
    say('whom.cycle', { cycle }),
    ...(cohort === undefined ? [] : [say('whom.cohort', { cohort })]),
    ...(country === undefined ? [] : [figures.country(country)]),
    ...(site === undefined ? [] : [say('whom.site', { site })]),
    ...(sex === undefined ? [] : [say(`whom.sex.${sex}`)]),
    ...(ageBand === undefined ? [] : [say(`whom.age.${ageBand}`)]),
    ...(baseline === undefined ? [] : [say(`whom.baseline.${baseline}`)]),
  ].join(' · ');
};

/** From the beginning to the answers, in sentences. */
export const flowBlocks = (voice: Voice, sections: readonly PaperSection[]): readonly PaperBlock[] => {
  const { say, figures } = voice;
  const [first] = sections;
  if (first === undefined) return [];
  const { flow, indicators } = first.report;
  const completion = shown(indicators.completion.estimate);
  const began =
    completion === undefined
      ? flow.awarded === null
        ? say('flow.completedFew')
        : say('flow.completed', { awarded: figures.count(flow.awarded) })
      : say('flow.began', {
          enrolled: figures.count(completion.known),
          awarded: figures.count(completion.count),
          share: figures.percent(completion.share),
        });
  const asked = sections.map(({ report }) => {
    const wave = waveWords(voice, report.selection.offsetMonths);
    const response = shown(report.indicators.response.estimate);
    if (response === undefined) return say('flow.askedFew', { wave });
    const { lost } = report.flow;
    const words = say('flow.asked', {
      wave,
      followed: figures.count(response.known),
      responded: figures.count(response.count),
      share: figures.percent(response.share),
    });
    return `${words} ${lost === null ? say('flow.lostFew') : say('flow.lost', { lost: figures.count(lost) })}`;
  });
  return [{ kind: 'list', items: [began, ...asked] }];
};

const hiddenWords = ({ say }: Voice, estimate: Estimate): string => say(estimate.suppressed ? estimate.because : 'few');

const countsWords = ({ figures, say }: Voice, { count, known, indicative }: Shown): string =>
  `${figures.count(count)} / ${figures.count(known)}${indicative ? ` ${say('star')}` : ''}`;

type Named = { readonly title: string; readonly estimate: Estimate };

/** A chart of shares with their intervals; what is hidden has its place and no bar. */
export const sharesChart = (voice: Voice, caption: string, items: readonly Named[]): PaperBlock => {
  const { say, figures } = voice;
  const description = items.map(({ title, estimate }) => {
    const one = shown(estimate);
    if (one === undefined) return `${title}: ${hiddenWords(voice, estimate)}.`;
    return say('chart.words', {
      title,
      share: figures.percent(one.share),
      count: figures.count(one.count),
      known: figures.count(one.known),
      low: figures.share(one.interval.low),
      high: figures.percent(one.interval.high),
    });
  });
  return {
    kind: 'bars',
    caption,
    description: description.join(' '),
    max: 1000,
    bars: items.map(({ title, estimate }) => {
      const one = shown(estimate);
      if (one === undefined) return { label: title, value: 0, text: hiddenWords(voice, estimate) };
      const text = `${figures.percent(one.share)} (${countsWords(voice, one)})`;
      return { label: title, value: one.share, text, low: one.interval.low, high: one.interval.high };
    }),
  };
};

/** The same figures as a table, with the bounds. */
export const sharesTable = (voice: Voice, caption: string, heading: string, items: readonly Named[]): PaperBlock => {
  const { say, figures } = voice;
  const right = 'right' as const;
  return {
    kind: 'table',
    caption,
    columns: [
      { title: heading, share: 34 },
      { title: say('column.share'), share: 12, align: right },
      { title: say('column.known'), share: 18, align: right },
      { title: say('column.interval'), share: 18, align: right },
      { title: say('column.bounds'), share: 18, align: right },
    ],
    rows: items.map(({ title, estimate }) => {
      const one = shown(estimate);
      return one === undefined
        ? [title, '–', hiddenWords(voice, estimate), '–', '–']
        : [
            title,
            figures.percent(one.share),
            countsWords(voice, one),
            figures.range(one.interval),
            figures.range(one.bounds),
          ];
    }),
  };
};

/** The indicators of a section with their titles. */
export const namedEstimates = (voice: Voice, { ids, report }: PaperSection): readonly Named[] =>
  ids.map((id) => ({ title: titleOf(voice, id, report.selection), estimate: report.indicators[id].estimate }));

/** The name of a group that answered or did not. */
export const groupWords = ({ say, figures }: Voice, { dimension, group }: Contrast): string =>
  dimension === 'country' ? figures.country(group) : say(`contrast.${dimension}.${group}`);

/** Who is heard too little and too much, in a sentence each. */
export const silentWords = (voice: Voice, { contrasts, byCountry }: OutcomeReport): string => {
  const { say, figures } = voice;
  const flagged = contrasts.filter((each) => each.flagged && (each.dimension !== 'country' || byCountry.length > 1));
  if (flagged.length === 0) return say('silent.even');
  const names = (sign: number): string =>
    figures.list(
      flagged.filter(({ difference }) => Math.sign(difference ?? 0) === sign).map((each) => groupWords(voice, each)),
    );
  const under = names(-1);
  const over = names(1);
  return [
    ...(under === '' ? [] : [say('silent.under', { groups: under })]),
    ...(over === '' ? [] : [say('silent.over', { groups: over })]),
    say('silent.read'),
  ].join(' ');
};

/** How to read the figures. */
export const readingBlock = ({ say }: Voice, sections: readonly PaperSection[]): PaperBlock => {
  const missing = sections[0]?.report.flow.baselineMissing;
  return {
    kind: 'list',
    items: [
      say('read.share'),
      say('read.interval'),
      say('read.bounds'),
      say('read.few'),
      ...(missing === null ? [say('read.baselineMissingFew')] : []),
      ...(missing === undefined || missing === null || missing === 0
        ? []
        : [say('read.baselineMissing', { count: missing })]),
      say('waves.never'),
    ],
  };
};

/** What both papers have in common; `part` is `brief` or `report`. */
export const frameOf = (
  voice: Voice,
  part: 'brief' | 'report',
  { workspace, cohort, sections, on }: OutcomePaperInput,
): Omit<Paper, 'blocks'> => {
  const { say, language } = voice;
  const [first] = sections;
  const whom = first === undefined ? '' : whomWords(voice, first.report.selection, cohort);
  return {
    title: say(`${part}.title`),
    subject: say(`${part}.subject`),
    language,
    date: on,
    page: { size: 'A4', orientation: 'portrait' },
    head: { left: workspace, right: whom },
    foot: say('foot', { date: voice.date(on) }),
    number: say('page', { page: '{{page}}', pages: '{{pages}}' }),
  };
};

/** Said first where nobody is real, and whom the paper is about. */
export const openingBlocks = (voice: Voice, input: OutcomePaperInput): readonly PaperBlock[] => {
  const [first] = input.sections;
  return [
    ...(input.demonstration
      ? [{ kind: 'paragraph' as const, tone: 'note' as const, text: voice.say('demonstration') }]
      : []),
    ...(first === undefined
      ? []
      : [
          {
            kind: 'paragraph' as const,
            tone: 'strong' as const,
            text: whomWords(voice, first.report.selection, input.cohort),
          },
        ]),
  ];
};
