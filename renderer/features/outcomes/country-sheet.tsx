import type { ReactNode } from 'react';
import { useState } from 'react';
import type { AnswerIndicatorId } from '#shared/domain/outcome-indicators.ts';
import type { OutcomeReport } from '#shared/domain/outcomes.ts';
import type { Estimate, Tenths } from '#shared/domain/statistics.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Figures } from '#shared/domain/outcome-figures.ts';
import { Star } from './indicator-table.tsx';
import { scaleEnd } from './sections.ts';

type Country = { readonly code: string; readonly name: string; readonly estimate: Estimate };

const countriesOf = (
  report: OutcomeReport,
  id: AnswerIndicatorId,
  figures: Figures,
  compare: (a: string, b: string) => number,
): readonly Country[] =>
  report.byCountry
    .map(({ country, indicators }) => ({
      code: country,
      name: figures.country(country),
      estimate: indicators[id].estimate,
    }))
    .toSorted((a, b) => compare(a.name, b.name));

const Bar = ({
  estimate,
  all,
  end,
}: {
  readonly estimate: Estimate;
  readonly all: Tenths | undefined;
  readonly end: Tenths;
}): ReactNode => {
  const x = (tenths: Tenths): number => (96 * tenths) / end;
  return (
    <svg viewBox="0 0 96 24" preserveAspectRatio="none" aria-hidden="true">
      <path className="c-line" d="M0 12H96" />
      {all !== undefined && <path className="c-all" d={`M${x(all)} 4V20`} />}
      {!estimate.suppressed && (
        <>
          <path className="c-country" d={`M${x(estimate.interval.low)} 12H${x(estimate.interval.high)}`} />
          <path className="c-country-share" d={`M${x(estimate.share)} 7V17`} />
        </>
      )}
    </svg>
  );
};

type ListProps = {
  readonly countries: readonly Country[];
  readonly all: Tenths | undefined;
  readonly figures: Figures;
};

const CountryBars = ({ countries, all, figures }: ListProps): ReactNode => {
  const { t } = useText();
  const end = scaleEnd(countries.flatMap(({ estimate }) => (estimate.suppressed ? [] : [estimate.interval.high])));
  const rows = Math.max(1, Math.ceil((countries.length + 1) / 2));
  return (
    <ul className="ctry" style={{ gridTemplateRows: `repeat(${rows}, 24px)` }}>
      {countries.map(({ code, name, estimate }) => (
        <li key={code}>
          <span className="cut" title={name}>
            {name}
          </span>
          <Bar estimate={estimate} all={all} end={end} />
          {estimate.suppressed ? (
            <>
              <b className="num quiet">–</b>
              <small className="num">
                {estimate.because === 'nobody'
                  ? t('outcomeIndicators.suppressed.nobody')
                  : t(`outcomes.hidden.${estimate.because}`)}
              </small>
            </>
          ) : (
            <>
              <b className="num">{figures.share(estimate.share)}</b>
              <small className="num">
                {figures.count(estimate.count)} / {figures.count(estimate.known)}
                {estimate.indicative && <Star />}
              </small>
              <span className="vh">{t('outcomes.country.interval', { range: figures.range(estimate.interval) })}</span>
            </>
          )}
        </li>
      ))}
      <li className="wide">
        <small>
          {all === undefined
            ? t('outcomes.country.note')
            : t('outcomes.country.noteAll', { share: figures.percent(all) })}
        </small>
      </li>
    </ul>
  );
};

const CountryTable = ({
  countries,
  figures,
  title,
}: Omit<ListProps, 'all'> & { readonly title: string }): ReactNode => {
  const { t } = useText();
  return (
    <table className="list ctry-table">
      <caption className="vh">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('outcomes.column.country')}</th>
          <th scope="col" className="num">
            {t('outcomes.column.sharePercent')}
          </th>
          <th scope="col" className="num">
            {t('outcomes.column.known')}
          </th>
          <th scope="col" className="num">
            {t('outcomes.column.base')}
          </th>
          <th scope="col" className="num">
            {t('outcomes.column.interval')}
          </th>
          <th scope="col" className="num">
            {t('outcomes.column.bounds')}
          </th>
        </tr>
      </thead>
      <tbody>
        {countries.map(({ code, name, estimate }) => (
          <tr key={code}>
            <th scope="row">{name}</th>
            {estimate.suppressed ? (
              <td colSpan={5} className="num second">
                {t(`outcomeIndicators.suppressed.${estimate.because}`)}
              </td>
            ) : (
              <>
                <td className="num">{figures.share(estimate.share)}</td>
                <td className="num nowrap">
                  {figures.count(estimate.count)} / {figures.count(estimate.known)}
                  {estimate.indicative && <Star />}
                </td>
                <td className="num">{figures.count(estimate.base)}</td>
                <td className="num nowrap">{figures.range(estimate.interval)}</td>
                <td className="num nowrap">{figures.range(estimate.bounds)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

type CountrySheetProps = { readonly report: OutcomeReport; readonly id: AnswerIndicatorId; readonly figures: Figures };

/** One indicator by country: bars to compare, or the same figures as a table. */
export const CountrySheet = ({ report, id, figures }: CountrySheetProps): ReactNode => {
  const { t, say, compare } = useText();
  const [asTable, setAsTable] = useState(false);
  const countries = countriesOf(report, id, figures, compare);
  const { estimate, definition } = report.indicators[id];
  const title = t('outcomes.country.title', { indicator: t(`outcomeIndicators.${id}.title`) });
  return (
    <Sheet
      title={title}
      count={asTable ? undefined : t('outcomes.country.detail')}
      actions={
        <Button kind="plain" size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'outcomes.country.asChart' : 'outcomes.country.asTable')}
        </Button>
      }
    >
      <p className="words second">{say(definition)}</p>
      {asTable ? (
        <CountryTable countries={countries} figures={figures} title={title} />
      ) : (
        <CountryBars countries={countries} all={estimate.suppressed ? undefined : estimate.share} figures={figures} />
      )}
    </Sheet>
  );
};
