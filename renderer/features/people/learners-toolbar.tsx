import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { CohortId } from '#shared/domain/ids.ts';
import { enrolmentStatuses } from '#shared/domain/people.ts';
import type { EnrolmentStatus } from '#shared/domain/people.ts';
import { Button } from '#renderer/ui/button.tsx';
import { FilterSelect } from '#renderer/ui/filter-select.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Lack, LearnerFilter, LearnerRow } from './learner-rows.ts';
import { choicesOf, filterLearners, lacks } from './learner-rows.ts';
import { SearchBox } from './search-box.tsx';

type ToolbarProps = {
  readonly cohortId: CohortId;
  readonly rows: readonly LearnerRow[];
  readonly filter: LearnerFilter;
  readonly needed: number;
  readonly onFilter: (filter: LearnerFilter) => void;
  readonly onAdd: () => void;
};

type FiltersProps = Omit<ToolbarProps, 'cohortId' | 'onAdd'>;

const Filters = ({ rows, filter, needed, onFilter }: FiltersProps): ReactNode => {
  const { t, compare, formatNumber } = useText();
  const countOf = (lack: Lack): number => filterLearners(rows, { ...filter, lack }, needed).length;
  const statuses = enrolmentStatuses.filter((status) => rows.some(({ enrolment }) => enrolment.status === status));
  const [sites, groups] = [choicesOf(rows, 'site', compare), choicesOf(rows, 'mentorGroup', compare)];
  const named = (words: readonly string[], all: string) => [
    { value: '', label: all },
    ...words.map((value) => ({ value, label: value })),
  ];
  return (
    <>
      <FilterSelect<Lack>
        label={t('people.filter.lack')}
        value={filter.lack}
        on={filter.lack !== 'all'}
        options={lacks.map((value) => ({
          value,
          label: t('people.filter.counted', {
            words: t(`people.filter.lacks.${value}`),
            count: formatNumber(countOf(value)),
          }),
        }))}
        onChange={(lack) => onFilter({ ...filter, lack })}
      />
      {statuses.length > 1 && (
        <FilterSelect<EnrolmentStatus | ''>
          label={t('people.filter.status')}
          value={filter.status}
          on={filter.status !== ''}
          options={[
            { value: '', label: t('people.filter.allStatuses') },
            ...statuses.map((value) => ({ value, label: t(`people.status.${value}`) })),
          ]}
          onChange={(status) => onFilter({ ...filter, status })}
        />
      )}
      {sites.length > 1 && (
        <FilterSelect
          label={t('people.field.site')}
          value={filter.site}
          on={filter.site !== ''}
          options={named(sites, t('people.filter.allSites'))}
          onChange={(site) => onFilter({ ...filter, site })}
        />
      )}
      {groups.length > 1 && (
        <FilterSelect
          label={t('people.field.mentorGroup')}
          value={filter.mentorGroup}
          on={filter.mentorGroup !== ''}
          options={named(groups, t('people.filter.allGroups'))}
          onChange={(mentorGroup) => onFilter({ ...filter, mentorGroup })}
        />
      )}
    </>
  );
};

/** Search and filters of the register, and the two ways in. */
export const LearnersToolbar = ({ cohortId, onAdd, ...filters }: ToolbarProps): ReactNode => {
  const { t } = useText();
  return (
    <div className="people-bar" role="toolbar" aria-label={t('people.filter.title')}>
      <SearchBox
        label={t('people.searchLearners')}
        value={filters.filter.text}
        onChange={(text) => filters.onFilter({ ...filters.filter, text })}
      />
      <Filters {...filters} />
      <span className="push" />
      <Link className="btn small" href={`/cohorts/${cohortId}/import`}>
        <Icon name="import" /> {t('people.importShort')}
      </Link>
      <Button kind="first" size="small" onClick={onAdd}>
        <Icon name="plus" /> {t('people.addLearner')}
      </Button>
    </div>
  );
};
