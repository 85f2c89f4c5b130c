import type { ReactNode } from 'react';
import { memo } from 'react';
import { useSession } from '#renderer/desktop/session.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { FilterSelect } from '#renderer/ui/filter-select.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Settings } from '#shared/ipc/settings.ts';
import type { Module } from '#shared/domain/programmes.ts';
import type { Anomaly } from './anomalies.tsx';
import { Anomalies } from './anomalies.tsx';
import type { RowFilter } from './marks-rows.ts';
import { ReceivedDate } from './received-date.tsx';

type MarksToolbarProps = {
  readonly filter: RowFilter;
  readonly onFilter: (filter: RowFilter) => void;
  readonly toMark: number;
  readonly missing: number;
  readonly sites: readonly string[];
  readonly mentorGroups: readonly string[];
  readonly received: string;
  readonly onReceived: (date: string) => void;
  readonly onPaste: () => void;
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
  const { t } = useText();
  if (values.length < 2) return null;
  const options = [
    { value: '', label: all },
    ...values.map((one) => ({ value: one, label: t('marks.filter.one', { label, value: one }) })),
  ];
  return <FilterSelect label={label} value={value} options={options} on={value !== ''} onChange={onChange} />;
};

const densities = ['compact', 'normal', 'roomy'] as const;

/** What is shown, what is to be looked at, and how dense. */
export const MarksToolbar = memo((props: MarksToolbarProps): ReactNode => {
  const { filter, onFilter } = props;
  const { t } = useText();
  const { settings, saveSettings } = useSession();
  return (
    <div className="marks-tools" role="toolbar" aria-label={t('marks.tools')}>
      <button
        type="button"
        className="pick"
        aria-pressed={filter.toMark}
        onClick={() => onFilter({ ...filter, toMark: !filter.toMark })}
      >
        {t('marks.toMark')} <b>{props.toMark}</b>
      </button>
      <button
        type="button"
        className="pick"
        aria-pressed={filter.missing}
        onClick={() => onFilter({ ...filter, missing: !filter.missing })}
      >
        {t('marks.missing')} <b>{props.missing}</b>
      </button>
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
      <ReceivedDate date={props.received} onChange={props.onReceived} />
      <FilterSelect
        label={t('marks.density.label')}
        value={settings.density}
        options={densities.map((value) => ({ value, label: t(`marks.density.${value}`) }))}
        onChange={(density: Settings['density']) => void saveSettings({ density })}
      />
      <Button size="small" onClick={props.onPaste}>
        {t('marks.pasteFrom')}
      </Button>
    </div>
  );
});
MarksToolbar.displayName = 'MarksToolbar';
