import type { ComponentType, ReactNode } from 'react';
import { useCallback } from 'react';
import { Link } from 'wouter';
import type { CohortId, EnrolmentId } from '#shared/domain/ids.ts';
import { useText } from '#renderer/ui/text.tsx';
import { BoardTab, CompetenciesTab, LearnerProfile, ResultsTab, TiesPage } from './feature-pages.ts';
import type { ResultsView } from './places.ts';
import { resultsViews } from './places.ts';

const Learners = ({ cohortId }: { readonly cohortId: CohortId }): ReactNode => {
  const profile = useCallback(
    (enrolmentId: EnrolmentId) => <LearnerProfile cohortId={cohortId} enrolmentId={enrolmentId} />,
    [cohortId],
  );
  return <ResultsTab cohortId={cohortId} profile={profile} />;
};

const views: Readonly<Record<ResultsView, ComponentType<{ readonly cohortId: CohortId }>>> = {
  learners: Learners,
  board: BoardTab,
  competencies: CompetenciesTab,
  ties: TiesPage,
};

const addressOf = (cohortId: CohortId, view: ResultsView): string =>
  view === 'learners' ? `/cohorts/${cohortId}/results` : `/cohorts/${cohortId}/results/${view}`;

type ResultsPageProps = { readonly cohortId: CohortId; readonly view?: ResultsView };

/** The tab Results and awards with its views: the learners, the award board, the competencies and what they are tied to. */
export const ResultsPage = ({ cohortId, view = 'learners' }: ResultsPageProps): ReactNode => {
  const { t } = useText();
  const View = views[view];
  return (
    <div className="views">
      <nav className="view-links" aria-label={t('results.views')}>
        {resultsViews.map((name) => (
          <Link
            key={name}
            href={addressOf(cohortId, name)}
            {...(name === view ? { 'aria-current': 'page' as const } : {})}
          >
            {t(`results.view.${name}`)}
          </Link>
        ))}
      </nav>
      <div className="view">
        <View cohortId={cohortId} />
      </div>
    </div>
  );
};
