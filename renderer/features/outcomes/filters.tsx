import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { CohortId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import type { OutcomeDefinition } from '#shared/domain/outcome-definitions.ts';
import { outcomeDefinitions } from '#shared/domain/outcome-definitions.ts';
import type { AgeBand } from '#shared/domain/outcome-rows.ts';
import { ageBands } from '#shared/domain/outcome-rows.ts';
import type { OutcomeSelection } from '#shared/domain/outcome-selection.ts';
import type { Sex } from '#shared/domain/people.ts';
import { activities } from '#shared/domain/people.ts';
import { Button } from '#renderer/ui/button.tsx';
import { FilterSelect } from '#renderer/ui/filter-select.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Figures } from '#shared/domain/outcome-figures.ts';
import type { WaveView } from './sections.ts';
import { viewsOf } from './sections.ts';

/** What the person has chosen; the page fills in what is not chosen. */
export type Choice = {
  readonly cycle?: string | undefined;
  readonly view?: WaveView | undefined;
  readonly cohortId?: CohortId | undefined;
  readonly country?: string | undefined;
  readonly sex?: Sex | undefined;
  readonly site?: string | undefined;
  readonly ageBand?: AgeBand | undefined;
  readonly baseline?: OutcomeSelection['baseline'] | undefined;
  readonly definition?: OutcomeDefinition | undefined;
};

/** True where the choice leaves people out. */
export const isNarrowed = ({ cohortId, country, sex, site, ageBand, baseline }: Choice): boolean =>
  [cohortId, country, sex, site, ageBand, baseline].some((each) => each !== undefined);

/** What there is to choose from in the shown cycle. */
export type Offer = {
  readonly cycles: readonly string[];
  readonly cycle: string;
  readonly offsets: readonly number[];
  /** The waves in which someone has answered. */
  readonly answered: readonly number[];
  readonly view: WaveView | undefined;
  readonly cohorts: readonly Cohort[];
  readonly countries: readonly string[];
  readonly sites: readonly string[];
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

const baselines = ['volunteer', ...activities, 'unknown'] as const;

const CountryFilter = ({ choice, offer, onChoose, figures }: FilterProps): ReactNode => {
  const { t, compare } = useText();
  const countries = offer.countries
    .map((code) => ({ value: code, label: figures.country(code) }))
    .toSorted((a, b) => compare(a.label, b.label));
  return (
    <FilterSelect
      label={t('outcomes.filters.country')}
      value={choice.country ?? all}
      on={choice.country !== undefined}
      options={[{ value: all, label: t('outcomes.filters.allCountries', { count: countries.length }) }, ...countries]}
      onChange={(value) => onChoose({ ...choice, country: value === all ? undefined : value })}
    />
  );
};

const CohortFilter = ({ choice, offer, onChoose }: FilterProps): ReactNode => {
  const { t, compare } = useText();
  const cohorts = offer.cohorts
    .map(({ id, code }) => ({ value: id, label: code }))
    .toSorted((a, b) => compare(a.label, b.label));
  return (
    <FilterSelect
      label={t('outcomes.filters.cohort')}
      value={choice.cohortId ?? all}
      on={choice.cohortId !== undefined}
      options={[{ value: all, label: t('outcomes.filters.allCohorts', { count: cohorts.length }) }, ...cohorts]}
      onChange={(value) => onChoose({ ...choice, cohortId: value === all ? undefined : asId<CohortId>(value) })}
    />
  );
};

const SexFilter = ({ choice, onChoose }: FilterProps): ReactNode => {
  const { t } = useText();
  return (
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
  );
};

/** Who counts as placed; it leaves nobody out. */
const DefinitionFilter = ({ choice, onChoose }: FilterProps): ReactNode => {
  const { t } = useText();
  return (
    <FilterSelect
      label={t('outcomes.filters.definition')}
      value={choice.definition ?? 'programme'}
      options={outcomeDefinitions.map((value) => ({
        value,
        label: t('outcomes.filters.definitionOf', { name: t(`outcomeDefinitions.${value}.name`) }),
      }))}
      onChange={(definition) => onChoose({ ...choice, definition })}
    />
  );
};

const MoreFilters = ({ choice, offer, onChoose, figures }: FilterProps): ReactNode => {
  const { t } = useText();
  return (
    <>
      <CohortFilter {...{ choice, offer, onChoose, figures }} />
      <SexFilter {...{ choice, offer, onChoose, figures }} />
      {offer.sites.length > 0 && (
        <FilterSelect
          label={t('outcomes.filters.site')}
          value={choice.site ?? all}
          on={choice.site !== undefined}
          options={[
            { value: all, label: t('outcomes.filters.allSites', { count: offer.sites.length }) },
            ...offer.sites.map((site) => ({ value: site, label: site })),
          ]}
          onChange={(value) => onChoose({ ...choice, site: value === all ? undefined : value })}
        />
      )}
      <FilterSelect
        label={t('outcomes.filters.age')}
        value={choice.ageBand ?? all}
        on={choice.ageBand !== undefined}
        options={[
          { value: all, label: t('outcomes.filters.allAges') },
          ...ageBands.map((band) => ({ value: band, label: t(`outcomes.filters.ages.${band}`) })),
        ]}
        onChange={(value) => onChoose({ ...choice, ageBand: ageBands.find((band) => band === value) })}
      />
      <FilterSelect
        label={t('outcomes.filters.baseline')}
        value={choice.baseline ?? all}
        on={choice.baseline !== undefined}
        options={[
          { value: all, label: t('outcomes.filters.allBaselines') },
          ...baselines.map((value) => ({ value, label: t(`outcomes.filters.baselines.${value}`) })),
        ]}
        onChange={(value) => onChoose({ ...choice, baseline: baselines.find((each) => each === value) })}
      />
    </>
  );
};

/** The toolbar of the page: cycle, wave, country and definition; cohort, sex, site, age and baseline on a second line. */
export const OutcomeFilters = (props: FilterProps & { readonly children: ReactNode }): ReactNode => {
  const { t } = useText();
  const { choice, offer, onChoose, children } = props;
  const viewName = useViewName();
  const id = useId();
  const hidden = [choice.cohortId, choice.sex, choice.site, choice.ageBand, choice.baseline].filter(
    (each) => each !== undefined,
  );
  const [asked, setAsked] = useState(false);
  const open = asked || hidden.length > 0;
  return (
    <div role="toolbar" aria-label={t('outcomes.filters.title')} className="outcome-bars">
      <div className="bar1">
        <FilterSelect
          label={t('outcomes.filters.cycle')}
          value={offer.cycle}
          on
          options={offer.cycles.map((cycle) => ({ value: cycle, label: t('outcomes.cycle', { cycle }) }))}
          onChange={(cycle) => onChoose({ ...choice, cycle, country: undefined, cohortId: undefined, site: undefined })}
        />
        {offer.view !== undefined && (
          <FilterSelect
            label={t('outcomes.filters.wave')}
            value={viewText(offer.view)}
            options={viewsOf(offer.offsets).map((view) => ({ value: viewText(view), label: viewName(view) }))}
            onChange={(value) => onChoose({ ...choice, view: viewFrom(value) })}
          />
        )}
        <CountryFilter {...props} />
        <DefinitionFilter {...props} />
        <Button
          kind="plain"
          size="small"
          aria-expanded={open}
          aria-controls={id}
          disabled={hidden.length > 0}
          onClick={() => setAsked(!asked)}
        >
          {t('outcomes.filters.more')}
        </Button>
        {children}
      </div>
      <div className="bar1 bar2" id={id} hidden={!open}>
        <MoreFilters {...props} />
        {isNarrowed(choice) && (
          <Button
            kind="plain"
            size="small"
            onClick={() => onChoose({ cycle: offer.cycle, view: choice.view, definition: choice.definition })}
          >
            {t('outcomes.filters.clear')}
          </Button>
        )}
      </div>
    </div>
  );
};
