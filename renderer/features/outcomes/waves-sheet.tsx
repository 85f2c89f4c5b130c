import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { WaveComparison } from '#shared/domain/outcome-comparison.ts';
import { comparedAnswers, compareWaves } from '#shared/domain/outcome-comparison.ts';
import type { Figures } from '#shared/domain/outcome-figures.ts';
import type { IndicatorId } from '#shared/domain/outcome-indicators.ts';
import type { OutcomeRow } from '#shared/domain/outcome-rows.ts';
import type { OutcomeSelection } from '#shared/domain/outcome-selection.ts';
import type { OutcomeReport } from '#shared/domain/outcomes.ts';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { Star } from './indicator-table.tsx';

const compared: readonly IndicatorId[] = ['response', ...comparedAnswers];

const WaveCell = ({
  report,
  id,
  figures,
}: {
  readonly report: OutcomeReport;
  readonly id: IndicatorId;
  readonly figures: Figures;
}): ReactNode => {
  const { t } = useText();
  const { estimate } = report.indicators[id];
  if (estimate.suppressed)
    return <td className="num quiet">{t(`outcomeIndicators.suppressed.${estimate.because}`)}</td>;
  return (
    <td className="num nowrap">
      <b>{figures.percent(estimate.share)}</b>
      {estimate.indicative && <Star />}
      <small>
        {figures.count(estimate.count)} / {figures.count(estimate.known)} · {figures.range(estimate.interval)}
      </small>
    </td>
  );
};

const WavesTable = ({
  comparison,
  figures,
  titleOf,
}: {
  readonly comparison: WaveComparison;
  readonly figures: Figures;
  readonly titleOf: (id: IndicatorId) => string;
}): ReactNode => {
  const { t } = useText();
  return (
    <table className="list waves">
      <caption className="vh">{t('outcomes.waves.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('outcomes.column.indicator')}</th>
          {comparison.offsets.map((offset) => (
            <th key={offset} scope="col" className="num">
              {offset === 0 ? t('outcomes.filters.exit') : t('outcomes.filters.months', { count: offset })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {compared.map((id) => (
          <tr key={id}>
            <th scope="row">{titleOf(id)}</th>
            {comparison.reports.map((report) => (
              <WaveCell key={report.selection.offsetMonths} {...{ report, id, figures }} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

type WavesSheetProps = {
  readonly rows: readonly OutcomeRow[];
  readonly selection: OutcomeSelection;
  readonly offsets: readonly number[];
  readonly figures: Figures;
  readonly titleOf: (id: IndicatorId) => string;
};

/** The waves of a cycle side by side, for the cohorts that all of them have reached. There is no total, and the sheet says why. */
export const WavesSheet = ({ rows, selection, offsets, figures, titleOf }: WavesSheetProps): ReactNode => {
  const { t } = useText();
  const comparison = useMemo(() => compareWaves(rows, selection, offsets), [rows, selection, offsets]);
  const { cohorts, leftOut } = comparison;
  return (
    <Sheet title={t('outcomes.waves.title')} count={t('outcomes.waves.same', { count: cohorts.length })}>
      <div className="wide-table" role="group" aria-label={t('outcomes.waves.title')} tabIndex={0}>
        <WavesTable comparison={comparison} figures={figures} titleOf={titleOf} />
      </div>
      <p className="words second">
        {t('outcomes.waves.never')}
        {leftOut.length > 0 && ` ${t('outcomes.waves.leftOut', { count: leftOut.length })}`}
      </p>
    </Sheet>
  );
};
