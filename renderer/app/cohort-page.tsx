import type { ReactNode } from 'react';
import { Suspense, useMemo } from 'react';
import { Link } from 'wouter';
import { cohortTitle } from '#shared/domain/cohorts.ts';
import { asId } from '#shared/domain/ids.ts';
import type { CohortId } from '#shared/domain/ids.ts';
import { isCurrent } from '#shared/domain/people.ts';
import { getRecord, listByCohort } from '#renderer/db/records.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageTop, PageTopProvider, usePageTopPlaces } from '#renderer/ui/page-top.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { cohortTabs } from './places.ts';
import type { CohortTab } from './places.ts';

type CohortPageProps = {
  readonly id: string;
  /** Absent where a page beside the tabs is shown, such as the import. */
  readonly tab?: CohortTab;
  readonly children: (cohortId: CohortId) => ReactNode;
};

const Tabs = ({ id, tab }: { readonly id: string; readonly tab: CohortTab | undefined }): ReactNode => {
  const { t } = useText();
  return (
    <nav className="tabs" aria-label={t('app.cohortTabs')}>
      {cohortTabs.map((name) => (
        <Link key={name} href={`/cohorts/${id}/${name}`} {...(name === tab ? { 'aria-current': 'page' as const } : {})}>
          {t(`app.tabs.${name}`)}
        </Link>
      ))}
    </nav>
  );
};

/** A cohort's name in the top bar, its tabs, and one of them. */
export const CohortPage = ({ id, tab, children }: CohortPageProps): ReactNode => {
  const { t } = useText();
  const places = usePageTopPlaces();
  // The cohort's name stands in the top bar: its tabs add actions there and no title.
  const inner = useMemo(() => ({ where: null, actions: places.actions }), [places.actions]);
  const cohort = useLive(async () => (await getRecord('cohorts', id)) ?? null, [id]);
  const learners = useLive(
    async () => (await listByCohort('enrolments', id)).filter(({ status }) => isCurrent(status)).length,
    [id],
  );
  if (cohort === undefined) return null;
  if (cohort === null)
    return (
      <EmptyState
        sentence={t('app.noCohort')}
        action={
          <Link className="btn" href="/cohorts">
            {t('app.places.cohorts')}
          </Link>
        }
      />
    );
  const detail = [cohort.place, learners === undefined ? '' : t('app.learners', { count: learners })]
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <div className="cohort">
      <PageTop title={cohortTitle(cohort)} detail={detail} />
      <Tabs id={id} tab={tab} />
      <div className="tab">
        <PageTopProvider value={inner}>
          <Suspense fallback={null}>{children(asId<CohortId>(id))}</Suspense>
        </PageTopProvider>
      </div>
    </div>
  );
};
