import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { inLanguage } from '#shared/domain/languages.ts';
import type { ModuleStanding } from '#shared/domain/module-standing.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { CohortOverviewContent } from '#renderer/db/repositories/cohort-overview.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';

type ModulesProps = {
  readonly content: CohortOverviewContent;
  readonly today: IsoDate;
  readonly onDueDates: () => void;
};

const Due = ({ standing, today }: { readonly standing: ModuleStanding; readonly today: IsoDate }): ReactNode => {
  const { t, formatDate } = useText();
  const { due, awaited, released } = standing;
  const last = due.at(-1);
  if (last === undefined) return <span className="quiet">{t('cohorts.notSet')}</span>;
  const late = last < today && awaited > 0 && released === undefined;
  return (
    <span className={late ? 't-warn' : ''}>
      {late && <Glyph name="late" />} {due.map((date) => formatDate(date, 'short')).join(' · ')}{' '}
      <small>{last.slice(0, 4)}</small>
    </span>
  );
};

/** Marks are released in the moderation tab, where what is missing before is named. */
const Release = ({
  standing,
  content,
}: Pick<ModulesProps, 'content'> & { readonly standing: ModuleStanding }): ReactNode => {
  const { t, formatDate } = useText();
  const { module, released, marked } = standing;
  if (released !== undefined)
    return (
      <span className="second nowrap">
        <Glyph name="released" /> {formatDate(released, 'short')} <small>{released.slice(0, 4)}</small>
      </span>
    );
  if (marked === 0) return <span className="quiet">–</span>;
  return (
    <Link
      className="btn tiny"
      href={`/cohorts/${content.cohort.id}/moderation`}
      aria-label={t('cohorts.toRelease', { number: module.number })}
    >
      {t('cohorts.release')}
    </Link>
  );
};

const Count = ({
  value,
  tone,
  glyph,
}: {
  readonly value: number;
  readonly tone?: string;
  readonly glyph?: 'ns' | 'late';
}): ReactNode => {
  const { formatNumber } = useText();
  return (
    <td className="num">
      {value === 0 ? (
        <span className="quiet">–</span>
      ) : (
        <>
          {glyph !== undefined && (
            <span className={tone}>
              <Glyph name={glyph} />{' '}
            </span>
          )}
          {formatNumber(value)}
        </>
      )}
    </td>
  );
};

const Row = ({
  standing,
  content,
  today,
}: Omit<ModulesProps, 'onDueDates'> & { readonly standing: ModuleStanding }): ReactNode => {
  const { t, language, formatNumber } = useText();
  const { module, marked, excused, expected, awaited, received, withMarker, notSubmitted, open, hours } = standing;
  return (
    <tr>
      <th scope="row">
        <span className="module-title">
          <span className="second">{module.number}</span>
          <span title={inLanguage(module.title, language)}>{inLanguage(module.title, language)}</span>
        </span>
      </th>
      <td className="nowrap">
        <Due standing={standing} today={today} />
      </td>
      <td className="num nowrap">
        {expected === 0 ? (
          <span className="quiet">–</span>
        ) : (
          <>
            <span className={marked === 0 ? 'quiet' : ''}>{formatNumber(marked)}</span>{' '}
            <small>{t('cohorts.ofExpected', { expected: expected - excused })}</small>
          </>
        )}
      </td>
      <Count value={awaited + open} />
      <Count value={received + withMarker} />
      <Count value={notSubmitted} glyph="ns" tone="t-bad" />
      <td className="num second">{t('cohorts.hours', { hours })}</td>
      <td>
        <Release standing={standing} content={content} />
      </td>
    </tr>
  );
};

const columns = ['module', 'due', 'marks', 'awaited', 'withMarker', 'notSubmitted', 'hours', 'released'] as const;
const numeric: ReadonlySet<string> = new Set(['marks', 'awaited', 'withMarker', 'notSubmitted', 'hours']);

/** Module by module: due days, where the scripts are, hours planned, and the release of the marks. */
export const ModulesSheet = ({ content, today, onDueDates }: ModulesProps): ReactNode => {
  const { t } = useText();
  return (
    <Sheet
      title={t('cohorts.modules')}
      count={content.current.length === 0 ? undefined : t('cohorts.scriptsOf', { count: content.current.length })}
      actions={
        <Button size="tiny" onClick={onDueDates}>
          {t('cohorts.editDue')}
        </Button>
      }
    >
      <div className="modules-scroll">
        <table className="list modules-table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={numeric.has(column) ? 'num' : ''}>
                  {t(`cohorts.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {content.modules.map((standing) => (
              <Row key={standing.module.id} standing={standing} content={content} today={today} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="sheet-foot">{t('cohorts.releaseConsequence')}</p>
    </Sheet>
  );
};
