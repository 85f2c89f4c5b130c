import type { AnswerIndicatorId, IndicatorId } from '#shared/domain/outcome-indicators.ts';
import { answerIndicatorIds } from '#shared/domain/outcome-indicators.ts';
import type { Contrast } from '#shared/domain/outcome-contrasts.ts';

/** Which wave the page is about: the two of the published headline, each under its own heading, or one wave with everything it asked. */
export type WaveView = 'headline' | number;

/** The indicators that are shown under one wave's heading. Waves are never pooled. */
export type Section = { readonly offsetMonths: number; readonly ids: readonly AnswerIndicatorId[] };

const headline: readonly Section[] = [
  { offsetMonths: 18, ids: ['volunteerToPaid', 'attribution', 'unpaidToStipend', 'askedToLead', 'placement'] },
  { offsetMonths: 24, ids: ['sameCommunity'] },
];

/** The views that a cycle offers, given the waves that have opened for it. */
export const viewsOf = (offsets: readonly number[]): readonly WaveView[] => [
  ...(offsets.includes(18) ? (['headline'] as const) : []),
  ...offsets,
];

/** The wanted view where the cycle offers it, else its first. */
export const viewOr = (wanted: WaveView | undefined, offsets: readonly number[]): WaveView | undefined => {
  const views = viewsOf(offsets);
  return wanted !== undefined && views.includes(wanted)
    ? wanted
    : views.includes('headline')
      ? 'headline'
      : views.at(-1);
};

/** The headings and indicators of a view; a wave that has not opened is left out. */
export const sectionsOf = (view: WaveView, offsets: readonly number[]): readonly Section[] =>
  view === 'headline'
    ? headline.filter(({ offsetMonths }) => offsets.includes(offsetMonths))
    : [{ offsetMonths: view, ids: answerIndicatorIds }];

const publishedShares: Readonly<Record<string, number>> = {
  'volunteerToPaid:18': 250,
  'attribution:18': 740,
  'sameCommunity:24': 750,
};

/** The programme's published share (domain.md 5) in tenths of a per cent, for the wave it was published for. */
export const publishedShare = (id: IndicatorId, offsetMonths: number): number | undefined =>
  publishedShares[`${id}:${offsetMonths}`];

/** Indicators that are a part of the one above them, and so stand indented. */
export const isPart = (id: IndicatorId): boolean => id === 'attribution' || id === 'unpaidToStipend';

/** The order in which groups are shown; countries follow. */
const groupOrder: readonly string[] = [
  'sex:female',
  'sex:male',
  'sex:other',
  'age:under-25',
  'age:25-39',
  'age:40-plus',
  'baseline:volunteer',
  'baseline:paid',
  'baseline:other',
  'secondary:done',
  'secondary:not-done',
  'mark:70-plus',
  'mark:60-69',
  'mark:under-60',
];
const always: readonly string[] = [
  'sex:female',
  'age:under-25',
  'age:40-plus',
  'baseline:volunteer',
  'secondary:done',
  'mark:70-plus',
];
const keyOf = ({ dimension, group }: Contrast): string => `${dimension}:${group}`;
const size = ({ difference }: Contrast): number => Math.abs(difference ?? 0);
const rank = (contrast: Contrast): number => {
  const index = groupOrder.indexOf(keyOf(contrast));
  return index < 0 ? groupOrder.length : index;
};

/** Every comparison in the order in which it is read: women before men, the young before the old, countries last. */
export const orderedContrasts = (contrasts: readonly Contrast[]): readonly Contrast[] =>
  contrasts.toSorted((a, b) => rank(a) - rank(b));

/** The comparisons shown at once: one of each kind, all who are under-heard, flagged countries, and of the countries at least two. */
export const shortContrasts = (contrasts: readonly Contrast[]): readonly Contrast[] => {
  const countries = contrasts
    .filter(({ dimension }) => dimension === 'country')
    .toSorted((a, b) => size(b) - size(a))
    .filter((contrast, index) => contrast.flagged || index < 2);
  const isUnderHeard = ({ flagged, difference }: Contrast): boolean => flagged && (difference ?? 0) < 0;
  return orderedContrasts(contrasts).filter(
    (contrast) => isUnderHeard(contrast) || always.includes(keyOf(contrast)) || countries.includes(contrast),
  );
};

/** Groups that answered much less, and much more, than they stand for. */
export const flaggedSides = (
  contrasts: readonly Contrast[],
): { readonly under: readonly Contrast[]; readonly over: readonly Contrast[] } => ({
  under: contrasts.filter(({ flagged, difference }) => flagged && (difference ?? 0) < 0),
  over: contrasts.filter(({ flagged, difference }) => flagged && (difference ?? 0) > 0),
});

/** The end of the country chart's scale in tenths of a per cent: the next full 20 % above the widest interval. */
export const scaleEnd = (highs: readonly number[]): number =>
  Math.min(1000, Math.max(200, Math.ceil(Math.max(0, ...highs) / 200) * 200));
