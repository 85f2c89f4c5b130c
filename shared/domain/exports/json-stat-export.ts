import type { IsoInstant } from '#shared/lib/dates.ts';
import { message } from '../message.ts';
import type { IndicatorId } from '../outcome-indicators.ts';
import { indicatorIds } from '../outcome-indicators.ts';
import type { OutcomeReport } from '../outcomes.ts';
import type { Estimate } from '../statistics.ts';
import type { ExportWords } from './export-table.ts';

const measures = ['count', 'known', 'base', 'share', 'intervalLow', 'intervalHigh', 'boundLow', 'boundHigh'] as const;
type Measure = (typeof measures)[number];

const valueOf = (estimate: Estimate, measure: Measure): number | null => {
  if (estimate.suppressed) return null;
  switch (measure) {
    case 'share':
      return estimate.share / 10;
    case 'intervalLow':
      return estimate.interval.low / 10;
    case 'intervalHigh':
      return estimate.interval.high / 10;
    case 'boundLow':
      return estimate.bounds.low / 10;
    case 'boundHigh':
      return estimate.bounds.high / 10;
    default:
      return estimate[measure];
  }
};

const all = 'all';

type Dimension = {
  readonly label: string;
  readonly category: { readonly index: readonly string[]; readonly label: Readonly<Record<string, string>> };
};

const dimension = (label: string, index: readonly string[], labelOf: (id: string) => string): Dimension => ({
  label,
  category: { index, label: Object.fromEntries(index.map((id) => [id, labelOf(id)])) },
});

/**
 * The indicators as one JSON-stat 2.0 dataset (json-stat.org/full): time (cycle and wave together, since they are never pooled) × country × indicator ×
 * measure. A null with status `c` is confidential (fewer than five people), with `m` there was nobody to ask.
 */
export const jsonStat = (
  reports: readonly OutcomeReport[],
  {
    at,
    source,
    countryName,
  }: { readonly at: IsoInstant; readonly source: string; readonly countryName: (code: string) => string },
  { say }: ExportWords,
): string => {
  const label = (name: string): string => say(message(`exports.column.${name}`));
  const timeOf = ({ selection }: OutcomeReport): string => `${selection.cycle}:${selection.offsetMonths}`;
  const times = reports.map(timeOf);
  const wave = new Map(reports.map((report) => [timeOf(report), report.selection]));
  const countries = [all, ...new Set(reports.flatMap(({ byCountry }) => byCountry.map(({ country }) => country)))].sort(
    (a, b) => (a === all ? -1 : b === all ? 1 : a < b ? -1 : 1),
  );
  const estimateOf = (report: OutcomeReport, country: string, id: IndicatorId): Estimate | undefined =>
    country === all
      ? report.indicators[id].estimate
      : report.byCountry.find((each) => each.country === country)?.indicators[id].estimate;
  const cells = reports.flatMap((report) =>
    countries.flatMap((country) =>
      indicatorIds.flatMap((id) =>
        measures.map((measure) => {
          const estimate = estimateOf(report, country, id);
          if (estimate === undefined) return { value: null, status: 'm' };
          const value = valueOf(estimate, measure);
          return { value, status: !estimate.suppressed ? '' : estimate.because === 'nobody' ? 'm' : 'c' };
        }),
      ),
    ),
  );
  const status = Object.fromEntries(cells.flatMap((cell, index) => (cell.status === '' ? [] : [[index, cell.status]])));
  const dataset = {
    version: '2.0',
    class: 'dataset',
    label: say(message('exports.about.kinds.aggregate')),
    source,
    updated: at,
    id: ['time', 'country', 'indicator', 'measure'],
    size: [times.length, countries.length, indicatorIds.length, measures.length],
    dimension: {
      time: dimension(
        label('wave'),
        times,
        (id) =>
          `${label('cycle')} ${wave.get(id)?.cycle ?? ''}, ${say(message('followUpStates.wave', { count: wave.get(id)?.offsetMonths ?? 0 }))}`,
      ),
      country: dimension(say(message('import.field.country')), countries, (id) =>
        id === all ? say(message('exports.about.allCountries')) : countryName(id),
      ),
      indicator: dimension(label('indicator'), indicatorIds, (id) => say(message(`outcomeIndicators.${id}.title`))),
      measure: dimension(say(message('exports.about.measure')), measures, label),
    },
    role: { time: ['time'], geo: ['country'], metric: ['measure'] },
    value: cells.map(({ value }) => value),
    status,
  };
  return `${JSON.stringify(dataset)}\n`;
};
