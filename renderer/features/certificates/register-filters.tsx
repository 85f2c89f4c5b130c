import './lists.css';
import type { ReactNode } from 'react';
import type { RegisterFilter, RegisterRow } from '#shared/domain/certificate-register.ts';
import { certificateStatuses, documentKinds } from '#shared/domain/certificates.ts';
import { FilterSelect } from '#renderer/ui/filter-select.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';

const everything = 'all';

type FilterKey = 'status' | 'cohortId' | 'year' | 'handed' | 'kind';
type Choice = { readonly value: string; readonly label: string };

type RegisterFiltersProps = {
  readonly filter: RegisterFilter;
  /** Codes of the cohorts that have certificates; absent in the register of one cohort. */
  readonly codes?: ReadonlyMap<string, string>;
  readonly rows: readonly RegisterRow[];
  readonly onFilter: (filter: RegisterFilter) => void;
};

const years = (rows: readonly RegisterRow[]): readonly string[] =>
  [...new Set(rows.map(({ year }) => year))].sort().reverse();

const Search = ({ filter, onFilter }: Pick<RegisterFiltersProps, 'filter' | 'onFilter'>): ReactNode => {
  const { t } = useText();
  return (
    <label className="register-search">
      <Icon name="search" />
      <span className="vh">{t('certificates.page.search')}</span>
      <input
        type="search"
        value={filter.search}
        placeholder={t('certificates.page.search')}
        onChange={(event) => onFilter({ ...filter, search: event.target.value })}
      />
    </label>
  );
};

/** Narrows the register: by words, cohort, state, year, hand-over and kind of document. What narrows nothing is not offered. */
export const RegisterFilters = ({ filter, codes, rows, onFilter }: RegisterFiltersProps): ReactNode => {
  const { t, compare } = useText();
  const pick = (key: FilterKey, label: string, all: string, choices: readonly Choice[]): ReactNode =>
    choices.length > 1 && (
      <FilterSelect
        label={label}
        value={filter[key] ?? everything}
        on={filter[key] !== undefined}
        options={[{ value: everything, label: all }, ...choices]}
        onChange={(value) => onFilter({ ...filter, [key]: value === everything ? undefined : value })}
      />
    );
  const having = new Set(rows.map(({ cohortId }) => cohortId));
  const kinds = new Set(rows.map(({ kind }) => kind));
  return (
    <div className="register-filters" role="search" aria-label={t('certificates.page.search')}>
      <Search filter={filter} onFilter={onFilter} />
      {codes !== undefined &&
        pick(
          'cohortId',
          t('certificates.register.cohort'),
          t('certificates.page.allCohorts'),
          [...codes]
            .filter(([id]) => having.has(id))
            .map(([value, label]) => ({ value, label }))
            .toSorted((a, b) => compare(a.label, b.label)),
        )}
      {pick(
        'status',
        t('certificates.register.state'),
        t('certificates.page.allStates'),
        certificateStatuses.map((value) => ({ value, label: t(`certificates.state.${value}`) })),
      )}
      {pick(
        'year',
        t('certificates.page.year'),
        t('certificates.page.allYears'),
        years(rows).map((value) => ({ value, label: value })),
      )}
      {pick(
        'handed',
        t('certificates.register.handedOver'),
        t('certificates.page.handedAny'),
        (['no', 'yes'] as const).map((value) => ({ value, label: t(`certificates.page.handed.${value}`) })),
      )}
      {pick(
        'kind',
        t('certificates.kind.label'),
        t('certificates.page.allKinds'),
        documentKinds
          .filter((kind) => kinds.has(kind))
          .map((value) => ({ value, label: t(`certificates.kind.${value}`) })),
      )}
    </div>
  );
};
