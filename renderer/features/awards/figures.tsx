import type { ReactNode } from 'react';
import { useState } from 'react';
import { explainOverall } from '#shared/domain/explanations.ts';
import { formatPercent } from '#shared/domain/mark-text.ts';
import type { ModuleResult } from '#shared/domain/module-results.ts';
import { fullName } from '#shared/domain/people.ts';
import type { RulesInForce } from '#shared/domain/rules-in-words.ts';
import { explainModuleOf } from '#shared/domain/rules-in-words.ts';
import type { ResultLine } from '#renderer/db/repositories/results.ts';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Explained } from './explanation.tsx';
import { explanationId } from './explanation.tsx';

/** Which figure of a line: a module by its place, or the overall. */
export type FigureOf = number | 'overall';

export type Explain = {
  readonly explained: Explained | undefined;
  readonly show: (line: ResultLine, figure: FigureOf, anchor: HTMLElement) => void;
  readonly hide: () => void;
};

/** Which figure is explained now; at most one is. */
export const useExplain = (force: RulesInForce | undefined): Explain => {
  const { language } = useText();
  const [explained, setExplained] = useState<Explained>();
  return {
    explained,
    hide: () => setExplained(undefined),
    show: (line, figure, anchor) => {
      const module = figure === 'overall' ? undefined : line.eligibility.modules[figure];
      if (force === undefined || (figure !== 'overall' && module === undefined)) return;
      const explanation =
        module === undefined ? explainOverall(line.eligibility, language) : explainModuleOf(module, force, language);
      setExplained({ anchor, name: line.enrolment.confirmedName ?? fullName(line.person), explanation });
    },
  };
};

const isShort = (verdict: ModuleResult['verdict'] | undefined): boolean =>
  verdict === 'below' || verdict === 'criterion';

type FigureProps = {
  readonly line: ResultLine;
  readonly figure: FigureOf;
  readonly explain: Explain;
  /** In the list the figures are left out of the order of the Tab key: the panel beside it has them all. */
  readonly inList?: boolean;
};

/** A result in per cent; hovering or focusing it says why it is what it is. */
export const Figure = ({ line, figure, explain, inList = false }: FigureProps): ReactNode => {
  const { t, language } = useText();
  const module = figure === 'overall' ? undefined : line.eligibility.modules[figure];
  const value = module === undefined ? line.eligibility.overall : module.final;
  const show = (anchor: HTMLElement): void => explain.show(line, figure, anchor);
  const open = explain.explained?.anchor.dataset['figure'] === `${line.enrolment.id}/${figure}/${inList}`;
  return (
    <button
      type="button"
      className="figure"
      data-figure={`${line.enrolment.id}/${figure}/${inList}`}
      {...(inList ? { tabIndex: -1 } : {})}
      {...(open ? { 'aria-describedby': explanationId } : {})}
      onMouseEnter={(event) => show(event.currentTarget)}
      onMouseLeave={explain.hide}
      onFocus={(event) => show(event.currentTarget)}
      onBlur={explain.hide}
    >
      {isShort(module?.verdict) && (
        <span className="t-bad">
          <Glyph name="below" />
          <span className="vh">{t('results.below')}</span>
        </span>
      )}
      {value === undefined ? '–' : formatPercent(value, language)}
    </button>
  );
};
