import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { CohortToday } from '#renderer/db/repositories/today.ts';
import { useCountryNames } from '#renderer/ui/country-names.ts';
import { CourseLine } from '#renderer/ui/course-line.tsx';
import { RowList } from '#renderer/ui/row-list.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { isFinished } from './cohort-rows.ts';
import { whereItStands } from './where-it-stands.ts';

type CohortListProps = {
  readonly cohorts: readonly Cohort[];
  readonly programmes: readonly ProgrammeVersion[];
  readonly atWork: readonly CohortToday[];
  readonly enrolled: ReadonlyMap<string, number> | undefined;
  readonly today: IsoDate;
};

type RowProps = {
  readonly cohort: Cohort;
  readonly index: number;
  readonly stations: number;
  readonly standing: CohortToday | undefined;
  readonly enrolled: number | undefined;
  readonly finished: boolean;
};

const Standing = ({ cohort, stations, standing, finished }: Omit<RowProps, 'index' | 'enrolled'>): ReactNode => {
  const text = useText();
  if (!finished && standing === undefined) return null;
  const words = finished
    ? text.t('cohorts.stands.graduated', { date: text.formatDate(cohort.graduation ?? '', 'month') })
    : standing === undefined
      ? ''
      : whereItStands(standing, text);
  return (
    <>
      <CourseLine
        stations={stations}
        now={finished || standing?.frozen === true ? stations + 1 : (standing?.now ?? 0)}
        silent
      />
      <small className="cut">{words}</small>
    </>
  );
};

const Row = (props: RowProps): ReactNode => {
  const { cohort, index, enrolled } = props;
  const { t, formatDate, formatNumber } = useText();
  const { nameOf } = useCountryNames();
  return (
    <>
      <span role="rowheader" className="two-lines">
        <Link
          className="cut"
          href={`/cohorts/${cohort.id}/overview`}
          data-row={index}
          title={`${cohort.code} ${cohort.name}`}
        >
          {cohort.code}
        </Link>
        <small className="cut">{cohort.name}</small>
      </span>
      <span role="cell" className="two-lines">
        <span className="cut">{cohort.place === '' ? nameOf(cohort.country) : cohort.place}</span>
        <small className="cut">{cohort.place === '' ? '' : nameOf(cohort.country)}</small>
      </span>
      <span role="cell" className="standing">
        <Standing {...props} />
      </span>
      <span role="cell" className="nowrap">
        {formatDate(cohort.starts)}
      </span>
      <span role="cell" className="nowrap">
        {cohort.graduation === undefined ? (
          <span className="quiet">{t('cohorts.notSet')}</span>
        ) : (
          formatDate(cohort.graduation)
        )}
      </span>
      <span role="cell" className="num">
        {cohort.cycle === '' ? '–' : cohort.cycle}
      </span>
      <span role="cell" className="num">
        {enrolled === undefined ? '' : formatNumber(enrolled)}
      </span>
    </>
  );
};

const columns = ['code', 'place', 'stands', 'starts', 'graduation', 'cycle', 'enrolled'] as const;

/** The list of cohorts; a code opens the overview. */
export const CohortList = ({ cohorts, programmes, atWork, enrolled, today }: CohortListProps): ReactNode => {
  const { t } = useText();
  const stationsOf = new Map(programmes.map(({ id, modules }) => [id, modules.length]));
  const standingOf = new Map(atWork.map((standing) => [standing.cohort.id, standing]));
  return (
    <RowList
      label={t('cohorts.list')}
      items={cohorts}
      idOf={({ id }) => id}
      rowHeight={56}
      columns="minmax(140px, 1.1fr) minmax(140px, 1.1fr) minmax(200px, 1.6fr) 128px 136px 56px 72px"
      least="940px"
      head={columns.map((column) => (
        <span key={column} role="columnheader" className={column === 'enrolled' || column === 'cycle' ? 'num' : ''}>
          {t(`cohorts.column.${column}`)}
        </span>
      ))}
      row={(cohort, index) => (
        <Row
          cohort={cohort}
          index={index}
          stations={stationsOf.get(cohort.programmeId) ?? 0}
          standing={standingOf.get(cohort.id)}
          enrolled={enrolled === undefined ? undefined : (enrolled.get(cohort.id) ?? 0)}
          finished={isFinished(cohort, today)}
        />
      )}
    />
  );
};
