import './today.css';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { readRisksToday } from '#renderer/db/repositories/risks-today.ts';
import { countCohorts, readCallsToday, readCohortsToday } from '#renderer/db/repositories/today.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { now, today } from '#renderer/desktop/clock.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { PageTop } from '#renderer/ui/page-top.tsx';
import type { Text } from '#renderer/ui/text.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { CohortLines } from './cohort-lines.tsx';
import type { Need } from './needs.ts';
import { needsOf } from './needs.ts';
import { NeedsList } from './needs-list.tsx';

const greetingOf = (name: string, { t }: Text): string => {
  const hour = new Date(now()).getHours();
  const part = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  return t(`today.greeting.${part}`, { name: name.trim().split(/\s+/)[0] ?? '' });
};

const summaryOf = (needs: readonly Need[], { t }: Text): string => {
  const delayed = needs.find(({ kind }) => kind === 'delayed');
  if (delayed !== undefined) return t('today.summary.delayed', { count: delayed.count });
  return needs.length === 0 ? t('today.summary.nothing') : t('today.summary.waiting', { count: needs.length });
};

/** What waits for the person today, and where the cohorts are. */
export const TodayPage = (): ReactNode => {
  const text = useText();
  const { t, formatDate } = text;
  const { author } = useSession();
  const day = today();
  const cohorts = useLive(() => readCohortsToday(day), [day]);
  const calls = useLive(() => readCallsToday(day), [day]);
  const risks = useLive(() => readRisksToday(day, text.language), [day, text.language]);
  const all = useLive(countCohorts, []);
  const needs = cohorts === undefined ? undefined : needsOf(cohorts, calls, author.role, risks);
  const [first] = cohorts ?? [];
  return (
    <div className="today-page">
      <PageTop title={t('app.places.today')} detail={formatDate(day, 'full')} />
      <div className="hello">
        <div>
          <h2>{greetingOf(author.name, text)}</h2>
          <p>{needs === undefined || all === 0 ? ' ' : summaryOf(needs, text)}</p>
        </div>
        {first !== undefined && (
          <Link className="btn push" href={`/cohorts/${first.cohort.id}/import`}>
            <Icon name="import" /> {t('today.import')}
          </Link>
        )}
      </div>
      {all === 0 && (
        <section className="sheet today-empty">
          <EmptyState
            sentence={t('today.empty')}
            action={
              <Link className="btn first" href="/cohorts">
                {t('today.firstCohort')}
              </Link>
            }
          />
        </section>
      )}
      {all !== undefined && all > 0 && needs !== undefined && cohorts !== undefined && (
        <>
          <NeedsList needs={needs} calls={calls} />
          <CohortLines cohorts={cohorts} />
        </>
      )}
    </div>
  );
};
