import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { CohortId } from '#shared/domain/ids.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { GlyphName } from '#renderer/ui/icon.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import type { Text } from '#renderer/ui/text.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Step, StepKind } from './next-steps.ts';

const looks: Readonly<Record<StepKind, { readonly glyph: GlyphName; readonly tone: string }>> = {
  'import-learners': { glyph: 'received', tone: 't-accent' },
  'key-marks': { glyph: 'marked', tone: 'quiet' },
  'import-marks': { glyph: 'late', tone: 't-warn' },
  release: { glyph: 'released', tone: 'quiet' },
  baseline: { glyph: 'anomaly', tone: 't-warn' },
  names: { glyph: 'awaited', tone: 'quiet' },
  hours: { glyph: 'half', tone: 'quiet' },
  signatories: { glyph: 'marked', tone: 't-warn' },
  freeze: { glyph: 'moderated', tone: 'quiet' },
  graduation: { glyph: 'def', tone: 't-warn' },
  certificates: { glyph: 'moderated', tone: 'quiet' },
};

const sentenceOf = ({ kind, count, of = 0, module = 0 }: Step, t: Text['t']): string => {
  switch (kind) {
    case 'import-learners':
    case 'signatories':
    case 'graduation':
      return t(`cohorts.step.${kind}`);
    default:
      return t(`cohorts.step.${kind}`, { count, of, module });
  }
};

type StepsProps = {
  readonly cohortId: CohortId;
  readonly steps: readonly Step[];
  readonly onHere: (step: Step) => void;
};

/** What is to be done next, each with the way to where it is done. */
export const StepsList = ({ cohortId, steps, onHere }: StepsProps): ReactNode => {
  const { t } = useText();
  if (steps.length === 0)
    return (
      <p className="steps-none">
        <span className="t-ok">
          <Glyph name="pass" />
        </span>{' '}
        {t('cohorts.nothingNext')}
      </p>
    );
  return (
    <ol className="steps" aria-label={t('cohorts.next')}>
      {steps.map((step, index) => {
        const { glyph, tone } = looks[step.kind];
        const action = t(`cohorts.action.${step.kind}`);
        const classes = index === 0 ? 'btn small first' : 'btn small';
        return (
          <li key={step.kind}>
            <span className={tone}>
              <Glyph name={glyph} />
            </span>
            <span>{sentenceOf(step, t)}</span>
            {step.place === 'here' ? (
              <Button size="small" kind={index === 0 ? 'first' : 'normal'} onClick={() => onHere(step)}>
                {action}
              </Button>
            ) : (
              <Link className={classes} href={`/cohorts/${cohortId}/${step.place}`}>
                {action}
              </Link>
            )}
          </li>
        );
      })}
    </ol>
  );
};
