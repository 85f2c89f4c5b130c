import type { ReactNode } from 'react';
import { formatMean, formatPercent } from '#shared/domain/mark-text.ts';
import type { MarkerStatistics } from '#shared/domain/moderation-statistics.ts';
import { inPercent, signedMean } from '#shared/domain/moderation-words.ts';
import { statisticsOf } from '#renderer/db/repositories/moderation-papers.ts';
import { BarChart } from '#renderer/ui/bar-chart.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { BatchProps } from './batch-parts.ts';

const useWho = (): ((marker: MarkerStatistics['marker']) => string) => {
  const { t } = useText();
  return (marker) => marker ?? t(marker === null ? 'moderation.statistics.all' : 'moderation.statistics.unnamed');
};

const columns = ['scripts', 'mean', 'deviation', 'passed', 'compared', 'difference'] as const;

const MarkersTable = ({ statistics }: { readonly statistics: readonly MarkerStatistics[] }): ReactNode => {
  const { t, language, formatNumber } = useText();
  const who = useWho();
  const mark = (value: number | undefined): string => (value === undefined ? '–' : formatMean(value, language));
  return (
    <table className="list markers-table" aria-label={t('moderation.statistics.title')}>
      <thead>
        <tr>
          <th scope="col">{t('moderation.statistics.marker')}</th>
          {columns.map((name) => (
            <th key={name} scope="col" className="num">
              {t(`moderation.statistics.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {statistics.map((one) => (
          <tr key={one.marker ?? String(one.marker)}>
            <th scope="row">{who(one.marker)}</th>
            <td className="num">{formatNumber(one.scripts)}</td>
            <td className="num">{mark(one.mean)}</td>
            <td className="num">{mark(one.deviation)}</td>
            <td className="num">{formatPercent(one.passShare, language)}</td>
            <td className="num">{formatNumber(one.compared)}</td>
            <td className="num">{one.meanDifference === undefined ? '–' : signedMean(one.meanDifference, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

type ChartProps = BatchProps & { readonly statistics: readonly MarkerStatistics[] };

const MeanChart = ({ content, batch, statistics }: ChartProps): ReactNode => {
  const { t, language } = useText();
  const who = useWho();
  const share = (value: number): number => Math.max(0, Math.min(100, (100 * value) / batch.assignment.max));
  const words = (value: number): string => formatPercent(Math.round(share(value) * 10), language);
  const pass = content.rules.passMark / 100;
  return (
    <BarChart
      caption={t('moderation.statistics.meanChart')}
      description={t('moderation.statistics.meanWords', { pass })}
      max={100}
      limits={[pass]}
      headings={{
        label: t('moderation.statistics.marker'),
        value: t('moderation.statistics.mean'),
        range: t('moderation.statistics.meanRange'),
      }}
      bars={statistics.map(({ marker, mean, deviation, scripts }) => ({
        label: t('moderation.statistics.ofScripts', { marker: who(marker), count: scripts }),
        value: share(mean),
        text: t('moderation.statistics.percent', { percent: words(mean) }),
        ...(deviation === undefined
          ? {}
          : {
              low: share(mean - deviation),
              high: share(mean + deviation),
              rangeText: t('moderation.statistics.range', {
                low: words(mean - deviation),
                high: words(mean + deviation),
              }),
            }),
      }))}
    />
  );
};

const DifferenceChart = ({ batch, statistics }: ChartProps): ReactNode => {
  const { t, language } = useText();
  const who = useWho();
  const { max } = batch.assignment;
  const limit = batch.rules.meanLimit / 100;
  const compared = statistics.flatMap(({ marker, meanDifference, compared: count }) =>
    meanDifference === undefined ? [] : [{ marker, meanDifference, count }],
  );
  if (compared.length === 0) return null;
  const furthest = Math.max(limit, ...compared.map(({ meanDifference }) => Math.abs((100 * meanDifference) / max)));
  const end = Math.ceil((furthest + 1) / 5) * 5;
  return (
    <BarChart
      caption={t('moderation.statistics.differenceChart')}
      description={t('moderation.statistics.differenceWords', { limit })}
      max={end}
      min={-end}
      limits={[-limit, limit]}
      headings={{ label: t('moderation.statistics.marker'), value: t('moderation.statistics.difference') }}
      bars={compared.map(({ marker, meanDifference, count }) => ({
        label: t('moderation.statistics.ofScripts', { marker: who(marker), count }),
        value: (100 * meanDifference) / max,
        text: t('moderation.statistics.percent', { percent: inPercent(meanDifference, max, language) }),
      }))}
    />
  );
};

/** The markers of a batch: number, mean, spread, share passed and mean difference, as a table and as charts. */
export const MarkersSheet = ({ content, batch }: BatchProps): ReactNode => {
  const { t } = useText();
  const blind = batch.moderation !== undefined && batch.findings.waiting > 0 && batch.moderation.verdict === undefined;
  const statistics = statisticsOf(content, batch);
  return (
    <Sheet className="markers-sheet" title={t('moderation.statistics.title')}>
      {blind ? (
        <p className="batch-words second">{t('moderation.statistics.hidden')}</p>
      ) : (
        <>
          <MarkersTable statistics={statistics} />
          <div className="markers-charts">
            <MeanChart {...{ content, batch, statistics }} />
            <DifferenceChart {...{ content, batch, statistics }} />
          </div>
        </>
      )}
    </Sheet>
  );
};
