import type { ReactNode } from 'react';
import type { CompetencyShare } from '#shared/domain/competency-profiles.ts';
import { shareInTenths } from '#shared/domain/competency-profiles.ts';
import { formatPercent } from '#shared/domain/mark-text.ts';
import { BarChart } from '#renderer/ui/bar-chart.tsx';
import { useText } from '#renderer/ui/text.tsx';

type ProfileChartProps = {
  readonly caption: string;
  readonly description: string;
  readonly profile: readonly CompetencyShare[];
};

const whole = 100;

/** The share of points reached of each competency, with the number of criterion marks behind it and the range of the learners. */
export const ProfileChart = ({ caption, description, profile }: ProfileChartProps): ReactNode => {
  const { t, language } = useText();
  const percent = (share: number): string => formatPercent(Math.round(share * 1000), language);
  return (
    <BarChart
      caption={caption}
      description={description}
      max={whole}
      headings={{
        label: t('competencies.column.competency'),
        value: t('competencies.column.share'),
        range: t('competencies.column.range'),
      }}
      bars={profile.map((one) => {
        const tenths = shareInTenths(one);
        return {
          label: t('competencies.named', { code: one.competency.code, title: one.competency.title }),
          value: (tenths ?? 0) / 10,
          text:
            tenths === undefined
              ? t('competencies.nothing')
              : t('competencies.share', { percent: formatPercent(tenths, language), count: one.criteria }),
          ...(one.low === undefined || one.high === undefined
            ? {}
            : {
                low: one.low * whole,
                high: one.high * whole,
                rangeText: t('competencies.range', { low: percent(one.low), high: percent(one.high) }),
              }),
        };
      })}
    />
  );
};
