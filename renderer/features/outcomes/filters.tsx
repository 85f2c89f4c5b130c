import type { ReactNode } from 'react';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { CohortId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import type { Sex } from '#shared/domain/people.ts';
import { FilterSelect } from '#renderer/ui/filter-select.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Figures } from './figures.ts';
import type { WaveView } from './sections.ts';
import { viewsOf } from './sections.ts';

/** What the person has chosen; the page fills in what is not chosen. */
export type Choice = {
  readonly cycle?: string | undefined;
  readonly view?: WaveView | undefined;
  readonly cohortId?: CohortId | undefined;
  readonly country?: string | undefined;
  readonly sex?: Sex | undefined;
};

/** What there is to choose from in the shown cycle. */
export type Offer = {
  readonly cycles: readonly string[];
  readonly cycle: string;
  readonly offsets: readonly number[];
  readonly view: WaveView | undefined;
  readonly cohorts: readonly Cohort[];
  readonly countries: readonly string[];
};

const shownSexes = ['female', 'male', 'other'] as const;
const all = 'all';

const viewText = (view: WaveView): string => String(view);
const viewFrom = (text: string): WaveView => (text === 'headline' ? 'headline' : Number(text));

const useViewName = (): ((view: WaveView) => string) => {
  const { t } = useText();
  return (view) => {
    if (view === 'headline') return t('outcomes.filters.headline');
    return view === 0 ? t('outcomes.filters.exit') : t('outcomes.filters.months', { count: view });
  };
};

type FilterProps = {
  readonly choice: Choice;
  readonly offer: Offer;
  readonly onChoose: (choice: Choice) => void;
  readonly figures: Figures;
};

const PlaceFilters = ({ choice, offer, onChoose, figures }: FilterProps): ReactNode => {
  const { t, compare } = useText();
  const countries = offer.countries
    .map((code) => ({ value: code, label: figures.country(code) }))
    .toSorted((a, b) => compare(a.label, b.label));
  const cohorts = offer.cohorts
    .map(({ id, code }) => ({ value: id, label: code }))
    .toSorted((a, b) => compare(a.label, b.label));
  return (
    <>
      <FilterSelect
        label={t('outcomes.filters.cohort')}
        value={choice.cohortId ?? all}
        on={choice.cohortId !== undefined}
        options={[{ value: all, label: t('outcomes.filters.allCohorts', { count: cohorts.length }) }, ...cohorts]}
        onChange={(value) => onChoose({ ...choice, cohortId: value === all ? undefined : asId<CohortId>(value) })}
      />
      <FilterSelect
        label={t('outcomes.filters.country')}
        value={choice.country ?? all}
        on={choice.country !== undefined}
        options={[{ value: all, label: t('outcomes.filters.allCountries', { count: countries.length }) }, ...countries]}
        onChange={(value) => onChoose({ ...choice, country: value === all ? undefined : value })}
      />
    </>
  );
};

/** The toolbar of the page: cycle, wave, cohort, country, sex. */
export const OutcomeFilters = (props: FilterProps & { readonly children: ReactNode }): ReactNode => {
  const { t } = useText();
  const { choice, offer, onChoose, children } = props;
  const viewName = useViewName();
  return (
    <div className="bar1" role="toolbar" aria-label={t('outcomes.filters.title')}>
      <FilterSelect
        label={t('outcomes.filters.cycle')}
        value={offer.cycle}
        on
        options={offer.cycles.map((cycle) => ({ value: cycle, label: t('outcomes.cycle', { cycle }) }))}
        onChange={(cycle) => onChoose({ cycle, view: choice.view, sex: choice.sex })}
      />
      {offer.view !== undefined && (
        <FilterSelect
          label={t('outcomes.filters.wave')}
          value={viewText(offer.view)}
          options={viewsOf(offer.offsets).map((view) => ({ value: viewText(view), label: viewName(view) }))}
          onChange={(value) => onChoose({ ...choice, view: viewFrom(value) })}
        />
      )}
      <PlaceFilters {...props} />
      <FilterSelect
        label={t('outcomes.filters.sex')}
        value={choice.sex ?? all}
        on={choice.sex !== undefined}
        options={[
          { value: all, label: t('outcomes.filters.allSexes') },
          ...shownSexes.map((sex) => ({ value: sex, label: t(`outcomes.filters.sexes.${sex}`) })),
        ]}
        onChange={(value) => onChoose({ ...choice, sex: shownSexes.find((sex) => sex === value) })}
      />
      {children}
    </div>
  );
};
