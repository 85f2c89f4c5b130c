import './alumni.css';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { fold } from '#shared/lib/fold.ts';
import type { RegisterLine } from '#renderer/db/repositories/alumni.ts';
import { listRegister } from '#renderer/db/repositories/alumni.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FilterSelect } from '#renderer/ui/filter-select.tsx';
import { PageTop } from '#renderer/ui/page-top.tsx';
import { RowList } from '#renderer/ui/row-list.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { AlumniPlaces } from '#renderer/ui/alumni-places.tsx';
import { usePlaceNames } from './wave-name.ts';

const everywhere = 'all';

const useFound = (lines: readonly RegisterLine[] | undefined, asked: string, cohort: string) =>
  useMemo(() => {
    const wanted = fold(asked.trim());
    return (lines ?? []).filter(
      (line) =>
        (cohort === everywhere || line.cohortCode === cohort) && (wanted === '' || fold(line.name).includes(wanted)),
    );
  }, [lines, asked, cohort]);

const Row = ({ line, index }: { readonly line: RegisterLine; readonly index: number }): ReactNode => {
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
        {line.cohortCode}
      </span>
      <span role="cell" className="cut">
        {country(line.country)}
      </span>
      <span role="cell" className="cut">
        {line.cycle}
      </span>
      <span role="cell" className="nowrap">
        {formatDate(line.awardedOn)} {line.imported && <small>{t('alumni.register.imported')}</small>}
      </span>
    </>
  );
};

/** Everybody who was awarded, made by the award: name, cohort, day. A line opens the page of the alumnus. */
export const RegisterPage = (): ReactNode => {
  const { t, compare } = useText();
  const [asked, setAsked] = useState('');
  const [cohort, setCohort] = useState(everywhere);
  const lines = useLive(listRegister, []);
  const found = useFound(lines, asked, cohort);
  const codes = useMemo(() => [...new Set((lines ?? []).map(({ cohortCode }) => cohortCode))], [lines]);
  if (lines === undefined) return <PageTop title={t('alumni.register.title')} />;
  const columns = ['name', 'cohort', 'country', 'cycle', 'awarded'] as const;
  return (
    <div className="alumni">
      <PageTop title={t('alumni.register.title')} detail={t('alumni.detail', { count: found.length })} />
      <AlumniPlaces here="register" />
      <div className="due-bar" role="toolbar" aria-label={t('alumni.filters.title')}>
        <input
          className="field"
          type="search"
          aria-label={t('alumni.register.search')}
          placeholder={t('alumni.register.search')}
          value={asked}
          onChange={(event) => setAsked(event.target.value)}
        />
        <span className="push" />
        <FilterSelect
          label={t('alumni.filters.cohort')}
          value={cohort}
          on={cohort !== everywhere}
          options={[
            { value: everywhere, label: t('alumni.filters.allCohorts') },
            ...codes.toSorted(compare).map((code) => ({ value: code, label: code })),
          ]}
          onChange={setCohort}
        />
      </div>
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
            row={(line, index) => <Row line={line} index={index} />}
          />
        </section>
      )}
    </div>
  );
};
