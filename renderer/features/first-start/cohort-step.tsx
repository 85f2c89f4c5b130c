import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { CourseLine } from '#renderer/ui/course-line.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** The workspace is made; the first cohort is three minutes away. */
export const CohortStep = ({
  onImport,
  onToday,
}: {
  readonly onImport: () => void;
  readonly onToday: () => void;
}): ReactNode => {
  const { t } = useText();
  return (
    <form className="step" onSubmit={(event) => (event.preventDefault(), onImport())}>
      <div className="mid">
        <div className="cohort-drawing">
          <CourseLine stations={6} now={1} silent />
        </div>
        <h2>{t('first-start.cohort.title')}</h2>
        <p className="second">{t('first-start.cohort.text')}</p>
        <ol className="how">
          <li>{t('first-start.cohort.how1')}</li>
          <li>{t('first-start.cohort.how2')}</li>
          <li>{t('first-start.cohort.how3')}</li>
        </ol>
      </div>
      <div className="foot">
        <Button kind="plain" onClick={onToday}>
          {t('first-start.cohort.later')}
        </Button>
        <span className="push" />
        <Button type="submit" kind="first" autoFocus>
          {t('first-start.cohort.import')} <Icon name="right" />
        </Button>
      </div>
    </form>
  );
};
