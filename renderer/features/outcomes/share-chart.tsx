import type { ReactNode } from 'react';
import type { Estimate, Tenths } from '#shared/domain/statistics.ts';
import { useText } from '#renderer/ui/text.tsx';
import type { Figures } from '#shared/domain/outcome-figures.ts';

type Shown = Extract<Estimate, { readonly suppressed: false }>;

const at = (tenths: Tenths): number => 6 + (208 * tenths) / 1000;
const ticks = [0, 250, 500, 750, 1000];

/** The scale above the chart column. */
export const ScaleHead = ({ figures }: { readonly figures: Figures }): ReactNode => (
  <svg viewBox="0 0 220 16" className="scale-head" aria-hidden="true">
    {ticks.map((tick, index) => (
      <text key={tick} x={at(tick)} y="12" textAnchor={index === 0 ? 'start' : index === 4 ? 'end' : 'middle'}>
        {index === 4 ? figures.percent(tick).replace(/[.,]0/, '') : figures.whole(tick)}
      </text>
    ))}
  </svg>
);

const Published = ({ share, figures }: { readonly share: Tenths; readonly figures: Figures }): ReactNode => {
  const { t } = useText();
  const left = share < 500;
  return (
    <>
      <path className="c-published" d={`M${at(share)} 25l-4 7h8z`} />
      <text className="c-words" x={at(share) + (left ? 8 : -8)} y="34" textAnchor={left ? 'start' : 'end'}>
        {t('outcomes.published', { share: figures.whole(share) })}
      </text>
    </>
  );
};

type ShareChartProps = {
  readonly title: string;
  readonly estimate: Shown;
  readonly published: Tenths | undefined;
  readonly figures: Figures;
};

/** Point, Wilson interval, bounds and the published share on one scale from 0 to 100. */
export const ShareChart = ({ title, estimate, published, figures }: ShareChartProps): ReactNode => {
  const { t } = useText();
  const { share, interval, bounds } = estimate;
  const spoken = t(published === undefined ? 'outcomes.chart' : 'outcomes.chartPublished', {
    title,
    share: figures.percent(share),
    low: figures.share(interval.low),
    high: figures.percent(interval.high),
    least: figures.share(bounds.low),
    most: figures.percent(bounds.high),
    published: published === undefined ? '' : figures.whole(published),
  });
  const width = Math.max(2, at(interval.high) - at(interval.low));
  return (
    <svg viewBox="0 0 220 36" className="share-chart" role="img" aria-label={spoken}>
      {ticks.map((tick) => (
        <path key={tick} className="c-line" d={`M${at(tick)} 4V24`} />
      ))}
      <path className="c-axis" d={`M${at(0)} 24H${at(1000)}`} />
      <rect className="c-interval" x={at(interval.low)} y="8" width={width} height="10" rx="2" />
      <path
        className="c-bounds"
        d={`M${at(bounds.low)} 13H${at(bounds.high)}M${at(bounds.low)} 8v10M${at(bounds.high)} 8v10`}
      />
      <circle className="c-point" cx={at(share)} cy="13" r="4" />
      {published !== undefined && <Published share={published} figures={figures} />}
    </svg>
  );
};

/** What the marks of the chart mean. */
export const ChartKey = ({ published }: { readonly published: boolean }): ReactNode => {
  const { t } = useText();
  return (
    <ul className="chart-key" aria-label={t('outcomes.key.title')}>
      <li>
        <svg viewBox="0 0 28 12" aria-hidden="true">
          <circle className="c-point" cx="14" cy="6" r="4" />
        </svg>
        {t('outcomes.key.share')}
      </li>
      <li>
        <svg viewBox="0 0 28 12" aria-hidden="true">
          <rect className="c-interval" x="4" y="1" width="20" height="10" rx="2" />
        </svg>
        {t('outcomes.key.interval')}
      </li>
      <li>
        <svg viewBox="0 0 28 12" aria-hidden="true">
          <path className="c-bounds" d="M2 6h24M2 1v10M26 1v10" />
        </svg>
        {t('outcomes.key.bounds')}
      </li>
      {published && (
        <li>
          <svg viewBox="0 0 28 12" aria-hidden="true">
            <path className="c-published" d="M14 2l-5 8h10z" />
          </svg>
          {t('outcomes.key.published')}
        </li>
      )}
    </ul>
  );
};
