import type { Text } from '#renderer/ui/text.tsx';
import { formatPercent } from '#shared/domain/mark-text.ts';
import type { summaryOf } from './marks-facts.ts';

/** What is selected in words: cells, marks and their mean; nothing for a single cell. */
export const selectionWords = (
  { t, language }: Text,
  { cells, marks, mean, selected }: ReturnType<typeof summaryOf>,
): string => {
  if (selected < 2) return '';
  const counted = t('marks.selectionMarks', { count: marks });
  return mean === undefined
    ? t('marks.selection', { count: cells, marks: counted })
    : t('marks.selectionMean', { count: cells, marks: counted, mean: formatPercent(mean, language) });
};
