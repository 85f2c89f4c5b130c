import type { CohortToday } from '#renderer/db/repositories/today.ts';
import type { Text } from '#renderer/ui/text.tsx';

/** Where a cohort at work stands, in words. */
export const whereItStands = (
  { cohort, now, modules, frozen }: Pick<CohortToday, 'cohort' | 'now' | 'modules' | 'frozen'>,
  { t, formatDate }: Pick<Text, 't' | 'formatDate'>,
): string => {
  if (frozen) return t('cohorts.stands.frozen');
  if (now === 0) return t('cohorts.stands.begins', { date: formatDate(cohort.starts) });
  const module = modules[now - 1];
  if (module === undefined) return t('cohorts.stands.marked');
  return module.known === 0
    ? t('cohorts.stands.module', { number: module.number })
    : t('cohorts.stands.marking', { number: module.number, known: module.known, expected: module.expected });
};
