import './today.css';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { CallsToday } from '#renderer/db/repositories/calls-today.ts';
import { readRisksToday } from '#renderer/db/repositories/risks-today.ts';
import { knownToday, readToday } from '#renderer/db/repositories/today.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { now, today } from '#renderer/desktop/clock.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { PageTop } from '#renderer/ui/page-top.tsx';
import type { Text } from '#renderer/ui/text.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { AtRiskSheet } from './at-risk-sheet.tsx';
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

/** The calls that can be made. They are read by code that the start does not wait for, and after where the cohorts are. */
const useCalls = (day: IsoDate, mayRead: boolean): CallsToday | undefined => {
  const [read, setRead] = useState<(day: IsoDate) => Promise<CallsToday>>();
  useEffect(() => {
    let wanted = true;
    void import('#renderer/db/repositories/calls-today.ts').then(
      ({ readCallsToday }) => wanted && setRead(() => readCallsToday),
    );
    return () => {
      wanted = false;
    };
  }, []);
  return useLive(async () => (mayRead ? read?.(day) : undefined), [day, mayRead, read]);
};

/** What waits for the person today, and where the cohorts are. */
export const TodayPage = (): ReactNode => {
  const text = useText();
  const { t, formatDate } = text;
  const { author } = useSession();
  const day = today();
  const found = useLive(() => readToday(day), [day], knownToday(day));
  const calls = useCalls(day, found !== undefined);
  const contents = found?.contents;
  const risks = useLive(
    async () => (contents === undefined ? undefined : readRisksToday(contents, day, text.language)),
    [contents, day, text.language],
  );
  const needs = found === undefined ? undefined : needsOf(found.cohorts, calls, author.role);
  const empty = found?.total === 0;
  const [first] = found?.cohorts ?? [];
  return (
    <div className="today-page">
      <PageTop title={t('app.places.today')} detail={formatDate(day, 'full')} />
      <div className="hello">
        <div>
          <h2>{greetingOf(author.name, text)}</h2>
          <p>{needs === undefined || empty ? ' ' : summaryOf(needs, text)}</p>
        </div>
        {first !== undefined && (
          <Link className="btn push" href={`/cohorts/${first.cohort.id}/import`}>
            <Icon name="import" /> {t('today.import')}
          </Link>
        )}
      </div>
      {empty && (
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
      {found !== undefined && !empty && needs !== undefined && (
        <>
          <div className="work">
            <NeedsList needs={needs} calls={calls} />
            {risks !== undefined && <AtRiskSheet risks={risks} />}
          </div>
          <CohortLines cohorts={found.cohorts} />
        </>
      )}
    </div>
  );
};
