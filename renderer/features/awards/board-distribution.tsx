import type { ReactNode } from 'react';
import { useState } from 'react';
import { distribution, medianOf } from '#shared/domain/award-board.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import { formatPercent } from '#shared/domain/mark-text.ts';
import type { TenthsOfPercent } from '#shared/domain/module-results.ts';
import { rulesOf } from '#shared/domain/programme-rules.ts';
import type { HundredthsOfPercent, Module } from '#shared/domain/programmes.ts';
import type { CohortResults } from '#renderer/db/repositories/results.ts';
import { BarChart } from '#renderer/ui/bar-chart.tsx';
import type { Option } from '#renderer/ui/field.tsx';
import { FilterSelect } from '#renderer/ui/filter-select.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { BoardRow } from './board-rows.ts';

type DistributionProps = { readonly rows: readonly BoardRow[]; readonly results: CohortResults };

/** The results shown: their number and the middle one, in words. */
const Spread = ({
  values,
  of,
  chosen,
  passMark,
}: {
  readonly values: readonly TenthsOfPercent[];
  readonly of: number;
  readonly chosen: Module | undefined;
  readonly passMark: HundredthsOfPercent;
}): ReactNode => {
  const { t, language, formatNumber } = useText();
  const median = medianOf(values);
  if (median === undefined) return <p className="second">{t('awards.board.distribution.none')}</p>;
  const classes = distribution(values);
  const facts = {
    count: values.length,
    of,
    median: formatPercent(median, language),
    below: values.filter((value) => value * 10 < passMark).length,
    passMark: passMark / 100,
  };
  return (
    <BarChart
      caption={
        chosen === undefined
          ? t('awards.board.distribution.captionOverall')
          : t('awards.board.distribution.captionModule', {
              number: chosen.number,
              title: inLanguage(chosen.title, language),
            })
      }
      description={t(
        chosen === undefined ? 'awards.board.distribution.wordsOverall' : 'awards.board.distribution.wordsModule',
        facts,
      )}
      max={Math.max(1, ...classes.map(({ count }) => count))}
      headings={{ label: t('awards.board.distribution.class'), value: t('awards.board.distribution.learners') }}
      bars={classes.map(({ from, to, count }) => ({
        label: t('awards.board.distribution.range', { from: from / 10, to: to / 10 }),
        value: count,
        text: formatNumber(count),
      }))}
    />
  );
};

/** How the final results are spread, of the overall or of one module. */
export const BoardDistribution = ({ rows, results: { cohort, programme } }: DistributionProps): ReactNode => {
  const { t } = useText();
  const [shown, setShown] = useState('overall');
  const place = programme.modules.findIndex(({ id }) => id === shown);
  const values = rows.flatMap(({ line: { eligibility } }) => {
    const value = place < 0 ? eligibility.overall : eligibility.modules[place]?.final;
    return value === undefined ? [] : [value];
  });
  const options: readonly Option[] = [
    { value: 'overall', label: t('results.column.overall') },
    ...programme.modules.map(({ id, number }) => ({
      value: id,
      label: t('awards.board.distribution.module', { number }),
    })),
  ];
  return (
    <Sheet
      title={t('awards.board.distribution.title')}
      actions={
        <FilterSelect label={t('awards.board.distribution.of')} value={shown} onChange={setShown} options={options} />
      }
    >
      <div className="result-panel-body">
        <Spread
          values={values}
          of={rows.length}
          chosen={programme.modules[place]}
          passMark={rulesOf(cohort, programme).passMark}
        />
      </div>
    </Sheet>
  );
};
