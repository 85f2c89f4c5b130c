import type { ReactNode } from 'react';
import type { OutcomeReport } from '#shared/domain/outcomes.ts';
import type { IndicatorId } from '#shared/domain/outcome-indicators.ts';
import { useText } from '#renderer/ui/text.tsx';
import type { Figures } from '#shared/domain/outcome-figures.ts';

type Step = {
  readonly key: string;
  readonly label: string;
  readonly count: number | null;
  readonly share?: string;
  readonly more?: string;
};

const shareOf = (report: OutcomeReport, id: IndicatorId, figures: Figures): { readonly share?: string } => {
  const { estimate } = report.indicators[id];
  return estimate.suppressed ? {} : { share: figures.percent(estimate.share) };
};

const useSteps = (report: OutcomeReport, figures: Figures): readonly Step[] => {
  const { t } = useText();
  const { flow, selection } = report;
  const lost = flow.lost === null ? t('outcomes.flow.lostFew') : t('outcomes.flow.lost', { count: flow.lost });
  const waiting =
    flow.notYetDue === null
      ? t('outcomes.flow.notYetDueHidden')
      : flow.notYetDue > 0
        ? t('outcomes.flow.notYetDue', { count: flow.notYetDue })
        : undefined;
  const wave =
    selection.offsetMonths === 0
      ? t('outcomes.flow.followedExit')
      : t('outcomes.flow.followed', { count: selection.offsetMonths });
  return [
    { key: 'E', label: t('outcomes.flow.enrolled'), count: flow.enrolled },
    { key: 'A', label: t('outcomes.flow.awarded'), count: flow.awarded, ...shareOf(report, 'completion', figures) },
    { key: 'F', label: wave, count: flow.followed, more: waiting === undefined ? lost : figures.list([lost, waiting]) },
    { key: 'R', label: t('outcomes.flow.responded'), count: flow.responded, ...shareOf(report, 'response', figures) },
    { key: 'K', label: t('outcomes.flow.known'), count: flow.known, ...shareOf(report, 'knowledge', figures) },
  ];
};

/** From enrolled to known: every step with what was lost on the way. */
export const FlowBand = ({
  report,
  figures,
}: {
  readonly report: OutcomeReport;
  readonly figures: Figures;
}): ReactNode => {
  const { t } = useText();
  return (
    <ol className="sheet flow" aria-label={t('outcomes.flow.title')}>
      {useSteps(report, figures).map((step) => (
        <li key={step.key}>
          <span>{step.label}</span>
          {step.count === null ? (
            <b className="quiet" aria-hidden="true">
              –
            </b>
          ) : (
            <b>{figures.count(step.count)}</b>
          )}
          {step.count === null && <em>{t('outcomes.hidden.rest')}</em>}
          {step.share !== undefined && <em className="t-accent">{step.share}</em>}
          {step.more !== undefined && <em>{step.more}</em>}
        </li>
      ))}
    </ol>
  );
};
