import './alumni.css';
import type { ReactNode } from 'react';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { fold } from '#shared/lib/fold.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { RegisterLine } from '#renderer/db/alumni-index.ts';
import { alumniIndex } from '#renderer/db/alumni-index.ts';
import { listRecords } from '#renderer/db/records.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FilterSelect } from '#renderer/ui/filter-select.tsx';
import { PageTop } from '#renderer/ui/page-top.tsx';
import { RowList } from '#renderer/ui/row-list.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { AlumniPlaces } from '#renderer/ui/alumni-places.tsx';
import { usePlaceNames } from './wave-name.ts';

const everywhere = 'all';

/** Everybody, the latest award first; in the order of reading until all are read. */
const useRegister = (): readonly RegisterLine[] | undefined => {
  const { compare } = useText();
  useEffect(() => void alumniIndex.build(), []);
  const { rows, whole } = useSyncExternalStore(alumniIndex.watch, alumniIndex.state);
  return useMemo(() => {
    if (!whole) return rows.length === 0 ? undefined : rows;
    return rows.toSorted((a, b) =>
      a.awardedOn === b.awardedOn ? compare(a.name, b.name) : a.awardedOn < b.awardedOn ? 1 : -1,
    );
  }, [rows, whole, compare]);
};

const useFound = (lines: readonly RegisterLine[] | undefined, asked: string, cohort: string) =>
  useMemo(() => {
    const wanted = fold(asked.trim());
    return (lines ?? []).filter(
      (line) => (cohort === everywhere || line.cohortId === cohort) && (wanted === '' || line.folded.includes(wanted)),
    );
  }, [lines, asked, cohort]);

type RowProps = { readonly line: RegisterLine; readonly cohort: Cohort | undefined; readonly index: number };

const Row = ({ line, cohort, index }: RowProps): ReactNode => {
  const { t, formatDate } = useText();
  const { country } = usePlaceNames();
  return (
    <>
      <span role="rowheader" className="cut">
        <Link href={`/alumni/person/${line.enrolmentId}`} data-row={index} title={line.name}>
          {line.name}
        </Link>
      </span>
      <span role="cell" className="cut">
        {cohort?.code}
      </span>
      <span role="cell" className="cut">
        {cohort === undefined ? '' : country(cohort.country)}
      </span>
      <span role="cell" className="cut">
        {cohort?.cycle}
      </span>
      <span role="cell" className="nowrap">
        {formatDate(line.awardedOn)} {line.imported && <small>{t('alumni.register.imported')}</small>}
      </span>
    </>
  );
};

type BarProps = {
  readonly asked: string;
  readonly onAsk: (text: string) => void;
  readonly cohort: string;
  readonly onCohort: (id: string) => void;
  readonly cohorts: readonly Cohort[];
};

const RegisterBar = ({ asked, onAsk, cohort, onCohort, cohorts }: BarProps): ReactNode => {
  const { t } = useText();
  return (
    <div className="due-bar" role="toolbar" aria-label={t('alumni.filters.title')}>
      <input
        className="field"
        type="search"
        aria-label={t('alumni.register.search')}
        placeholder={t('alumni.register.search')}
        value={asked}
        onChange={(event) => onAsk(event.target.value)}
      />
      <span className="push" />
      <FilterSelect
        label={t('alumni.filters.cohort')}
        value={cohort}
        on={cohort !== everywhere}
        options={[
          { value: everywhere, label: t('alumni.filters.allCohorts') },
          ...cohorts.map(({ id, code }) => ({ value: id, label: code })),
        ]}
        onChange={onCohort}
      />
    </div>
  );
};

/** Everybody who was awarded, made by the award: name, cohort, day. A line opens the page of the alumnus. */
export const RegisterPage = (): ReactNode => {
  const { t, compare } = useText();
  const [asked, setAsked] = useState('');
  const [cohort, setCohort] = useState(everywhere);
  const lines = useRegister();
  const cohorts = useLive(() => listRecords('cohorts'), []);
  const found = useFound(lines, asked, cohort);
  const cohortOf = useMemo(() => new Map((cohorts ?? []).map((each) => [each.id, each])), [cohorts]);
  const awarded = useMemo(() => {
    const ids = new Set((lines ?? []).map(({ cohortId }) => cohortId));
    return (cohorts ?? []).filter(({ id }) => ids.has(id)).toSorted((a, b) => compare(a.code, b.code));
  }, [lines, cohorts, compare]);
  if (lines === undefined || cohorts === undefined) return <PageTop title={t('alumni.register.title')} />;
  const columns = ['name', 'cohort', 'country', 'cycle', 'awarded'] as const;
  return (
    <div className="alumni">
      <PageTop title={t('alumni.register.title')} detail={t('alumni.detail', { count: found.length })} />
      <AlumniPlaces here="register" />
      <RegisterBar asked={asked} onAsk={setAsked} cohort={cohort} onCohort={setCohort} cohorts={awarded} />
      {found.length === 0 ? (
        <EmptyState sentence={t(lines.length === 0 ? 'alumni.register.empty' : 'alumni.register.nobody')} />
      ) : (
        <section className="sheet due-sheet" aria-label={t('alumni.register.title')}>
          <RowList
            label={t('alumni.register.title')}
            items={found}
            idOf={({ enrolmentId }) => enrolmentId}
            rowHeight={36}
            columns="minmax(200px, 2fr) minmax(120px, 1fr) minmax(120px, 1fr) 120px 200px"
            least="820px"
            head={columns.map((column) => (
              <span key={column} role="columnheader">
                {t(`alumni.register.column.${column}`)}
              </span>
            ))}
            row={(line, index) => <Row line={line} cohort={cohortOf.get(line.cohortId)} index={index} />}
          />
        </section>
      )}
    </div>
  );
};
