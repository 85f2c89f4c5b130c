import type { ReactNode } from 'react';
import { inLanguage } from '#shared/domain/languages.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** The rules by which this cohort is judged, who set them and when. They belong to the programme version, not to the cohort. */
export const RulesSheet = ({ programme }: { readonly programme: ProgrammeVersion }): ReactNode => {
  const { t, language, formatDate } = useText();
  const { rules, rulesSetBy, rulesSetOn } = programme;
  const waves = rules.waves
    .map(({ offsetMonths }) => (offsetMonths === 0 ? t('cohorts.rules.exit') : String(offsetMonths)))
    .join(', ');
  const facts = [
    ['pass', t('cohorts.rules.percent', { percent: rules.passMark / 100 })],
    ['hours', t('cohorts.rules.percent', { percent: rules.minimumHours / 100 })],
    [
      'attempts',
      t('cohorts.rules.attemptsOf', {
        count: rules.maxAttempts,
        policy: t(`cohorts.rules.policy.${rules.attemptPolicy}`),
      }),
    ],
    ['window', t('cohorts.rules.days', { count: rules.resubmissionDays })],
    ['late', t('cohorts.rules.lateOf', { percent: rules.latePenaltyPerDay / 100, days: rules.lastLateDay })],
    ['waves', t('cohorts.rules.wavesOf', { months: waves })],
  ] as const;
  return (
    <Sheet title={t('cohorts.rules.title', { version: programme.version })}>
      <dl className="cohort-facts wide">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`cohorts.rules.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="sheet-foot">
        {t('cohorts.rules.setBy', {
          programme: inLanguage(programme.title, language),
          name: rulesSetBy,
          date: formatDate(rulesSetOn),
        })}
      </p>
    </Sheet>
  );
};
