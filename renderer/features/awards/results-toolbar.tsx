import type { ReactNode } from 'react';
import type { ResultLine } from '#renderer/db/repositories/results.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { ResultFilter } from './result-states.ts';
import { countByFilter, resultFilters } from './result-states.ts';

type FilterPicksProps = {
  readonly lines: readonly ResultLine[];
  readonly filter: ResultFilter;
  readonly onFilter: (filter: ResultFilter) => void;
};

/** Which learners are shown, with how many each choice shows. */
const FilterPicks = ({ lines, filter, onFilter }: FilterPicksProps): ReactNode => {
  const { t, formatNumber } = useText();
  const counts = countByFilter(lines);
  return (
    <div role="group" aria-label={t('results.filter.title')} className="result-picks">
      {resultFilters.map((name) => (
        <button key={name} type="button" className="pick" aria-pressed={filter === name} onClick={() => onFilter(name)}>
          {t(`results.filter.${name}`)} <span className="second">{formatNumber(counts[name])}</span>
        </button>
      ))}
    </div>
  );
};

type ToolbarProps = FilterPicksProps & {
  readonly toConfirm: number;
  readonly toSign: readonly { readonly number: number; readonly count: number; readonly open: () => void }[];
  readonly freezable: number | undefined;
  readonly saving: boolean;
  readonly onConfirmAll: () => void;
  readonly onFreeze: () => void;
  readonly onExport: () => void;
};

/** What can be done with the results; only what there is to do is offered. */
export const ResultsToolbar = (props: ToolbarProps): ReactNode => {
  const { t } = useText();
  const { toConfirm, toSign, freezable, saving, onConfirmAll, onFreeze, onExport } = props;
  return (
    <div className="results-bar" role="toolbar" aria-label={t('results.toolbar')}>
      <FilterPicks {...props} />
      <span className="results-actions">
        {toConfirm > 0 && (
          <Button size="small" onClick={onConfirmAll}>
            {t('results.confirmAll', { count: toConfirm })}
          </Button>
        )}
        {toSign.map(({ number, count, open }) => (
          <Button key={number} size="small" onClick={open}>
            {t('results.signOff', { number, count })}
          </Button>
        ))}
        <Button size="small" disabled={saving} onClick={onExport}>
          <Icon name="export" /> {t('results.export.button')}
        </Button>
        {freezable !== undefined && (
          <Button
            kind="first"
            size="small"
            disabled={freezable === 0}
            title={freezable === 0 ? t('errors.award-list-empty') : undefined}
            onClick={onFreeze}
          >
            {t('results.freeze', { count: freezable })}
          </Button>
        )}
      </span>
    </div>
  );
};
