import { formatMark, formatMean, formatPercent } from './mark-text.ts';
import type { Hundredths } from './marks.ts';
import type { Message } from './message.ts';
import { message } from './message.ts';
import { commaList } from './message-lists.ts';
import type { ModerationRules } from './moderation-rules.ts';
import type { SampleReason } from './moderation.ts';

/** Why a script is in the sample, in words. */
export const reasonsInWords = (reasons: readonly SampleReason[]): Message =>
  commaList(reasons.map((reason) => message(`moderation.reason.${reason}`)));

/** How many scripts of a sample are there for which reason, in words; the counts of `countReasons`. */
export const countsInWords = (counts: ReadonlyMap<SampleReason, number>): Message =>
  commaList([...counts].map(([reason, count]) => message(`moderation.counted.${reason}`, { count })));

/** The rules of second marking in one sentence. */
export const rulesInWords = (rules: ModerationRules): Message =>
  message('moderation.rules', {
    whole: rules.wholeUpTo,
    marker: rules.perMarker,
    near: rules.nearPass / 100,
    tolerance: rules.tolerance / 100,
    limit: rules.meanLimit / 100,
  });

/** A difference of marks with its sign, `+1.5` or `−0.5`; rounded to a hundredth of a mark. */
export const signedMark = (difference: Hundredths | number, language: string): string => {
  const rounded = Math.sign(difference) * Math.round(Math.abs(difference));
  return `${rounded > 0 ? '+' : ''}${formatMark(rounded, language)}`;
};

/** A mean difference of marks with its sign and two decimals, `+0.43`. */
export const signedMean = (difference: number, language: string): string =>
  `${Math.round(difference) > 0 ? '+' : ''}${formatMean(difference, language)}`;

/** A difference of marks as a share of the maximum with its sign, in per cent with one decimal and without the sign of per cent. */
export const inPercent = (difference: number, max: Hundredths, language: string): string => {
  const tenths = Math.round((difference * 1000) / max);
  return `${tenths > 0 ? '+' : ''}${formatPercent(tenths, language)}`;
};
