import type { ReactNode } from 'react';
import type { Cohort } from '#shared/domain/cohorts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useCountryNames } from '#renderer/ui/country-names.ts';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** Where and with whom a cohort is held, and its days. */
export const CalendarSheet = ({
  cohort,
  onEdit,
}: {
  readonly cohort: Cohort;
  readonly onEdit: () => void;
}): ReactNode => {
  const { t, formatDate } = useText();
  const { nameOf } = useCountryNames();
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('cohorts.field.starts'), formatDate(cohort.starts)],
    [t('cohorts.field.census'), formatDate(cohort.census)],
    [
      t('cohorts.field.graduation'),
      cohort.graduation === undefined ? (
        <span className="quiet">{t('cohorts.notSet')}</span>
      ) : (
        formatDate(cohort.graduation)
      ),
    ],
    [t('cohorts.field.place'), [cohort.place, nameOf(cohort.country)].filter((part) => part !== '').join(', ')],
    [
      t('cohorts.field.partner'),
      cohort.partner === '' ? <span className="quiet">{t('cohorts.notSet')}</span> : cohort.partner,
    ],
    [
      t('cohorts.field.cycle'),
      cohort.cycle === '' ? <span className="quiet">{t('cohorts.notSet')}</span> : cohort.cycle,
    ],
  ];
  return (
    <Sheet
      title={t('cohorts.cohort', { code: cohort.code })}
      actions={
        <Button size="tiny" onClick={onEdit} aria-label={t('cohorts.editCohort')}>
          {t('cohorts.edit')}
        </Button>
      }
    >
      <FactList className="cohort-facts" facts={facts} />
    </Sheet>
  );
};
