import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { cohortTitle } from '#shared/domain/cohorts.ts';
import type { CohortToday } from '#renderer/db/repositories/today.ts';
import { CourseLine } from '#renderer/ui/course-line.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import type { Text } from '#renderer/ui/text.tsx';
import { useText } from '#renderer/ui/text.tsx';

const shown = 4;

const whereIs = ({ cohort, now, modules, frozen }: CohortToday, { t, formatDate }: Text): string => {
  if (now === 0) return t('today.line.begins', { date: formatDate(cohort.starts) });
  if (frozen) return t('today.line.awarded');
  const module = modules[now - 1];
  if (module === undefined) return t('today.line.marked');
  return t('today.line.module', { number: module.number, known: module.known, expected: module.expected });
};

/** Where each cohort at work stands on its course line. */
export const CohortLines = ({ cohorts }: { readonly cohorts: readonly CohortToday[] }): ReactNode => {
  const text = useText();
  const { t } = text;
  return (
    <Sheet title={t('today.where')} actions={<Link href="/cohorts">{t('today.allCohorts')}</Link>}>
      {cohorts.length === 0 && <p className="today-nothing">{t('today.noneAtWork')}</p>}
      {cohorts.slice(0, shown).map((today) => (
        <div className="course" key={today.cohort.id}>
          <h3>
            <Link href={`/cohorts/${today.cohort.id}/overview`}>{cohortTitle(today.cohort)}</Link>
            <span className="nowrap">{t('app.learners', { count: today.learners })}</span>
          </h3>
          <CourseLine stations={today.modules.length} now={today.now} label={today.cohort.code} />
          <p>{whereIs(today, text)}</p>
        </div>
      ))}
    </Sheet>
  );
};
