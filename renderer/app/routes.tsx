import type { ComponentType, ReactNode } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { CohortId } from '#shared/domain/ids.ts';
import { TodayPage } from '#renderer/features/today/today-page.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageTop } from '#renderer/ui/page-top.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { CohortPage } from './cohort-page.tsx';
import {
  AlumniPage,
  CertificatesPage,
  CertificatesTab,
  CohortLearners,
  CohortOverview,
  CohortsPage,
  FollowUpCall,
  FollowUpTab,
  ImportWizard,
  MarksTab,
  OutcomesPage,
  PeoplePage,
  PersonPage,
  ResultsTab,
  SettingsPage,
} from './feature-pages.ts';
import type { CohortTab } from './places.ts';
import { cohortTabs } from './places.ts';

const NotFound = (): ReactNode => {
  const { t } = useText();
  return (
    <>
      <PageTop title={t('app.nowhere')} />
      <EmptyState sentence={t('app.noPage')} />
    </>
  );
};

const tabPages: Readonly<Record<CohortTab, ComponentType<{ readonly cohortId: CohortId }>>> = {
  overview: CohortOverview,
  learners: CohortLearners,
  marks: MarksTab,
  results: ResultsTab,
  certificates: CertificatesTab,
  'follow-up': FollowUpTab,
};

/** One route for all tabs: the cohort's name and its tabs stand still while one goes from tab to tab. */
const CohortTabRoute = ({ id, tab }: { readonly id: string; readonly tab: string }): ReactNode => {
  const known = cohortTabs.find((name) => name === tab);
  if (known === undefined) return <NotFound />;
  const Tab = tabPages[known];
  return (
    <CohortPage id={id} tab={known}>
      {(cohortId) => <Tab cohortId={cohortId} />}
    </CohortPage>
  );
};

/** Which page stands at which address. */
export const Routes = (): ReactNode => (
  <Switch>
    <Route path="/">
      <TodayPage />
    </Route>
    <Route path="/cohorts">
      <CohortsPage />
    </Route>
    <Route path="/cohorts/:id/import">
      {({ id }) => <CohortPage id={id}>{(cohortId) => <ImportWizard cohortId={cohortId} />}</CohortPage>}
    </Route>
    <Route path="/cohorts/:id/:tab">{({ id, tab }) => <CohortTabRoute id={id} tab={tab} />}</Route>
    <Route path="/cohorts/:id">{({ id }) => <Redirect to={`/cohorts/${id}/overview`} replace />}</Route>
    <Route path="/people">
      <PeoplePage />
    </Route>
    <Route path="/people/:id">{({ id }) => <PersonPage personId={id} />}</Route>
    <Route path="/certificates">
      <CertificatesPage />
    </Route>
    <Route path="/alumni">
      <AlumniPage />
    </Route>
    <Route path="/alumni/call/:enrolmentId/:waveId">
      {({ enrolmentId, waveId }) => (
        <FollowUpCall key={`${enrolmentId}:${waveId}`} enrolmentId={enrolmentId} waveId={waveId} />
      )}
    </Route>
    <Route path="/outcomes">
      <OutcomesPage />
    </Route>
    <Route path="/settings">
      <SettingsPage />
    </Route>
    <Route>
      <NotFound />
    </Route>
  </Switch>
);
