import './cohorts.css';
import type { ReactNode } from 'react';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Cohort } from '#shared/domain/cohorts.ts';
import { peopleCounts, peopleIndexVersion, watchPeopleIndex } from '#renderer/db/people-index.ts';
import { listCohorts, listProgrammes } from '#renderer/db/repositories/cohorts.ts';
import type { CohortToday } from '#renderer/db/repositories/today.ts';
import { knownToday, readToday } from '#renderer/db/repositories/today.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { today as clockToday } from '#renderer/desktop/clock.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useCountryNames } from '#renderer/ui/country-names.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FilterSelect } from '#renderer/ui/filter-select.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { PageTop } from '#renderer/ui/page-top.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { CohortList } from './cohort-list.tsx';
import type { CohortFilter } from './cohort-rows.ts';
import { allCohorts, filterCohorts, sortCohorts } from './cohort-rows.ts';
import { NewCohortDialog } from './new-cohort-dialog.tsx';

/** How many are enrolled in each cohort, from memory. */
const useEnrolled = (): ReadonlyMap<string, number> | undefined => {
  const version = useSyncExternalStore(watchPeopleIndex, peopleIndexVersion);
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>();
  useEffect(() => {
    let wanted = true;
    void peopleCounts().then(({ byCohort }) => wanted && setCounts(byCohort));
    return () => {
      wanted = false;
    };
  }, [version]);
  return counts;
};

type BarProps = {
  readonly cohorts: readonly Cohort[];
  readonly filter: CohortFilter;
  readonly today: string;
  readonly onFilter: (filter: CohortFilter) => void;
  readonly onNew: () => void;
};

const Bar = ({ cohorts, filter, today, onFilter, onNew }: BarProps): ReactNode => {
  const { t, compare, formatNumber } = useText();
  const { nameOf } = useCountryNames();
  const countries = [...new Set(cohorts.map(({ country }) => country))]
    .map((value) => ({ value, label: nameOf(value) }))
    .toSorted((a, b) => compare(a.label, b.label));
  const cycles = [...new Set(cohorts.map(({ cycle }) => cycle))]
    .filter((cycle) => cycle !== '')
    .toSorted((a, b) => compare(b, a));
  return (
    <div className="cohorts-bar" role="toolbar" aria-label={t('cohorts.filter.title')}>
      <div className="picks" role="group" aria-label={t('cohorts.filter.state')}>
        {(['all', 'at-work', 'finished'] as const).map((state) => (
          <button
            key={state}
            type="button"
            className="pick"
            aria-pressed={filter.state === state}
            onClick={() => onFilter({ ...filter, state })}
          >
            {t(`cohorts.filter.states.${state}`)}{' '}
            <span className="second">{formatNumber(filterCohorts(cohorts, { ...filter, state }, today).length)}</span>
          </button>
        ))}
      </div>
      {countries.length > 1 && (
        <FilterSelect
          label={t('cohorts.field.country')}
          value={filter.country}
          on={filter.country !== ''}
          options={[{ value: '', label: t('cohorts.filter.allCountries') }, ...countries]}
          onChange={(country) => onFilter({ ...filter, country })}
        />
      )}
      {cycles.length > 1 && (
        <FilterSelect
          label={t('cohorts.field.cycle')}
          value={filter.cycle}
          on={filter.cycle !== ''}
          options={[
            { value: '', label: t('cohorts.filter.allCycles') },
            ...cycles.map((value) => ({ value, label: t('cohorts.cycle', { cycle: value }) })),
          ]}
          onChange={(cycle) => onFilter({ ...filter, cycle })}
        />
      )}
      <span className="push" />
      <Button kind="first" size="small" onClick={onNew}>
        <Icon name="plus" /> {t('cohorts.new')}
      </Button>
    </div>
  );
};

const noneAtWork: readonly CohortToday[] = [];

/** Every cohort: those at work first, with where they stand. */
export const CohortsPage = (): ReactNode => {
  const { t } = useText();
  const today = clockToday();
  const cohorts = useLive(listCohorts, []);
  const programmes = useLive(listProgrammes, []);
  const atWork = useLive(() => readToday(today), [today], knownToday(today))?.cohorts ?? noneAtWork;
  const enrolled = useEnrolled();
  const [filter, setFilter] = useState(allCohorts);
  const [making, setMaking] = useState(false);
  const shown = useMemo(
    () => sortCohorts(filterCohorts(cohorts ?? [], filter, today), today),
    [cohorts, filter, today],
  );
  if (cohorts === undefined || programmes === undefined) return <PageTop title={t('app.places.cohorts')} />;
  const first = (
    <Button kind="first" onClick={() => setMaking(true)}>
      <Icon name="plus" /> {t('cohorts.new')}
    </Button>
  );
  return (
    <div className="cohorts-page">
      <PageTop title={t('app.places.cohorts')} detail={t('cohorts.count', { count: cohorts.length })} />
      {cohorts.length > 0 && (
        <Bar cohorts={cohorts} filter={filter} today={today} onFilter={setFilter} onNew={() => setMaking(true)} />
      )}
      <section className="sheet cohorts-sheet" aria-label={t('cohorts.list')}>
        {cohorts.length === 0 ? (
          <EmptyState sentence={t('cohorts.empty')} action={first} />
        ) : shown.length === 0 ? (
          <EmptyState
            sentence={t('cohorts.noneFits')}
            action={<Button onClick={() => setFilter(allCohorts)}>{t('cohorts.showAll')}</Button>}
          />
        ) : (
          <CohortList cohorts={shown} programmes={programmes} atWork={atWork} enrolled={enrolled} today={today} />
        )}
      </section>
      {making && <NewCohortDialog programmes={programmes} cohorts={cohorts} onClose={() => setMaking(false)} />}
    </div>
  );
};
