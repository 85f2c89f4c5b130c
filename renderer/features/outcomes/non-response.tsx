import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Contrast, ContrastCell } from '#shared/domain/outcome-contrasts.ts';
import type { AnswerIndicatorId } from '#shared/domain/outcome-indicators.ts';
import type { OutcomeReport } from '#shared/domain/outcomes.ts';
import { isSmall } from '#shared/domain/statistics.ts';
import type { MessageKey } from '#shared/i18n/message-key.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Figures } from '#shared/domain/outcome-figures.ts';
import { flaggedSides, orderedContrasts, shortContrasts } from './sections.ts';

const useGroupName = (figures: Figures): ((contrast: Contrast) => string) => {
  const { t } = useText();
  return ({ dimension, group }) =>
    dimension === 'country'
      ? figures.country(group)
      : t(`outcomeIndicators.contrast.${dimension}.${group}` as MessageKey).replaceAll(' %', '\u00A0%');
};

const Verdict = ({
  contrasts,
  figures,
}: {
  readonly contrasts: readonly Contrast[];
  readonly figures: Figures;
}): ReactNode => {
  const { t } = useText();
  const nameOf = useGroupName(figures);
  const { under, over } = flaggedSides(contrasts);
  if (under.length === 0 && over.length === 0) return <p className="words">{t('outcomes.silent.even')}</p>;
  const names = (side: readonly Contrast[]): string => figures.list(side.map(nameOf));
  return (
    <p className="words">
      <span className="t-warn">
        <Glyph name="anomaly" />
      </span>{' '}
      {under.length > 0 && <b>{t('outcomes.silent.under', { groups: names(under) })} </b>}
      {under.length === 0 && over.length > 0 && <b>{t('outcomes.silent.over', { groups: names(over) })} </b>}
      {t('outcomes.silent.read')}
    </p>
  );
};

const CellFigure = ({ cell, figures }: { readonly cell: ContrastCell; readonly figures: Figures }): ReactNode => {
  const { t } = useText();
  return <td className="num nowrap">{cell === null ? t('outcomes.hidden.few') : figures.whole(cell.share)}</td>;
};

const ContrastRow = ({
  contrast,
  name,
  figures,
}: {
  readonly contrast: Contrast;
  readonly name: string;
  readonly figures: Figures;
}): ReactNode => {
  const { t } = useText();
  return (
    <tr className={contrast.flagged ? 'flag' : undefined}>
      <th scope="row">{name}</th>
      <CellFigure cell={contrast.answered} figures={figures} />
      <CellFigure cell={contrast.silent} figures={figures} />
      <td className="num nowrap">
        {contrast.flagged && (
          <>
            <Glyph name="anomaly" />
            <span className="vh">{t('outcomes.silent.flagged')}</span>{' '}
          </>
        )}
        {contrast.difference === null ? '–' : figures.points(contrast.difference)}
      </td>
    </tr>
  );
};

type DefinitionsProps = { readonly report: OutcomeReport; readonly ids: readonly AnswerIndicatorId[] };

/** On paper every definition is printed; on the screen they are unfolded. */
const Definitions = ({ report, ids }: DefinitionsProps): ReactNode => {
  const { t, say } = useText();
  const [unfolded, setUnfolded] = useState(false);
  const missing = report.flow.baselineMissing;
  return (
    <div className="defs">
      <p>
        <b>{t('outcomes.definition.title')}</b> {t('outcomes.definition.words')}
      </p>
      {missing === null && <p>{t('outcomes.definition.baselineMissingFew')}</p>}
      {missing !== null && missing > 0 && <p>{t('outcomes.definition.baselineMissing', { count: missing })}</p>}
      <p>
        <b>{t('outcomes.definition.suppressed')}</b> {t('outcomes.definition.suppressedWords')}{' '}
        <b>{t('outcomes.definition.indicative')}</b> {t('outcomes.definition.indicativeWords')}
      </p>
      <button type="button" className="unfold" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
        {t('outcomes.definition.each')}
      </button>
      <dl className={unfolded ? undefined : 'on-paper'}>
        {ids.map((id) => (
          <div key={id}>
            <dt>{t(`outcomeIndicators.${id}.title`)}</dt>
            <dd>{say(report.indicators[id].definition)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
};

const ContrastTable = ({
  contrasts,
  figures,
}: {
  readonly contrasts: readonly Contrast[];
  readonly figures: Figures;
}): ReactNode => {
  const { t } = useText();
  const nameOf = useGroupName(figures);
  return (
    <table className="list non">
      <caption className="vh">{t('outcomes.silent.title')}</caption>
      <colgroup>
        <col />
        <col className="w-answered" />
        <col className="w-not" />
        <col className="w-points" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('outcomes.silent.group')}</th>
          <th scope="col" className="num">
            {t('outcomes.silent.answered')}
          </th>
          <th scope="col" className="num">
            {t('outcomes.silent.not')}
          </th>
          <th scope="col" className="num">
            {t('outcomes.silent.points')}
          </th>
        </tr>
      </thead>
      <tbody>
        {contrasts.map((contrast) => (
          <ContrastRow
            key={`${contrast.dimension}:${contrast.group}`}
            contrast={contrast}
            name={nameOf(contrast)}
            figures={figures}
          />
        ))}
      </tbody>
    </table>
  );
};

/** Who answered against who did not, the differences that matter, and the definition in use. */
export const NonResponse = ({ report, ids, figures }: DefinitionsProps & { readonly figures: Figures }): ReactNode => {
  const { t } = useText();
  const [all, setAll] = useState(false);
  const { followed, responded } = report.flow;
  const asked = followed === null || responded === null ? undefined : { count: followed - responded, total: followed };
  // Of one country alone, everybody is in it.
  const contrasts =
    report.byCountry.length > 1
      ? report.contrasts
      : report.contrasts.filter(({ dimension }) => dimension !== 'country');
  const short = shortContrasts(contrasts);
  const shown = all ? orderedContrasts(contrasts) : short;
  return (
    <Sheet
      title={t('outcomes.silent.title')}
      count={asked === undefined || isSmall(asked.count) ? undefined : t('outcomes.silent.count', asked)}
      className="silent"
    >
      <Verdict contrasts={contrasts} figures={figures} />
      <ContrastTable contrasts={shown} figures={figures} />
      {short.length < contrasts.length && (
        <p className="more">
          <Button kind="plain" size="tiny" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('outcomes.silent.fewer') : t('outcomes.silent.all', { count: contrasts.length })}
          </Button>
        </p>
      )}
      <Definitions report={report} ids={ids} />
    </Sheet>
  );
};
