import type { ReactNode } from 'react';
import { memo } from 'react';
import { FilterSelect } from '#renderer/ui/filter-select.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { Module } from '#shared/domain/programmes.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { Anomaly } from './anomalies.tsx';
import { Anomalies } from './anomalies.tsx';
import type { Totals } from './marks-facts.ts';
import { MarksMore } from './marks-more.tsx';
import { ReceivedDate } from './received-date.tsx';
import type { RowFilter } from './row-filter.ts';

type MarksToolbarProps = Parameters<typeof MarksMore>[0] & {
  readonly filter: RowFilter;
  readonly onFilter: (filter: RowFilter) => void;
  readonly totals: Totals;
  readonly sites: readonly string[];
  readonly mentorGroups: readonly string[];
  readonly received: string;
  readonly onReceived: (date: string) => void;
  readonly cohort: Pick<Cohort, 'starts'>;
  readonly today: IsoDate;
  readonly anomalies: readonly Anomaly[];
  readonly modules: readonly Module[];
  readonly onAnomaly: (anomaly: Anomaly) => void;
};

const Place = ({
  label,
  all,
  values,
  value,
  onChange,
}: {
  readonly label: string;
  readonly all: string;
  readonly values: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode => {
  if (values.length < 2) return null;
  const options = [{ value: '', label: all }, ...values.map((one) => ({ value: one, label: one }))];
  return <FilterSelect label={label} value={value} options={options} on={value !== ''} onChange={onChange} />;
};

/** The filters by what is in the cells, then by learner. The number says what they would find: scripts, or learners for the last two. */
const picks = ['toMark', 'mine', 'missing', 'late', 'resubmission', 'atRisk'] as const;

/** What is shown, what is to be looked at, and what is done to many cells at once. */
export const MarksToolbar = memo((props: MarksToolbarProps): ReactNode => {
  const { filter, onFilter, totals } = props;
  const { t } = useText();
  return (
    <div className="marks-tools" role="toolbar" aria-label={t('marks.tools')}>
      {picks.map((name) => (
        <button
          key={name}
          type="button"
          className="pick"
          aria-pressed={filter[name]}
          title={t(`marks.filter.hint.${name}`)}
          onClick={() => onFilter({ ...filter, [name]: !filter[name] })}
        >
          {t(`marks.${name}`)} <b>{totals[name]}</b>
        </button>
      ))}
      <Place
        label={t('marks.filter.site')}
        all={t('marks.filter.allSites')}
        values={props.sites}
        value={filter.site}
        onChange={(site) => onFilter({ ...filter, site })}
      />
      <Place
        label={t('marks.filter.mentorGroup')}
        all={t('marks.filter.allMentorGroups')}
        values={props.mentorGroups}
        value={filter.mentorGroup}
        onChange={(mentorGroup) => onFilter({ ...filter, mentorGroup })}
      />
      <span className="push" />
      <Anomalies anomalies={props.anomalies} modules={props.modules} onGo={props.onAnomaly} />
      <ReceivedDate
        date={props.received}
        onChange={props.onReceived}
        starts={props.cohort.starts}
        today={props.today}
      />
      <MarksMore
        onPaste={props.onPaste}
        onNotSubmitted={props.onNotSubmitted}
        onFeedback={props.onFeedback}
        onFoldAll={props.onFoldAll}
      />
    </div>
  );
});
MarksToolbar.displayName = 'MarksToolbar';
