import './competencies.css';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { CompetencyFramework } from '#shared/domain/competencies.ts';
import { competencyProfile } from '#shared/domain/competency-profiles.ts';
import type { CohortId } from '#shared/domain/ids.ts';
import { fullName, isCurrent } from '#shared/domain/people.ts';
import type { CohortCompetencies } from '#renderer/db/repositories/competencies.ts';
import { loadCompetencies, tieCounts } from '#renderer/db/repositories/competencies.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FilterSelect } from '#renderer/ui/filter-select.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { FrameworkSheet } from './framework-sheet.tsx';
import { ImportFramework } from './import-framework.tsx';
import { ProfileChart } from './profile-chart.tsx';

type ProfilesProps = { readonly content: CohortCompetencies; readonly framework: CompetencyFramework };

const everybody = '';

/** The cohort's profile, and beside it one learner's if one is chosen. */
const Profiles = ({ content, framework }: ProfilesProps): ReactNode => {
  const { t, compare } = useText();
  const [chosen, setChosen] = useState(everybody);
  const learners = useMemo(
    () =>
      content.learners
        .filter(({ enrolment }) => isCurrent(enrolment.status))
        .toSorted((a, b) => compare(fullName(a.person), fullName(b.person))),
    [content, compare],
  );
  const whole = useMemo(
    () =>
      competencyProfile(
        learners.flatMap(({ enrolment }) => content.sheets.get(enrolment.id) ?? []),
        { ...content, framework },
      ),
    [content, framework, learners],
  );
  const learner = learners.find(({ enrolment }) => enrolment.id === chosen);
  const sheet = learner && content.sheets.get(learner.enrolment.id);
  const own = sheet === undefined ? undefined : competencyProfile([sheet], { ...content, framework });
  const marked = Math.max(0, ...whole.map(({ learners: count }) => count));
  return (
    <Sheet
      className="profile-sheet"
      title={t('competencies.profile.title')}
      count={t('competencies.profile.learners', { count: marked, of: learners.length })}
      actions={
        <FilterSelect
          label={t('competencies.profile.of')}
          value={chosen}
          onChange={setChosen}
          on={chosen !== everybody}
          options={[
            { value: everybody, label: t('competencies.profile.everybody') },
            ...learners.map(({ enrolment, person }) => ({ value: enrolment.id, label: fullName(person) })),
          ]}
        />
      }
    >
      <div className="profile-body">
        {learner !== undefined && own !== undefined && (
          <ProfileChart
            caption={t('competencies.profile.of1', { name: fullName(learner.person) })}
            description={t('competencies.profile.ownDescription')}
            profile={own}
          />
        )}
        <ProfileChart
          caption={t('competencies.profile.cohort', { code: content.cohort.code })}
          description={t('competencies.profile.description')}
          profile={whole}
        />
        <p className="second">
          <b>{t('competencies.profile.definitionTitle')}</b> {t('competencies.profile.definition')}
        </p>
      </div>
    </Sheet>
  );
};

const Shown = ({ content }: { readonly content: CohortCompetencies }): ReactNode => {
  const { t } = useText();
  const [importing, setImporting] = useState(false);
  const { framework, cohort, programme } = content;
  const ties = `/cohorts/${cohort.id}/results/ties`;
  const { tied, of } = tieCounts(content);
  return (
    <div className="competencies">
      {framework === undefined ? (
        <section className="sheet">
          <EmptyState
            sentence={t(content.frameworks.length === 0 ? 'competencies.empty' : 'competencies.choose')}
            action={
              <Button kind="first" onClick={() => setImporting(true)}>
                {t('competencies.import.open')}
              </Button>
            }
          />
        </section>
      ) : tied === 0 ? (
        <section className="sheet">
          <EmptyState
            sentence={t('competencies.untied', { name: framework.name })}
            action={
              <Link className="btn first" href={ties}>
                {t('competencies.tie')}
              </Link>
            }
          />
        </section>
      ) : (
        <Profiles content={content} framework={framework} />
      )}
      <div className="competencies-side">
        <FrameworkSheet content={content} onImport={() => setImporting(true)}>
          <p>
            {t('competencies.tiedOf', { count: tied, of })} <Link href={ties}>{t('competencies.tie')}</Link>
          </p>
        </FrameworkSheet>
        {of === 0 && <Note tone="info">{t('competencies.noCriteria')}</Note>}
      </div>
      {importing && (
        <ImportFramework
          programmeId={programme.id}
          frameworks={content.frameworks}
          onClose={() => setImporting(false)}
        />
      )}
    </div>
  );
};

/** What the learners of a cohort can do by now, competency by competency. */
export const CompetenciesTab = ({ cohortId }: { readonly cohortId: CohortId }): ReactNode => {
  const content = useLive(() => loadCompetencies(cohortId), [cohortId]);
  return content === undefined ? null : <Shown content={content} />;
};
