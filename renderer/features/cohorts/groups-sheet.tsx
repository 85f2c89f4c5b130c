import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { CohortId } from '#shared/domain/ids.ts';
import type { Enrolment } from '#shared/domain/people.ts';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { countPlaces } from './groups.ts';

/** Learners at each site and in each mentor group. */
export const GroupsSheet = ({
  cohortId,
  enrolments,
}: {
  readonly cohortId: CohortId;
  readonly enrolments: readonly Enrolment[];
}): ReactNode => {
  const { t, compare, formatNumber } = useText();
  const places = countPlaces(enrolments, compare);
  return (
    <Sheet
      title={t('cohorts.places')}
      actions={<Link href={`/cohorts/${cohortId}/learners`}>{t('cohorts.toLearners')}</Link>}
    >
      {places.length === 0 && <p className="sheet-empty">{t('cohorts.noPlaces')}</p>}
      <ul className="places">
        {places.map(({ site, count, groups }) => (
          <li key={site}>
            <span className="cut">{site === '' ? <span className="quiet">{t('cohorts.noSite')}</span> : site}</span>
            <b>{formatNumber(count)}</b>
            <small>
              {groups
                .filter(({ mentorGroup }) => mentorGroup !== '' || groups.length > 1)
                .map((group) =>
                  t('cohorts.groupCount', {
                    group: group.mentorGroup === '' ? t('cohorts.noGroup') : group.mentorGroup,
                    count: group.count,
                  }),
                )
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </Sheet>
  );
};
