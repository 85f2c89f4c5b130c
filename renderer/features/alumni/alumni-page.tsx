import './alumni.css';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { CohortId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import { listRecords } from '#renderer/db/records.ts';
import type { AlumnusLine } from '#shared/domain/alumni-lines.ts';
import { listAlumni } from '#renderer/db/repositories/follow-ups.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { today as clockToday } from '#renderer/desktop/clock.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FilterSelect } from '#renderer/ui/filter-select.tsx';
import { AlumniPlaces } from '#renderer/ui/alumni-places.tsx';
import { PageTop } from '#renderer/ui/page-top.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { AlumniList } from './alumni-list.tsx';
import type { DueFilter, StateFilter } from './due-filters.ts';
import { countByWave, filterLines, stateFilters } from './due-filters.ts';
import { usePlaceNames, useWaveName } from './wave-name.ts';

const everywhere = 'all';

type Asked = DueFilter & { readonly cohortId?: CohortId | undefined };
const startingFilter: Asked = { state: 'today' };

type BarProps = {
  readonly asked: Asked;
  readonly onAsk: (asked: Asked) => void;
  readonly lines: readonly AlumnusLine[];
  readonly cohorts: readonly Cohort[];
  readonly today: string;
};

const WavePicks = ({ asked, onAsk, lines, today }: Omit<BarProps, 'cohorts'>): ReactNode => {
  const { t, formatNumber } = useText();
  const waveName = useWaveName();
  const counts = [...countByWave(lines, asked, today)];
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const pick = (label: string, count: number, offsetMonths: number | undefined): ReactNode => (
    <button
      key={label}
      type="button"
      className="pick"
      aria-pressed={asked.offsetMonths === offsetMonths}
      onClick={() => onAsk({ ...asked, offsetMonths })}
    >
      {label} <span className="second">{formatNumber(count)}</span>
    </button>
  );
  return (
    <div role="group" aria-label={t('alumni.filters.wave')} className="wave-picks">
      {pick(t('alumni.filters.allWaves'), total, undefined)}
      {counts.map(([offsetMonths, count]) => pick(waveName({ offsetMonths }), count, offsetMonths))}
    </div>
  );
};

const Mine = ({ asked, onAsk, lines, today }: Omit<BarProps, 'cohorts'>): ReactNode => {
  const { t, formatNumber } = useText();
  const { author } = useSession();
  const mine = filterLines(lines, { ...asked, caller: author.name }, today).length;
  const on = asked.caller !== undefined;
  return (
    <button
      type="button"
      className="pick"
      aria-pressed={on}
      onClick={() => onAsk({ ...asked, caller: on ? undefined : author.name })}
    >
      {t('alumni.filters.mine')} <span className="second">{formatNumber(mine)}</span>
    </button>
  );
};

const FilterBar = ({ asked, onAsk, lines, cohorts, today }: BarProps): ReactNode => {
  const { t, compare } = useText();
  const { country } = usePlaceNames();
  const countries = [...new Set(lines.map((line) => line.country))].map((code) => ({
    value: code,
    label: country(code),
  }));
  const states = asked.cohortId === undefined ? stateFilters.filter((state) => state !== 'due') : stateFilters;
  return (
    <div className="due-bar" role="toolbar" aria-label={t('alumni.filters.title')}>
      <WavePicks asked={asked} onAsk={onAsk} lines={lines} today={today} />
      <span className="push" />
      <Mine asked={asked} onAsk={onAsk} lines={lines} today={today} />
      <FilterSelect<StateFilter>
        label={t('alumni.filters.state')}
        value={asked.state}
        on={asked.state !== 'today'}
        options={states.map((state) => ({ value: state, label: t(`alumni.filters.states.${state}`) }))}
        onChange={(state) => onAsk({ ...asked, state })}
      />
      <FilterSelect
        label={t('alumni.filters.cohort')}
        value={asked.cohortId ?? everywhere}
        on={asked.cohortId !== undefined}
        options={[
          { value: everywhere, label: t('alumni.filters.allCohorts') },
          ...cohorts.map(({ id, code }) => ({ value: id, label: code })).toSorted((a, b) => compare(a.label, b.label)),
        ]}
        onChange={(value) =>
          onAsk({
            state: asked.state,
            caller: asked.caller,
            cohortId: value === everywhere ? undefined : asId<CohortId>(value),
          })
        }
      />
      <FilterSelect
        label={t('alumni.filters.country')}
        value={asked.country ?? everywhere}
        on={asked.country !== undefined}
        options={[
          { value: everywhere, label: t('alumni.filters.allCountries') },
          ...countries.toSorted((a, b) => compare(a.label, b.label)),
        ]}
        onChange={(value) => onAsk({ ...asked, country: value === everywhere ? undefined : value })}
      />
    </div>
  );
};

const NobodyDue = ({ asked, onAsk, any }: Pick<BarProps, 'asked' | 'onAsk'> & { readonly any: boolean }): ReactNode => {
  const { t } = useText();
  const narrowed =
    asked.country !== undefined ||
    asked.offsetMonths !== undefined ||
    asked.cohortId !== undefined ||
    asked.caller !== undefined ||
    asked.state !== 'today';
  if (!any && !narrowed) return <EmptyState sentence={t('alumni.empty')} help={t('alumni.emptyHelp')} />;
  return (
    <EmptyState
      sentence={t('alumni.nobody', { state: t(`alumni.filters.states.${asked.state}`) })}
      action={
        narrowed ? (
          <Button onClick={() => onAsk(startingFilter)}>{t('alumni.filters.clear')}</Button>
        ) : (
          <Button onClick={() => onAsk({ ...asked, state: 'all' })}>{t('alumni.filters.showAll')}</Button>
        )
      }
    />
  );
};

/** Whom to call: the alumni of every wave that is open, those to be called first on top. */
export const AlumniPage = (): ReactNode => {
  const { t } = useText();
  const [asked, setAsked] = useState<Asked>(startingFilter);
  const today = clockToday();
  const { cohortId } = asked;
  const lines = useLive(
    () => listAlumni({ today, ...(cohortId === undefined ? {} : { cohortId }) }),
    [today, cohortId],
  );
  const cohorts = useLive(() => listRecords('cohorts'), []);
  const shown = useMemo(() => (lines === undefined ? [] : filterLines(lines, asked, today)), [lines, asked, today]);
  if (lines === undefined || cohorts === undefined) return <PageTop title={t('alumni.title')} />;
  return (
    <div className="alumni">
      <PageTop
        title={t('alumni.title')}
        detail={t('alumni.detail', { count: shown.length })}
        actions={
          <Link className="btn small" href="/alumni/import">
            {t('import.titleOf.alumni')}
          </Link>
        }
      />
      <AlumniPlaces here="due" />
      <FilterBar asked={asked} onAsk={setAsked} lines={lines} cohorts={cohorts} today={today} />
      {shown.length === 0 ? (
        <NobodyDue asked={asked} onAsk={setAsked} any={lines.length > 0} />
      ) : (
        <section className="sheet due-sheet" aria-label={t('alumni.list.title')}>
          <AlumniList lines={shown} today={today} label={t('alumni.list.title')} />
        </section>
      )}
    </div>
  );
};
