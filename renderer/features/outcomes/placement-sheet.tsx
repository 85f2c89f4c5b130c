import type { ReactNode } from 'react';
import type { OutcomeDefinition } from '#shared/domain/outcome-definitions.ts';
import { definitionMonths, outcomeDefinitions } from '#shared/domain/outcome-definitions.ts';
import type { Figures } from '#shared/domain/outcome-figures.ts';
import type { OutcomeReport } from '#shared/domain/outcomes.ts';
import { BarChart } from '#renderer/ui/bar-chart.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';

const isBeyond = (name: OutcomeDefinition, offsetMonths: number): boolean =>
  offsetMonths > definitionMonths[name].to && definitionMonths[name].to < 36;

/** Placement as QS, NACE, EQAVET and the programme count it, from the same answers; each definition stands below its figure. */
export const PlacementSheet = ({
  report,
  figures,
}: {
  readonly report: OutcomeReport;
  readonly figures: Figures;
}): ReactNode => {
  const { t } = useText();
  const { offsetMonths } = report.selection;
  const bars = outcomeDefinitions.map((name) => {
    const estimate = report.placements[name];
    const label = t(`outcomeDefinitions.${name}.title`);
    if (estimate.suppressed) return { label, value: 0, text: t(`outcomeIndicators.suppressed.${estimate.because}`) };
    return {
      label,
      value: estimate.share,
      text: `${figures.percent(estimate.share)} (${figures.count(estimate.count)} / ${figures.count(estimate.known)})`,
      low: estimate.interval.low,
      high: estimate.interval.high,
      rangeText: figures.range(estimate.interval),
    };
  });
  return (
    <Sheet title={t('outcomes.placement.title')} className="placement">
      <BarChart
        caption={t('outcomes.placement.caption')}
        description={t('outcomes.placement.words')}
        max={1000}
        bars={bars}
        headings={{
          label: t('outcomes.filters.definition'),
          value: t('outcomes.column.share'),
          range: t('outcomes.column.interval'),
        }}
      />
      <dl className="second">
        {outcomeDefinitions.map((name) => (
          <div key={name}>
            <dt>{t(`outcomeDefinitions.${name}.title`)}</dt>
            <dd>
              {t(`outcomeDefinitions.${name}.definition`)}
              {isBeyond(name, offsetMonths) && ` ${t('outcomes.placement.later', { count: offsetMonths })}`}
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
};
