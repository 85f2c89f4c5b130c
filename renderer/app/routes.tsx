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
  AlumnusPage,
  CertificatesPage,
  CertificatesTab,
  CohortLearners,
  CohortOverview,
  CohortsPage,
  FollowUpCall,
  FollowUpTab,
  ImportWizard,
  MarksTab,
  ModerationTab,
  OutcomesPage,
  PeoplePage,
  PersonPage,
  PersonPrivacy,
  PrivacyPage,
  PlanPage,
  QuestionnaireEditor,
  QuestionnairesPage,
  RegisterPage,
  SettingsPage,
  TemplateEditor,
  TemplatesPage,
} from './feature-pages.ts';
import type { CohortTab } from './places.ts';
import { cohortTabs, resultsViews } from './places.ts';
import { ResultsPage } from './results-page.tsx';

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
  moderation: ModerationTab,
  results: ResultsPage,
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

/** A view of the tab Results and awards that has an address of its own. */
const ResultsViewRoute = ({ id, view }: { readonly id: string; readonly view: string }): ReactNode => {
  const known = resultsViews.find((name) => name === view);
  if (known === undefined) return <NotFound />;
  return (
    <CohortPage id={id} tab="results">
      {(cohortId) => <ResultsPage cohortId={cohortId} view={known} />}
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
    <Route path="/cohorts/:id/import/follow-up">
      {({ id }) => (
        <CohortPage id={id}>{(cohortId) => <ImportWizard cohortId={cohortId} kind="follow-up" />}</CohortPage>
      )}
    </Route>
    <Route path="/cohorts/:id/results/:view">{({ id, view }) => <ResultsViewRoute id={id} view={view} />}</Route>
    <Route path="/cohorts/:id/:tab">{({ id, tab }) => <CohortTabRoute id={id} tab={tab} />}</Route>
    <Route path="/cohorts/:id">{({ id }) => <Redirect to={`/cohorts/${id}/overview`} replace />}</Route>
    <Route path="/people">
      <PeoplePage />
    </Route>
    <Route path="/people/:id">{({ id }) => <PersonPage personId={id} more={<PersonPrivacy personId={id} />} />}</Route>
    <Route path="/certificates">
      <CertificatesPage />
    </Route>
    <Route path="/certificates/templates">
      <TemplatesPage />
    </Route>
    <Route path="/certificates/templates/:id">{({ id }) => <TemplateEditor id={decodeURIComponent(id)} />}</Route>
    <Route path="/alumni/import">
      <ImportWizard />
    </Route>
    <Route path="/alumni">
      <AlumniPage />
    </Route>
    <Route path="/alumni/register">
      <RegisterPage />
    </Route>
    <Route path="/alumni/plan">
      <PlanPage />
    </Route>
    <Route path="/alumni/questionnaires">
      <QuestionnairesPage />
    </Route>
    <Route path="/alumni/questionnaires/:id">
      {({ id }) => <QuestionnaireEditor key={id} id={decodeURIComponent(id)} />}
    </Route>
    <Route path="/alumni/person/:enrolmentId">
      {({ enrolmentId }) => <AlumnusPage key={enrolmentId} enrolmentId={enrolmentId} />}
    </Route>
    <Route path="/alumni/call/:enrolmentId/:waveId">
      {({ enrolmentId, waveId }) => (
        <FollowUpCall key={`${enrolmentId}:${waveId}`} enrolmentId={enrolmentId} waveId={waveId} />
      )}
    </Route>
    <Route path="/outcomes">
      <OutcomesPage />
    </Route>
    <Route path="/settings/privacy">
      <PrivacyPage />
    </Route>
    <Route path="/settings">
      <SettingsPage />
    </Route>
    <Route>
      <NotFound />
    </Route>
  </Switch>
);
