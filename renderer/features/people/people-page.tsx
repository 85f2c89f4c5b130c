import './people.css';
import type { ReactNode } from 'react';
import { useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { FoundPerson } from '#renderer/db/people-index.ts';
import { peopleCounts, peopleIndexVersion, searchPeople, watchPeopleIndex } from '#renderer/db/people-index.ts';
import { listRecords } from '#renderer/db/records.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageTop } from '#renderer/ui/page-top.tsx';
import { RowList } from '#renderer/ui/row-list.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { SearchBox } from './search-box.tsx';

type Found = { readonly text: string; readonly people: readonly FoundPerson[]; readonly total: number };

/** Everybody whom a text finds, asked again when people change. The search runs in memory. */
const useFound = (text: string): Found | undefined => {
  const version = useSyncExternalStore(watchPeopleIndex, peopleIndexVersion);
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    let wanted = true;
    void Promise.all([searchPeople(text, Number.MAX_SAFE_INTEGER), peopleCounts()]).then(
      ([people, counts]) => wanted && setFound({ text, people, total: counts.people }),
    );
    return () => {
      wanted = false;
    };
  }, [text, version]);
  return found;
};

const Row = ({
  person,
  index,
  cohorts,
}: {
  readonly person: FoundPerson;
  readonly index: number;
  readonly cohorts: ReadonlyMap<string, Cohort>;
}): ReactNode => (
  <>
    <span role="rowheader" className="cut">
      <Link href={`/people/${person.id}`} data-row={index} title={person.name}>
        {person.name}
      </Link>
    </span>
    <span role="cell" className="cut second">
      {person.number === '' ? '–' : person.number}
    </span>
    <span role="cell" className="cut">
      {person.cohortIds.length === 0
        ? '–'
        : person.cohortIds.map((id, at) => (
            <span key={id}>
              {at > 0 && ', '}
              {cohorts.get(id)?.code} <small>{cohorts.get(id)?.name}</small>
            </span>
          ))}
    </span>
  </>
);

const Results = ({ found, onClear }: { readonly found: Found; readonly onClear: () => void }): ReactNode => {
  const { t } = useText();
  const cohorts = useLive(() => listRecords('cohorts'), []);
  const byId = useMemo(() => new Map(cohorts?.map((cohort) => [cohort.id, cohort])), [cohorts]);
  if (found.total === 0)
    return (
      <EmptyState
        sentence={t('people.nobodyYet')}
        action={
          <Link className="btn first" href="/cohorts">
            {t('people.toCohorts')}
          </Link>
        }
      />
    );
  if (found.people.length === 0)
    return (
      <EmptyState
        sentence={t('people.notFound', { text: found.text })}
        action={<Button onClick={onClear}>{t('people.liftFilter')}</Button>}
      />
    );
  return (
    <RowList
      label={t('people.everybody')}
      items={found.people}
      idOf={({ id }) => id}
      rowHeight={36}
      columns="minmax(180px, 1.2fr) minmax(110px, .6fr) minmax(200px, 2fr)"
      head={(['name', 'number', 'cohorts'] as const).map((column) => (
        <span key={column} role="columnheader">
          {t(`people.column.${column}`)}
        </span>
      ))}
      row={(person, index) => <Row person={person} index={index} cohorts={byId} />}
    />
  );
};

/** Everybody in this workspace; any part of a name or a number finds, accents need not be typed. */
export const PeoplePage = (): ReactNode => {
  const { t } = useText();
  const [text, setText] = useState('');
  const found = useFound(useDeferredValue(text.trim()));
  return (
    <div className="people-page">
      <PageTop
        title={t('app.places.people')}
        detail={found === undefined ? undefined : t('people.count', { count: found.total })}
      />
      <div className="people-bar" role="search">
        <SearchBox wide label={t('people.search')} value={text} onChange={setText} />
        <span className="second" aria-live="polite">
          {found !== undefined && found.text !== '' && t('people.foundCount', { count: found.people.length })}
        </span>
      </div>
      <section className="sheet people-sheet" aria-label={t('people.everybody')}>
        {found !== undefined && <Results found={found} onClear={() => setText('')} />}
      </section>
    </div>
  );
};
