import type { ReactNode } from 'react';
import { inLanguage } from '#shared/domain/languages.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import { judgingRules, ruleNames, rulesOf } from '#shared/domain/programme-rules.ts';
import type { ProgrammeRules, ProgrammeVersion } from '#shared/domain/programmes.ts';
import { ruleOrigins, ruleValue } from '#shared/domain/rules-in-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';

type RulesSheetProps = {
  readonly cohort: Cohort;
  readonly programme: ProgrammeVersion;
  readonly onEdit: () => void;
};

const secondMarksIn = (rules: ProgrammeRules): Readonly<Record<'each' | 'near' | 'tolerance', number>> => {
  const { secondMarksPerMarker, secondMarksNearPass, secondMarksTolerance } = judgingRules(rules);
  return { each: secondMarksPerMarker, near: secondMarksNearPass / 100, tolerance: secondMarksTolerance / 100 };
};

/** The rules by which this cohort is judged: those of its programme version, with what was changed for it, by whom and why. */
export const RulesSheet = ({ cohort, programme, onEdit }: RulesSheetProps): ReactNode => {
  const { t, say, language, formatDate } = useText();
  const { rulesSetBy, rulesSetOn } = programme;
  const rules = rulesOf(cohort, programme);
  const changed = ruleOrigins(
    ruleNames.filter((name) => cohort.ruleOverrides?.[name] !== undefined),
    { cohort, programme },
  );
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
    ['merit', say(ruleValue('meritFrom', rules))],
    ['secondMarks', t('cohorts.rules.secondMarksOf', secondMarksIn(rules))],
    ['waves', t('cohorts.rules.wavesOf', { months: waves })],
  ] as const;
  return (
    <Sheet
      title={t('cohorts.rules.title', { version: programme.version })}
      actions={
        <Button size="tiny" aria-label={t('cohorts.rules.edit')} onClick={onEdit}>
          {t('cohorts.edit')}
        </Button>
      }
    >
      <FactList
        className="cohort-facts wide"
        facts={facts.map(([name, value]) => [t(`cohorts.rules.${name}`), value] as const)}
      />
      {changed.length > 0 && (
        <ul className="rules-origins">
          {changed.map((origin, index) => (
            <li key={index}>{say(origin)}</li>
          ))}
        </ul>
      )}
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
