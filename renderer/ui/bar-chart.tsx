import './bar-chart.css';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useText } from './text.tsx';

/** One bar. `text` is its value in words; `low` and `high` draw a range over it, `rangeText` says that range in the table. */
type Bar = {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly low?: number;
  readonly high?: number;
  readonly rangeText?: string;
};

type BarChartProps = {
  readonly caption: string;
  /** What the bars mean, in a sentence. */
  readonly description: string;
  readonly bars: readonly Bar[];
  readonly max: number;
  /** Below zero where bars go to both sides; 0 where it is left out. */
  readonly min?: number;
  /** Values at which a dotted line stands; the description says what they are. */
  readonly limits?: readonly number[];
  /** Headings of the table behind the chart. */
  readonly headings?: { readonly label: string; readonly value: string; readonly range?: string };
};

const width = 100;
const height = 20;

type Scale = (value: number) => number;

const scaleOf =
  (min: number, max: number): Scale =>
  (value) =>
    max <= min ? 0 : (width * (Math.min(max, Math.max(min, value)) - min)) / (max - min);

const Drawing = ({
  bar,
  at,
  limits,
}: {
  readonly bar: Bar;
  readonly at: Scale;
  readonly limits: readonly number[];
}): ReactNode => {
  const [from, to] = bar.value < 0 ? [at(bar.value), at(0)] : [at(0), at(bar.value)];
  return (
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {to > from && <rect className="bar-fill" x={from} y="5" width={to - from} height="10" />}
      <path className="bar-zero" d={`M${at(0)} 1V19`} />
      {limits.map((limit) => (
        <path key={limit} className="bar-limit" d={`M${at(limit)} 0V20`} />
      ))}
      {bar.low !== undefined && bar.high !== undefined && (
        <path className="bar-range" d={`M${at(bar.low)} 10H${at(bar.high)}M${at(bar.low)} 6V14M${at(bar.high)} 6V14`} />
      )}
    </svg>
  );
};

const BarTable = ({ caption, bars, headings }: Pick<BarChartProps, 'caption' | 'bars' | 'headings'>): ReactNode => {
  const { t } = useText();
  const withRange = bars.some(({ rangeText }) => rangeText !== undefined);
  return (
    <table className="list">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{headings?.label ?? t('ui.chart.label')}</th>
          <th scope="col" className="num">
            {headings?.value ?? t('ui.chart.value')}
          </th>
          {withRange && (
            <th scope="col" className="num">
              {headings?.range ?? t('ui.chart.range')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, text, rangeText }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="num">{text}</td>
            {withRange && <td className="num nowrap">{rangeText ?? '–'}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Bars on one scale, each with its label and its value in words, and the same figures as a table behind them. Labels are unique. */
export const BarChart = ({
  caption,
  description,
  bars,
  max,
  min = 0,
  limits = [],
  headings,
}: BarChartProps): ReactNode => {
  const { t } = useText();
  const id = useId();
  const at = scaleOf(min, max);
  return (
    <figure className="bar-chart" aria-labelledby={id} aria-describedby={`${id}-words`}>
      <figcaption id={id}>{caption}</figcaption>
      <p id={`${id}-words`}>{description}</p>
      <ul className="bar-rows">
        {bars.map((bar) => (
          <li key={bar.label}>
            <span className="cut" title={bar.label}>
              {bar.label}
            </span>
            <Drawing bar={bar} at={at} limits={limits} />
            <b className="num">{bar.text}</b>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('ui.chart.asTable')}</summary>
        <BarTable caption={caption} bars={bars} {...(headings === undefined ? {} : { headings })} />
      </details>
    </figure>
  );
};
