import type { ReactNode } from 'react';
import type { AnswerIndicatorId } from '#shared/domain/outcome-indicators.ts';
import type { OutcomeReport } from '#shared/domain/outcomes.ts';
import type { Estimate } from '#shared/domain/statistics.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Figures } from '#shared/domain/outcome-figures.ts';
import type { Section } from './sections.ts';
import { isPart, publishedShare } from './sections.ts';
import { ChartKey, ScaleHead, ShareChart } from './share-chart.tsx';

/** One wave's heading with its report and the indicators below it. */
export type ShownSection = Section & { readonly report: OutcomeReport };

type Shown = Extract<Estimate, { readonly suppressed: false }>;

const useBaseWords = (figures: Figures): ((id: AnswerIndicatorId, estimate: Shown) => string) => {
  const { t } = useText();
  return (id, { base, known }) => {
    if (id === 'volunteerToPaid' || id === 'unpaidToStipend')
      return t('outcomes.base.volunteers', { total: figures.count(base) });
    const unknown = base - known;
    if (id === 'attribution') return t('outcomes.base.notAsked', { count: unknown });
    return t('outcomes.base.unknown', { count: unknown });
  };
};

const SuppressedCells = ({ because }: { readonly because: 'nobody' | 'few' | 'rest' }): ReactNode => {
  const { t } = useText();
  return (
    <>
      <td className="big quiet">–</td>
      <td className="num nowrap second">
        {because === 'nobody' ? t('outcomeIndicators.suppressed.nobody') : t(`outcomes.hidden.${because}`)}
      </td>
      <td>{because !== 'nobody' && <small>{t(`outcomes.hiddenWhy.${because}`)}</small>}</td>
      <td className="num quiet">–</td>
    </>
  );
};

type Ask = (id: AnswerIndicatorId, report: OutcomeReport) => void;

type RowProps = {
  readonly id: AnswerIndicatorId;
  readonly report: OutcomeReport;
  readonly onAsk: Ask;
  readonly published: boolean;
  readonly figures: Figures;
};

const IndicatorRow = ({ id, report, published, figures, onAsk }: RowProps): ReactNode => {
  const { t } = useText();
  const baseWords = useBaseWords(figures);
  const { estimate } = report.indicators[id];
  const { definition = 'programme' } = report.selection;
  const title = id === 'placement' ? t(`outcomeDefinitions.${definition}.title`) : t(`outcomeIndicators.${id}.title`);
  const short = id === 'placement' ? t(`outcomeDefinitions.${definition}.short`) : t(`outcomeIndicators.${id}.short`);
  const part = isPart(id);
  return (
    <tr className={part ? 'sub' : undefined}>
      <th scope="row">
        <span className="with-ask">
          {title}
          <IconButton label={t('outcomes.counted.ask', { indicator: title })} onClick={() => onAsk(id, report)}>
            <Icon name="info" />
          </IconButton>
        </span>
        <small>
          {id === 'attribution' && !estimate.suppressed ? t('outcomes.attributionOf', { count: estimate.base }) : short}
        </small>
      </th>
      {estimate.suppressed ? (
        <SuppressedCells because={estimate.because} />
      ) : (
        <>
          <td className="big">
            {figures.share(estimate.share)}
            <i>{t('outcomes.percentSign')}</i>
          </td>
          <td className="num nowrap">
            {figures.count(estimate.count)} / {figures.count(estimate.known)}
            {estimate.indicative && <Star />}
            <small>{baseWords(id, estimate)}</small>
          </td>
          <td>
            <ShareChart
              title={title}
              estimate={estimate}
              published={published ? publishedShare(id, report.selection.offsetMonths) : undefined}
              figures={figures}
            />
          </td>
          <td className="num nowrap">
            {figures.range(estimate.interval)}
            <small>{figures.range(estimate.bounds)}</small>
          </td>
        </>
      )}
    </tr>
  );
};

/** Marks a share of fewer than thirty known. */
export const Star = (): ReactNode => {
  const { t } = useText();
  return (
    <>
      <span aria-hidden="true">{' *'}</span>
      <span className="vh">{t('outcomeIndicators.indicative')}</span>
    </>
  );
};

const useHeading = (figures: Figures): ((report: OutcomeReport, index: number) => string) => {
  const { t } = useText();
  return ({ selection, indicators }, index) => {
    const { estimate } = indicators.response;
    const asked =
      selection.offsetMonths === 0 ? t('outcomes.askedExit') : t('outcomes.asked', { count: selection.offsetMonths });
    const response = estimate.suppressed
      ? t('outcomes.responseFew')
      : t('outcomes.response', {
          share: figures.percent(estimate.share),
          count: estimate.count,
          total: estimate.known,
        });
    const words = `${asked} · ${response}`;
    return index === 0 ? words : `${words} · ${t('outcomes.neverPooled')}`;
  };
};

type IndicatorTableProps = {
  readonly sections: readonly ShownSection[];
  readonly onAsk: Ask;
  readonly published: boolean;
  readonly figures: Figures;
};

/** Every indicator with its share, what it is a share of, its chart, its interval and its bounds. */
export const IndicatorTable = ({ sections, published, figures, onAsk }: IndicatorTableProps): ReactNode => {
  const { t } = useText();
  const heading = useHeading(figures);
  const anyPublished =
    published &&
    sections.some(({ ids, offsetMonths }) => ids.some((id) => publishedShare(id, offsetMonths) !== undefined));
  return (
    <section className="sheet" aria-label={t('outcomes.indicators')}>
      <table className="list ind">
        <caption className="vh">{t('outcomes.indicators')}</caption>
        <colgroup>
          <col />
          <col className="w-share" />
          <col className="w-known" />
          <col className="w-chart" />
          <col className="w-range" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('outcomes.column.indicator')}</th>
            <th scope="col" className="num">
              {t('outcomes.column.share')}
            </th>
            <th scope="col" className="num">
              {t('outcomes.column.known')}
            </th>
            <th scope="col">
              <span className="vh">{t('outcomes.column.chart')}</span>
              <ScaleHead figures={figures} />
            </th>
            <th scope="col" className="num">
              {t('outcomes.column.range')}
            </th>
          </tr>
        </thead>
        {sections.map((section, index) => (
          <tbody key={section.offsetMonths}>
            <tr className="wave">
              <th colSpan={5} scope="rowgroup">
                {heading(section.report, index)}
              </th>
            </tr>
            {section.ids.map((id) => (
              <IndicatorRow
                key={id}
                id={id}
                report={section.report}
                published={published}
                figures={figures}
                onAsk={onAsk}
              />
            ))}
          </tbody>
        ))}
      </table>
      <ChartKey published={anyPublished} />
    </section>
  );
};
