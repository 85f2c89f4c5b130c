import './competencies.css';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { competencyProfile } from '#shared/domain/competency-profiles.ts';
import type { CohortId, EnrolmentId } from '#shared/domain/ids.ts';
import { loadCompetencies } from '#renderer/db/repositories/competencies.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { useText } from '#renderer/ui/text.tsx';
import { ProfileChart } from './profile-chart.tsx';

type LearnerProfileProps = { readonly cohortId: CohortId; readonly enrolmentId: EnrolmentId };

/** The competency profile of one learner, for the panel beside the results; nothing where no criterion is tied or marked. */
export const LearnerProfile = ({ cohortId, enrolmentId }: LearnerProfileProps): ReactNode => {
  const { t } = useText();
  const content = useLive(() => loadCompetencies(cohortId), [cohortId]);
  const sheet = content?.sheets.get(enrolmentId);
  const profile = useMemo(
    () =>
      content?.framework === undefined || sheet === undefined
        ? []
        : competencyProfile([sheet], { ...content, framework: content.framework }),
    [content, sheet],
  );
  if (profile.every(({ criteria }) => criteria === 0)) return null;
  return (
    <div className="learner-profile">
      <ProfileChart
        caption={t('competencies.profile.learner')}
        description={t('competencies.profile.definition')}
        profile={profile}
      />
    </div>
  );
};
